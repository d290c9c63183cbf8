import Policy
import Quantities

extension ScenarioResult {
    /// All figures and ratios by year, in total or by province, region or segment.
    ///
    /// Keys: `year`, and `province`, `region` or `segment`. Money is whole rupiah, and rows add up.
    ///
    /// A row for each year and place, a column for each quantity; ``Comparison`` has a row for
    /// each quantity instead, beside the baseline's.
    ///
    ///     result.yearlyTable(by: .segment, quantities: [.measure(.publicBill)])
    ///
    /// - Parameters:
    ///   - grouping: one row a year, or a row for each place or segment in it.
    ///   - quantities: the columns, in that order; all that make sense where nil.
    package func yearlyTable(
        by grouping: Grouping = .total, quantities: [Quantity]? = nil
    ) -> ResultTable {
        let rows = summary.years.indices.flatMap { year in
            grouping.rows(of: policy).map { (year: year, place: $0) }
        }
        let figures = summary.folded(grouping, of: policy)
        let listed = Quantity.listed(by: grouping, hasPoverty: summary.hasPoverty)
        return ResultTable("yearly-\(grouping.rawValue)", rows) {
            Key("year") { summary.years[$0.year] }
            if grouping != .total {
                Key(grouping.rawValue) { grouping.label($0.place, of: policy) }
            }
            for quantity in quantities ?? listed {
                Column(quantity) {
                    quantity.value(
                        figures, year: $0.year, region: $0.place.region,
                        segment: $0.place.segment)
                }
            }
        }
    }
}
