/// The methods that every other is measured against.
///
/// Reference: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd
/// edition, sections 5.2 and 5.5.
public enum SimpleMethod: ForecastMethod, Hashable {
    /// All steps as the mean of all observations.
    case mean
    /// All steps as the last observation.
    case naive
    /// Each step as the same step of the last period.
    case seasonalNaive
    /// The line through the first and the last observation, drawn on.
    case drift

    /// Fits the method; missing observations are passed over, but the seasonal naive needs a whole
    /// last period. Over a gap of `d` steps a walk errs with the variance of `d` steps.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedSimple {
        let needed = self == .seasonalNaive ? series.period + 1 : self == .drift ? 3 : 2
        let present = series.values.count { !$0.isNaN }
        guard present >= needed else { throw .tooShort(needed: needed, have: present) }
        if self == .seasonalNaive {
            let season = series.count - series.period..<series.count
            if let gap = season.first(where: { series.values[$0].isNaN }) {
                throw .missing(step: gap)
            }
        }
        return FittedSimple(self, series)
    }
}
