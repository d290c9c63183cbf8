import Formats
import Policy
import Quantities

extension Phrase {
    /// A parameter without a standard value that neither catalogues, parents nor packages set.
    ///
    /// For `workers`, `base` and `route`, the parameters that no default can guess.
    static func missingValue(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' tidak diberi nilai oleh berkas mana pun",
            en: "no file gives a value to '\(key)'")
    }

    /// The regions where a value is missing, and its unit; nil where no region is known.
    ///
    /// The hint of a missing value: its author copies the codes and fills them in.
    static func missingFor(_ regions: [(code: String, name: String)], unit: Unit?) -> Phrase? {
        let list = list(regions.map { "\($0.code) \($0.name)" })
        let unit = unit.map {
            Phrase(id: "; \(unitHint($0).indonesian)", en: "; \(unitHint($0).english)")
        }
        guard !list.isEmpty else { return nil }
        return Phrase(
            id: "isi untuk: \(list)\(unit?.indonesian ?? "")",
            en: "set it for: \(list)\(unit?.english ?? "")")
    }

    /// What is wrong with values that were each read without fault.
    ///
    /// | Fault | A reader sees it when |
    /// |---|---|
    /// | `missing` | no layer gives a value |
    /// | `gap` | the first value begins after the horizon does |
    /// | `outOfRange` | scaling or adding carried a value out of its range |
    /// | `totalOfWiderRegion` | workers of a province would stand for those of a kabupaten |
    /// | `ends` | a value has an `until`, and nothing below holds after it |
    /// | `notWhole` | scaling left 4.5 funded months |
    /// | `sharesExceedOne` | opening shares of a segment are more than everybody |
    /// | `purseMayNotPay` | `funding.purses` names a purse that may not pay the segment |
    /// | `noPurse` | a quota stands where no purse of the scenario may pay |
    /// | `noPurseForProgramme` | a quota is cut to what is paid, and nobody may pay a programme |
    /// | `pursesPayPart` | the purses' shares of a bill are less than one, and quotas are cut |
    /// | `matchWithoutPartner` and other matching faults | see ``matching(_:_:)`` |
    /// | `noProgramme` | a quota stands where `programmes` is empty |
    /// | `fundingPastDecember` | `funding.start` and `funding.months` leave the budget year |
    ///
    /// - Parameters:
    ///   - fault: as `Scenario.resolved()` throws it.
    ///   - regions: for names, since a message with codes alone is not read by planners.
    static func policy(_ fault: PolicyFault, _ regions: RegionTable) -> Phrase {
        switch fault {
        case .missing(let address): missingValue("\(address)")
        case .gap(let address, let first, _, _): gap("\(address)", first)
        case .outOfRange(let address, let month, let value, let range, _):
            outOfRange("\(address)", value, range, in: month)
        case .totalOfWiderRegion(let address, let area, _):
            totalOfWiderRegion(address, area, regions)
        case .ends(let address, let month, _):
            Phrase(
                id: "'\(address)' tidak punya nilai lagi setelah \(month)",
                en: "'\(address)' has no value after \(month)")
        case .notWhole(let address, let month, let value, _):
            Phrase {
                $0 == .indonesian
                    ? "'\(address)' menjadi \($0.plain(value)) pada \(month), bukan bilangan bulat"
                    : "'\(address)' becomes \($0.plain(value)) in \(month), not a whole number"
            }
        case .sharesExceedOne(let segment, let region, let total, _):
            sharesExceedOne(segment, regions.name(of: region), total)
        case .purseMayNotPay(let purse, let segment, _):
            Phrase(
                id: "sumber dana '\(purse)' tidak boleh membayar segmen '\(segment)'",
                en: "purse '\(purse)' may not pay for segment '\(segment)'")
        case .noPurse(let segment, _):
            Phrase(
                id: "segmen '\(segment)' diberi kuota, tetapi tidak ada sumber dana yang boleh"
                    + " membayarnya",
                en: "segment '\(segment)' has a quota, but no purse may pay for it")
        case .noPurseForProgramme(let segment, let programme, _):
            Phrase(
                id: "program '\(programme.rawValue)' segmen '\(segment)' tidak boleh dibayar oleh"
                    + " sumber dana mana pun di skenario ini",
                en: "no purse of this scenario may pay programme '\(programme.rawValue)' of"
                    + " segment '\(segment)'")
        case .pursesPayPart(let segment, let region, let share, _):
            pursesPayPart(segment, regions.name(of: region), share)
        case .matchWithoutPartner, .partnerLeftOut, .partnerNotBefore, .matchExceedsBill:
            matching(fault, regions)
        case .noProgramme(let segment, _):
            Phrase(
                id: "segmen '\(segment)' diberi kuota tanpa program apa pun",
                en: "segment '\(segment)' has a quota without any programme")
        case .fundingPastDecember(let segment, _, let start, let months, _):
            Phrase(
                id: "\(months) bulan mulai bulan ke-\(start) melewati Desember"
                    + " (segmen '\(segment)')",
                en: "\(months) months from month \(start) run past December"
                    + " (segment '\(segment)')")
        }
    }

    /// What would be right; nil where the message says it.
    ///
    /// Hints name keys as they are written in scenarios, or the file where the rule stands.
    static func policyHint(_ fault: PolicyFault) -> Phrase? {
        switch fault {
        case .gap(_, _, let start, _):
            Phrase(
                id: "tambahkan nilai untuk \(start), awal periode",
                en: "add a value for \(start), the start of the horizon")
        case .totalOfWiderRegion(let address, _, _): narrowerKey(address)
        case .ends:
            Phrase(
                id: "beri nilai tanpa 'until' lebih dahulu, di berkas induk atau paket",
                en: "give a value without 'until' first, in the parent or a package")
        case .notWhole:
            Phrase(
                id: "tulis jumlahnya langsung sebagai ganti 'scale' atau 'add'",
                en: "write the number itself in place of 'scale' or 'add'")
        case .pursesPayPart:
            Phrase(
                id: "naikkan 'purse.share' atau pakai 'budget.policy: report'",
                en: "raise 'purse.share' or use 'budget.policy: report'")
        case .noProgramme:
            Phrase(
                id: "isi 'programmes' segmen ini, misalnya [jkk, jkm]",
                en: "set 'programmes' of this segment, such as [jkk, jkm]")
        case .sharesExceedOne:
            Phrase(
                id:
                    "kurangi salah satu 'opening.*' segmen ini;"
                    + " sisanya adalah yang belum terlindungi",
                en: "lower one 'opening.*' of this segment; what is left is unprotected")
        case .purseMayNotPay, .noPurse, .noPurseForProgramme:
            Phrase(
                id: "aturan sumber dana ada di purses.yaml pada folder data",
                en: "the rules of purses are in purses.yaml of the data folder")
        case .fundingPastDecember(let segment, _, let start, let months, _):
            Phrase {
                let most = "'funding.months.\(segment): \(13 - start)'"
                let first = "'funding.start.\(segment): \(13 - months)'"
                return $0 == .indonesian
                    ? "paling lama \(most), atau mulai paling lambat \(first)"
                    : "at most \(most), or a start no later than \(first)"
            }
        case .matchWithoutPartner, .partnerLeftOut, .partnerNotBefore, .matchExceedsBill:
            matchingHint(fault)
        case .missing, .outOfRange: nil
        }
    }

    static func totalOfWiderRegion(
        _ address: Address, _ area: RegionCode, _ regions: RegionTable
    ) -> Phrase {
        let whole = regions.name(of: area)
        let part = address.region.map { "\($0) \(regions.name(of: $0))" } ?? ""
        return Phrase(
            id: "ini jumlah untuk seluruh \(whole), bukan untuk \(part)",
            en: "this is a total of all of \(whole), not of \(part)")
    }

    static func narrowerKey(_ address: Address) -> Phrase {
        let each = Address(subject: address.subject, member: address.member)
        return Phrase(
            id: "tulis '\(address)'; '\(each)' berlaku sama bagi tiap-tiap daerah",
            en: "write '\(address)'; '\(each)' holds alike for each of the regions")
    }

    /// The first value begins after the horizon does.
    ///
    /// A table whose first year is later than the scenario's leaves one.
    static func gap(_ key: String, _ first: Month) -> Phrase {
        Phrase(
            id: "'\(key)' baru punya nilai mulai \(first)",
            en: "'\(key)' has no value before \(first)")
    }

    /// A value out of range once lower layers were scaled or added to.
    ///
    /// The month tells which of several dated values it is.
    static func outOfRange(
        _ key: String, _ value: Double, _ range: ClosedRange<Double>, in month: Month
    ) -> Phrase {
        let plain = outOfRange(key, value, range)
        return Phrase(
            id: plain.indonesian + " pada \(month)", en: plain.english + " in \(month)")
    }

    /// Purses that together may pay less than the whole of a bill that they must fit.
    ///
    /// A quota that is cut to what all programmes are paid with would be cut to nothing in that
    /// case.
    static func pursesPayPart(_ segment: SegmentID, _ region: String, _ share: Double)
        -> Phrase
    {
        Phrase {
            $0 == .indonesian
                ? "sumber dana segmen '\(segment)' di \(region) bersama-sama hanya boleh membayar"
                    + " \($0.plain(share)) dari kebutuhan iuran, jadi kuota akan dipotong habis"
                : "the purses of segment '\(segment)' in \(region) may together pay only"
                    + " \($0.plain(share)) of the bill, so the quota would be cut to nothing"
        }
    }

    /// Opening shares of a segment, set one by one, that add to more than everybody.
    ///
    /// Who is in none of the shares is unprotected, so they may add to less than one.
    static func sharesExceedOne(_ segment: SegmentID, _ region: String, _ total: Double)
        -> Phrase
    {
        Phrase {
            $0 == .indonesian
                ? "bagian awal segmen '\(segment)' di \(region) berjumlah \($0.plain(total)),"
                    + " lebih dari 1"
                : "opening shares of segment '\(segment)' in \(region) add to \($0.plain(total)),"
                    + " more than 1"
        }
    }
}
