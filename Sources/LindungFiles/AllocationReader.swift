import Analysis
import Policy
import Quantities

/// What `allocate` asks.
public struct AllocationQuestion: Sendable {
    /// As files of results call it.
    public let name: String
    /// As reports call it.
    public let title: Phrase
    /// As messages name it.
    public let file: String
    /// The scenario whose money is allocated: its people, prices and purses.
    public let scenario: Scenario
    /// What is to be best.
    public let objective: AllocationProblem.Objective
    /// By position of the year.
    let coverage: [Int: Double]
    /// Named rules in the order of the file.
    let rules: [AllocationRule]
    /// Positions of purses whose money is one pot for all regions.
    let pooled: Set<Int>
    /// Found while reading.
    public let warnings: [Diagnostic]
}

/// Reads files that ask where the money should go.
///
///     name: alokasi-orang-bulan
///     title: { id: .., en: .. }
///     scenario: dasar.yaml
///     objective: protected_person_months
///     coverage: { 2027: 20 %, 2030: 30 % }
///     pooled: [apbd-provinsi]
///     rules:
///       lantai-rt-rw: { floor: 50 %, segments: [rt-rw] }
struct AllocationReader {
    /// What may stand at the top of a file.
    static let fields = [
        "name", "title", "description", "locale", "scenario", "objective", "coverage", "pooled",
        "rules",
    ]

    /// Where scenarios, tables and law are found.
    let workspace: Workspace
    /// Collects what is wrong with the file.
    let session: ReadingSession

    /// The question of a file; every fault of it is noted.
    func read(_ file: String) -> AllocationQuestion? {
        guard let root = YAMLReader(session: session).root(of: file) else { return nil }
        let fields = FieldReader(session: session)
        let place = Position(file: file)
        fields.check(root, allowed: Self.fields)
        let scenario = SweepScenarios(session: session, workspace: workspace).base(of: root)
        let name = fields.text("name", of: root, at: place)
        let title = root["title"].flatMap { _ in fields.phrase("title", of: root, at: place) }
        let objective = objective(root, place)
        guard let scenario, let name else { return nil }
        let keys = SweepKeys(session: session, workspace: workspace, root: root, scenario: scenario)
        /// Named rules in the order of the file.
        let rules = AllocationRuleReader(session: session, scenario: scenario, locale: keys.locale)
        let question = AllocationQuestion(
            name: name, title: title ?? Phrase(id: name, en: name), file: file,
            scenario: scenario, objective: objective ?? .cost,
            coverage: coverage(root, rules), rules: rules.read(root),
            pooled: pooled(root, scenario), warnings: session.diagnostics)
        if objective == .cost, question.coverage.isEmpty {
            session.fault(
                root["objective"]?.position ?? place, Messages.costNeedsCoverage,
                hint: Messages.coverageExample)
        }
        return objective == nil ? nil : question
    }

    /// What is to be best; nil with a fault.
    private func objective(
        _ root: YAMLNode, _ place: Position
    ) -> AllocationProblem.Objective? {
        guard let text = FieldReader(session: session).text("objective", of: root, at: place)
        else { return nil }
        if let found = AllocationProblem.Objective(rawValue: text) { return found }
        let words = AllocationProblem.Objective.allCases.map(\.rawValue)
        session.fault(
            root["objective"]?.value.position ?? place, Messages.unknownObjective(text),
            hint: Messages.choices(words, near: Suggestion.closest(to: text, among: words)))
        return nil
    }

    /// The coverage path: shares by position of the year.
    private func coverage(_ root: YAMLNode, _ rules: AllocationRuleReader) -> [Int: Double] {
        var path: [Int: Double] = [:]
        for entry in root["coverage"]?.value.entries ?? [] {
            guard let year = rules.year(entry.key, at: entry.position) else { continue }
            if let share = rules.share(entry.value) { path[year] = share }
        }
        return path
    }

    /// Purses whose money is one pot.
    private func pooled(_ root: YAMLNode, _ scenario: Scenario) -> Set<Int> {
        guard let node = root["pooled"]?.value else { return [] }
        let names = scenario.fundingSources.map(\.id.name)
        let found = FieldReader(session: session).members(node, existing: names, .purse) ?? []
        return Set(found.compactMap { names.firstIndex(of: $0) })
    }
}

extension Workspace {
    /// Reads what `allocate` asks.
    ///
    /// - Throws: ``InputFaults``.
    public func allocationQuestion(_ file: String) throws(InputFaults) -> AllocationQuestion {
        /// Collects what is wrong with the file.
        let session = ReadingSession(files: files)
        let question = AllocationReader(workspace: self, session: session).read(file)
        guard let question, !session.diagnostics.hasErrors else {
            throw InputFaults(session.diagnostics)
        }
        return question
    }
}
