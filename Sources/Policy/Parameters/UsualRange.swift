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

extension ParameterDefinition {
    /// Where numbers of this parameter usually lie; nil where any is as usual as another.
    public var usual: UsualRange? { Parameters.usual[path] }
}

extension Parameters {
    /// Ranges that hold every published figure with room to spare, by path.
    static let usual: [String: UsualRange] = {
        /// A range for each of some parameters.
        func ranges(
            _ keys: [ParameterKey<Double>], _ range: ClosedRange<Double>, _ slip: UsualRange.Slip?
        ) -> [String: UsualRange] {
            let usual = UsualRange(range: range, slip: slip)
            return Dictionary(uniqueKeysWithValues: keys.map { ($0.definition.path, usual) })
        }
        let moves = [
            employerLoss, lapse, returning, graduation, outOfLabourForce, movedAway, ageLimit,
        ]
        return [
            // More than once a year for everybody.
            ranges(moves, 0...1, .percent),
            // A campaign may reach people twice a year.
            ranges([selfEnrolment, employerEnrolment], 0...2, .percent),
            ranges([death, accidentRate], 0...0.2, .perThousand),
            ranges([consumptionGrowth, giniGrowth], -0.2...0.2, .percent),
            ranges([purseMatch], 0...10, .percent),
            ranges([base, povertyLine], 1e5...1e8, .thousands),
            ranges([accidentCost], 1e5...1e9, .thousands),
            ranges([ceiling, purseRevenue], 1e6...1e14, .thousands),
            // The smallest regency spends some Rp 500 billion, the largest province Rp 90 trillion.
            ranges([spending, personnelSpending], 1e10...2e14, .thousands),
            ranges([population, employed], 1e3...3e8, .thousands),
        ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }()
}
