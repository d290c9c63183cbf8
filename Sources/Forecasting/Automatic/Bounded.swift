public import LinearAlgebra
public import Sampling

/// A method on a scale with ends: no forecast, interval or path leaves them.
public struct Bounded: ForecastMethod {
    /// The method on the scale without ends.
    public let inner: any ForecastMethod
    /// The ends.
    public let scale: ScaledLogit

    /// A method between two ends.
    public init(_ inner: any ForecastMethod, scale: ScaledLogit) {
        self.inner = inner
        self.scale = scale
    }

    /// Fits the method on the scale without ends.
    ///
    /// - Throws: `outOfBounds` for a value outside the ends, and what the method throws.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedBounded {
        FittedBounded(series: series, scale: scale, fit: try inner.fit(try scale.laidOut(series)))
    }
}

/// A method fitted on a scale with ends.
public struct FittedBounded: FittedSeries {
    /// The series as it was given.
    public let series: TimeSeries
    /// The ends.
    public let scale: ScaledLogit
    /// The method on the scale without ends.
    public let fit: any FittedSeries

    /// The name of the method.
    public var method: String { fit.method }

    /// The median of each step from those before it.
    public var fitted: [Double] { fit.fitted.map { $0.isNaN ? .nan : scale.value($0) } }

    /// Medians and quantiles, which the scale carries over as they are; `mean` holds the median.
    public func forecast(steps: Int, level: Double) -> Forecast {
        let plain = fit.forecast(steps: steps, level: level)
        return Forecast(
            mean: plain.mean.map(scale.value), lower: plain.lower.map(scale.value),
            upper: plain.upper.map(scale.value), level: level)
    }

    /// Paths of the method, laid back between the ends.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        let plain = fit.simulate(steps: steps, paths: paths, stream: stream)
        let elements = (0..<paths * steps).map { scale.value(plain[$0 % paths, $0 / paths]) }
        return Matrix(rows: paths, columns: steps, columnMajor: elements)
    }
}
