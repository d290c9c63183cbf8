/// The ARIMA model whose order is found by the stepwise search of Hyndman and Khandakar.
///
/// The strength of the season decides on a seasonal difference, the test of Kwiatkowski, Phillips,
/// Schmidt and Shin on first differences; orders then move one or two terms at a time while AICc
/// falls. Roots are kept outside a circle of radius 1.01, where R's package passes models with
/// others over. Every candidate is fitted by exact likelihood, whatever the length of the series.
///
/// Reference: R. Hyndman and Y. Khandakar, Automatic time series forecasting: the forecast package
/// for R, J. Statistical Software 27 (2008), doi:10.18637/jss.v027.i03.
public struct AutoARIMA: ForecastMethod, Equatable {
    /// Effects of policies that are estimated together with the model.
    public var interventions: [Intervention]

    /// The most terms of p and of q; and of both seasonal orders.
    public var limits: (terms: Int, seasonalTerms: Int)

    /// A search within the usual limits: five terms, two seasonal ones.
    public init(
        interventions: [Intervention] = [], limits: (terms: Int, seasonalTerms: Int) = (5, 2)
    ) {
        self.interventions = interventions
        self.limits = limits
    }

    /// Whether two searches are the same.
    public static func == (a: AutoARIMA, b: AutoARIMA) -> Bool {
        a.interventions == b.interventions && a.limits == b.limits
    }

    /// Finds the order and estimates the model.
    ///
    /// - Throws: `tooShort` below five observations; what `ARIMA.fit` throws where no order can be
    ///   fitted.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedARIMA {
        let observed = series.values.filter { !$0.isNaN }.count
        if observed < 5 { throw .tooShort(needed: 5, have: observed) }
        let plain = withoutEffects(series)
        if StationarityTests.isConstant(plain) { throw .constant }
        let period = series.period
        let seasonalD = StationarityTests.seasonalDifferences(plain, period: period)
        let seasonal = ARIMAOrder(0, 0, 0, seasonal: (0, seasonalD, 0))
        let d = StationarityTests.differences(
            seasonal.differenced(plain, period: period), limit: 2)
        let whole = ARIMAOrder(0, d, 0, seasonal: (0, seasonalD, 0))
        if StationarityTests.isConstant(whole.differenced(plain, period: period)) {
            throw .constant
        }
        let problem = ArimaProblem(series, d, seasonalD, interventions: interventions)
        var search = StepwiseSearch(
            problem: problem, limits: Self.limits(limits, observed, period: period))
        let best = try search.run()
        let solution = try problem.solve(
            best.order, hasConstant: best.hasConstant, precision: 1e-12, from: best.free,
            radius: StepwiseSearch.radius)
        return FittedARIMA(problem: problem, solution: solution)
    }

    /// The series without gaps at its ends, those inside joined by lines, and without what least
    /// squares ascribe to the interventions.
    private func withoutEffects(_ series: TimeSeries) -> [Double] {
        let problem = ArimaProblem(series, 0, 0, interventions: interventions)
        var values = problem.joined
        guard !interventions.isEmpty else { return values }
        let likelihood = problem.likelihood(ARIMAOrder(0, 0, 0), hasConstant: true)
        let none = UnsafeBufferPointer<Double>(start: nil, count: 0)
        guard likelihood.deviance(none).isFinite, let fit = likelihood.estimates() else {
            return values
        }
        for (number, effect) in interventions.enumerated() {
            let size = fit.coefficients[likelihood.gaps + 1 + number]
            for step in values.indices {
                values[step] -= size * effect.value(at: step + problem.origin)
            }
        }
        return values
    }

    /// The limits that a series of some observations can bear: a third of its steps, and below a
    /// season where there are seasonal terms.
    private static func limits(
        _ limits: (terms: Int, seasonalTerms: Int), _ observed: Int, period: Int
    ) -> (terms: Int, seasonalTerms: Int) {
        let far = period > 1 ? min(limits.seasonalTerms, observed / 3 / period) : 0
        let near = min(limits.terms, observed / 3)
        return (far > 0 ? min(near, period - 1) : near, far)
    }
}
