internal import RealModule

/// A place on a dial and how far the outcome there is on the right side of the target.
package struct TargetProbe: Sendable, Hashable {
    /// From 0 to 1.
    package let dial: Double
    /// Not negative where the target is met; NaN where the outcome has no value.
    package let margin: Double

    package init(dial: Double, margin: Double) {
        self.dial = dial
        self.margin = margin
    }

    /// Whether the target is met.
    package var isMet: Bool { margin >= 0 }
}

/// Closes in on a change between two places of which one meets the target.
///
/// The ITP method: false position, truncated and projected so that it never needs more than one
/// evaluation beyond bisection. The two ends differ in whether they meet the target at every step,
/// so it closes in on a jump as well as on a root, and on the first place of a plateau.
///
/// Oliveira and Takahashi 2021, ACM Transactions on Mathematical Software 47 (1), 5,
/// doi:10.1145/3423597; with kappa1 = 0.2 / (b - a), kappa2 = 2, n0 = 1.
package struct BracketSearch: Sendable {
    private(set) var low: TargetProbe
    private(set) var high: TargetProbe
    private let width: Double
    /// `0.2 / (b - a)` of the first bracket.
    private let truncation: Double
    private let most: Int
    private var count = 0

    /// - Parameters:
    ///   - low: meets the target, or does not, other than `high`.
    ///   - width: how far apart the ends may stay.
    package init(_ low: TargetProbe, _ high: TargetProbe, width: Double) {
        self.low = low
        self.high = high
        self.width = width
        let first = high.dial - low.dial
        truncation = 0.2 / first
        most = first > width ? Int(Double.log2(first / width).rounded(.up)) + 1 : 0
    }

    /// The end that meets the target.
    package var met: TargetProbe { low.isMet ? low : high }
    /// The end that does not.
    package var unmet: TargetProbe { low.isMet ? high : low }

    /// Where to look next; nil once the ends are near enough, or have no number between them.
    package var next: Double? {
        let span = high.dial - low.dial
        guard span > width else { return nil }
        let middle = low.dial + span / 2
        guard middle > low.dial, middle < high.dial else { return nil }
        let place = interpolated(middle, span)
        return place > low.dial && place < high.dial ? place : middle
    }

    /// Interpolation, truncation, projection; the middle where an end has no finite margin.
    private func interpolated(_ middle: Double, _ span: Double) -> Double {
        let rise = high.margin - low.margin
        guard rise.isFinite, rise != 0 else { return middle }
        let root = (high.margin * low.dial - low.margin * high.dial) / rise
        let way: Double = middle >= root ? 1 : -1
        let shift = truncation * span * span
        let shifted = shift <= abs(middle - root) ? root + way * shift : middle
        let radius = width / 2 * Double.exp2(Double(most - count)) - span / 2
        return abs(shifted - middle) <= radius ? shifted : middle - way * radius
    }

    /// Takes the margin at ``next``.
    package mutating func take(_ margin: Double) {
        guard let dial = next else { return }
        let probe = TargetProbe(dial: dial, margin: margin)
        if probe.isMet == low.isMet { low = probe } else { high = probe }
        count += 1
    }
}
