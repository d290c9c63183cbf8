import Costing
import Policy
import Quantities

/// What is to be found: where on a dial a scenario meets an aim.
package struct TargetProblem: Sendable {
    /// How many even steps a dial is looked at where nobody says otherwise.
    package static let intervals = 32
    /// How far apart the two sides of a change may stay: a thousand millionth of the dial.
    static let width = 1.0 / Double(1 << 30)

    package let scenario: Scenario
    /// Levers that move together, and from where to where.
    package let dial: TargetDial
    package let aim: TargetAim
    /// How many even steps of the dial are looked at first.
    package let intervals: Int

    /// A question about one scenario.
    ///
    /// - Parameter intervals: more find narrower bumps of the curve, and cost an evaluation each.
    package init(
        _ scenario: Scenario, dial: TargetDial, aim: TargetAim,
        intervals: Int = TargetProblem.intervals
    ) {
        self.scenario = scenario
        self.dial = dial
        self.aim = aim
        self.intervals = intervals
    }

    /// What is read at every place: the aim's own outcome, then what it costs.
    ///
    ///     0   the aim's outcome
    ///     1   public bill of the whole horizon
    ///     2   unfunded gap of the whole horizon
    ///     3   coverage of modelled workers in the aim's year
    package var outcomes: [Outcome] {
        [
            aim.outcome, Outcome(.measure(.publicBill)), Outcome(.measure(.gap)),
            Outcome(.indicator(.coverageOfWorkers), year: aim.outcome.year),
        ]
    }

    package func scenario(at point: DialPoint) -> Scenario {
        dial.laid(on: scenario, at: point.values)
    }

    /// The scenario as a function of some of its inputs and, behind them, the dial's keys.
    ///
    /// - Throws: ``PolicyFaults`` where it does not resolve, what its law is refused for.
    func model(varying inputs: [VariedInput], law: LawTree) throws -> PointModel {
        let (dialled, keys) = dial.laid(on: scenario)
        return try PointModel(dialled, inputs: inputs + keys, outcomes: outcomes, law: law)
    }
}

package struct TargetPoint: Sendable {
    /// The place; nil for the scenario without the dial.
    package let place: DialPoint?
    /// As ``TargetProblem/outcomes``; NaN where there is no result.
    package let outcomes: [Double]
    /// Why there is none.
    package let failure: (any Error)?

    /// A place with its outcomes; NaN where there is none.
    package init(place: DialPoint?, outcomes: [Double], failure: (any Error)? = nil) {
        self.place = place
        self.outcomes = outcomes
        self.failure = failure
    }

    /// A place with the result of its evaluation; a failure has NaN for each of the four outcomes.
    init(_ place: DialPoint?, _ result: PointResult) {
        switch result {
        case .values(let values): self.init(place: place, outcomes: values)
        case .failed(let error):
            self.init(
                place: place, outcomes: Array(repeating: .nan, count: 4), failure: error)
        }
    }

    package var value: Double { outcomes[0] }
    package var bill: Double { outcomes[1] }
    /// Rupiah of the bill that no purse pays.
    package var gap: Double { outcomes[2] }
    package var coverage: Double { outcomes[3] }
    /// From 0 to 1; NaN without a dial.
    package var dial: Double { place?.dial ?? .nan }
}

extension TargetProblem {
    /// Keys of a bundle that change no outcome, neither where all stand at the dial's start nor
    /// where all stand at its end.
    ///
    /// A dial of one key has a curve that shows it. A key that is inert is misspelt in meaning, or
    /// overridden by another.
    ///
    /// - Returns: positions among the keys.
    /// - Throws: ``PolicyFaults`` where the scenario does not resolve.
    package func inertKeys(law: LawTree) throws -> [Int] {
        guard dial.keys.count > 1 else { return [] }
        let model = try model(varying: [], law: law)
        let ends = [dial.point(0).values, dial.point(1).values]
        let all = model.results(at: ends)
        return dial.keys.indices.filter { key in
            let moved = zip(ends, ends.reversed()).map { own, other in
                own.indices.map { $0 == key ? other[$0] : own[$0] }
            }
            return zip(all, model.results(at: moved)).allSatisfy { Self.isSame($0, $1) }
        }
    }

