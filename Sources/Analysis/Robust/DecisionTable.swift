import Exploration
import Quantities

/// What each policy comes to over the futures of a sweep, by one outcome.
///
/// Everything is read from the same futures: those in which every policy has the outcome and
/// whatever the rules ask about.
package struct DecisionTable: Sendable {
    package let futures: RobustFutures
    package let measures: RobustMeasures
    /// What is wanted; may be empty.
    package let rules: [RobustThreshold]
    /// By policy: the share of futures that meet all rules; nil without rules.
    package let meeting: [Double]?
    /// The mixture of policies with the least largest regret.
    package let mixture: RegretMixture
    package let information: PerfectInformation

    /// - Parameters:
    ///   - outcome: a position among the outcomes.
    ///   - rules: of outcomes of the sweep, by name.
    /// - Throws: ``RobustFault``; `LinearProgrammeFault` if the solver's numbers go astray.
    package init(
        _ points: ExperimentPoints, outcome: Int, _ orientation: RobustIndicator.Orientation,
        rules: [RobustThreshold] = []
    ) throws {
        let name = points.outcomes[outcome].name
        let ruled = Set(rules.map(\.indicator))
        let needed = points.outcomes.indices.filter {
            $0 == outcome || ruled.contains(points.outcomes[$0].name)
        }
        let indicators = needed.map {
            RobustIndicator(points.outcomes[$0].name, unit: points.outcomes[$0].unit, orientation)
        }
        futures = try RobustFutures(
            policies: points.policies, indicators: indicators,
            payoffs: needed.map { outcome in points.values.map { $0[outcome] } })
        measures = try futures.measures(of: name)
        self.rules = rules
        meeting = rules.isEmpty ? nil : try futures.shareMeeting(rules)
        mixture = try measures.regrets.mixture()
        information = try futures.perfectInformation(of: name)
    }

    /// The policies that meet the rules in the largest share of futures; nil without rules.
    package var mostOftenMeeting: [String]? {
        guard let meeting, let most = meeting.max() else { return nil }
        return zip(futures.policies, meeting).filter { $0.1.isAbout(most) }.map(\.0)
    }

    /// Whether mixing policies takes a twentieth or more off the smallest largest regret.
    ///
    /// Less than that is not worth dividing a plan for.
    package var mixingHelps: Bool {
        guard let least = measures.regrets.maximum.min() else { return false }
        return mixture.regret < 0.95 * least
    }

    /// What each criterion, and at last the rules, put first; nil stands for the rules.
    package var choices: [(criterion: RobustCriterion?, policies: [String])] {
        let criteria: [RobustCriterion] = [.expected, .maximin, .minimaxRegret, .regret90]
        return criteria.map { ($0, measures.best(by: $0)) }
            + (mostOftenMeeting.map { [(nil, $0)] } ?? [])
    }

    /// The policies that every criterion and the rules put first; empty where they disagree.
    ///
    /// Where several are equal by each criterion all of them are named.
    package var unanimous: [String] {
        futures.policies.filter { policy in choices.allSatisfy { $0.policies.contains(policy) } }
    }
}
