/// What a breadwinner's death means for one family, and what a benefit changes.
///
///     without   y (1 - d) < z
///     with      y (1 - d) + B / (m h) < z
///
/// y is consumption per head in rupiah a month, d its fall, z the line, B a benefit spread over the
/// same m months and h persons.
public struct BreadwinnerLoss: Sendable, Equatable {
    /// Consumption per head of the families that may suffer it.
    public let welfare: LognormalWelfare
    /// The line, rupiah per person-month.
    public let line: Double
    /// The fall of consumption, 0...1.
    public let fall: Double
    /// Months over which consumption is lower.
    public let months: Double
    /// Persons of the household.
    public let persons: Double

    /// A loss of families of a kind; nothing is checked here.
    ///
    /// - Parameter fall: the share of consumption that is lost; at 1 nothing is left to live on.
    public init(
        welfare: LognormalWelfare, line: Double, fall: Double, months: Double, persons: Double
    ) {
        self.welfare = welfare
        self.line = line
        self.fall = fall
        self.months = months
        self.persons = persons
    }

    /// The probability that a benefit keeps the family at or above the line.
    ///
    ///     Pr(below | event, no benefit) - Pr(below | event, benefit)
    ///         = P0(z / (1 - d)) - P0((z - b) / (1 - d)),   b = B / (m h)
    ///
    /// Families that were poor before are counted where the benefit lifts them;
    /// ``keptOfPoor(_:)`` says how many they are.
    public func kept(_ benefit: Double) -> Double {
        below(line) - below(line - monthly(benefit))
    }

    /// The part of ``kept(_:)`` of families whose consumption before the event lies in a range,
    /// rupiah per head and month.
    ///
    ///     P0(min(to, z / (1 - d))) - P0(max(from, (z - b) / (1 - d)))
    public func kept(_ benefit: Double, from: Double, to: Double) -> Double {
        let rest = line - monthly(benefit)
        guard fall < 1 else {
            return rest > 0 ? 0 : welfare.headcount(below: to) - welfare.headcount(below: from)
        }
        let (low, high) = (max(from, rest / (1 - fall)), min(to, line / (1 - fall)))
        return low < high ? welfare.headcount(below: high) - welfare.headcount(below: low) : 0
    }

    /// The part of ``kept(_:)`` of families that were below the line before the event.
    ///
    ///     P0(z) - P0(min(z, (z - b) / (1 - d)))
    public func keptOfPoor(_ benefit: Double) -> Double {
        let before = welfare.headcount(below: line)
        return max(0, before - below(line - monthly(benefit)))
    }

    /// Rupiah per head and month.
    private func monthly(_ benefit: Double) -> Double { benefit / (months * persons) }

    /// The probability that consumption after the fall is below an amount.
    private func below(_ amount: Double) -> Double {
        guard fall < 1 else { return amount > 0 ? 1 : 0 }
        return welfare.headcount(below: amount / (1 - fall))
    }
}
