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
///     outreach:
///       petani: { 30 %: 5000, 60 %: 20000 }
struct AllocationReader {
    static let fields = [
        "name", "title", "description", "locale", "scenario", "objective", "coverage", "pooled",
        "rules", "futures", "outreach",
    ]
    /// The least number of futures that a plan can stand up to.
    static let fewestFutures = 2

    let workspace: Workspace
    let session: ReadingSession

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
            pooled: pooled(root, scenario), futures: futures(root, scenario, rules),
            outreach: AllocationOutreachReader(rules: rules).read(root))
        if objective == .cost, root["coverage"] == nil {
            session.fault(
                root["objective"]?.position ?? place,
                Phrase(
                    id: "tujuan 'cost' membutuhkan 'coverage'",
                    en: "the objective 'cost' needs 'coverage'"),
                hint: Phrase(
                    id: "contoh: 'coverage: { \(scenario.horizon.upperBound.year): 40 % }'",
                    en: "for example 'coverage: { \(scenario.horizon.upperBound.year): 40 % }'"))
        }
        if let field = root["futures"], let objective, !objective.isAdditive {
            session.fault(
                field.position,
                Phrase(
                    id: "'futures' hanya untuk tujuan 'protected_person_months' atau"
                        + " 'families_kept', bukan '\(objective.rawValue)'",
                    en: "'futures' is for the objectives 'protected_person_months' and"
                        + " 'families_kept' only, not for '\(objective.rawValue)'"
                ))
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
            at: root["objective"]?.value.position ?? place,
            Phrase(id: "tujuan '\(text)' tidak dikenal", en: "unknown objective '\(text)'"))
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
                section.value["tail"]?.value.position ?? section.position,
                Phrase(id: "'tail' harus di atas 0", en: "'tail' must be above 0"))
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
            other.purses.map(\.id) == scenario.purses.map(\.id)
        else {
            session.fault(
                section.position,
                Phrase(
                    id: "sapuan '\(path)' tentang daerah, tahun atau sumber dana lain daripada"
                        + " 'scenario'",
                    en: "the sweep '\(path)' is about other regions, years or purses than"
                        + " 'scenario'"
                ))
            return nil
        }
        guard plan.design.count >= Self.fewestFutures else {
            session.fault(
                section.position,
                Phrase(
                    id: "sapuan '\(path)' hanya punya \(plan.design.count) titik; perlu paling"
                        + " sedikit 2",
                    en: "the sweep '\(path)' has only \(plan.design.count) point; at least 2 are"
                        + " needed"
                ))
            return nil
        }
        return (plan, tail)
    }

    private func pooled(_ root: YAMLNode, _ scenario: Scenario) -> Set<Int> {
        guard let node = root["pooled"]?.value else { return [] }
        let names = scenario.purses.map(\.id.name)
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
                    at: Position(file: sweep.subject.file),
                    Phrase(
                        id: "tidak ada masukan sapuan ini yang mengubah pagu sumber dana",
                        en: "no input of this sweep moves the ceiling of a purse"),
                    hint: Phrase.futuresMoveNoMoneyHint(
                        subject.scenario.purses.first?.id))
            ])
        }
        return AllocationFutures(ceilings: ceilings, tail: tail)
    }

    /// Reads what `allocate` asks.
    ///
    /// - Throws: ``InputFaults``.
    package func allocationQuestion(_ file: String) throws(InputFaults) -> Checked<
        AllocationQuestion
    > {
        let session = ReadingSession(files: files)
        let question = AllocationReader(workspace: self, session: session).read(file)
        guard let question, !session.diagnostics.hasErrors else {
            throw InputFaults(session.diagnostics)
        }
        return Checked(question, session.diagnostics)
    }
}

