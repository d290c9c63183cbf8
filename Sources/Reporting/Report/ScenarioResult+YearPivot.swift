import Analysis
import Costing
import Policy
import Quantities

/// A quantity's cells as a column of a report: money that adds up in whole rupiah.
extension Quantity {
    /// Values as cells.
    func cells(_ values: [Double]) -> ResultTable.Cells {
        guard unit == .rupiah else { return .number(values) }
        return .rupiah(values.map { ExpectedRupiah($0).rounded() })
    }
}

extension ScenarioResult {
    /// Years down and quantities across; the last row is the whole horizon, or its end for stocks
    /// and coverage.
    func yearReport(_ quantities: [Quantity]) -> ResultTable {
        let years: [Int?] = Array(summary.years.indices) + [nil]
        return .trusted(
            name: "summary",
            keys: [("year", .text(years.map { yearLabel($0) }))],
            measures: quantities.map { quantity in
                let values = years.map { quantity.value(summary, year: $0) }
                return (quantity.name, quantity.unit, quantity.cells(values))
            })
    }

    /// Segments down and quantities across, over the whole horizon; the last row is all of them.
    func segmentReport(_ quantities: [Quantity], in language: Language) -> ResultTable {
        let segments: [Int?] = Array(policy.segments.indices) + [nil]
        let labels = segments.map { $0.map { policy.segments[$0].name[language] } ?? "total" }
        return .trusted(
            name: "segments", keys: [("segment", .text(labels))],
            measures: quantities.map { quantity in
                let values = segments.map { quantity.value(summary, year: nil, segment: $0) }
                return (quantity.name, quantity.unit, quantity.cells(values))
            })
    }

    /// Purses down, years and the whole horizon across: what each pays, then the gap where there
    /// is one, then needs.
    ///
    /// All are whole rupiah; the last row is the sum of those above it, the last column that of
    /// the years.
    ///
    /// - Parameter isBrief: leaves out purses that pay nothing, and needs, which are the sums.
    func purseReport(in language: Language, isBrief: Bool = false) -> ResultTable {
        let rows = purseRows
        var labels: [String] = policy.fundingSources.map { $0.name[language] }
        labels += [Phrase.unfunded[language], "needs"]
        let names = labels
        let years: [Int?] = Array(summary.years.indices) + [nil]
        let columns = years.map { year -> [Rupiah] in
            var paid = Array(repeating: Rupiah.zero, count: names.count)
            for row in rows where year.map({ summary.years[$0] == row.year }) ?? true {
                let position =
                    if case .purse(let purse) = row.bearer { purse } else { names.count - 2 }
                paid[position] = paid[position] + row.paid
                paid[names.count - 1] = paid[names.count - 1] + row.paid
            }
            return paid
        }
        let shown = names.indices.filter { row in
            if isBrief, row == names.count - 1 || columns.allSatisfy({ $0[row] == .zero }) {
                return false
            }
            return hasGap || row != names.count - 2
        }
        return .trusted(
            name: "purses", keys: [("purse", .text(shown.map { names[$0] }))],
            measures: zip(years, columns).map { year, column in
                (yearLabel(year), .rupiah, .rupiah(shown.map { column[$0] }))
            })
    }

    /// A year as a label; nil is the whole horizon.
    func yearLabel(_ year: Int?) -> String { year.map { String(summary.years[$0]) } ?? "all" }
}
