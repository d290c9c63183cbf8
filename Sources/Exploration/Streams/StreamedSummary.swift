import Quantities

/// What many draws of one figure come to, without keeping them.
///
/// Fed in the order of draws, so that its last digit does not depend on threads. NaN and infinite
/// numbers, such as a ratio to zero, are not part of it; ``count`` says how many numbers are.
///
/// Reference: B. P. Welford, Note on a method for calculating corrected sums of squares and
/// products, 1962, doi:10.1080/00401706.1962.10490022.
public struct StreamedSummary: Sendable, Equatable {
    /// How many numbers it is made of.
    public private(set) var count = 0
    /// The smallest number; no meaning while there is none, like the next two.
    private var least = 0.0
    /// The largest number.
    private var greatest = 0.0
    /// The mean so far.
    private var average = 0.0
    /// The sum of squared distances from the mean.
    private var squares = 0.0
    /// Counts by size, for quantiles.
    private var sketch = QuantileSketch()

    /// Nothing seen.
    public init() {}

    /// Takes one number in.
    ///
    ///     mean(n) = mean(n-1) + (x - mean(n-1)) / n
    ///     squares(n) = squares(n-1) + (x - mean(n-1)) (x - mean(n))
    public mutating func add(_ number: Double) {
        guard number.isFinite else { return }
        count += 1
        let distance = number - average
        average += distance / Double(count)
        squares += distance * (number - average)
        least = count == 1 ? number : min(least, number)
        greatest = count == 1 ? number : max(greatest, number)
        sketch.add(number)
    }

    /// NaN where there are no numbers.
    public var minimum: Double { count > 0 ? least : .nan }

    /// NaN where there are no numbers.
    public var maximum: Double { count > 0 ? greatest : .nan }

    /// NaN where there are no numbers.
    public var mean: Double { count > 0 ? average : .nan }

    /// Of the draws, with `n - 1`; NaN below two numbers.
    public var variance: Double { count > 1 ? squares / Double(count - 1) : .nan }

    /// The square root of the variance.
    public var deviation: Double { variance.squareRoot() }

    /// The standard error of the mean, `deviation / sqrt(n)`.
    ///
    /// So it is for independent draws. A Latin hypercube or Sobol design spreads its draws more
    /// evenly, and its means are closer than this for smooth figures: an upper estimate.
    public var error: Double { deviation / Double(count).squareRoot() }

    /// The number below which a share of the draws lies, within
    /// ``QuantileSketch/relativeAccuracy``; NaN where there are no numbers.
    public func quantile(_ share: Double) -> Double {
        guard let value = sketch.quantile(share) else { return .nan }
        return min(max(value, least), greatest)
    }
}

/// How a figure differs from the baseline's, draw by draw.
public struct DifferenceSummary: Sendable, Equatable {
    /// Of value minus baseline value, in draws that have both.
    public private(set) var difference = StreamedSummary()
    /// Draws in which the figure is above the baseline's.
    private var above = 0
    /// Draws in which it is below.
    private var below = 0

    /// Nothing seen.
    public init() {}

    /// Takes in one draw.
    public mutating func add(_ value: Double, baseline: Double) {
        let change = value.isAbout(baseline) ? 0 : value - baseline
        guard change.isFinite else { return }
        difference.add(change)
        if change > 0 { above += 1 }
        if change < 0 { below += 1 }
    }

    /// The share of draws in which the figure is above the baseline's; NaN without draws.
    public var aboveShare: Double { share(above) }

    /// The share of draws in which it is below; with ``aboveShare`` it sums to less than one where
    /// draws are equal.
    public var belowShare: Double { share(below) }

    /// Some of the draws as a share of all that have both figures.
    private func share(_ count: Int) -> Double {
        difference.count > 0 ? Double(count) / Double(difference.count) : .nan
    }
}
