import Analysis
import Policy
import Quantities

/// Regions of one year, as the tables of who has budgeted sum them.
private struct BudgetedSum {
    let name: String
    let rows: [BudgetedRow]

    var gap: Rupiah { rows.reduce(.zero) { $0 + $1.gap } }

    func count(_ standing: BudgetStanding) -> Int { rows.count { $0.standing == standing } }

    /// Regions with a ceiling that must be shown with its mark.
    var assumed: Int { rows.count { $0.ceilingMark?.mustBeShown ?? true } }

    /// Regions of whose people paid for somebody published a count.
    var published: Int { rows.count { $0.published > 0 } }
}

extension ScenarioResult {
    /// Regions that are named where a list would be long.
    private static let named = 10

    /// The first year in which purses do not hold all that is asked, or the last one.
    private func watchedYear(_ rows: [BudgetedRow]) -> Int? {
        rows.first { $0.gap > .zero }?.year ?? summary.years.last
    }

    /// Who has budgeted in one line; nil for no rows and where nothing is asked.
    ///
    /// - Parameter all: ``budgetedRows`` of several regions.
    func budgetedLine(_ all: [BudgetedRow], _ regions: RegionTable) -> Phrase? {
        guard let year = watchedYear(all) else { return nil }
        let sum = BudgetedSum(name: "", rows: all.filter { $0.year == year })
        guard sum.rows.contains(where: { $0.need > .zero }) else { return nil }
        let worst = sum.rows.max { ($0.gap, $1.region) < ($1.gap, $0.region) }
        return Phrase.budgetedLine(
            year, sum.rows.count, BudgetStanding.allCases.map(sum.count),
            worst: worst.flatMap {
                $0.gap > .zero
                    ? (regions.name(of: policy.regions[$0.region]), Double($0.gap.amount)) : nil
            }, assumed: sum.assumed)
    }

    /// Who has budgeted, by year, then by province and by region where it is short; nothing for no
    /// rows.
    ///
    /// - Parameter all: ``budgetedRows`` of several regions.
    func budgetedSections(_ all: [BudgetedRow], _ regions: RegionTable) -> [Report.Section] {
        guard !all.isEmpty, let year = watchedYear(all) else { return [] }
        let years = summary.years.map { year in
            BudgetedSum(name: "\(year)", rows: all.filter { $0.year == year })
        }
        let short = all.filter { $0.year == year && $0.gap > .zero }
        let provinces = policy.provinces.map { code in
            BudgetedSum(
                name: regions.name(of: code),
                rows: all.filter { $0.year == year && code.contains(policy.regions[$0.region]) })
        }.filter { $0.gap > .zero }
        let places = short.map {
            BudgetedSum(name: regions.name(of: policy.regions[$0.region]), rows: [$0])
        }
        return [
            Report.Section(
                heading: Phrase.whoHasBudgeted, note: Phrase.budgetedNote,
                .table(Self.counts("year", years)), data: [])
        ]
            + (policy.provinces.count > 1 && !provinces.isEmpty
                ? [
                    Report.Section(
                        heading: Phrase.shortProvinces(year),
                        note: Phrase.firstOf(Self.named, provinces.count),
                        .table(Self.counts("province", Self.worst(provinces))), data: [])
                ] : [])
            + (short.isEmpty
                ? []
                : [
                    Report.Section(
                        heading: Phrase.shortRegions(year),
                        note: Phrase.firstOf(Self.named, short.count),
                        .table(Self.money(Self.worst(places))), data: [])
                ])
    }

    /// The largest gaps first.
    private static func worst(_ sums: [BudgetedSum]) -> [BudgetedSum] {
        let order = sums.enumerated().sorted {
            ($1.element.gap, $0.offset) < ($0.element.gap, $1.offset)
        }
        return order.prefix(named).map(\.element)
    }

    private static func counts(_ key: String, _ sums: [BudgetedSum]) -> ResultTable {
        ResultTable("budgeted-\(key)", sums) {
            Key(key, \.name)
            for standing in BudgetStanding.allCases {
                Column("budgeted_\(standing.rawValue)", .factor) { $0.count(standing) }
            }
            Column("assumed_ceilings", .factor, \.assumed)
            Column("published_counts", .factor, \.published)
            Column("gap_rp", .rupiah, \.gap)
        }
    }

    private static func money(_ sums: [BudgetedSum]) -> ResultTable {
        ResultTable("budgeted-region", sums) {
            Key("region", \.name)
            Column("public_bill_rp", .rupiah) { $0.rows[0].need }
            Column("paid_rp", .rupiah) { $0.rows[0].paid }
            Column("gap_rp", .rupiah, \.gap)
            Column("mark", .word) { $0.rows[0].ceilingMark?.rawValue }
        }
    }
}

extension Phrase {
    static let whoHasBudgeted = Phrase(id: "Siapa sudah menganggarkan", en: "Who has budgeted")

    static let budgetedNote = Phrase(
        id: "banyaknya daerah yang sumber dananya menutup seluruh, sebagian atau tidak sedikit pun"
            + " kebutuhan iurannya; pagu asumsi belum berarti dianggarkan; angka terbit:"
            + " daerah yang banyaknya penerima bantuan iuran pernah diterbitkan; tiap daerah:"
            + " budgeted.csv",
        en: "regions whose purses hold all, part or nothing of the contributions they need; an"
            + " assumed ceiling is no budget yet; counts published: regions for which somebody"
            + " published how many are paid for; each region: budgeted.csv")

    static func shortProvinces(_ year: Int) -> Phrase {
        Phrase(
            "Provinsi dengan kekurangan pagu, \(digits: year)",
            en: "Provinces with a gap, \(digits: year)")
    }

    static func shortRegions(_ year: Int) -> Phrase {
        Phrase(
            "Daerah dengan kekurangan pagu, \(digits: year)",
            en: "Regions with a gap, \(digits: year)")
    }

    /// That a list ends early; nil where it is whole.
    static func firstOf(_ shown: Int, _ count: Int) -> Phrase? {
        count > shown
            ? Phrase(
                "\(shown) dengan kekurangan terbesar, dari \(count)",
                en: "the \(shown) with the largest gap, of \(count)") : nil
    }

    /// - Parameter counts: regions by ``BudgetStanding``, in its order.
    static func budgetedLine(
        _ year: Int, _ regions: Int, _ counts: [Int], worst: (name: String, gap: Double)?,
        assumed: Int
    ) -> Phrase {
        let words = [
            Phrase(id: "seluruhnya", en: "all of it"), Phrase(id: "sebagian", en: "part of it"),
            Phrase(id: "tidak sama sekali", en: "nothing"),
            Phrase(id: "tidak diminta", en: "not asked"),
        ]
        let parts = zip(counts, words).filter { $0.0 > 0 }.map {
            Phrase(same: "\($0.0) \($0.1)")
        }
        let most = worst.map {
            Phrase(
                "; kekurangan terbesar \($0.name) (\(money: $0.gap))",
                en: "; the largest gap is that of \($0.name) (\(money: $0.gap))")
        }
        let doubt =
            assumed > 0
            ? Phrase(
                "; pagu \(assumed) daerah masih asumsi", en: "; ceilings of \(assumed) are assumed")
            : nil
        return Phrase(
            "\(digits: year), dari \(regions) daerah: \(joined: parts, by: ", ")"
                + "\(joined: [most, doubt].compactMap(\.self), by: "")",
            en: "\(digits: year), of \(regions) regions: \(joined: parts, by: ", ")"
                + "\(joined: [most, doubt].compactMap(\.self), by: "")")
    }
}
