public import LinearAlgebra
public import Sampling

/// A method on another scale, whose forecasts, intervals and paths are carried back.
///
/// Between two ends (``ScaledLogit``) or above 0 (``LogScale``) nothing leaves the scale's range.
public struct Rescaled: ForecastMethod {
    /// The method on the scale.
    public let inner: any ForecastMethod
    /// The scale.
    public let scale: any SeriesScale

    /// A method on a scale.
    public init(_ inner: any ForecastMethod, scale: any SeriesScale) {
        self.inner = inner
        self.scale = scale
    }

    /// Fits the method on the scale.
    ///
    /// - Throws: for a value without a place on the scale, and what the method throws.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedRescaled {
        FittedRescaled(series: series, scale: scale, fit: try inner.fit(try scale.laidOut(series)))
    }
}

/// A method fitted on another scale.
public struct FittedRescaled: FittedSeries {
    /// The series as it was given.
    public let series: TimeSeries
    /// The scale.
    public let scale: any SeriesScale
    /// The method on the scale.
    public let fit: any FittedSeries

    /// The name of the method.
    public var method: String { fit.method }

    /// The median of each step from those before it.
    public var fitted: [Double] { fit.fitted.map { $0.isNaN ? .nan : scale.value($0) } }

    /// Medians and quantiles, which the scale carries over as they are; `mean` holds the median,
    /// which lies below the mean where the scale is one of logarithms.
    public func forecast(steps: Int, level: Double) -> Forecast {
        let plain = fit.forecast(steps: steps, level: level)
        return Forecast(
            mean: plain.mean.map(scale.value), lower: plain.lower.map(scale.value),
            upper: plain.upper.map(scale.value), level: level)
    }

    /// Paths of the method, carried back.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        let plain = fit.simulate(steps: steps, paths: paths, stream: stream)
        let elements = (0..<paths * steps).map { scale.value(plain[$0 % paths, $0 / paths]) }
        return Matrix(rows: paths, columns: steps, columnMajor: elements)
    }
}
