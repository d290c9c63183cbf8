import Analysis
import Costing
import Policy
import Quantities

extension Report {
    /// What stands behind a value, a law, a contribution or a result in a month: every input with
    /// its layer, its place, its date and its source.
    ///
    /// - Parameters:
    ///   - path: what is asked about.
    ///   - month: the month, which must lie in the horizon.
    ///   - language: whose number marks are used; nil for plain digits, as programs read them.
    /// - Throws: ``InputFaults`` for a month outside the horizon.
    public init(
        explaining path: PolicyPath, of result: ScenarioResult, at month: Month,
        in language: Language?
    ) throws(InputFaults) {
        guard result.policy.horizon.contains(month) else {
            throw InputFaults(
                option: "--at", Messages.outsideHorizon(month),
                hint: Messages.about(result.policy.scenario))
        }
        let tables = ExplanationTables(
            result: result, path: path, month: month, text: SettingText(language: language))
        title = Messages.explained(result.name, month)
        introduction = tables.meaning.map { [$0] } ?? []
        sections =
            switch path.subject {
            case .parameter(let definition):
                [
                    Section(heading: Messages.inForce, .table(tables.inputs([definition]))),
                    Section(heading: Messages.overTime, .table(tables.steps(definition))),
                ]
            case .law(let law):
                [Section(heading: Messages.overTime, .table(tables.law(law)))]
            case .contribution:
                [Section(heading: Messages.legalBasis, .table(try tables.contributions()))]
            case .result(let quantity):
                [
                    Section(heading: Messages.resultCell, .table(tables.cell(quantity))),
                    Section(heading: Messages.parts, .table(tables.costs())),
                    Section(heading: Messages.legalBasis, .table(try tables.contributions())),
                    Section(
                        heading: Messages.inputs, .table(tables.inputs(Parameters.catalogue))),
                ]
            }
    }
}
