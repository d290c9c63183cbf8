import Analysis
import Formats
import Policy
import Quantities

extension Phrase {
    /// A warning: more persons are to be funded than may be.
    ///
    ///     kuota 'non-asn' di Kota Probolinggo melebihi yang memenuhi syarat: sampai 217 orang …
    static func quotaAboveEligible(
        _ segment: SegmentID, _ region: String, _ persons: Double, _ month: Month
    ) -> Phrase {
        Phrase {
            let number = $0.numbers.format(persons.rounded(.up))
            return $0 == .indonesian
                ? "kuota '\(segment)' di \(region) melebihi yang memenuhi syarat:"
                    + " sampai \(number) orang tak terisi (\(month))"
                : "the quota of '\(segment)' in \(region) is above the eligible:"
                    + " up to \(number) persons unfilled (\(month))"
        }
    }

    /// A warning: a ceiling that changes between two budget plans.
    ///
    ///     pagu 'dbh-cht' yang berubah pada 2026-05 baru berlaku pada 2026-10, …
    static func ceilingUnread(
        _ purse: FundingSourceID, _ month: Month, next: Month?, regions: Int
    ) -> Phrase {
        let id = next.map { "baru berlaku pada \($0), rencana anggaran berikutnya" }
        let en = next.map { "takes effect only in \($0), at the next budget plan" }
        return Phrase(
            id: "pagu '\(purse)' yang berubah pada \(month)"
                + " \(id ?? "tidak berlaku: tidak ada lagi rencana anggaran dalam periode")"
                + " (\(regions) daerah)",
            en: "the ceiling of '\(purse)' that changes in \(month)"
                + " \(en ?? "has no effect: the horizon has no later budget plan")"
                + " (\(regions) \(regions == 1 ? "region" : "regions"))")
    }

    /// A warning: a ceiling was lowered below what its purse had paid by then.
    ///
    ///     'dbh-cht' di Kota Probolinggo sudah membayar Rp 900 ketika pagunya diturunkan …
    static func ceilingOverspent(
        _ purse: FundingSourceID, _ region: String, _ month: Month, paid: Rupiah, ceiling: Rupiah
    ) -> Phrase {
        Phrase {
            let (spent, limit) = ($0.numbers.format(paid), $0.numbers.format(ceiling))
            let excess = $0.numbers.format(paid - ceiling)
            return $0 == .indonesian
                ? "'\(purse)' di \(region) sudah membayar \(spent) ketika pagunya diturunkan"
                    + " menjadi \(limit) pada \(month): \(excess) di atas pagu"
                : "'\(purse)' in \(region) had paid \(spent) when its ceiling was lowered to"
                    + " \(limit) in \(month): \(excess) above the ceiling"
        }
    }

    static let ceilingOverspentHint = Phrase(
        id: "kurangi kuota atau bulan sebelum itu, atau bayar kelebihannya dari sumber dana lain",
        en: "lower the quota or the months before it, or pay the excess from another purse")

    static func notInThisScenario(_ text: String) -> Phrase {
        Phrase(
            id: "skenario ini tidak memuat '\(text)'", en: "this scenario has no '\(text)'")
    }

    static let explainable = Phrase(
        id: """
            sebutkan kunci skenario, 'law.…', 'contribution', 'purse.…', atau salah satu \
            besaran: \(figures)
            """,
        en: """
            name a scenario key, law.…, contribution, purse.…, or one of these figures: \
            \(figures)
            """)

    static let figures = Quantity.all.map(\.name).joined(separator: ", ")

    static let inheritedHint = Phrase(
        id: "wajib ada bila skenario tidak punya 'extends'",
        en: "required where a scenario has no 'extends'")

    static let cycle = Phrase(
        id: "rantai 'extends' berputar kembali ke berkas yang sama",
        en: "the chain of 'extends' comes back to the same file")

    static func tooManyParents(_ most: Int) -> Phrase {
        Phrase(
            id: "rantai 'extends' ini lebih dari \(most) induk",
            en: "this chain of 'extends' has more than \(most) parents")
    }

    static let fewerParents = Phrase(
        id: "gabungkan beberapa induk, atau pakai 'packages'",
        en: "join some of the parents, or use 'packages'")

    static func chain(_ files: [String]) -> Phrase {
        Phrase { _ in files.joined(separator: " -> ") }
    }

    static let horizonNotMapping = Phrase(
        id: "'horizon' butuh bulan awal dan bulan akhir",
        en: "a horizon needs a first and a last month")

    static let horizonExample = Phrase(
        id: "contoh: 'horizon: { from: 2026-01, until: 2030-12 }'",
        en: "for example 'horizon: { from: 2026-01, until: 2030-12 }'")

    static let horizonTooLong = Phrase(
        id: "periode lebih dari 100 tahun", en: "the horizon is longer than 100 years")

    static func cutCode(_ left: String, _ right: String) -> Phrase {
        Phrase(
            id: "'\(left),\(right)' punya dua arti: daerah \(left).\(right),"
                + " atau \(left) dan \(right)",
            en: "'\(left),\(right)' has two meanings: region \(left).\(right),"
                + " or \(left) and \(right)")
    }

    static func cutCodeHint(_ left: String, _ right: String) -> Phrase {
        Phrase(
            id: "tulis [\"\(left).\(right)\"], atau [\(left), \(right)] dengan spasi",
            en: "write [\"\(left).\(right)\"], or [\(left), \(right)] with a blank")
    }

    static let twoParents = Phrase(
        id: "'stage' dan 'extends' tidak dapat dipakai bersama",
        en: "'stage' and 'extends' cannot stand together")

    static let twoParentsHint = Phrase(
        id: "hapus 'extends': induknya adalah skenario tahap itu",
        en: "remove 'extends': the parent is the scenario of that stage")

    /// Cells of the scenario without a value, that nothing else gives one either.
    ///
    /// At the entry, once for a table and key, when all layers are known. A cell without a row
    /// would otherwise have the standard value, which for a quota is zero.
    static func tableLacks(_ file: String) -> Phrase {
        Phrase(
            id: "tabel '\(file)' tidak lengkap: ada isian skenario tanpa nilai pada awal periode",
            en: "table '\(file)' is incomplete: parts of the scenario have no value when it starts")
    }

    static func lacking(_ gap: TableGap, _ regions: RegionTable) -> Phrase {
        var order: [RegionCode] = []
        var members: [RegionCode: [String]] = [:]
        for cell in gap.cells {
            if members[cell.region] == nil { order.append(cell.region) }
            members[cell.region, default: []] += [cell.member].compactMap { $0 }
        }
        let list = list(
            order.map { region in
                let some = members[region] ?? []
                let part = some.count < gap.members ? some : []
                return
                    ([region.code, regions.name(of: region)]
                    + (part.isEmpty ? [] : ["(" + Phrase.list(part) + ")"]))
                    .joined(separator: " ")
            })
        let wider = gap.wider.map { "\($0) \(regions.name(of: $0))" }.joined(separator: ", ")
        return Phrase(
            id: "tidak ada baris untuk: \(list)"
                + (wider.isEmpty ? "" : "; jumlah seluruh \(wider) tidak diturunkan"),
            en: "there is no row for: \(list)"
                + (wider.isEmpty ? "" : "; the total of \(wider) is not handed down"))
    }
}
