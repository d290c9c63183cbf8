import Policy
import Quantities

extension ScenarioResult {
    /// All figures and ratios by year, in total or by region or segment.
    ///
    /// Keys: `year`, and `region` or `segment`. Money is whole rupiah, and rows add up.
    ///
    /// A row for each year and place, a column for each quantity; ``Comparison`` has a row for
    /// each quantity instead, beside the baseline's.
    ///
    ///     result.yearlyTable(by: .segment, quantities: [.measure(.publicBill)])
    ///
    /// - Parameters:
    ///   - grouping: one row a year, or a row for each region or segment in it.
    ///   - quantities: the columns, in that order; all that make sense where nil.
    public func yearlyTable(
        by grouping: Grouping = .total, quantities: [Quantity]? = nil
    ) -> ResultTable {
        let rows = grouping.rows(of: policy)
        let cells = summary.years.indices.flatMap { year in rows.map { (year, $0) } }
        var keys: [(String, ResultTable.Cells)] = [
            ("year", .whole(cells.map { summary.years[$0.0] }))
        ]
        if grouping != .total {
            let labels = cells.map { grouping.label($0.1, of: policy) }
            keys.append((grouping.rawValue, .text(labels)))
        }
        let listed = Quantity.listed(by: grouping, hasPoverty: summary.hasPoverty)
        let measures = (quantities ?? listed).map { quantity in
            let values = cells.map { year, row in
                quantity.value(summary, year: year, region: row.region, segment: row.segment)
            }
            return (quantity.name, quantity.unit, Self.cells(values, quantity))
        }
        return .trusted(name: "yearly-\(grouping.rawValue)", keys: keys, measures: measures)
    }

    /// Money that adds up is whole rupiah; all else is a number.
    static func cells(_ values: [Double], _ quantity: Quantity) -> ResultTable.Cells {
        guard case .measure(let measure) = quantity, measure.unit == .rupiah else {
            return .number(values)
        }
        return .rupiah(values.map { ExpectedRupiah($0).rounded() })
    }
}
