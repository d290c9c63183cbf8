/// Exponential smoothing as a state space model, estimated by maximum likelihood.
///
/// Level, trend and season each take a share of every error. Smoothing parameters stay in `0.0001
/// <= beta <= alpha <= 0.9999`, `gamma <= 1 - alpha`, `0.8 <= phi <= 0.98` and where old
/// observations are forgotten; initial states are estimated with them. Without a form given, the
/// one of least AICc among those whose variance stays finite is taken.
///
/// References: Hyndman, Koehler, Ord and Snyder (2008), doi:10.1007/978-3-540-71918-2; R. J.
/// Hyndman and Y. Khandakar, Automatic time series forecasting, Journal of Statistical Software 27
/// (2008), doi:10.18637/jss.v027.i03.
public struct ETS: ForecastMethod {
    /// How the parameters are searched for.
    public enum Search: Sendable, Hashable {
        /// By slopes of the likelihood, to its maximum.
        case descent
        /// By R's simplex from R's start, which ends after 2,000 values wherever it is.
        case simplex
        /// By R's simplex for the least sum of squared errors, as R's `ses` and `holt` do.
        case squares
    }

    /// The form, or nil for that of least AICc.
    public let form: ETSForm?
    /// How the parameters are searched for.
    public let search: Search

    /// Smoothing of a form, or of the form that fits best.
    public init(_ form: ETSForm? = nil, search: Search = .descent) {
        self.form = form
        self.search = search
    }

    /// Estimates the model.
    ///
    /// A season is looked for where the period has 2 to 24 steps and the series more than one.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedETS {
        if let gap = series.values.firstIndex(where: \.isNaN) { throw .missing(step: gap) }
        let needed = ETSForm(.additive, .none, .none).parameterCount(period: 1) + 2
        guard series.count >= needed else { throw .tooShort(needed: needed, have: series.count) }
        guard let form else { return try best(series) }
        let least = form.parameterCount(period: series.period) + 2
        guard series.count >= least else { throw .tooShort(needed: least, have: series.count) }
        if form.error == .multiplicative || form.season == .multiplicative,
            let step = series.values.firstIndex(where: { $0 <= 0 })
        {
            throw .notPositive(step: step)
        }
        guard let fitted = estimate(form, series) else { throw .notConverged }
        return fitted
    }

    private func best(_ series: TimeSeries) throws(FitFault) -> FittedETS {
        let fits = candidates(series)
        guard let best = fits.min(by: { $0.aicc < $1.aicc }) else { throw .notConverged }
        return best
    }

    /// All forms whose variance stays finite, fitted to a series without gaps.
    func candidates(_ series: TimeSeries) -> [FittedETS] {
        let isConstant = series.values.allSatisfy { $0 == series.values[0] }
        let isSeasonal = (2...24).contains(series.period) && series.count > series.period
        let forms =
            isConstant
            ? [ETSForm(.additive, .none, .none)]
            : ETSForm.candidates(
                isPositive: series.values.allSatisfy { $0 > 0 }, isSeasonal: isSeasonal)
        return forms.filter { series.count > $0.parameterCount(period: series.period) + 2 }
            .compactMap { estimate($0, series) }.filter { $0.aicc < .infinity }
    }

    private func estimate(_ form: ETSForm, _ series: TimeSeries) -> FittedETS? {
        let recursion = ETSRecursion(form, series)
        let likelihood = ETSLikelihood(recursion: recursion)
        let start = ETSStart.parameters(form, series)
        let parameters: ETSParameters
        switch search {
        case .descent:
            let mean = series.values.reduce(0, +) / Double(series.count)
            let power = series.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let spread = (power / Double(series.count)).squareRoot()
            let descent = ETSDescent(likelihood, from: start, spread: spread > 0 ? spread : 1)
            parameters = descent.minimum().parameters
        case .simplex, .squares:
            let found = likelihood.simplex(from: start, ofSquares: search == .squares)
            parameters = ETSParameters(form, vector: found.point)
        }
        return FittedETS(series, parameters, recursion, likelihood)
    }
}
