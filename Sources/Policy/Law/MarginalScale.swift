import Quantities

/// A table of rates by bracket, each rate taken on the part of an amount inside its bracket.
///
/// `amount(x) = sum over i of rate(i) * max(0, min(x, threshold(i+1)) - threshold(i))`; the last
/// bracket has no end. Thresholds are whole rupiah and rise; below the first one nothing is due.
/// A scale has no date: a ``LawParameter`` holds one scale per period.
///
/// Example: the tariff of a construction project whose wages are not known. For JKK of Rp 1 bn,
///
///     0.21 % x 100 m + 0.17 % x 400 m + 0.13 % x 500 m = Rp 1,540,000
public struct MarginalScale: Sendable, Hashable {
    /// A rate and the amount above which it is taken.
    public struct Bracket: Sendable, Hashable {
        /// The threshold; the part of the amount beyond it has this rate.
        public let above: Rupiah
        /// A share.
        public let rate: ExactDecimal

        /// A rate on what exceeds a threshold; both are checked where the scale is made.
        ///
        /// - Parameter rate: a share, 0.0021 for 0.21 %.
        public init(above: Rupiah, rate: ExactDecimal) {
            self.above = above
            self.rate = rate
        }
    }

    /// Why brackets make no scale; positions count from 0.
    public enum Fault: Error, Equatable, Sendable {
        /// No bracket at all.
        case empty
        /// The threshold is negative or not above the one before it.
        case outOfOrder(position: Int)
    }

    /// In rising order of threshold, at least one.
    public let brackets: [Bracket]

    /// - Throws: ``Fault`` when there is no bracket or thresholds do not rise from 0 or more.
    public init(_ brackets: [Bracket]) throws(Fault) {
        guard !brackets.isEmpty else { throw .empty }
        var floor: Int64 = -1
        for (position, bracket) in brackets.enumerated() {
            guard bracket.above.amount > floor else { throw .outOfOrder(position: position) }
            floor = bracket.above.amount
        }
        self.brackets = brackets
    }

    /// What is due on an amount, exact.
    ///
    /// - Throws: ``LawFault/tooLarge`` beyond 128-bit integers.
    /// - Complexity: O(brackets).
    public func amount(on base: Rupiah) throws(LawFault) -> LawAmount {
        var sum = LawAmount.zero
        for (position, bracket) in brackets.enumerated() where base > bracket.above {
            let end = position + 1 < brackets.count ? brackets[position + 1].above : base
            sum = try sum.adding(bracket.rate, of: min(base, end) - bracket.above)
        }
        return sum
    }

    func mapRates(
        _ change: (ExactDecimal) throws(LawFault) -> ExactDecimal
    ) throws(LawFault) -> MarginalScale {
        var changed: [Bracket] = []
        for bracket in brackets {
            changed.append(Bracket(above: bracket.above, rate: try change(bracket.rate)))
        }
        return MarginalScale(unchecked: changed)
    }

    private init(unchecked brackets: [Bracket]) {
        self.brackets = brackets
    }
}
