import Analysis
import Costing
import Policy
import Quantities

extension ScenarioResult {
    /// Years down and quantities across; the last row is the whole horizon, or its end for stocks
    /// and coverage.
    ///
    /// - Parameter more: columns after the quantities, by position of the year.
    func yearReport(
        _ quantities: [Quantity], name: String = "summary",
        @ColumnList<Int?> more: () -> [Column<Int?>] = { [] }
    ) -> ResultTable {
        ResultTable(name, Array(summary.years.indices) + [nil]) {
            Key("year") { yearLabel($0) }
            for quantity in quantities {
                Column(quantity) { quantity.value(summary, year: $0) }
            }
            more()
        }
    }

    /// Segments down and quantities across, over the whole horizon; the last row is all of them.
    func segmentReport(_ quantities: [Quantity], in language: Language) -> ResultTable {
        ResultTable("segments", Array(policy.segments.indices) + [nil]) {
            Key("segment") { $0.map { policy.segments[$0].name[language] } ?? "total" }
            for quantity in quantities {
                Column(quantity) { quantity.value(summary, year: nil, segment: $0) }
            }
        }
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
        var labels: [String] = policy.purses.map { $0.name[language] }
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
        return ResultTable("purses", shown) {
            Key("purse") { names[$0] }
            for (year, column) in zip(years, columns) {
                Column(yearLabel(year), .rupiah) { column[$0] }
            }
        }
    }

    /// A year as a label; nil is the whole horizon.
    func yearLabel(_ year: Int?) -> String { year.map { String(summary.years[$0]) } ?? "all" }
}
