import Quantities

/// What is wanted of an outcome: coverage of at least 40 % at the end of 2029.
package struct TargetAim: Sendable, Hashable {
    package enum Bound: String, Sendable, CaseIterable {
        case atLeast = "at_least"
        /// The number is kept or undercut.
        case atMost = "at_most"
        /// The number is met exactly.
        case equals
    }

    package let outcome: Outcome
    /// The value, and on which side of it the result must lie.
    package let bound: Bound
    /// In the outcome's unit.
    package let level: Double

    /// An aim for an outcome.
    ///
    /// - Parameter level: in the outcome's unit, so a share is 0.4 and not 40.
    package init(_ outcome: Outcome, _ bound: Bound, _ level: Double) {
        self.outcome = outcome
        self.bound = bound
        self.level = level
    }

    /// How far an outcome is on the right side: not negative where the aim is met, zero where it is
    /// the number but for last bits (``Tolerance``). For `equals` how far it is above, and only
    /// zero meets it.
    package func margin(_ value: Double) -> Double {
        if value.isAbout(level) { return 0 }
        return bound == .atMost ? level - value : value - level
    }

    package func isMet(by value: Double) -> Bool { distance(value) == 0 }

    /// How far an outcome is from meeting the aim; zero where it does, infinite for no value.
    package func distance(_ value: Double) -> Double {
        guard !value.isNaN else { return .infinity }
        return bound == .equals ? abs(margin(value)) : max(0, -margin(value))
    }

    /// What is wanted.
    ///
    ///     cakupan pekerja, akhir tahun 2029 paling sedikit 40 %
    package var words: Phrase {
        let label = OutcomeLabel(outcome)
        let (name, level) = (label.phrase, Self.exact(level, label))
        return switch bound {
        case .atLeast:
            Phrase(
                id: "\(name.indonesian) paling sedikit \(level.indonesian)",
                en: "\(name.english) at least \(level.english)")
        case .atMost:
            Phrase(
                id: "\(name.indonesian) paling banyak \(level.indonesian)",
                en: "\(name.english) at most \(level.english)")
        case .equals:
            Phrase(
                id: "\(name.indonesian) sama dengan \(level.indonesian)",
                en: "\(name.english) equal to \(level.english)")
        }
    }

    /// A number of an outcome with all its digits where it is a share: 43.92 % is not 43.9 %.
    private static func exact(_ number: Double, _ label: OutcomeLabel) -> Phrase {
        guard label.unit == .share else { return label.value(number) }
        return Phrase { $0.plain((number * 1e12).rounded() / 1e10) + " %" }
    }
}
