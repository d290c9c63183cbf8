import Analysis
import Formats
import Policy
import Quantities

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
///     futures: { sweep: sapuan/pagu.yaml, tail: 10 % }
struct AllocationReader {
    /// What may stand at the top of a file.
    static let fields = [
        "name", "title", "description", "locale", "scenario", "objective", "coverage", "pooled",
        "rules", "futures",
    ]
    /// The least number of futures that a plan can stand up to.
    static let fewestFutures = 2

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
        let rules = AllocationRuleReader(session: session, scenario: scenario, locale: keys.locale)
        let question = AllocationQuestion(
            name: name, title: title ?? Phrase(id: name, en: name), file: file,
            scenario: scenario, objective: objective ?? .cost,
            coverage: coverage(root, rules), rules: rules.read(root),
            pooled: pooled(root, scenario), futures: futures(root, scenario, rules))
        if objective == .cost, root["coverage"] == nil {
            session.fault(
                root["objective"]?.position ?? place, Phrase.costNeedsCoverage,
                hint: Phrase.coverageExample(scenario.horizon.upperBound.year))
        }
        if let field = root["futures"], let objective, !objective.isAdditive {
            session.fault(field.position, Phrase.futuresNeedAdditive(objective))
        }
        return objective == nil ? nil : question
    }

    /// What is to be best; nil with a fault.
    private func objective(
        _ root: YAMLNode, _ place: Position
    ) -> AllocationProblem.Objective? {
        guard let text = FieldReader(session: session).text("objective", of: root, at: place)
        else { return nil }
        return session.word(
            AllocationProblem.Objective.self, text,
            at: root["objective"]?.value.position ?? place, Phrase.unknownObjective(text))
    }

    /// The coverage path: shares by position of the year.
    private func coverage(_ root: YAMLNode, _ rules: AllocationRuleReader) -> [Int: Double] {
        var path: [Int: Double] = [:]
        for entry in rules.entries("coverage", of: root) {
            guard let year = rules.year(entry.key, at: entry.position) else { continue }
            if let share = rules.share(entry.value) { path[year] = share }
        }
        return path
    }

    /// The futures of a sweep over the same regions, years and purses; nil with a fault.
    ///
    /// Faults: a sweep that cannot be read, is about others or has one point; a tail outside 0 to
    /// 1. Without a tail the worst tenth counts.
    private func futures(
        _ root: YAMLNode, _ scenario: Scenario, _ rules: AllocationRuleReader
    ) -> (sweep: SweepPlan, tail: Double)? {
        guard let section = root["futures"] else { return nil }
        guard section.value.entries != nil else {
            session.fault(section.value.position, Phrase.expected(Phrase.namedFields))
            return nil
        }
        let fields = FieldReader(session: session)
        fields.check(section.value, allowed: ["sweep", "tail"])
        let tail = section.value["tail"].map { rules.share($0.value) } ?? 0.1
        if let tail, tail <= 0 {
            session.fault(
                section.value["tail"]?.value.position ?? section.position, Phrase.tailIsZero)
        }
        guard let path = fields.text("sweep", of: section.value, at: section.position) else {
            return nil
        }
        let file = FilePath.join(FilePath.folder(of: section.position.file), path)
        let place = section.value["sweep"]?.value.position
        guard session.source(file, namedAt: place) != nil else { return nil }
        let reading = SweepReader(workspace).plan(file)
        session.take(reading.diagnostics)
        guard let plan = reading.value, let tail, tail > 0 else { return nil }
        let other = plan.subject.alternatives[0].scenario
        guard other.regions == scenario.regions, other.horizon == scenario.horizon,
            other.fundingSources.map(\.id) == scenario.fundingSources.map(\.id)
        else {
            session.fault(section.position, Phrase.futuresOfAnother(path))
            return nil
        }
        guard plan.design.count >= Self.fewestFutures else {
            session.fault(section.position, Phrase.tooFewFutures(path, plan.design.count))
            return nil
        }
        return (plan, tail)
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
    /// The ceilings of each future of a question; nil where it asks for none.
    ///
    /// A future is a point of the sweep under its first policy. Only ceilings are taken from it:
    /// people and prices are those of the question's scenario.
    ///
    /// - Throws: ``InputFaults`` where a future cannot be, or moves no purse's money.
    func futures(of question: AllocationQuestion) throws -> AllocationFutures? {
        guard let (sweep, tail) = question.futures else { return nil }
        let subject = sweep.subject.alternatives[0]
        var ceilings: [[[Double]]] = []
        for number in 0..<sweep.design.count {
            let values = sweep.design.point(number)
            guard let future = subject.scenario.taking(values, for: subject.inputs) else {
                continue
            }
            do throws(PolicyFaults) {
                ceilings.append(AllocationData.ceilings(try future.resolved()))
            } catch {
                throw faults(error, [])
            }
        }
        guard ceilings.contains(where: { $0 != ceilings[0] }) else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: sweep.subject.file), Phrase.futuresMoveNoMoney,
                    hint: Phrase.futuresMoveNoMoneyHint(
                        subject.scenario.fundingSources.first?.id))
            ])
        }
        return AllocationFutures(ceilings: ceilings, tail: tail)
    }

    /// Reads what `allocate` asks.
    ///
    /// - Throws: ``InputFaults``.
    public func allocationQuestion(_ file: String) throws(InputFaults) -> Checked<
        AllocationQuestion
    > {
        /// Collects what is wrong with the file.
        let session = ReadingSession(files: files)
        let question = AllocationReader(workspace: self, session: session).read(file)
        guard let question, !session.diagnostics.hasErrors else {
            throw InputFaults(session.diagnostics)
        }
        return Checked(question, session.diagnostics)
    }
}
