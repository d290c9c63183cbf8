/// One number of a segment by month and region.
///
/// Months in which it changes in no region share a row: most numbers never change, and of many
/// regions a row for each month would be most of what a run reads.
struct SegmentPanel: Sendable {
    /// The months of each row, in order; together the whole horizon.
    let spans: [Range<Int>]
    private let regions: Int
    /// By month: its row.
    private let rowOf: [Int]
    /// `[rows][regions]`.
    private var values: [Double]

    /// A number that is 0 everywhere.
    ///
    /// - Parameter changes: the months in which it may change in any region.
    init(months: Int, regions: Int, changes: Set<Int>) {
        let starts = changes.union([0]).sorted()
        spans = zip(starts, starts.dropFirst() + [months]).map { $0..<$1 }
        self.regions = regions
        rowOf = spans.enumerated().flatMap { row, span in span.map { _ in row } }
        values = Array(repeating: 0, count: spans.count * regions)
    }

    /// Writes the number of a region over some months, which must begin and end with rows.
    mutating func set(_ months: Range<Int>, _ region: Int, _ value: Double) {
        var row = rowOf[months.lowerBound]
        while row < spans.count, spans[row].lowerBound < months.upperBound {
            values[row * regions + region] = value
            row += 1
        }
    }

    subscript(month: Int, region: Int) -> Double { values[rowOf[month] * regions + region] }
}
