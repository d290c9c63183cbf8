/// Which runs of a design failed, and where among the inputs.
///
/// A failed run has a value that is not a finite number in any of its outputs. Its whole row is
/// left out of every output's analysis, so that all indices are of the same points. The indices
/// are then those of the model where it works, which is another question than the one asked:
/// hence the regions.
public struct SensitivityFailures: Sendable, Equatable {
    /// Where the failed runs lie along one input.
    public struct Region: Sendable, Equatable {
        /// The input's name.
        public let input: String
        /// From the least to the greatest coordinate of a failed run.
        public let failed: ClosedRange<Double>
        /// The same of all runs.
        public let all: ClosedRange<Double>
        /// The stretch of the input that holds most of the failures and least of the rest, in
        /// 64ths of the whole range.
        public let stretch: ClosedRange<Double>
        /// Share of the failed runs in the stretch, less the share of the others: 1 where the
        /// input alone says which runs fail, near 0 where it says nothing (Kuiper's statistic).
        public let separation: Double
    }

    /// Runs with a value that is not finite, in any output.
    public let failedRuns: Int
    /// All runs of the design.
    public let runs: Int
    /// Rows with a failed run, which were left out.
    public let droppedRows: Int
    /// Rows of the design.
    public let rows: Int
    /// One for each input, in their order.
    public let regions: [Region]
}

extension SensitivityFailures {
    /// For each run, whether it has a value that is not a finite number; empty where none has.
    static func failedRuns(_ outputs: [[Double]]) -> [Bool] {
        var failed: [Bool] = []
        for output in outputs {
            // A sum is finite only if all its numbers are; it may overflow, so look again then.
            if output.reduce(0, +).isFinite { continue }
            if failed.isEmpty { failed = [Bool](repeating: false, count: output.count) }
            for run in output.indices where !output[run].isFinite { failed[run] = true }
        }
        return failed.contains(true) ? failed : []
    }

    /// Describes the failures of a design's runs; nil where there are none.
    init?(_ design: some SensitivityDesign, failed: [Bool]) {
        guard failed.contains(true) else { return nil }
        runs = design.count
        rows = design.rowCount
        failedRuns = failed.count { $0 }
        droppedRows = design.rowCount - Self.keptRows(design, failed).count
        regions = Self.regions(design, failed)
    }

    /// The rows without a failed run.
    static func keptRows(_ design: some SensitivityDesign, _ failed: [Bool]) -> [Int] {
        let length = design.rowLength
        guard !failed.isEmpty else { return Array(0..<design.rowCount) }
        return (0..<design.rowCount).filter { row in
            !failed[row * length..<(row + 1) * length].contains(true)
        }
    }

    /// The region of each input, in two passes over all points: ranges first, then counts in their
    /// bins. The points are made anew rather than kept.
    private static func regions(_ design: some SensitivityDesign, _ failed: [Bool]) -> [Region] {
        var counts = design.names.map { _ in FailureCounts() }
        eachValue(of: design) { run, input, value in
            counts[input].extend(value, failed: failed[run])
        }
        eachValue(of: design) { run, input, value in
            counts[input].add(value, failed: failed[run])
        }
        return zip(design.names, counts).map { $1.region($0) }
    }

    private static func eachValue(
        of design: some SensitivityDesign,
        _ visit: (_ run: Int, _ input: Int, _ value: Double) -> Void
    ) {
        let inputs = design.names.count
        var points: [Double] = []
        for first in stride(from: 0, to: design.count, by: 4096) {
            let block = first..<min(design.count, first + 4096)
            design.fill(block, into: &points)
            for place in points.indices {
                visit(first + place / inputs, place % inputs, points[place])
            }
        }
    }
}

/// Failed and other runs along one input: their ranges, then their numbers in 64 bins.
private struct FailureCounts {
    /// Fine enough to point at an end of an input's range, coarse enough to hold counts.
    private static let bins = 64
    /// Where runs lie, failed or not.
    private var all = Extent()
    private var failed = Extent()
    /// By bin: failed runs.
    private var failures = [Int](repeating: 0, count: bins)
    /// By bin: the others.
    private var successes = [Int](repeating: 0, count: bins)

    /// The least and the greatest of some values.
    struct Extent {
        /// The least so far; above the greatest while there is none.
        var low = Double.infinity
        /// The greatest so far.
        var high = -Double.infinity
        /// From the least to the greatest; everything while there is no value.
        var range: ClosedRange<Double> { min(low, high)...max(low, high) }

        mutating func extend(_ value: Double) {
            low = min(low, value)
            high = max(high, value)
        }
    }

    /// Widens the ranges by a run; done for all runs before any is counted.
    mutating func extend(_ value: Double, failed isFailed: Bool) {
        all.extend(value)
        if isFailed { failed.extend(value) }
    }

    /// Counts a run in its bin.
    mutating func add(_ value: Double, failed isFailed: Bool) {
        let width = all.high - all.low
        let share = width > 0 ? (value - all.low) / width : 0
        let bin = min(Self.bins - 1, Int(share * Double(Self.bins)))
        if isFailed { failures[bin] += 1 } else { successes[bin] += 1 }
    }

    /// The stretch of bins with the largest sum of differences (Kadane's algorithm).
    ///
    ///     separation = max over stretches of sum over bins of
    ///                  failures / all failures - successes / all successes
    func region(_ input: String) -> SensitivityFailures.Region {
        let failing = Double(max(1, failures.reduce(0, +)))
        let working = Double(max(1, successes.reduce(0, +)))
        var best = (sum: 0.0, first: 0, last: Self.bins - 1)
        var current = (sum: 0.0, first: 0)
        for bin in 0..<Self.bins {
            if current.sum <= 0 { current = (0, bin) }
            current.sum += Double(failures[bin]) / failing - Double(successes[bin]) / working
            if current.sum > best.sum { best = (current.sum, current.first, bin) }
        }
        let width = (all.high - all.low) / Double(Self.bins)
        let stretch = all.low + width * Double(best.first)...all.low + width * Double(best.last + 1)
        return .init(
            input: input, failed: failed.range, all: all.range, stretch: stretch,
            separation: best.sum)
    }
}
