import Analysis
import Policy
import Quantities

/// What protection buys, in the reports of scenarios.
extension ScenarioResult {
    /// Years down, then the whole horizon: expected deaths, accidents, benefits, claim ratio, and
    /// the interval of families kept above the line.
    func protectionSections(in language: Language) -> [Report.Section] {
        let years: [Int?] = Array(summary.years.indices) + [nil]
        let byYear = ProtectionRows(
            keys: ("year", years.map { yearLabel($0) }),
            value: { quantity, row in quantity.value(summary, year: years[row]) })
        let segments: [Int?] = Array(policy.segments.indices) + [nil]
        let bySegment = ProtectionRows(
            keys: (
                "segment",
                segments.map { $0.map { policy.segments[$0].name[language] } ?? "total" }
            ),
            value: { quantity, row in
                quantity.value(summary, year: nil, segment: segments[row])
            })
        return [
            Report.Section(
                heading: Phrase.whatProtectionBuys,
                note: Phrase.together(
                    Phrase.expectedBenefits, Phrase.familiesAsInterval,
                    Phrase.noPovertyEffectClaimed),
                .table(byYear.table("protection", in: language)), data: []),
            Report.Section(
                heading: Phrase.whatProtectionBuysBySegment, note: Phrase.wholeHorizon,
                .table(bySegment.table("protection-segments", in: language)), data: []),
        ]
    }
}

extension Comparison {
    /// Scenarios down, over the whole horizon.
    func protectionSections(in language: Language) -> [Report.Section] {
        let rows = ProtectionRows(
            keys: ("scenario", results.map(\.name)),
            value: { quantity, row in quantity.value(results[row].summary, year: nil) })
        return [
            Report.Section(
                heading: Phrase.whatProtectionBuys,
                note: Phrase.together(
                    Phrase.expectedBenefits, Phrase.familiesAsInterval,
                    Phrase.noPovertyEffectClaimed, Phrase.povertyEvidence),
                .table(rows.table("protection", in: language)), data: [])
        ]
    }
}

/// Rows of a table on what protection buys.
private struct ProtectionRows {
    /// The name of the key and its cells.
    let keys: (name: String, cells: [String])
    /// A quantity of a row.
    let value: (Quantity, Int) -> Double

    /// The figures, and families as an interval where the welfare of any region is known.
    func table(_ name: String, in language: Language) -> ResultTable {
        let quantities: [Quantity] = [
            .measure(.protectedDeaths), .measure(.accidents), .measure(.jkmBenefit),
            .measure(.jkkBenefit), .indicator(.claimRatio),
        ]
        let rows = keys.cells.indices
        return ResultTable(name, rows) {
            Key(keys.name) { keys.cells[$0] }
            for quantity in quantities { Column(quantity) { value(quantity, $0) } }
            if rows.contains(where: { value(.measure(.familiesKeptHigh), $0) > 0 }) {
                Column("families_interval", .family) { interval($0, language) }
            }
        }
    }

    /// `1.204 (730 – 2.310)`: as written, then at both ends of the range of the fall.
    private func interval(_ row: Int, _ language: Language) -> String {
        let ends = [Measure.familiesKeptLow, .familiesKeptHigh].map { value(.measure($0), row) }
        let middle = language.numbers.format(value(.measure(.familiesKept), row))
        let (low, high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
        guard low < high else { return middle }
        return "\(middle) (\(language.numbers.format(low)) – \(language.numbers.format(high)))"
    }
}
