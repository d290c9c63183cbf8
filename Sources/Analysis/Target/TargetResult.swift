import Policy
import Quantities

/// What `target` found, ready to be told.
///
/// Holds no words yet: the same result is told in both languages, as a report, tables, a picture or
/// a scenario.
package struct TargetResult: Sendable {
    package let question: TargetQuestion
    /// Where the aim is met, or why it is not.
    package let answer: TargetAnswer
    /// Nil where no draws were asked for.
    package let draws: TargetDraws?
    /// Which rules bind where the target is not reached; empty where it is.
    package let limits: [TargetLimit]
    /// The scenario without the dial.
    package let base: ScenarioResult
    /// The scenario at the solution, or at the best place where there is none.
    package let chosen: ScenarioResult
    package let lawUnits: [String: Unit]

    package init(
        question: TargetQuestion, answer: TargetAnswer, draws: TargetDraws?, limits: [TargetLimit],
        base: ScenarioResult, chosen: ScenarioResult, lawUnits: [String: Unit]
    ) {
        self.question = question
        self.answer = answer
        self.draws = draws
        self.limits = limits
        self.base = base
        self.chosen = chosen
        self.lawUnits = lawUnits
    }

    /// The place that the report speaks of: the solution, or the best.
    package var point: TargetPoint { answer.best }

    package var label: OutcomeLabel { OutcomeLabel(question.problem.aim.outcome) }

    package var options: [(name: String, value: String)] {
        let problem = question.problem
        let keys = problem.dial.keys.map { key in
            "\(key.name): \(SettingText(language: nil).number(key.from)) .. "
                + SettingText(language: nil).number(key.to)
        }
        return [
            ("outcome", problem.aim.outcome.name),
            ("reach", "\(problem.aim.bound.rawValue) \(problem.aim.level)"),
            ("dial", keys.joined(separator: "; ")), ("grid", "\(problem.intervals)"),
            ("draws", question.plan.map { "\($0.draws)" } ?? ""),
            ("design", question.plan.map(\.design.rawValue) ?? ""),
        ]
    }
}
