internal import RealModule

/// The theta method: a smoothed level that is pulled towards a straight line.
///
/// A season that passes `SeasonalTest` is divided out first (subtracted where the series or a
/// figure of the season is not positive) and put back last.
///
/// References: V. Assimakopoulos and K. Nikolopoulos (2000), doi:10.1016/S0169-2070(00)00066-2;
/// J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos and A. B. Koehler, Models for
/// optimising the theta method, International Journal of Forecasting 32 (2016),
/// doi:10.1016/j.ijforecast.2016.02.005.
public struct Theta: ForecastMethod {
    /// How the line and its pull are found.
    public enum Variant: Sendable, Hashable {
        /// Half the slope of the line through all observations (theta is 2): R's `thetaf`.
        case standard
        /// The line through all observations, its pull estimated.
        case optimised
        /// The line through the observations before each step, its pull estimated.
        case dynamicOptimised
    }

    /// How the line and its pull are found.
    public let variant: Variant

    /// The theta method of a variant.
    public init(_ variant: Variant = .standard) { self.variant = variant }

    /// Estimates level, smoothing and pull; needs five steps without gaps.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedTheta {
        if let gap = series.values.firstIndex(where: \.isNaN) { throw .missing(step: gap) }
        guard series.count >= 5 else { throw .tooShort(needed: 5, have: series.count) }
        let season = Self.season(series)
        let adjusted = season?.adjusted(series) ?? series
        let line = ThetaLine(adjusted.values)
        switch variant {
        case .standard:
            return FittedTheta(series, season, try standard(adjusted, line))
        case .optimised, .dynamicOptimised:
            let search = ThetaSearch(
                adjusted.values, line: variant == .optimised ? line : nil)
            return FittedTheta(series, season, search.best())
        }
    }

    private func standard(_ series: TimeSeries, _ line: ThetaLine) throws(FitFault) -> ThetaModel {
        let form = ETSForm(.additive, .none, .none)
        let smoothed = try ETS(form, search: .squares).fit(
            TimeSeries(series.values, period: 1))
        return ThetaModel(
            variant: .standard, alpha: smoothed.parameters.alpha, pull: 0.5, line: line,
            level: smoothed.level, fitted: smoothed.fitted, variance: smoothed.variance)
    }

    static func season(_ series: TimeSeries) -> ClassicalDecomposition? {
        guard SeasonalTest(series).isSeasonal else { return nil }
        if series.values.allSatisfy({ $0 > 0 }),
            let product = ClassicalDecomposition(series, kind: .multiplicative),
            product.figures.allSatisfy({ $0 >= 0.01 })
        {
            return product
        }
        return ClassicalDecomposition(series, kind: .additive)
    }
}

/// The straight line through the observations so far, `intercept + slope t` with t = 1 the first.
struct ThetaLine: Sendable, Equatable {
    var count: Int
    var mean: Double
    var slope: Double
    var intercept: Double { mean - slope * Double(count + 1) / 2 }

    /// The line of one observation: flat.
    init(first: Double) { (count, mean, slope) = (1, first, 0) }

    /// The line through all values by least squares.
    init(_ values: [Double]) {
        count = values.count
        let steps = Double(count)
        mean = values.reduce(0, +) / steps
        var cross = 0.0
        for (step, value) in values.enumerated() {
            cross += (Double(step + 1) - (steps + 1) / 2) * value
        }
        slope = cross * 12 / (steps * (steps * steps - 1))
    }

    /// Takes one more observation.
    mutating func append(_ value: Double) {
        let steps = Double(count)
        slope = ((steps - 1) * slope + 6 * (value - mean) / (steps + 1)) / (steps + 2)
        mean = (steps * mean + value) / (steps + 1)
        count += 1
    }
}
