import Analysis
import Exploration
import Policy
import Quantities

/// Which way an outcome is good.
public enum RobustBest: String, Sendable, CaseIterable {
    /// Less of the outcome is better, or more.
    case low, high

    /// As the analysis has it.
    var orientation: RobustIndicator.Orientation {
        self == .high ? .higherIsBetter : .lowerIsBetter
    }
}

/// What `robust` found, ready to be told.
///
/// Holds no words yet: the same result is told in both languages, as a report or as tables.
public struct RobustResult: Sendable {
    /// The sweep that is judged.
    let source: SweptSource
    /// A position among the sweep's outcomes.
    let outcome: Int
    /// Whether the outcome is better low or high.
    let best: RobustBest
    /// Measures of every policy.
    let table: DecisionTable

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
    public init(_ source: SweptSource, outcome: String, best: RobustBest) throws(InputFaults) {
        self.source = source
        self.best = best
        try Self.check(source, outcome: outcome)
        self.outcome = try source.outcome(outcome)
        let rules = source.rules.map { rule in
            RobustThreshold(
                rule.outcome.name,
                rule.bound == .atMost ? .atMost(rule.limit) : .atLeast(rule.limit))
        }
        do {
            table = try DecisionTable(
                source.points, outcome: self.outcome, best.orientation, rules: rules)
        } catch {
            let message =
                switch error {
                case RobustFault.noFutureLeft(let given): Messages.noFuture(given)
                default: Messages.cannotChoose("\(error)")
                }
            throw InputFaults([Diagnostic(at: Position(file: source.file), message)])
        }
    }

    /// Refuses an outcome that a sweep has not, and a sweep with nothing to choose from.
    ///
    /// - Throws: ``InputFaults``.
    public static func check(_ source: SweptSource, outcome: String) throws(InputFaults) {
        _ = try source.outcome(outcome)
        let policies = source.points.policies
        guard policies.count < 2 else { return }
        throw InputFaults([
            Diagnostic(
                at: Position(file: source.file), Messages.onePolicy(policies.first ?? ""),
                hint: Messages.severalPoliciesHint)
        ])
    }

    /// The outcome in words.
    var label: OutcomeLabel { source.outcomes[outcome] }

    /// The options as a manifest has them.
    public var options: [(name: String, value: String)] {
        [("outcome", label.name), ("best", best.rawValue)]
    }

    /// What programs read: figures by policy, differences to the first one, the mixture.
    ///
    ///     robust.csv               mean, worst, best, regrets, rules, which criteria put it first
    ///     robust-pairs.csv         what each policy changes against the first, future by future
    ///     robust-mixture.csv       the mixture with the smallest largest regret
    ///     robust-information.csv   what knowing the future would be worth
    ///
    /// - Throws: ``InputFaults``, which a result that exists never does.
    public func tables() throws(InputFaults) -> [ResultTable] {
        do {
            return [
                try table.futures.table(of: label.name, rule: table.rules).named("robust"),
                try table.futures.pairTable(of: label.name, against: source.points.policies[0])
                    .named("robust-pairs"), table.mixture.table, informationTable,
            ]
        } catch {
            throw InputFaults([
                Diagnostic(at: Position(file: source.file), Messages.cannotChoose("\(error)"))
            ])
        }
    }

    /// The value of perfect information.
    ///
    /// In whole rupiah where the outcome is money.
    private var informationTable: ResultTable {
        let unit = label.unit
        return .trusted(
            name: "robust-information", keys: [("outcome", .text([label.name]))],
            measures: [
                ("value", unit, .number([table.information.value.wholeMoney(unit)])),
                (
                    "standard_error", unit,
                    .number([table.information.standardError.wholeMoney(unit)])
                ),
            ])
    }
}

extension Double {
    /// Whole rupiah for money, all else as it is.
    fileprivate func wholeMoney(_ unit: Unit) -> Double { unit == .rupiah ? rounded() : self }
}

extension ResultTable {
    /// The same table under another name; outcomes have characters that file names should not.
    fileprivate func named(_ name: String) -> ResultTable {
        .trusted(
            name: name, keys: keys.map { ($0.name, $0.cells) },
            measures: measures.map { ($0.name, $0.unit ?? .factor, $0.cells) })
    }
}

extension Report {
    /// Which policy each way of choosing puts first, and where they disagree.
    ///
    ///     title
    ///     what was compared
    ///     Kebijakan mana, menurut cara memilih    a line for each way, whether they agree
    ///     Kebijakan di semua masa depan           the figures of every policy
    ///     Penyesalan terbesar                     bars
    ///     Dibanding ...                           differences to the first policy
    public init(_ result: RobustResult, in language: Language) {
        let policies = result.source.points.policies
        title = result.source.title
        introduction = result.notes
        let regrets = zip(policies, result.table.measures.regrets.maximum).map { policy, regret in
            BarChart.Bar(
                label: policy, value: regret, text: result.label.value(regret)[language])
        }
        let pairs = result.pairTable(language).map {
            [Section(heading: Messages.againstFirst(policies[0]), .table($0), data: [])]
        }
        sections =
            [
                Section(heading: Messages.whichPolicy, .card(result.card)),
                Section(
                    heading: Messages.policiesCompared, .table(result.policyTable(language)),
                    data: []),
                Section(heading: Messages.largestRegret, .chart(regrets)),
            ] + (pairs ?? [])
    }
}
