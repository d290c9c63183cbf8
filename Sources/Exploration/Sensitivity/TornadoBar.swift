import Quantities

/// How far one input moves an output to either side of its base value.
public struct TornadoBar: Sendable, Equatable {
    /// Which input moves.
    public let input: String
    /// The output at the input's low value; NaN where that run failed.
    public let atLow: Double
    /// The output with all inputs at their base; the same in every bar of an output.
    public let atBase: Double
    /// The output at the input's high value; NaN where that run failed.
    public let atHigh: Double

    /// The stretch that the bar covers: largest less smallest of the three. A failed run counts as
    /// none; NaN where both failed.
    public var swing: Double {
        let ends = [atLow, atHigh].filter(\.isFinite)
        guard let low = ends.min(), let high = ends.max() else { return .nan }
        return max(high, atBase) - min(low, atBase)
    }

    /// A bar from the base; ends that differ from it by last bits alone stand at it.
    package init(input: String, atLow: Double, atBase: Double, atHigh: Double) {
        self.input = input
        self.atBase = atBase
        self.atLow = atLow.isAbout(atBase) ? atBase : atLow
        self.atHigh = atHigh.isAbout(atBase) ? atBase : atHigh
    }

    /// Whether both runs worked and gave the base value.
    public var isInert: Bool { atLow == atBase && atHigh == atBase }
    /// Whether either run failed, so that an end is missing.
    public var hasFailed: Bool { !atLow.isFinite || !atHigh.isFinite }
    /// As tables write it.
    public var verdict: String { hasFailed ? "failed" : isInert ? "inert" : "moves" }
}