    private static func isSame(_ one: PointResult, _ other: PointResult) -> Bool {
        guard case .values(let a) = one, case .values(let b) = other else { return false }
        return zip(a, b).allSatisfy { $0.isAbout($1) || ($0.isNaN && $1.isNaN) }
    }
}

/// A rule that keeps an outcome from coming nearer to a target.
package struct TargetLimit: Sendable {
    package enum Rule: Sendable, Equatable {
        case dialEnd(isGreater: Bool)
        case keyEnd
        case purse(Purse, spent: Rupiah, regions: Int, of: Int)
        /// No eligible workers are left: person-months of the quota that stay unfilled.
        case eligible(segments: [SegmentID], personMonths: Double)
        case months(segments: [SegmentID])
    }

    package let rule: Rule
    /// The outcome where this rule alone is loosened: the dial a tenth longer, twice the ceiling,
    /// everyone eligible, twelve months; nil where that cannot be computed.
    package let loosened: Double?
}

extension TargetProblem {
    /// What binds where the outcome comes nearest to the target, or stands still; nothing where the
    /// target is met.
    ///
    /// Of places that are equally near, up to a thousandth of the way that is left, the last is
    /// asked: on a plateau the rule that makes it binds there, and not where it begins.
    ///
    /// - Throws: what the scenario at the place is refused for.
    package func limits(of answer: TargetAnswer, law: LawTree) throws -> [TargetLimit] {
        guard answer.solution == nil || answer.shape == .constant else { return [] }
        let least = aim.distance(answer.best.value)
        guard least.isFinite, let place = answer.place(within: least * 1.001, of: aim) else {
            return []
        }
        return try limits(at: place, law: law)
    }

    /// The rules that bind at a place: those whose loosening alone brings the outcome nearer.
    ///
    /// Candidates come from the result at the place: spent purses, unfilled person-months, months
    /// not funded, the end of the dial. Each is then loosened by itself and the scenario computed
    /// anew, so that a rule is named for what it does and not for being there. The end of the dial
    /// comes first, then the rules from the one that helps most.
    ///
    /// - Throws: what the scenario at the place is refused for.
    private func limits(at point: TargetPoint, law: LawTree) throws -> [TargetLimit] {
        guard let place = point.place else { return [] }
        let scenario = scenario(at: place)
        let result = try ScenarioResult(try scenario.resolved(), law: law)
        let candidates =
            spentPurses(result) + [unfilled(result), shortYears(result)].compactMap { $0 }
        let rules = candidates.compactMap { rule, loosening -> TargetLimit? in
            let layer = Layer(name: "loosened", settings: loosening)
            let value = value(of: scenario.adding(layer), law)
            guard let value, brings(value, nearerThan: point.value) else { return nil }
            return TargetLimit(rule: rule, loosened: value)
        }
        let strongest = rules.enumerated().sorted { one, other in
            let (a, b) = (one.element, other.element)
            let distances = [a, b].map { aim.distance($0.loosened ?? .nan) }
            return (distances[0], one.offset) < (distances[1], other.offset)
        }
        return [end(place, point.value, law)].compactMap { $0 } + strongest.map(\.element)
    }

    /// Whether a value is nearer to the target by more than rounding, and by at least a thousandth
    /// of the way that is left.
    private func brings(_ value: Double, nearerThan other: Double) -> Bool {
        let left = aim.distance(other)
        let slack = max(left / 1000, Tolerance.slack(max(abs(other), abs(aim.level))))
        return aim.distance(value) < left - slack
    }

    /// The aim's outcome of a scenario; nil where it is refused.
    private func value(of scenario: Scenario, _ law: LawTree) -> Double? {
        let model = try? PointModel(scenario, inputs: [], outcomes: [aim.outcome], law: law)
        guard case .values(let values) = model?.results(at: [[]])[0] else { return nil }
        return values[0]
    }

