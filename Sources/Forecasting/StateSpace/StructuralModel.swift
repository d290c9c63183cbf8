internal import Optimization
internal import RealModule

/// A structural model: a level, and where asked for a slope and a season, each of which wanders.
///
///     y[t] = level[t] + season[t] + irregular        level[t+1] = level[t] + slope[t] + noise
///     slope[t+1] = slope[t] + noise                  season[t+1] = -(last period - 1) + noise
///
/// The variances are those of greatest likelihood, from an exact diffuse start; missing
/// observations are skipped, and `FittedStructural.smoothed` fills them.
///
/// References: A. C. Harvey, Forecasting, Structural Time Series Models and the Kalman Filter,
/// 1989, doi:10.1017/CBO9781107049994; Durbin and Koopman, 2012,
/// doi:10.1093/acprof:oso/9780199641178.001.0001.
public struct StructuralModel: ForecastMethod, Equatable {
    /// Whether the level has a slope: the local linear trend in place of the local level.
    public var hasSlope: Bool

    /// Whether seasons of the series' own period are added; a period of 1 has none.
    public var hasSeason: Bool

    /// A local level, with a slope and seasons where asked for.
    public init(hasSlope: Bool = false, hasSeason: Bool = false) {
        self.hasSlope = hasSlope
        self.hasSeason = hasSeason
    }

    /// Estimates the variances.
    ///
    /// - Throws: `tooShort` with fewer observations than states, variances and one more;
    ///   `constant`; `notConverged` where the observations leave a state undetermined.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedStructural {
        let period = hasSeason ? series.period : 1
        let count = StructuralSystem.varianceCount(hasSlope: hasSlope, period: period)
        let observed = series.values.filter { !$0.isNaN }
        var system = StructuralSystem(
            hasSlope: hasSlope, period: period, variances: [Double](repeating: 1, count: count))
        let needed = system.order + count + 1
        if observed.count < needed { throw .tooShort(needed: needed, have: observed.count) }
        let mean = observed.reduce(0, +) / Double(observed.count)
        let spread = observed.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(observed.count)
        if spread <= 0 { throw .constant }
        let search = StructuralSearch(
            system: system, values: series.values.map { ($0 - mean) / spread.squareRoot() })
        let (ratios, scale) = try search.best()
        system.variances = ratios.map { $0 * scale * spread }
        return FittedStructural(system: system, series: series)
    }
}

/// The search for the variances of a structural model, in units of the series' own spread.
struct StructuralSearch {
    let system: StructuralSystem
    let values: [Double]

    /// A perfect fit has no likelihood; the variance of the innovations is taken as this at least.
    private static let floor = 0x1p-80

    /// The ratios of the variances, and the variance that they are ratios to.
    func best() throws(FitFault) -> (ratios: [Double], scale: Double) {
        var best: Minimum?
        for start in starts {
            let found = QuasiNewton(tolerance: 1e-13).minimum(from: start) { deviance($0) }
            if found.value.isFinite && found.value < best?.value ?? .infinity { best = found }
        }
        guard let best else { throw .notConverged }
        let ratios = snapped(best)
        guard let filter = filtered(ratios) else { throw .notConverged }
        return (ratios, filter.scale)
    }

    /// Deviations relative to the largest: quiet and lively levels, irregular and none.
    private var starts: [[Double]] {
        let others = system.variances.count - 2
        return [(1.0, 0.3, 0.1), (1, 1, 0.03), (0.2, 1, 0.3)].map { irregular, level, other in
            [irregular, level] + [Double](repeating: other, count: others)
        }
    }

    /// Twice the negative log likelihood; the scale of the deviations is free.
    private func deviance(_ deviations: UnsafeBufferPointer<Double>) -> Double {
        filtered(deviations.map { $0 * $0 })?.deviance(floor: Self.floor) ?? .infinity
    }

    private func filtered(_ ratios: [Double]) -> DiffuseFilter? {
        var own = system
        let sum = ratios.reduce(0, +)
        guard sum > 0, sum.isFinite else { return nil }
        own.variances = ratios.map { $0 / sum }
        var filter = DiffuseFilter(own)
        for value in values { _ = filter.take(value) }
        return filter.diffuse == 0 && filter.counted > 0 ? filter : nil
    }

    /// Sets variances to exactly 0 where that costs no likelihood.
    private func snapped(_ minimum: Minimum) -> [Double] {
        var ratios = minimum.point.map { $0 * $0 }
        let sum = ratios.reduce(0, +)
        for place in ratios.indices { ratios[place] /= sum }
        for place in ratios.indices where ratios[place] < 1e-4 {
            var without = ratios
            without[place] = 0
            guard let filter = filtered(without) else { continue }
            if filter.deviance(floor: Self.floor) <= minimum.value + 1e-9 { ratios = without }
        }
        let left = ratios.reduce(0, +)
        return ratios.map { $0 / left }
    }
}
