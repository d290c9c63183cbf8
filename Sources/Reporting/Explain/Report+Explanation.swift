import Analysis
import Formats
import Policy
import Quantities

extension Report {
    /// What stands behind a value, a law, a contribution or a result in a month: every input with
    /// its layer, its place, its date and its source.
    ///
    /// People get a card for a value and short tables; ``tables`` has every column and row.
    ///
    /// - Parameters:
    ///   - path: what is asked about.
    ///   - month: the month, which must lie in the horizon.
    ///   - regions: what regions are called.
    ///   - language: whose number marks are used; nil for plain digits, as programs read them.
    ///   - marks: of numbers in plain digits.
    /// - Throws: ``InputFaults`` for a month outside the horizon, ``ContributionRefusal``.
    public init(
        explaining path: PolicyPath, of result: ScenarioResult, at month: Month,
        regions: RegionTable, in language: Language?, marks: CSVMarks = .plain
    ) throws {
        guard result.policy.horizon.contains(month) else {
            throw InputFaults(
                option: "--at", Phrase.outsideHorizon(month),
                hint: Phrase.about(result.policy.scenario))
        }
        let tables = ExplanationTables(
            result: result, path: path, month: month,
            text: SettingText(language: language, locale: marks.locale))
        title = Phrase.explained(result.name, month)
        if language != nil { answer = try tables.answer(regions) }
        introduction = tables.meaning.map { [$0] } ?? []
        sections =
            switch path.subject {
            case .parameter(let definition) where definition == Parameters.quota.definition:
                tables.quotaSections(regions) + tables.sections(of: definition, regions)
            case .parameter(let definition): tables.sections(of: definition, regions)
            case .law(let law): tables.sections(ofLaw: law)
            case .contribution: try tables.contributionSections()
            case .result(let quantity):
                try ExplanationFigure(tables, quantity).sections(regions)
            case .purse(let purse): tables.sections(ofPurse: purse, regions)
            }
    }
}
