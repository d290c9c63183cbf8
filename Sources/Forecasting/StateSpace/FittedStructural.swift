public import LinearAlgebra
internal import Quantities
internal import RealModule
public import Sampling

/// A structural model with its variances.
public struct FittedStructural: FittedSeries {
    /// The series that it was fitted to.
    public let series: TimeSeries

    /// The expectation of each step from those before it, NaN while the start is diffuse.
    public let fitted: [Double]

    /// The logarithm of the diffuse likelihood: `-1/2 sum (log 2 pi F + v^2 / F)` over the steps
    /// with a proper innovation, less half the logarithms of the first, infinite variances.
    public let logLikelihood: Double

    private let system: StructuralSystem
    private let filter: DiffuseFilter
    private let records: [DiffuseSmoother.Record]

    init(system: StructuralSystem, series: TimeSeries) {
        self.system = system
        self.series = series
        var filter = DiffuseFilter(system)
        var fitted: [Double] = []
        var records: [DiffuseSmoother.Record] = []
        for value in series.values {
            var record = DiffuseSmoother.Record(
                state: filter.state, finite: filter.finite, infinite: filter.infinite,
                step: DiffuseFilter.Step(innovation: 0, finite: 0, infinite: 0))
            let isProper = filter.diffuse == 0
            fitted.append(isProper ? filter.expectation : .nan)
            record.step = filter.take(value)
            records.append(record)
        }
        self.fitted = fitted
        self.records = records
        self.filter = filter
        logLikelihood =
            -0.5
            * (Double(filter.counted) * .log(2 * .pi) + filter.logVariances + filter.squares)
    }

    /// `Local level`, `Local linear trend`, and these with seasons.
    public var method: String {
        let name = system.hasSlope ? "Local linear trend" : "Local level"
        return system.period > 1 ? "\(name) with seasons" : name
    }

    /// The variance of the irregular, in the square of the series' unit.
    public var irregularVariance: Double { system.irregular }

    /// The variance of a step of the level.
    public var levelVariance: Double { system.variances[1] }

    /// The variance of a step of the slope; nil without a slope.
    public var slopeVariance: Double? { system.hasSlope ? system.variances[2] : nil }

    /// The variance of a step of the season; nil without seasons.
    public var seasonVariance: Double? { system.period > 1 ? system.variances.last : nil }

    /// The series without its irregular, given all observations: level plus season at each step,
    /// and the standard deviation with which it is known. This is what fills a gap.
    public var smoothed: (mean: [Double], deviation: [Double]) {
        let steps = DiffuseSmoother.run(system, records)
        return (
            steps.map { system.observe($0.state) }, steps.map { $0.variance.squareRoot() }
        )
    }

    /// The level at each step given all observations.
    public var smoothedLevel: [Double] {
        DiffuseSmoother.run(system, records).map { $0.state[0] }
    }

    /// Mean and central interval from the states after the last observation.
    public func forecast(steps: Int, level: Double) -> Forecast {
        let z = StandardNormal.quantile(0.5 + level / 2)
        var filter = filter
        var forecast = Forecast(mean: [], lower: [], upper: [], level: level)
        for _ in 0..<steps {
            let mean = filter.expectation
            let reach = z * filter.take(.nan).finite.squareRoot()
            forecast.mean.append(mean)
            forecast.lower.append(mean - reach)
            forecast.upper.append(mean + reach)
        }
        return forecast
    }

    /// Paths by their innovations: each step is drawn given the steps of its path before it.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        var out = Matrix(rows: paths, columns: steps)
        for path in 0..<paths {
            var filter = filter
            for step in 0..<steps {
                let mean = filter.expectation
                let deviation = filter.deviation
                let value = mean + deviation * StandardNormal.quantile(stream.uniform(path, step))
                out[path, step] = value
                _ = filter.take(value)
            }
        }
        return out
    }
}
