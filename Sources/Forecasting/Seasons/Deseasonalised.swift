public import LinearAlgebra
public import Sampling

/// A method on a series without its season, which is put back last; without a season that passes
/// `SeasonalTest` the method alone.
///
/// With the naive method it is the Naive2 of the M competitions.
public struct Deseasonalised: ForecastMethod {
    /// The method on the series without season.
    public let inner: any ForecastMethod
    private let name: String

    /// A method without season, under a name of its own.
    public init(_ inner: any ForecastMethod, name: String) {
        self.inner = inner
        self.name = name
    }

    /// The naive method without season.
    public static let naive2 = Deseasonalised(SimpleMethod.naive, name: "Naive2")

    /// Takes the season out and fits the method.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedDeseasonalised {
        let gap = series.values.firstIndex(where: \.isNaN)
        if series.period > 1, let gap { throw .missing(step: gap) }
        let season = Theta.season(series)
        let fit = try inner.fit(season?.adjusted(series) ?? series)
        return FittedDeseasonalised(method: name, series: series, season: season, fit: fit)
    }
}

/// A method fitted to a series without its season.
public struct FittedDeseasonalised: FittedSeries {
    /// The name of the method.
    public let method: String
    /// The series as it was given.
    public let series: TimeSeries
    /// The season that was taken out, or nil.
    public let season: ClassicalDecomposition?
    /// The method on the series without season.
    public let fit: any FittedSeries

    /// The expectation of each step from those before it.
    public var fitted: [Double] {
        fit.fitted.enumerated().map { restored($1, step: $0) }
    }

    /// Mean and interval, with the season put back on both.
    public func forecast(steps: Int, level: Double) -> Forecast {
        let plain = fit.forecast(steps: steps, level: level)
        func whole(_ values: [Double]) -> [Double] {
            values.enumerated().map { restored($1, step: series.count + $0) }
        }
        return Forecast(
            mean: whole(plain.mean), lower: whole(plain.lower), upper: whole(plain.upper),
            level: level)
    }

    /// Paths with the season put back.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        let plain = fit.simulate(steps: steps, paths: paths, stream: stream)
        let elements = (0..<paths * steps).map {
            restored(plain[$0 % paths, $0 / paths], step: series.count + $0 / paths)
        }
        return Matrix(rows: paths, columns: steps, columnMajor: elements)
    }

    private func restored(_ value: Double, step: Int) -> Double {
        season?.restored(value, step: step) ?? value
    }
}
