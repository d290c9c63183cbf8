import Forecasting

/// Series of one file, ready to be continued.
package struct SeriesTable: Sendable {
    /// A series with the place of its steps in time and in the file.
    package struct Member: Sendable {
        /// What the file calls it; the file's own name where it has one series.
        package let name: String
        /// The observations; NaN where a step has none.
        package let series: TimeSeries
        package let first: SeriesTime
        /// How many steps of the kind lie between two observations: 3 for months by the quarter.
        package let stride: Int
        /// The line of each step; nil where it has none.
        package let lines: [Int?]

        package init(
            name: String, series: TimeSeries, first: SeriesTime, stride: Int, lines: [Int?]
        ) {
            (self.name, self.series, self.first) = (name, series, first)
            (self.stride, self.lines) = (stride, lines)
        }

        /// When a step is, also beyond the last.
        package func time(_ step: Int) -> SeriesTime { first.advanced(by: step * stride) }

        /// The last step that was observed or is known to be missing.
        package var last: SeriesTime { time(series.count - 1) }
    }

    package let file: String
    /// In the order in which the file names them first.
    package let members: [Member]

    package init(file: String, members: [Member]) {
        (self.file, self.members) = (file, members)
    }

    package subscript(name: String) -> Member? { members.first { $0.name == name } }
}
