public import LinearAlgebra
public import Sampling

/// What the automatic choice fitted, and why.
public struct FittedAutomatic: FittedSeries {
    /// The fitted method.
    public let fit: any FittedSeries
    /// Why it was chosen.
    public let reason: Automatic.Reason

    /// The method that was chosen.
    public var method: String { fit.method }
    /// The series that it was fitted to.
    public var series: TimeSeries { fit.series }
    /// The expectation of each step from those before it.
    public var fitted: [Double] { fit.fitted }

    /// Mean and interval of the chosen method.
    public func forecast(steps: Int, level: Double) -> Forecast {
        fit.forecast(steps: steps, level: level)
    }

    /// Paths of the chosen method.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        fit.simulate(steps: steps, paths: paths, stream: stream)
    }
}
