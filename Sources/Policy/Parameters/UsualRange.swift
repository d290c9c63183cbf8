import Quantities

/// Where the numbers of a parameter usually lie, narrower than what it accepts.
///
/// A number outside is no fault: it may be meant. Most often it is written in another unit, so the
/// range knows which unit that is likely to be.
public struct UsualRange: Sendable, Equatable {
    /// Another unit that numbers are easily written in.
    public enum Slip: Sendable, Equatable {
        /// `35` for 35 %.
        case percent
        /// `5.2` for 5.2 of 1,000.
        case perThousand
        /// `1000` for a thousand thousand; budgets are printed in thousands and millions.
        case thousands
    }

    /// The usual numbers; 0 is usual everywhere, as it often stands for not known.
    public let range: ClosedRange<Double>
    /// What an unusual number is likely to be; nil where nothing is likelier.
    public let slip: Slip?

    init(_ range: ClosedRange<Double>, slip: Slip? = nil) {
        (self.range, self.slip) = (range, slip)
    }

    /// Whether a number is nothing to ask about.
    public func contains(_ number: Double) -> Bool { number == 0 || range.contains(number) }

    /// What was meant by an unusual number, in the parameter's own unit; nil where no other unit
    /// makes it usual.
    public func meant(by number: Double) -> Double? {
        let candidates: [Double] =
            switch slip {
            case .percent: [number / 100]
            case .perThousand: [number / 1000]
            case .thousands: [number * 1e3, number * 1e6, number / 1e3]
            case nil: []
            }
        return candidates.first(where: range.contains)
    }
}
