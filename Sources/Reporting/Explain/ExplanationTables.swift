import Analysis
import Costing
import Policy
import Quantities

/// The tables of an explanation.
///
/// Every table has the columns `place` (file and line) and `layer` (who set it): following them
/// leads to the text or the decree behind a number.
struct ExplanationTables {
    /// The scenario with everything computed from it.
    let result: ScenarioResult
    /// What is asked about.
    let path: PolicyPath
    /// The month that is asked about, inside the horizon.
    let month: Month
    /// How values are written.
    let text: SettingText

    /// The resolved scenario.
    private var policy: ResolvedPolicy { result.policy }

    /// What the path means; nil for results, whose headings say it.
    var meaning: Phrase? {
        switch path.subject {
        case .parameter(let definition): definition.meaning
        case .law(let law): try? result.pricing.law.parameter(law).doc
        case .contribution, .result, .purse: nil
        }
    }

    /// The values of parameters in force in the month, with who set them and what they replaced.
    func inputs(_ definitions: [ParameterDefinition]) -> ResultTable {
        let rows = timelines(definitions).compactMap { steps in steps.last { $0.from <= month } }
        return SettingRow.table(rows, name: "inputs")
    }

    /// Every value of a parameter over the horizon.
    func steps(_ definition: ParameterDefinition) -> ResultTable {
        SettingRow.table(timelines([definition]).flatMap { $0 }, name: "steps")
    }

    /// The values of parameters over the horizon, cell by cell.
    func timelines(_ definitions: [ParameterDefinition]) -> [[SettingRow]] {
        let spreads = policy.scenario.spreads
        return definitions.flatMap { definition in
            members(of: definition).flatMap { member in
                path.regions(of: policy).map { region in
                    let timeline = policy.settings(definition, member: member, region: region)
                    return (timeline?.steps ?? []).map { step in
                        SettingRow(
                            definition, member, region, step, text, spreads[step.provenance])
                    }
                }
            }
        }
    }

    /// The members of a parameter that the path speaks of: for a result, its segment and the
    /// purses that pay it.
    private func members(of definition: ParameterDefinition) -> [String?] {
        let all = policy.members(of: definition)
        if case .parameter = path.subject {
            return all.filter { path.member == nil || $0 == path.member }
        }
        return definition.scope == .segment
            ? all.filter { path.member == nil || $0 == path.member } : all
    }

    /// Every value of a law, with its months, reference, source and date of check.
    func law(_ name: String) -> ResultTable {
        let values = (try? result.pricing.law.parameter(name).values) ?? []
        return ResultTable("law", values) {
            Key("from", \.from.description)
            Column("until", .word, \.until?.description)
            Column("in_force", .word) { holds($0) ? "<--" : "" }
            Column("setting", .word) { text.text($0.value) }
            Column("unit", .word, \.unit.rawValue)
            Column("legal_reference", .word) { text.said($0.entry.legal) }
            Column("mark", .word, \.entry.mark.rawValue)
            Column("checked", .word, \.entry.checked.description)
            Column("layer", .word, \.provenance.layer)
            Column("place", .word, \.provenance.place)
            Column("source", .word, \.entry.source)
        }
    }

    /// Whether a value of the law is in force in the month.
    func holds(_ law: DatedLaw) -> Bool {
        law.from <= month && law.until.map { month <= $0 } ?? true
    }

    /// The figure in the month's year, and over the horizon.
    func cell(_ quantity: Quantity, _ inYear: Double, _ overHorizon: Double) -> ResultTable {
        let rows = [
            (year: String(month.year), value: inYear), (year: "all", value: overHorizon),
        ]
        return ResultTable("cell", rows) {
            Key("year", \.year)
            Column(quantity, \.value)
        }
    }
}
