public import LinearAlgebra
public import Sampling

/// A way to continue a series: naive, drift, exponential smoothing, theta, ARIMA and others.
public protocol ForecastMethod: Sendable {
    associatedtype Fitted: FittedSeries

    /// Estimates what the method needs from a series.
    func fit(_ series: TimeSeries) throws(FitFault) -> Fitted
}

/// A method fitted to a series, ready to continue it.
public protocol FittedSeries: Sendable {
    /// The method as the field writes it, with the form chosen: `ETS(A,Ad,N)`, `ARIMA(0,1,1)`.
    var method: String { get }

    /// The series that it was fitted to.
    var series: TimeSeries { get }

    /// The expectation of each step from those before it, NaN where the method has none yet.
    var fitted: [Double] { get }

    /// Mean and central interval of the `steps` steps after the last observation.
    ///
    /// - Parameter level: the probability that an outcome lies inside, in (0, 1).
    func forecast(steps: Int, level: Double) -> Forecast

    /// Paths of the next steps as the model draws them, errors of its own kind included.
    ///
    /// - Parameter stream: `uniform(path, step)` of it decides a path's error at a step, so that a
    ///   path is the same however many are drawn.
    /// - Returns: one row for each path, one column for each step.
    func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix
}

extension FittedSeries {
    /// Observation less expectation at each step, NaN where either is missing.
    public var residuals: [Double] { zip(series.values, fitted).map { $0 - $1 } }
}