    /// The end of the dial, where the place is one: the outcome a tenth of the dial beyond it.
    ///
    /// Whole numbers go on by at least one.
    private func end(_ place: DialPoint, _ value: Double, _ law: LawTree) -> TargetLimit? {
        guard place.dial == 0 || place.dial == 1 else { return nil }
        let isGreater = place.dial == 1
        let values = dial.keys.map { key -> Double in
            let beyond = key.value(at: isGreater ? 1.1 : -0.1)
            let end = isGreater ? key.to : key.from
            guard key.isWhole, beyond == end else { return beyond }
            return end + ((key.to > key.from) == isGreater ? 1 : -1)
        }
        guard let further = self.value(of: dial.laid(on: scenario, at: values), law) else {
            let before = dial.point(isGreater ? 0.9 : 0.1).values
            let inside = self.value(of: dial.laid(on: scenario, at: before), law)
            return inside.map { brings(value, nearerThan: $0) } ?? false
                ? TargetLimit(rule: .keyEnd, loosened: nil) : nil
        }
        guard brings(further, nearerThan: value) else { return nil }
        return TargetLimit(rule: .dialEnd(isGreater: isGreater), loosened: further)
    }

    /// Purses that are spent in the aim's year, or in any; twice the ceiling loosens each.
    ///
    /// Spent is a purse with less than a thousandth of its ceiling left.
    private func spentPurses(_ result: ScenarioResult) -> [(TargetLimit.Rule, [Setting])] {
        let rows = result.purseRows.filter { row in
            row.year == aim.outcome.year ?? row.year && row.closing > .zero
                && aim.outcome.region?.contains(result.policy.regions[row.region]) ?? true
        }
        return result.policy.purses.enumerated().compactMap { position, purse in
            let own = rows.filter { $0.bearer == .purse(position) }
            let spent = own.filter {
                Int128(($0.closing - $0.paid).amount) * 1000 <= $0.closing.amount
            }
            guard !spent.isEmpty else { return nil }
            let paid = spent.reduce(Rupiah.zero) { $0 + $1.paid }
            return (
                .purse(
                    purse, spent: paid, regions: Set(spent.map(\.region)).count,
                    of: Set(own.map(\.region)).count),
                [Self.loosening(Parameters.ceiling.definition, purse.id.name, .scale, 2)]
            )
        }
    }

    private func unfilled(_ result: ScenarioResult) -> (TargetLimit.Rule, [Setting])? {
        let months = result.policy.segments.map { segment in
            Outcome(
                .measure(.unfilledPersonMonths), year: aim.outcome.year,
                region: aim.outcome.region, segment: segment.id
            ).value(result.summary, of: result.policy)
        }
        let total = months.reduce(0, +)
        guard total >= 1 else { return nil }
        let short = zip(result.policy.segments, months).filter { $0.1 > total / 100 }
        return (
            .eligible(segments: short.map(\.0.id), personMonths: total),
            [Self.loosening(Parameters.eligibleShare.definition, nil, .replace, 1)]
        )
    }

    /// Segments with a quota in a year that is not funded whole; twelve months loosen it.
    private func shortYears(_ result: ScenarioResult) -> (TargetLimit.Rule, [Setting])? {
        let policy = result.policy
        let definition = Parameters.fundedMonths.definition
        let isTurned = dial.keys.contains { $0.setting.address.subject == .parameter(definition) }
        let month =
            aim.outcome.year.map { Month($0, 1) }.flatMap {
                policy.horizon.contains($0) ? $0 : nil
            } ?? policy.horizon.upperBound
        let short = policy.segments.filter { segment in
            policy.regions.contains { region in
                policy.timeline(Parameters.fundedMonths, segment.id, region)[month] < 12
                    && policy.timeline(Parameters.quota, segment.id, region)[month].isSome
            }
        }
        guard !isTurned, !short.isEmpty else { return nil }
        return (
            .months(segments: short.map(\.id)),
            [
                Self.loosening(definition, nil, .replace, 12),
                Self.loosening(Parameters.fundingStart.definition, nil, .replace, 1),
            ]
        )
    }

    private static func loosening(
        _ definition: ParameterDefinition, _ member: String?, _ verb: Setting.Verb,
        _ number: Double
    ) -> Setting {
        Setting(
            address: Address(subject: .parameter(definition), member: member), verb: verb,
            points: [.init(from: nil, value: .number(number))],
            provenance: Provenance(file: "", line: 0, column: 0, layer: "loosened"))
    }
}

extension TargetAnswer {
    /// The last place that is at most so far from the target.
    func place(within distance: Double, of aim: TargetAim) -> TargetPoint? {
        curve.last { aim.distance($0.value) <= distance }
    }
}

extension Quota {
    fileprivate var isSome: Bool {
        switch self {
        case .heads(let number), .shareOfEligible(let number): number > 0
        }
    }
}
