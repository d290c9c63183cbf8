/// What a policy does to a series from a date on, as a regressor whose coefficient is estimated.
///
/// Steps count from 0, the first of the series; they may lie in the future, but an effect that no
/// observation shows cannot be estimated.
public enum Intervention: Sendable, Hashable {
    /// 0 before the step, 1 from it on: a change of level that stays.
    case step(from: Int)
    /// 1 at the step alone: a single outlying observation.
    case pulse(at: Int)
    /// 0 up to the step, then 1, 2, 3: a change of slope.
    case slope(from: Int)

    /// The regressor at a step.
    public func value(at step: Int) -> Double {
        switch self {
        case .step(let from): step >= from ? 1 : 0
        case .pulse(let at): step == at ? 1 : 0
        case .slope(let from): Double(max(0, step - from))
        }
    }
}