/// Reads the named rules of a question, each with one demand.
///
///     floor, cap          '50 %' of the eligible, or a number of persons
///     earmark_at_least    '60 %' of what `purse` spends goes to `segments`
///     earmark_at_most     likewise
///     grow_at_least       '0 %' against the year before
///     grow_at_most        likewise
///     equity              '80 %' of the coverage of all regions together
///
/// `regions`, `segments`, `from` and `until` narrow it; `together: [regions, segments]` adds up
/// before judging.
struct AllocationRuleReader {
    static let demands = [
        "floor", "cap", "earmark_at_least", "earmark_at_most", "grow_at_least", "grow_at_most",
        "equity",
    ]
    private static let fields =
        demands + ["purse", "regions", "segments", "from", "until", "together"]

    let session: ReadingSession
    let scenario: Scenario
    let locale: NumberLocale?

    private var years: ClosedRange<Int> {
        scenario.horizon.lowerBound.year...scenario.horizon.upperBound.year
    }

    /// All rules, in the order of the file.
    func read(_ root: YAMLNode) -> [AllocationRule] {
        entries("rules", of: root).compactMap(rule)
    }

    /// The named entries of a section; none where it is absent, or with a fault where it is a list
    /// or one value.
    func entries(_ section: String, of root: YAMLNode) -> [YAMLEntry] {
        guard let node = root[section]?.value else { return [] }
        guard let entries = node.entries else {
            session.fault(node.position, Phrase.expected(Phrase.namedFields))
            return []
        }
        return entries
    }

    /// The position of a year; nil with a fault.
    func year(_ text: String, at position: Position) -> Int? {
        guard let year = Int(text), years.contains(year) else {
            session.fault(
                position,
                Phrase(
                    id: "'\(text)' bukan tahun dari \(years.lowerBound) sampai \(years.upperBound)",
                    en: "'\(text)' is not a year from \(years.lowerBound) to \(years.upperBound)"))
            return nil
        }
        return year - years.lowerBound
    }

    /// A number that must be a share; nil with a fault.
    func share(_ node: YAMLNode) -> Double? {
        guard let number = number(node) else { return nil }
        guard (0...1).contains(number) else {
            session.fault(
                node.position, Phrase.notASharePart(node.text ?? ""),
                hint: Phrase.reachShareHint(number, node.text ?? ""))
            return nil
        }
        return number
    }

    /// A number as the file writes numbers; nil with a fault.
    func number(_ node: YAMLNode, _ unit: Unit? = nil) -> Double? {
        guard let text = node.text else {
            session.fault(node.position, Phrase.expected(Phrase.aNumber))
            return nil
        }
        return ScalarReader(session: session, locale: locale)
            .number(text, unit: unit, at: node.position)
    }

    /// Whole persons, 0 or more; nil with a fault. '0.6' is taken for a share without its sign.
    private func persons(_ node: YAMLNode) -> Double? {
        guard let number = number(node, .person) else { return nil }
        guard number >= 0, number == number.rounded() else {
            session.fault(
                node.position, Phrase.notPersons(node.text ?? ""),
                hint: Phrase.personsHint(number))
            return nil
        }
        return number
    }

    /// A change against the year before, -100 % or more, written as a percentage because '5' could
    /// be five times or five per cent; nil with a fault.
    private func growth(_ node: YAMLNode) -> Double? {
        guard let number = number(node) else { return nil }
        guard number >= -1, number == 0 || node.text?.hasSuffix("%") == true else {
            session.fault(
                node.position, Phrase.notAGrowth(node.text ?? ""),
                hint: Phrase.growthHint(number))
            return nil
        }
        return number
    }

