import Quantities
import Synchronization

/// How an input that is not known for certain spreads around its written value.
///
/// A description only: `Analysis` makes a distribution of it. Numbers are in the unit of the value
/// that they stand beside.
public indirect enum Spread: Sendable, Hashable {
    /// A 90 % range: 5 % lie below, 5 % above. The written value, where there is one, is the
    /// median.
    case range(ClosedRange<Double>, median: Double?)
    /// Equally likely anywhere between two numbers.
    case uniform(ClosedRange<Double>)
    /// Rising to the mode, then falling.
    case triangular(ClosedRange<Double>, mode: Double)
    /// A beta distribution with the mean `(low + 4 mode + high) / 6`.
    case pert(ClosedRange<Double>, mode: Double)
    /// Bell-shaped, without ends: it may leave the range of its parameter.
    case normal(mean: Double, deviation: Double)
    /// By its median and the standard deviation of its logarithm.
    case lognormal(median: Double, deviation: Double)
    /// Between two ends, with a density of `x^(alpha - 1) (1 - x)^(beta - 1)` over the way from one
    /// to the other.
    case beta(alpha: Double, beta: Double, ClosedRange<Double>)
    /// Above zero, with the mean `shape x scale`.
    case gamma(shape: Double, scale: Double)
    /// Values that were observed, or forecast, each as likely as another.
    case empirical([Double])
    /// One of several values, true or false, or one of several words, by weight.
    case choice([SettingValue], weights: [Double])
    /// Whole paths over the dates of a setting, each as likely as another.
    case paths(DrawnPaths)
    /// A spread of numbers as far as the key accepts them.
    case truncated(Spread)
}

/// Paths that a forecast draws: what a setting of several dates takes together.
///
/// In order of their mean, the lowest first, so that a greater number is a higher path.
public struct DrawnPaths: Sendable, Hashable {
    /// The first month of each step; nil is the start of the horizon.
    public let months: [Month?]
    /// How many paths there are.
    public let count: Int
    private let drawn: Drawn

    /// By path: a value for each step, in the unit of the setting.
    public var values: [[Double]] { drawn.values }

    /// Puts paths in order; each has as many values as there are months.
    public init(months: [Month?], values: [[Double]]) {
        self.init(months: months, count: values.count) { values }
    }

    /// Paths that are drawn when somebody first looks at them: most runs never do.
    ///
    /// - Parameter draw: always the same paths, each with as many values as there are months.
    package init(months: [Month?], count: Int, draw: @escaping @Sendable () -> [[Double]]) {
        self.months = months
        self.count = count
        drawn = Drawn {
            let values = draw()
            precondition(values.allSatisfy { $0.count == months.count }, "a value for each month")
            return values.map { ($0, $0.reduce(0, +)) }.sorted { $0.1 < $1.1 }.map(\.0)
        }
    }

    /// What all copies of the paths share.
    private final class Drawn: Sendable {
        private let draw: @Sendable () -> [[Double]]
        private let known = Mutex<[[Double]]?>(nil)

        init(_ draw: @escaping @Sendable () -> [[Double]]) { self.draw = draw }

        var values: [[Double]] {
            known.withLock { known in
                let values = known ?? draw()
                known = values
                return values
            }
        }
    }

    public static func == (left: DrawnPaths, right: DrawnPaths) -> Bool {
        left.months == right.months && left.count == right.count
            && (left.drawn === right.drawn || left.values == right.values)
    }

    /// The central 90 % of the paths in a month; nil before the first step, and where all agree.
    public func interval(at month: Month) -> ClosedRange<Double>? {
        guard let step = months.lastIndex(where: { $0.map { $0 <= month } ?? true }),
            !values.isEmpty
        else { return nil }
        let sorted = values.map { $0[step] }.sorted()
        func quantile(_ share: Double) -> Double {
            sorted[Int((share * Double(sorted.count - 1)).rounded())]
        }
        let (low, high) = (quantile(0.05), quantile(0.95))
        return low < high ? low...high : nil
    }

    /// Paths are told apart by their steps; comparing looks at all of them.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(months)
        hasher.combine(count)
    }
}

/// Two inputs whose ranks move together.
public struct RankPair: Sendable, Hashable {
    /// The names of two varied inputs.
    public let first: String
    /// The other of them; their order does not matter.
    public let second: String
    /// Spearman's rank correlation, -1 to 1.
    public let correlation: Double
    /// Where the pair is written.
    public let provenance: Provenance

    /// A pair as it was written; what it contradicts is found where draws are made.
    public init(
        _ first: String, _ second: String, correlation: Double, provenance: Provenance
    ) {
        self.first = first
        self.second = second
        self.correlation = correlation
        self.provenance = provenance
    }
}
