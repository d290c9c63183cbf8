import Analysis
import Costing
import Policy
import Quantities

extension ScenarioResult {
    /// What was cut over the horizon, and the cell that lost most; nil where no plan cut anything.
    func cutPhrase(_ regions: RegionTable) -> Phrase? {
        let rows = cutRows
        func lost(_ row: CutRow) -> Double { row.personMonths.asked - row.personMonths.inForce }
        guard let most = rows.max(by: { lost($0) < lost($1) }) else { return nil }
        let year = Dictionary(grouping: rows, by: \.year).map { year, rows in
            (
                year: year, asked: rows.reduce(0) { $0 + $1.heads.asked },
                inForce: rows.reduce(0) { $0 + $1.heads.inForce },
                lost: rows.reduce(0) { $0 + lost($1) }
            )
        }.max { ($0.lost, $1.year) < ($1.lost, $0.year) }
        guard let year else { return nil }
        let place =
            policy.regions.count > 1 ? regions.name(of: policy.regions[most.region]) : nil
        return Phrase.cutAnswer(
            rows.reduce(0) { $0 + lost($1) }, yearSpan, worst: year,
            most: (policy.segments[most.segment].name, place, most),
            bound: boundTogether(most.cuts))
    }

    /// What was cut of quotas, by segment and year; nothing where no plan cut anything.
    func cutSection(
        in language: Language, heading: Phrase = Phrase.cutsHeading
    ) -> [Report.Section] {
        let rows = cutRows
        guard !rows.isEmpty else { return [] }
        let isMany = policy.regions.count > 1
        let cells = Dictionary(grouping: rows) { [$0.year, $0.segment] }.sorted {
            $0.key.lexicographicallyPrecedes($1.key)
        }.map { (year: $0[0], segment: $0[1], rows: $1) }
        let table = ResultTable("cuts-by-segment", cells) {
            Key("year", \.year)
            Key("segment") { policy.segments[$0.segment].name[language] }
            Column("asked_persons", .person) { $0.rows.reduce(0) { $0 + $1.heads.asked } }
            Column("in_force_persons", .person) { $0.rows.reduce(0) { $0 + $1.heads.inForce } }
            Column("months", .word) { months($0.rows) }
            Column("asked_person_months", .personMonth) {
                $0.rows.reduce(0) { $0 + $1.personMonths.asked }
            }
            Column("in_force_person_months", .personMonth) {
                $0.rows.reduce(0) { $0 + $1.personMonths.inForce }
            }
            Column("bound", .word) { boundWords($0.rows.flatMap(\.cuts), language) }
        }
        return [
            Report.Section(
                heading: heading,
                note: isMany ? Phrase.cutsOfRegions(Set(rows.map(\.region)).count) : nil,
                .table(table), data: [])
        ]
    }

    /// `9 → 6`; a span where regions differ.
    private func months(_ rows: [CutRow]) -> String {
        /// One number, or the lowest and the highest.
        func span(_ numbers: [Int]) -> String {
            let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
            return low == high ? "\(low)" : "\(low)–\(high)"
        }
        return span(rows.map(\.months.asked)) + " → " + span(rows.map(\.months.inForce))
    }

    /// What bound some cuts, the purses of one rule together.
    private func boundTogether(_ cuts: [BudgetCut]) -> Phrase {
        var rules: [BudgetCut.Rule] = []
        var purses: [BudgetCut.Rule: [Int]] = [:]
        for limit in cuts.flatMap(binding) {
            if !rules.contains(limit.rule) { rules.append(limit.rule) }
            if purses[limit.rule]?.contains(limit.purse) ?? false { continue }
            purses[limit.rule, default: []].append(limit.purse)
        }
        let parts = rules.map { rule in
            Phrase.bound(
                (purses[rule] ?? []).map { policy.fundingSources[$0].name }, rule)
        }
        return Phrase { language in parts.map { $0[language] }.joined(separator: "; ") }
    }

    /// What bound some cuts, in words; each purse and rule once.
    func boundWords(_ cuts: [BudgetCut], _ language: Language) -> String {
        var seen: Set<String> = []
        return cuts.flatMap(binding).map {
            Phrase.bound(policy.fundingSources[$0.purse].name, $0.rule)[language]
        }.filter { seen.insert($0).inserted }.joined(separator: "; ")
    }
}
