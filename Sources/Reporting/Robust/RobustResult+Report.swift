import Analysis
import Exploration
import Formats
import Quantities

extension RobustResult {
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
                Diagnostic(at: Position(file: source.file), Phrase.cannotChoose("\(error)"))
            ])
        }
    }

    /// The value of perfect information.
    ///
    /// In whole rupiah where the outcome is money.
    private var informationTable: ResultTable {
        ResultTable("robust-information", [table.information]) {
            Key("outcome") { _ in label.name }
            Column("value", label.unit) { $0.value.wholeMoney(label.unit) }
            Column("standard_error", label.unit) { $0.standardError.wholeMoney(label.unit) }
        }
    }
}

extension Double {
    /// Whole rupiah for money, all else as it is.
    fileprivate func wholeMoney(_ unit: Unit) -> Double { unit == .rupiah ? rounded() : self }
}

extension Report {
    /// Which policy each way of choosing puts first, and where they disagree.
    ///
    ///     the best policy, and whether all ways agree
    ///     title
    ///     what was compared
    ///     Kebijakan mana, menurut cara memilih    a line for each way, whether they agree
    ///     Kebijakan di semua masa depan           the figures of every policy
    ///     Penyesalan terbesar                     bars
    ///     Dibanding ...                           differences to the first policy
    public init(_ result: RobustResult, in language: Language) {
        let policies = result.source.points.policies
        title = result.source.title
        answer = result.answer
        introduction = result.notes
        let regrets = zip(policies, result.table.measures.regrets.maximum).map { policy, regret in
            BarChart.Bar(
                label: policy, value: regret, text: result.label.value(regret)[language])
        }
        let pairs = result.pairTable(language).map {
            [Section(heading: Phrase.againstFirst(policies[0]), .table($0), data: [])]
        }
        sections =
            [
                Section(heading: Phrase.whichPolicy, .card(result.card)),
                Section(
                    heading: Phrase.policiesCompared, .table(result.policyTable(language)),
                    data: []),
                Section(heading: Phrase.largestRegret, .chart(regrets)),
            ] + (pairs ?? [])
    }
}
