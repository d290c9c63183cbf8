import Analysis
import Formats
import Policy
import Quantities

extension Phrase {
    /// A warning: a ceiling that changes between two budget plans.
    ///
    ///     pagu 'dbh-cht' yang berubah pada 2026-05 baru berlaku pada 2026-10, …
    static func ceilingUnread(
        _ purse: PurseID, _ month: Month, next: Month?, regions: Int
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

    static func tooManyParents(_ most: Int) -> Phrase {
        Phrase(
            id: "rantai 'extends' ini lebih dari \(most) induk",
            en: "this chain of 'extends' has more than \(most) parents")
    }

    static func chain(_ files: [String]) -> Phrase {
        Phrase { _ in files.joined(separator: " -> ") }
    }

    static let horizonExample = Phrase(
        id: "contoh: 'horizon: { from: 2026-01, until: 2030-12 }'",
        en: "for example 'horizon: { from: 2026-01, until: 2030-12 }'")

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
