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

    /// What is wrong with values that were each read without fault, and what would be right; no
    /// hint where the message says it.
    ///
    /// - Parameters:
    ///   - fault: as `Scenario.resolved()` throws it.
    ///   - regions: for names, since a message with codes alone is not read by planners.
    static func policy(
        _ fault: PolicyFault, _ regions: RegionTable
    ) -> (message: Phrase, hint: Phrase?) {
        switch fault {
        case .missing(let address): (missingValue("\(address)"), nil)
        case .gap(let address, let first, let start, _): gap(address, first, start)
        case .outOfRange(let address, let month, let value, let range, _):
            (outOfRange("\(address)", value, range, in: month), nil)
        case .totalOfWiderRegion(let address, let area, _):
            (totalOfWiderRegion(address, area, regions), narrowerKey(address))
        case .ends(let address, let month, _): ends(address, month)
        case .notWhole(let address, let month, let value, _): notWhole(address, month, value)
        case .sharesExceedOne(let segment, let region, let total, _):
            sharesExceedOne(segment, regions.name(of: region), total)
        case .purseMayNotPay(let purse, let segment, _):
            (
                Phrase(
                    id: "sumber dana '\(purse)' tidak boleh membayar segmen '\(segment)'",
                    en: "purse '\(purse)' may not pay for segment '\(segment)'"), rulesOfPurses
            )
        case .noPurse(let segment, _): (noPurse(segment), rulesOfPurses)
        case .noPurseForProgramme(let segment, let programme, _):
            (noPurse(segment, programme), rulesOfPurses)
        case .pursesPayPart(let segment, let region, let share, _):
            pursesPayPart(segment, regions.name(of: region), share)
        case .matchWithoutPartner(let purse, _): matchWithoutPartner(purse)
        case .partnerLeftOut(let purse, let partner, _): partnerLeftOut(purse, partner)
        case .partnerNotBefore(let purse, let partner, let segment, _):
            partnerNotBefore(purse, partner, segment)
        case .matchExceedsBill(let purse, let partner, let region, let total, _):
            matchExceedsBill(purse, partner, regions.name(of: region), total)
        case .noProgramme(let segment, _): noProgramme(segment)
        case .fundingPastDecember(let segment, _, let start, let months, _):
            fundingPastDecember(segment, start, months)
        }
    }

    private static func gap(
        _ address: Address, _ first: Month, _ start: Month
    ) -> (Phrase, hint: Phrase?) {
        (
            Phrase(
                id: "'\(address)' baru punya nilai mulai \(first)",
                en: "'\(address)' has no value before \(first)"),
            Phrase(
                id: "tambahkan nilai untuk \(start), awal periode",
                en: "add a value for \(start), the start of the horizon")
        )
    }

    private static func ends(_ address: Address, _ month: Month) -> (Phrase, hint: Phrase?) {
        (
            Phrase(
                id: "'\(address)' tidak punya nilai lagi setelah \(month)",
                en: "'\(address)' has no value after \(month)"),
            Phrase(
                id: "beri nilai tanpa 'until' lebih dahulu, di berkas induk atau paket",
                en: "give a value without 'until' first, in the parent or a package")
        )
    }

    private static func notWhole(
        _ address: Address, _ month: Month, _ value: Double
    ) -> (Phrase, hint: Phrase?) {
        (
            Phrase {
                $0 == .indonesian
                    ? "'\(address)' menjadi \($0.plain(value)) pada \(month), bukan bilangan bulat"
                    : "'\(address)' becomes \($0.plain(value)) in \(month), not a whole number"
            },
            Phrase(
                id: "tulis jumlahnya langsung sebagai ganti 'scale' atau 'add'",
                en: "write the number itself in place of 'scale' or 'add'")
        )
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

    /// Opening shares of a segment, set one by one, that add to more than everybody.
    private static func sharesExceedOne(
        _ segment: SegmentID, _ region: String, _ total: Double
    ) -> (Phrase, hint: Phrase?) {
        (
            Phrase {
                $0 == .indonesian
                    ? "bagian awal segmen '\(segment)' di \(region) berjumlah"
                        + " \($0.plain(total)), lebih dari 1"
                    : "opening shares of segment '\(segment)' in \(region) add to"
                        + " \($0.plain(total)), more than 1"
            },
            Phrase(
                id: "kurangi salah satu 'opening.*' segmen ini;"
                    + " sisanya adalah yang belum terlindungi",
                en: "lower one 'opening.*' of this segment; what is left is unprotected")
        )
    }

    static let rulesOfPurses = Phrase(
        id: "aturan sumber dana ada di purses.yaml pada folder data",
        en: "the rules of purses are in purses.yaml of the data folder")

    private static func noPurse(_ segment: SegmentID) -> Phrase {
        Phrase(
            id: "segmen '\(segment)' diberi kuota, tetapi tidak ada sumber dana yang boleh"
                + " membayarnya",
            en: "segment '\(segment)' has a quota, but no purse may pay for it")
    }

    private static func noPurse(_ segment: SegmentID, _ programme: Programme) -> Phrase {
        Phrase(
            id: "program '\(programme.rawValue)' segmen '\(segment)' tidak boleh dibayar oleh"
                + " sumber dana mana pun di skenario ini",
            en: "no purse of this scenario may pay programme '\(programme.rawValue)' of"
                + " segment '\(segment)'")
    }

    private static func pursesPayPart(
        _ segment: SegmentID, _ region: String, _ share: Double
    ) -> (Phrase, hint: Phrase?) {
        (
            Phrase {
                $0 == .indonesian
                    ? "sumber dana segmen '\(segment)' di \(region) bersama-sama hanya boleh"
                        + " membayar \($0.plain(share)) dari kebutuhan iuran, jadi kuota akan"
                        + " dipotong habis"
                    : "the purses of segment '\(segment)' in \(region) may together pay only"
                        + " \($0.plain(share)) of the bill, so the quota would be cut to nothing"
            },
            Phrase(
                id: "naikkan 'purse.share' atau pakai 'budget.policy: report'",
                en: "raise 'purse.share' or use 'budget.policy: report'")
        )
    }

    private static func matchWithoutPartner(_ purse: PurseID) -> (Phrase, hint: Phrase?) {
        (
            Phrase(
                id: "sumber dana '\(purse)' diberi 'purse.match', tetapi bukan pendamping sumber"
                    + " dana mana pun",
                en: "purse '\(purse)' has a 'purse.match' but matches no purse"),
            Phrase(
                id: "tulis 'matches' sumber dana ini di purses.yaml, atau pakai 'purse.share'",
                en: "write 'matches' of this purse in purses.yaml, or use 'purse.share'")
        )
    }

    private static func partnerLeftOut(
        _ purse: PurseID, _ partner: PurseID
    ) -> (Phrase, hint: Phrase?) {
        (
            Phrase(
                id: "sumber dana '\(purse)' mendampingi '\(partner)', yang tidak ada di skenario"
                    + " ini",
                en: "purse '\(purse)' matches '\(partner)', which is not in this scenario"),
            Phrase(
                id: "tambahkan '\(partner)' pada 'purses', di depannya",
                en: "add '\(partner)' to 'purses', before it")
        )
    }

    private static func partnerNotBefore(
        _ purse: PurseID, _ partner: PurseID, _ segment: SegmentID
    ) -> (Phrase, hint: Phrase?) {
        (
            Phrase(
                id: "sumber dana '\(purse)' mendampingi '\(partner)', tetapi '\(partner)' tidak"
                    + " membayar lebih dahulu untuk segmen '\(segment)'",
                en: "purse '\(purse)' matches '\(partner)', but '\(partner)' does not pay before"
                    + " it for segment '\(segment)'"),
            Phrase(
                id: "taruh '\(partner)' di depannya pada 'purses' atau"
                    + " 'funding.purses.\(segment)'",
                en: "put '\(partner)' before it in 'purses' or 'funding.purses.\(segment)'")
        )
    }

    private static func matchExceedsBill(
        _ purse: PurseID, _ partner: PurseID, _ region: String, _ total: Double
    ) -> (Phrase, hint: Phrase?) {
        (
            Phrase {
                $0 == .indonesian
                    ? "bagian '\(partner)' dan dana pendamping '\(purse)' di \(region) berjumlah"
                        + " \($0.plain(total)) kali kebutuhan iuran, lebih dari 1"
                    : "the share of '\(partner)' and what '\(purse)' adds to it in \(region) come"
                        + " to \($0.plain(total)) times the bill, more than 1"
            },
            Phrase(
                id:
                    "turunkan 'purse.share.\(partner)' atau 'purse.match.\(purse)'; untuk 60"
                    + " banding 40: bagian 0,6 dan pendamping 0,6667",
                en: "lower 'purse.share.\(partner)' or 'purse.match.\(purse)'; for 60 to 40: share"
                    + " 0.6 and match 0.6667")
        )
    }

    private static func noProgramme(_ segment: SegmentID) -> (Phrase, hint: Phrase?) {
        (
            Phrase(
                id: "segmen '\(segment)' diberi kuota tanpa program apa pun",
                en: "segment '\(segment)' has a quota without any programme"),
            Phrase(
                id: "isi 'programmes' segmen ini, misalnya [jkk, jkm]",
                en: "set 'programmes' of this segment, such as [jkk, jkm]")
        )
    }

    private static func fundingPastDecember(
        _ segment: SegmentID, _ start: Int, _ months: Int
    ) -> (Phrase, hint: Phrase?) {
        let most = "'funding.months.\(segment): \(13 - start)'"
        let first = "'funding.start.\(segment): \(13 - months)'"
        return (
            Phrase(
                id: "\(months) bulan mulai bulan ke-\(start) melewati Desember"
                    + " (segmen '\(segment)')",
                en: "\(months) months from month \(start) run past December"
                    + " (segment '\(segment)')"),
            Phrase(
                id: "paling lama \(most), atau mulai paling lambat \(first)",
                en: "at most \(most), or a start no later than \(first)")
        )
    }
}
