import Formats
import Policy
import Quantities

extension Phrase {
    static func doubt(_ doubt: PolicyDoubt, _ regions: RegionTable) -> Phrase {
        let place = place(doubt.regions, regions)
        switch doubt.kind {
        case .unusual(let address, let value, let usual):
            return unusual(Address(subject: address.subject, member: address.member), value, usual)
        case .fewerEmployed(let employed, let workers):
            return Phrase {
                let (few, many) = ($0.plain(employed), $0.plain(workers.rounded()))
                return $0 == .indonesian
                    ? "penduduk bekerja di \(place[$0]) \(few) orang, lebih sedikit daripada"
                        + " \(many) pekerja semua segmen: cakupan dapat melebihi 100 %"
                    : "\(few) employed persons in \(place[$0]) are fewer than the \(many) workers"
                        + " of the segments: coverage can exceed 100 %"
            }
        case .partAboveWhole(let part, let whole, let value, let limit):
            return Phrase {
                let (value, limit) = ($0.plain(value), $0.plain(limit))
                return $0 == .indonesian
                    ? "'\(part)' Rp \(value) di \(place[$0]) melebihi '\(whole)' Rp \(limit),"
                        + " padahal termasuk di dalamnya"
                    : "'\(part)' of Rp \(value) in \(place[$0]) is above '\(whole)' of Rp \(limit),"
                        + " of which it is a part"
            }
        case .purseWithoutProgramme(let purse, let segment, let programmes):
            let list = programmes.map(\.rawValue).joined(separator: ", ")
            return Phrase(
                id: "sumber dana '\(purse)' disebut untuk segmen '\(segment)', tetapi tidak boleh"
                    + " membayar satu pun programnya (\(list))",
                en: "purse '\(purse)' is named for segment '\(segment)', but may pay none of its"
                    + " programmes (\(list))")
        case .programmeWithoutPurse(let programme, let segment):
            return Phrase(
                id: "program '\(programme.rawValue)' segmen '\(segment)' tidak boleh dibayar oleh"
                    + " sumber dana mana pun: seluruh iurannya menjadi kekurangan pagu",
                en: "no purse may pay programme '\(programme.rawValue)' of segment '\(segment)':"
                    + " all of its contributions become a gap")
        }
    }

    static func doubtHint(_ doubt: PolicyDoubt) -> Phrase? {
        switch doubt.kind {
        case .unusual(let address, let value, let usual):
            meant(by: value, usual, address.standardUnit)
        case .purseWithoutProgramme, .programmeWithoutPurse:
            Phrase(
                id: "aturan sumber dana ada di purses.yaml pada folder data",
                en: "the rules of purses are in purses.yaml of the data folder")
        case .fewerEmployed:
            Phrase(
                id: "periksa satuan dan tahun keduanya: pekerja dan penduduk bekerja",
                en: "check units and years of both: workers and employed persons")
        case .partAboveWhole:
            Phrase(
                id: "periksa satuan keduanya: ribu dan juta ditulis lengkap",
                en: "check the units of both: thousands and millions are written in full")
        }
    }

    static func place(_ codes: [RegionCode], _ regions: RegionTable) -> Phrase {
        let name = codes.first.map(regions.name(of:)) ?? ""
        guard codes.count > 1 else { return Phrase(id: name, en: name) }
        return Phrase(
            id: "\(name) dan \(codes.count - 1) daerah lain",
            en: "\(name) and \(codes.count - 1) more \(codes.count == 2 ? "region" : "regions")")
    }

    static func unusual(_ key: Address, _ value: Double, _ usual: UsualRange) -> Phrase {
        let unit = key.standardUnit.map { $0.name }
        return Phrase {
            let (low, high) = (
                $0.plain(usual.range.lowerBound), $0.plain(usual.range.upperBound)
            )
            let value = $0.plain(value) + (unit.map(\.[$0]).map { " " + $0 } ?? "")
            return $0 == .indonesian
                ? "'\(key)' bernilai \(value); lazimnya \(low) sampai \(high)"
                : "'\(key)' is \(value); usual are \(low) to \(high)"
        }
    }

    static func meant(by value: Double, _ usual: UsualRange, _ unit: Unit?) -> Phrase? {
        guard let meant = usual.meant(by: value) else { return nil }
        switch usual.slip {
        case .percent, .perThousand:
            return Phrase {
                didYouMean("\(typed(meant * 100, $0)) %", leftAsItIs)[$0]
            }
        case .thousands, nil:
            return Phrase { didYouMean(typed(meant, $0), leftAsItIs)[$0] }
        }
    }

    static let leftAsItIs = Phrase(
        id: "bila memang demikian, biarkan", en: "leave it if it is what you mean")

    static func typed(_ number: Double, _ language: Language) -> String {
        if let whole = Int64(exactly: number.rounded()), abs(number - number.rounded()) < 1e-9 {
            return String(whole)
        }
        return language.plain(number)
    }

    static func noDeaths(_ segments: [String]) -> Phrase {
        let list = list(segments)
        return Phrase(
            id: "tanpa angka kematian, jadi kematian dan manfaat kematian bernilai 0 (\(list))",
            en: "no death rates, so deaths and their benefits come to 0 (\(list))")
    }

    static func noDeathsHint(_ area: String) -> Phrase {
        let entry = "cohorts: { table: mortality/cohorts.csv, group: \"\(area)\" }"
        return Phrase(
            id: "misalnya '\(entry)', atau isi 'rate.death'",
            en: "such as '\(entry)', or give 'rate.death'")
    }

    static func coverageAboveAll(
        _ region: String, _ year: Int, protected: Double, employed: Double
    ) -> Phrase {
        Phrase {
            let (many, few) = ($0.plain(protected.rounded()), $0.plain(employed))
            return $0 == .indonesian
                ? "\(many) orang terlindungi di \(region) pada akhir \(year), lebih banyak daripada"
                    + " \(few) penduduk bekerja: cakupannya melebihi 100 %"
                : "\(many) persons are protected in \(region) at the end of \(year), more than the"
                    + " \(few) employed: coverage is above 100 %"
        }
    }

    static func otherSegments(_ name: String, only: [String], lacks: [String]) -> Phrase {
        let these = onlyIn(only, lacks)
        return Phrase(
            id: "segmen '\(name)' lain dari skenario acuan (\(these.indonesian)): jumlah atas semua"
                + " segmen menghitung orang yang berbeda",
            en: "'\(name)' has other segments than the baseline (\(these.english)): sums over all"
                + " segments count other people")
    }
}
