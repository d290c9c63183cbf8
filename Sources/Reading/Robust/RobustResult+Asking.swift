import Analysis
import Exploration
import Formats
import Quantities

extension RobustResult {
    /// Compares the policies of a sweep.
    ///
    /// Rules come from the sweep file; their outcomes are among those of the sweep.
    ///
    /// - Parameters:
    ///   - outcome: by name.
    ///   - best: which way it is good.
    ///
    /// - Throws: ``InputFaults`` for an outcome that the sweep has not, and where there is nothing
    ///   to choose from.
    package init(_ source: ExperimentSource, outcome: String, best: RobustBest) throws(InputFaults)
    {
        try Self.check(source, outcome: outcome)
        let outcome = try source.outcome(outcome)
        let rules = source.rules.map { rule in
            RobustThreshold(
                rule.outcome.name,
                rule.bound == .atMost ? .atMost(rule.limit) : .atLeast(rule.limit))
        }
        do {
            self.init(
                source: source, outcome: outcome, best: best,
                table: try DecisionTable(
                    source.points, outcome: outcome, best.orientation, rules: rules))
        } catch {
            let message =
                switch error {
                case RobustFault.noFutureLeft(let given):
                    Phrase(
                        id: "tidak satu pun dari \(given) masa depan punya hasil untuk semua"
                            + " kebijakan",
                        en: "none of the \(given) futures has a result for every policy")
                default: Phrase.cannotChoose("\(error)")
                }
            throw InputFaults([Diagnostic(at: Position(file: source.file), message)])
        }
    }

    /// Refuses an outcome that a sweep has not, and a sweep with nothing to choose from.
    ///
    /// - Throws: ``InputFaults``.
    package static func check(_ source: ExperimentSource, outcome: String) throws(InputFaults) {
        _ = try source.outcome(outcome)
        let policies = source.points.policies
        guard policies.count < 2 else { return }
        throw InputFaults([
            Diagnostic(
                at: Position(file: source.file), Phrase.onePolicy(policies.first ?? ""),
                hint: Phrase(
                    id: "tulis paling sedikit dua di bawah 'policies:', misalnya 'dasar: {}' dan"
                        + " 'separuh: { quota: { scale: 0.5 } }'",
                    en: "write at least two below 'policies:', such as 'base: {}' and 'half: {"
                        + " quota: { scale: 0.5 } }'"
                ))
        ])
    }
}
