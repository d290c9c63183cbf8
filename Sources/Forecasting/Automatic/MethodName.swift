/// The methods by the names that a command takes.
public enum MethodName: String, Sendable, CaseIterable {
    /// The choice by length.
    case auto
    /// The mean of all observations.
    case mean
    /// The last observation.
    case naive
    /// The same step of the last period.
    case seasonalNaive = "snaive"
    /// The last observation with the season put back.
    case naive2
    /// The line through the first and the last observation.
    case drift
    /// Simple exponential smoothing by least squares.
    case simpleSmoothing = "ses"
    /// Level and trend by least squares.
    case holt
    /// Level and damped trend by least squares.
    case damped
    /// The form of exponential smoothing that R's package forecast chooses, with its parameters.
    ///
    /// R's search stops short of the maximum of the likelihood in long vectors of parameters, and
    /// forecasts the series of M3 better for it.
    case ets
    /// The form of exponential smoothing of least AICc at the maximum of the likelihood.
    case etsLikelihood = "ets-ml"
    /// All forms of exponential smoothing by their Akaike weights.
    case averagedETS = "ets-mean"
    /// Theta of Assimakopoulos and Nikolopoulos.
    case theta
    /// Optimised theta.
    case optimisedTheta = "otm"
    /// Dynamic optimised theta.
    case dynamicTheta = "dotm"
    /// The autoregressive integrated moving average of the order that the search of Hyndman and
    /// Khandakar finds.
    case arima
    /// A level that walks, by the Kalman filter; takes gaps.
    case localLevel = "local-level"
    /// A level and a slope that walk, by the Kalman filter; takes gaps.
    case localTrend = "local-trend"
    /// Logistic growth towards a ceiling that is estimated.
    case logistic
    /// Growth towards a ceiling after Gompertz.
    case gompertz
    /// Growth towards a ceiling after Richards.
    case richards
    /// Diffusion after Bass, of a series of all who have adopted so far.
    case bass

    /// The method of the name.
    public var method: any ForecastMethod {
        switch self {
        case .auto: Automatic()
        case .mean: SimpleMethod.mean
        case .naive: SimpleMethod.naive
        case .seasonalNaive: SimpleMethod.seasonalNaive
        case .naive2: Deseasonalised.naive2
        case .drift: SimpleMethod.drift
        case .simpleSmoothing: ETS(ETSForm(.additive, .none, .none), search: .squares)
        case .holt: ETS(ETSForm(.additive, .additive, .none), search: .squares)
        case .damped: ETS(ETSForm(.additive, .damped, .none), search: .squares)
        case .ets: ETS(search: .simplex)
        case .etsLikelihood: ETS()
        case .averagedETS: AveragedETS()
        case .theta: Theta()
        case .optimisedTheta: Theta(.optimised)
        case .dynamicTheta: Theta(.dynamicOptimised)
        case .arima: AutoARIMA()
        case .localLevel: StructuralModel()
        case .localTrend: StructuralModel(hasSlope: true)
        case .logistic: Growth(.logistic)
        case .gompertz: Growth(.gompertz)
        case .richards: Growth(.richards)
        case .bass: Growth(.bass)
        }
    }

    /// The method with what may be asked of it.
    ///
    /// Between two ends growth from 0 has the upper one as its ceiling; any other method is fitted
    /// on a scale that cannot leave them.
    ///
    /// - Parameters:
    ///   - bounds: what no forecast leaves; they stand before logarithms.
    ///   - isLogarithmic: it is fitted to logarithms, and medians are carried back.
    ///   - interventions: effects of policies, which ARIMA alone takes.
    ///   - conformal: intervals by errors at earlier origins, up to so many steps at a level.
    public func method(
        in bounds: ClosedRange<Double>?, isLogarithmic: Bool = false,
        interventions: [Intervention] = [], conformal: (steps: Int, level: Double)? = nil
    ) -> any ForecastMethod {
        var inner: any ForecastMethod =
            self == .arima ? AutoARIMA(interventions: interventions) : method
        var scale: (any SeriesScale)? = isLogarithmic ? LogScale() : nil
        if let bounds {
            if let growth = inner as? Growth, bounds.lowerBound == 0 {
                (inner, scale) = (Growth(growth.curve, ceiling: bounds.upperBound), nil)
            } else {
                scale = ScaledLogit(lower: bounds.lowerBound, upper: bounds.upperBound)
            }
        }
        if let (steps, level) = conformal {
            inner = Conformal(inner, horizon: steps, level: level)
        }
        return scale.map { Rescaled(inner, scale: $0) } ?? inner
    }
}
