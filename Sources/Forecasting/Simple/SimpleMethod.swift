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

    /// Fits the method; missing observations are passed over, but the last period of the seasonal
    /// naive and both ends of the drift must be there.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedSimple {
        let needed = self == .seasonalNaive ? series.period + 1 : self == .drift ? 3 : 2
        let present = series.values.count { !$0.isNaN }
        guard present >= needed else { throw .tooShort(needed: needed, have: present) }
        let last = series.count - 1
        let anchors: [Int] =
            switch self {
            case .mean: []
            case .naive: [last]
            case .seasonalNaive: Array(series.count - series.period...last)
            case .drift: [0, last]
            }
        if let gap = anchors.first(where: { series.values[$0].isNaN }) { throw .missing(step: gap) }
        return FittedSimple(self, series)
    }
}
