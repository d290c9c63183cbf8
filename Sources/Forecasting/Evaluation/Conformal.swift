public import LinearAlgebra
public import Sampling

/// A method whose intervals are those of its own errors at earlier origins, by distance.
///
/// The half width at a distance is the `ceil((n + 1) level)`-th smallest of the n absolute errors
/// there, and never less than at a nearer distance. Distances beyond those tried grow by the square
/// root. Where a distance has fewer errors than the level takes, the method's own intervals stand.
///
/// Reference: V. Vovk, A. Gammerman and G. Shafer, Algorithmic Learning in a Random World, 2005,
/// doi:10.1007/b106715.
public struct Conformal: ForecastMethod {
    /// The method whose means are used.
    public let inner: any ForecastMethod
    /// The farthest distance that is tried.
    public let horizon: Int
    /// The number of earlier origins.
    public let origins: Int

    /// Intervals by the errors at `origins` origins up to `horizon` steps ahead.
    public init(_ inner: any ForecastMethod, horizon: Int, origins: Int = 20) {
        precondition(horizon >= 1 && origins >= 1, "intervals of no errors")
        self.inner = inner
        self.horizon = horizon
        self.origins = origins
    }

    /// Intervals at a level: with twenty errors at each distance or as many as the level takes.
    public init(_ inner: any ForecastMethod, horizon: Int, level: Double) {
        let errors = max(20, FittedConformal.needed(level))
        self.init(inner, horizon: horizon, origins: horizon - 1 + errors)
    }

    /// Fits the method to the series and to its beginnings, those that it can be fitted to.
    ///
    /// - Throws: what the method throws.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedConformal {
        let fit = try inner.fit(series)
        var errors = [[Double]](repeating: [], count: horizon)
        for origin in max(1, series.count - origins)..<max(series.count, 2) {
            guard let earlier = try? inner.fit(series.prefix(origin)) else { continue }
            let steps = min(horizon, series.count - origin)
            let mean = earlier.forecast(steps: steps, level: 0.5).mean
            for step in 0..<steps {
                let error = series.values[origin + step] - mean[step]
                if !error.isNaN { errors[step].append(error) }
            }
        }
        return FittedConformal(fit: fit, errors: errors)
    }
}

/// A fitted method with the errors of its earlier origins.
public struct FittedConformal: FittedSeries {
    /// The method on the whole series.
    public let fit: any FittedSeries
    /// Errors at earlier origins: first those one step ahead.
    public let errors: [[Double]]

    /// The name of the method.
    public var method: String { fit.method }
    /// The series that it was fitted to.
    public var series: TimeSeries { fit.series }
    /// The expectation of each step from those before it.
    public var fitted: [Double] { fit.fitted }

    /// How many errors have one among them that is as large as a level takes.
    public static func needed(_ level: Double) -> Int {
        var count = max(1, Int((level / (1 - level)).rounded(.down)) - 1)
        while rank(level, of: count) > count { count += 1 }
        return count
    }

    private static func rank(_ level: Double, of count: Int) -> Int {
        max(1, Int((Double(count + 1) * level).rounded(.up)))
    }

    /// The nearest distance with fewer errors than the level takes; nil where all have enough.
    public func shortfall(
        steps: Int, level: Double
    ) -> (distance: Int, have: Int, needed: Int)? {
        let needed = Self.needed(level)
        return errors.prefix(steps).firstIndex { $0.count < needed }.map {
            ($0 + 1, errors[$0].count, needed)
        }
    }

    /// The method's means, with intervals of its errors where there are enough of them.
    public func forecast(steps: Int, level: Double) -> Forecast {
        let plain = fit.forecast(steps: steps, level: level)
        if shortfall(steps: steps, level: level) != nil { return plain }
        let mean = plain.mean
        let widths = widths(steps: steps, level: level)
        return Forecast(
            mean: mean, lower: zip(mean, widths).map { $0 - $1 },
            upper: zip(mean, widths).map { $0 + $1 }, level: level)
    }

    /// Paths of the method, each step stretched so that half of them lie where half the errors did.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        let plain = fit.simulate(steps: steps, paths: paths, stream: stream)
        if shortfall(steps: steps, level: 0.5) != nil { return plain }
        let forecast = fit.forecast(steps: steps, level: 0.5)
        let widths = widths(steps: steps, level: 0.5)
        var elements = [Double](repeating: 0, count: paths * steps)
        for step in 0..<steps {
            let own = (forecast.upper[step] - forecast.lower[step]) / 2
            let stretch = own > 0 ? widths[step] / own : 1
            for path in 0..<paths {
                elements[step * paths + path] =
                    forecast.mean[step] + stretch * (plain[path, step] - forecast.mean[step])
            }
        }
        return Matrix(rows: paths, columns: steps, columnMajor: elements)
    }

    private func widths(steps: Int, level: Double) -> [Double] {
        var widest = 0.0
        return (0..<steps).map { step in
            guard step < errors.count else {
                return widest * (Double(step + 1) / Double(errors.count)).squareRoot()
            }
            let sorted = errors[step].map { abs($0) }.sorted()
            widest = max(widest, sorted[Self.rank(level, of: sorted.count) - 1])
            return widest
        }
    }
}
