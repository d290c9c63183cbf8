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
            return Phrase(
                "penduduk bekerja di \(place) \(plain: employed) orang, lebih sedikit daripada"
                    + " \(plain: workers.rounded()) pekerja semua segmen: cakupan dapat melebihi"
                    + " 100 %",
                en: "\(plain: employed) employed persons in \(place) are fewer than the"
                    + " \(plain: workers.rounded()) workers of the segments: coverage can exceed"
                    + " 100 %"
            )
        case .partAboveWhole(let part, let whole, let value, let limit):
            return Phrase(
                "'\(part)' Rp \(plain: value) di \(place) melebihi '\(whole)' Rp \(plain: limit),"
                    + " padahal termasuk di dalamnya",
                en: "'\(part)' of Rp \(plain: value) in \(place) is above '\(whole)' of Rp"
                    + " \(plain: limit), of which it is a part"
            )
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
            rulesOfPurses
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
        let unit = Phrase(same: "\(text: key.standardUnit.map { " \($0.name)" } ?? "")")
        let (low, high) = (usual.range.lowerBound, usual.range.upperBound)
        return Phrase(
            "'\(key)' bernilai \(plain: value)\(unit); lazimnya \(plain: low) sampai"
                + " \(plain: high)",
            en: "'\(key)' is \(plain: value)\(unit); usual are \(plain: low) to \(plain: high)")
    }

    static func meant(by value: Double, _ usual: UsualRange, _ unit: Unit?) -> Phrase? {
        guard let meant = usual.meant(by: value) else { return nil }
        switch usual.slip {
        case .percent, .perThousand:
            return Phrase {
                didYouMean("\(typed(meant * 100, $0)) %", leftAsItIs)[$0]
            }
        case .thousands, nil:
            return Phrase(same: "\({ didYouMean(typed(meant, $0), leftAsItIs)[$0] })")
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

    static func otherSegments(_ name: String, only: [String], lacks: [String]) -> Phrase {
        let these = onlyIn(only, lacks)
        return Phrase(
            id: "segmen '\(name)' lain dari skenario acuan (\(these.indonesian)): jumlah atas semua"
                + " segmen menghitung orang yang berbeda",
            en: "'\(name)' has other segments than the baseline (\(these.english)): sums over all"
                + " segments count other people")
    }
}
