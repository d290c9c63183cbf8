import Policy
import Quantities

/// What became of an expectation: the figure that it speaks of, and how far that is from it.
package struct ExpectationFinding: Sendable {
    package enum Verdict: Sendable, Hashable {
        case holds
        /// It holds, but its condition moves no result at all: it would hold of anything.
        case idle
        case fails
    }

    package let expectation: Expectation
    package let outcome: Outcome
    /// The figure of the scenario as it stands; NaN where it has none.
    package let before: Double
    /// The figure under the condition; the same as `before` where there is no condition.
    package let value: Double
    /// Whether the condition moves no result at all, so that it tells nothing.
    package let movesNothing: Bool

    /// Whether figures are as they are claimed to be. Figures that differ by last bits are equal
    /// (``Tolerance``), and a figure that is not known is as nothing claims.
    package var verdict: Verdict {
        guard isMet else { return .fails }
        return movesNothing ? .idle : .holds
    }

    /// By how much it fails, in the figure's unit: how far the figure lies outside its bounds, or
    /// has moved where it should not have. Zero where the claim is met and where nothing moved;
    /// infinite for a figure that is not known.
    package var distance: Double {
        guard !isMet else { return 0 }
        guard !value.isNaN, !before.isNaN else { return .infinity }
        switch expectation.claim {
        case .within(let range):
            return max(range.lowerBound - value, value - range.upperBound)
        case .moves:
            return value.isAbout(before) ? 0 : abs(value - before)
        }
    }

    private var isMet: Bool {
        guard !value.isNaN, !before.isNaN else { return false }
        switch expectation.claim {
        case .within(let range):
            return value.reaches(range.lowerBound) && range.upperBound.reaches(value)
        case .moves(let movement):
            switch movement {
            case .rises: return value.exceeds(before)
            case .falls: return before.exceeds(value)
            case .stays: return value.isAbout(before)
            case .doesNotRise: return before.reaches(value)
            case .doesNotFall: return value.reaches(before)
            }
        }
    }
}

extension ScenarioResult {
    /// What becomes of the scenario's expectations, in their order.
    ///
    /// A condition is one layer over all others; each is computed once, whatever the number of
    /// statements that begin with it.
    ///
    /// - Throws: ``PolicyFaults`` for what a condition makes of a value, and what computing a
    ///   scenario throws.
    package func expectationFindings(law: LawTree) async throws -> [ExpectationFinding] {
        let expectations = policy.scenario.expectations
        var conditions: [Setting] = []
        for condition in expectations.compactMap(\.condition)
        where !conditions.contains(where: { $0.says(condition) }) {
            conditions.append(condition)
        }
        let policies = try conditions.map { try policy.resolving(policy.scenario.under($0)) }
        let results = try await evaluated(policies, law: law)
        let idle = results.map { isSame(as: $0) }
        return expectations.compactMap { expectation in
            guard let outcome = Outcome(expectation.figure) else { return nil }
            let place = expectation.condition.flatMap { condition in
                conditions.firstIndex { $0.says(condition) }
            }
            let before = outcome.value(summary, of: policy)
            return ExpectationFinding(
                expectation: expectation, outcome: outcome, before: before,
                value: place.map { outcome.value(results[$0].summary, of: policy) } ?? before,
                movesNothing: place.map { idle[$0] } ?? false)
        }
    }

    /// Whether all yearly figures, and what each purse pays, differ by last bits at most.
    private func isSame(as other: ScenarioResult) -> Bool {
        zip(summary.values, other.summary.values).allSatisfy { $0.isAbout($1) }
            && summary.employed == other.summary.employed
            && summary.poverty == other.summary.poverty
            && purseRows.map(\.paid) == other.purseRows.map(\.paid)
    }
}

extension Outcome {
    /// The outcome that a figure names; nil for a quantity that no table has.
    init?(_ figure: Expectation.Figure) {
        guard let quantity = Quantity.all.first(where: { $0.name == figure.quantity }) else {
            return nil
        }
        self.init(
            quantity, year: figure.year, region: figure.region, segment: figure.segment)
    }
}

extension Setting {
    /// Whether it does the same as another, wherever both are written.
    fileprivate func says(_ other: Setting) -> Bool {
        address == other.address && verb == other.verb && points == other.points
            && until == other.until
    }
}

extension Scenario {
    /// The scenario with a condition over all its layers.
    fileprivate func under(_ condition: Setting) -> Scenario {
        with(layers: layers + [Layer(name: condition.provenance.layer, settings: [condition])])
    }
}
