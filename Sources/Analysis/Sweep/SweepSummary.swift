import Quantities

package struct SweepSummary: Sendable {
    /// An outcome of a policy over its points.
    public struct Range: Equatable, Sendable {
        /// Points that have the outcome; a ratio without a denominator has none.
        package var count = 0
        /// The least of them; missing where there is none.
        package var minimum = Double.nan
        /// The middle value, of two the mean.
        package var median = Double.nan
        /// The greatest of them.
        package var maximum = Double.nan

        /// - Parameter values: without missing ones.
        package init(_ values: [Double]) {
            let sorted = values.sorted()
            guard let first = sorted.first, let last = sorted.last else { return }
            let middle = sorted.count / 2
            (count, minimum, maximum) = (sorted.count, first, last)
            median =
                sorted.count % 2 == 1
                ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
        }
    }

    /// By policy, then by outcome.
    package let ranges: [[Range]]
    /// Reasons with the number of their points and the first of them, most frequent first.
    package let failures: [(reason: SweepFailure, count: Int, first: Int)]
    /// How many evaluations have no result.
    package var failed: Int { failures.reduce(0) { $0 + $1.count } }

    package init(
        ranges: [[Range]], failures: [(reason: SweepFailure, count: Int, first: Int)]
    ) {
        self.ranges = ranges
        self.failures = failures
    }
}

/// What a whole sweep came to, ready to be told.
public struct SweepResult: Sendable {
    package let name: String
    package let title: Phrase
    package let design: String
    package let columns: SweepColumns
    /// Inputs that change no outcome.
    package let inert: [String]
    package let summary: SweepSummary

    package init(
        name: String, title: Phrase, design: String, columns: SweepColumns, inert: [String],
        summary: SweepSummary
    ) {
        self.name = name
        self.title = title
        self.design = design
        self.columns = columns
        self.inert = inert
        self.summary = summary
    }
}