    /// One rule; nil with a fault.
    private func rule(_ entry: YAMLEntry) -> AllocationRule? {
        FieldReader(session: session).check(entry.value, allowed: Self.fields)
        let found = (entry.value.entries ?? []).filter { Self.demands.contains($0.key) }
        guard found.count == 1 else {
            session.fault(
                found.last?.position ?? entry.position,
                Phrase(
                    id: "aturan '\(entry.key)' harus berisi tepat satu tuntutan",
                    en: "the rule '\(entry.key)' must hold exactly one demand"),
                hint: found.isEmpty
                    ? Phrase.demandHint(entry.key, Self.demands) : Phrase.leaveVerbOut)
            return nil
        }
        // Read before any is judged, so that every fault is told at once.
        let together = words("together", of: entry.value, ["regions", "segments"], .segment)
        let regions = words("regions", of: entry.value, scenario.regions.map(\.code), .region)
        let segments = words(
            "segments", of: entry.value, scenario.segments.map(\.id.name), .segment)
        let (span, demand) = (span(entry.value), demand(found[0], of: entry))
        guard let demand, let regions, let segments, let together, let span else { return nil }
        let isWritten = entry.value["together"] != nil
        return AllocationRule(
            entry.key, demand, regions: regions, segments: segments, years: span,
            addsRegions: isWritten && together.contains(0),
            addsSegments: isWritten && together.contains(1),
            provenance: Provenance(
                file: entry.position.file, line: entry.position.line,
                column: entry.position.column, layer: "allocate"))
    }

    private func demand(_ field: YAMLEntry, of rule: YAMLEntry) -> AllocationRule.Demand? {
        let isLeast = field.key == "floor" || field.key.hasSuffix("at_least")
        let side: AllocationRule.Side = isLeast ? .atLeast : .atMost
        switch field.key {
        case "equity": return share(field.value).map { .equity($0) }
        case "grow_at_least", "grow_at_most":
            return growth(field.value).map { .growth(side, $0) }
        case "floor", "cap":
            guard field.value.text?.hasSuffix("%") == true else {
                return persons(field.value).map { .persons(side, $0) }
            }
            return share(field.value).map { .share(side, $0) }
        default:
            let names = scenario.purses.map(\.id.name)
            guard let node = rule.value["purse"]?.value else {
                session.fault(rule.position, Phrase.missingField("purse"))
                return nil
            }
            guard node.items == nil else {
                session.fault(
                    node.position, Phrase.expected(Phrase(id: "satu sumber dana", en: "one purse")))
                return nil
            }
            guard
                let purse = FieldReader(session: session)
                    .members(node, existing: names, .purse)?.first,
                let position = names.firstIndex(of: purse), let share = share(field.value),
                mayPay(scenario.purses[position], rule)
            else { return nil }
            return .earmark(purse: position, side, share: share)
        }
    }

    /// Whether a purse may pay for every segment that its money is earmarked for.
    ///
    /// What it may not pay it never spends, so a least share of nothing would shut the purse.
    private func mayPay(_ purse: Purse, _ rule: YAMLEntry) -> Bool {
        guard let node = rule.value["segments"]?.value else { return true }
        let payable = scenario.segments.map(\.id).filter { segment in
            purse.programmes.contains { purse.mayPay($0, for: segment) }
        }.map(\.name)
        let refused = (node.items ?? [node]).filter { item in
            item.text.map { text in
                scenario.segments.contains { $0.id.name == text } && !payable.contains(text)
            } ?? false
        }
        for item in refused {
            session.fault(
                item.position,
                Phrase.earmarkMayNotPay(purse.id, SegmentID(item.text ?? "")),
                hint: payable.isEmpty ? nil : Phrase.allChoices(payable))
        }
        return refused.isEmpty
    }

    /// Positions of the words of a field among those that exist; all where it is absent.
    private func words(
        _ field: String, of node: YAMLNode, _ existing: [String],
        _ scope: ParameterDefinition.Scope
    ) -> [Int]? {
        guard let list = node[field]?.value else { return Array(existing.indices) }
        return FieldReader(session: session).members(list, existing: existing, scope).map {
            $0.compactMap { existing.firstIndex(of: $0) }
        }
    }

    /// Positions of the years from `from` until `until`.
    private func span(_ node: YAMLNode) -> [Int]? {
        var ends = [0, years.count - 1]
        for (index, name) in ["from", "until"].enumerated() {
            guard let field = node[name] else { continue }
            guard let year = year(field.value.text ?? "", at: field.value.position) else {
                return nil
            }
            ends[index] = year
        }
        guard ends[0] <= ends[1] else {
            session.fault(
                node["until"]?.value.position ?? node.position, Phrase.untilBeforeFrom)
            return nil
        }
        return Array(ends[0]...ends[1])
    }
}
