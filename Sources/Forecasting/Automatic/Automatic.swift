/// The method that the length of a series allows.
///
/// | observations | method |
/// | --- | --- |
/// | 2 to 4 | naive |
/// | 5 to 9 | naive and drift, half each |
/// | 10 to 24 | optimised theta with both lines |
/// | 25 and more | the same and averaged exponential smoothing |
///
/// A constant series is continued as it is, one of ten observations or more with gaps among them by
/// a structural model, whose filter passes over them. Where several methods are combined, they are
/// weighed and their intervals widened as in `Combination`. ARIMA is not among them: it loses to
/// the naive method on short yearly series.
public struct Automatic: ForecastMethod, Hashable {
    /// Why a series gets the method that it gets.
    public enum Reason: Sendable, Hashable {
        /// All observations are equal.
        case constant
        /// Some observations are missing.
        case gaps(Int)
        /// Too few observations for a smoothed level, which takes `needed`.
        case tooFewToSmooth(have: Int, needed: Int)
        /// Too few observations to tell forms of exponential smoothing apart, which takes `needed`.
        case tooFewForForms(have: Int, needed: Int)
        /// Observations enough for all methods.
        case enough(have: Int)
    }

    /// Observations from which a level is smoothed.
    static let smoothed = 10
    /// Observations from which forms of exponential smoothing are told apart.
    static let formed = 25

    /// What an unknown slope counts for where a series is too short for all forms: twice what it
    /// does to a walk, since yearly changes resemble those before them. Chosen on the yearly series
    /// of the M1, M3 and tourism competitions with 10 to 24 observations, of which 90 % intervals
    /// held 80, 87 and 91 % (76, 83 and 88 % without).
    static let shortSlope = 2.0

    /// The choice by length.
    public init() {}

    /// Chooses and fits.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedAutomatic {
        let present = series.values.filter { !$0.isNaN }
        guard present.count >= 2 else { throw .tooShort(needed: 2, have: present.count) }
        let (method, reason) = Self.choice(series, present)
        do {
            return FittedAutomatic(fit: try method.fit(series), reason: reason)
        } catch {
            // What was chosen by length may still fail on the numbers: the naive method never does.
            guard let last = series.values.last, !last.isNaN else { throw error }
            return FittedAutomatic(fit: try SimpleMethod.naive.fit(series), reason: reason)
        }
    }

    static func choice(
        _ series: TimeSeries, _ present: [Double]
    ) -> (any ForecastMethod, Reason) {
        let count = present.count
        let gaps = series.count - count
        if gaps > 0, count >= smoothed {
            let hasSeason = series.period > 1 && count >= 3 * series.period
            let model = StructuralModel(hasSlope: count >= formed, hasSeason: hasSeason)
            return (model, .gaps(gaps))
        }
        if present.allSatisfy({ $0 == present[0] }) { return (SimpleMethod.naive, .constant) }
        if count < smoothed {
            let reason = Reason.tooFewToSmooth(have: count, needed: smoothed)
            guard count >= 5 else { return (SimpleMethod.naive, reason) }
            return (
                Combination("Naive + Drift", [SimpleMethod.naive, SimpleMethod.drift]), reason
            )
        }
        let thetas: [any ForecastMethod] = [Theta(.dynamicOptimised), Theta(.optimised)]
        guard count >= formed else {
            return (
                Combination("DOTM + OTM", thetas, slope: shortSlope),
                .tooFewForForms(have: count, needed: formed)
            )
        }
        return (
            Combination("DOTM + OTM + ETS mean", thetas + [AveragedETS()]),
            .enough(have: count)
        )
    }
}
