/// An autoregressive integrated moving-average model of given order, with regressors.
///
///     phi(B) Phi(B^m) (1-B)^d (1-B^m)^D (y[t] - c t - sum beta x[t]) = theta(B) Theta(B^m) e[t]
///
/// Estimated by exact Gaussian maximum likelihood on the differenced series, from the least
/// conditional sum of squares; coefficients of regressors are concentrated out. Missing
/// observations are integrated out exactly.
///
/// References: G. Gardner, A. C. Harvey and G. D. A. Phillips, Algorithm AS 154, Applied Statistics
/// 29 (1980), doi:10.2307/2346910; R. H. Jones, 1980, doi:10.2307/1268324.
public struct ARIMA: ForecastMethod, Equatable {
    /// The order; seasonal terms are at multiples of the series' own period.
    public var order: ARIMAOrder

    /// Whether there is a mean without differences, or a drift with one of either kind; with more
    /// differences there is no constant.
    public var hasConstant: Bool

    /// Effects of policies that are estimated together with the model.
    public var interventions: [Intervention]

    /// A model of an order.
    public init(
        _ order: ARIMAOrder, hasConstant: Bool = false, interventions: [Intervention] = []
    ) {
        self.order = order
        self.hasConstant = hasConstant
        self.interventions = interventions
    }

    /// Estimates the model.
    ///
    /// - Throws: `tooShort` where fewer observations are left after differences than two more than
    ///   there are coefficients; `constant` where differences leave nothing to explain;
    ///   `notConverged`, also where an effect cannot be told from the others.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedARIMA {
        let problem = ArimaProblem(
            series, order.d, order.seasonalD, interventions: interventions)
        let constant = hasConstant && order.d + order.seasonalD < 2
        let solution = try problem.solve(order, hasConstant: constant, precision: 1e-12)
        return FittedARIMA(problem: problem, solution: solution)
    }
}
