import Forecasting

/// A date from which, or at which, a policy moves a series.
package struct PolicyDate: Sendable, Hashable {
    /// How a series moves.
    package enum Kind: String, Sendable {
        /// To another level, for good.
        case step
        /// For one observation.
        case pulse
    }

    package let kind: Kind
    package let time: SeriesTime

    package init(_ kind: Kind, _ time: SeriesTime) { (self.kind, self.time) = (kind, time) }

    /// What a series is regressed on; nil where it cannot show the effect: a step takes an
    /// observation before it, and both take one at the date.
    package func intervention(in member: SeriesTable.Member) -> Intervention? {
        guard let step = member.step(of: time), !member.series.values[step].isNaN else {
            return nil
        }
        switch kind {
        case .step: return step > 0 ? .step(from: step) : nil
        case .pulse: return .pulse(at: step)
        }
    }
}

extension SeriesTable.Member {
    /// The step of a time, from 0; nil where the series has none there.
    package func step(of time: SeriesTime) -> Int? {
        let distance = time.ordinal - first.ordinal
        guard time.kind == first.kind, distance >= 0, distance % stride == 0,
            distance / stride < series.count
        else { return nil }
        return distance / stride
    }
}
