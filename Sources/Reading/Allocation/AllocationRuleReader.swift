import Analysis
import Formats
import Policy
import Quantities

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
    /// Words of demands.
    static let demands = [
        "floor", "cap", "earmark_at_least", "earmark_at_most", "grow_at_least", "grow_at_most",
        "equity",
    ]
    /// What may stand in a rule.
    private static let fields =
        demands + ["purse", "regions", "segments", "from", "until", "together"]

    /// Collects what is wrong with the file.
    let session: ReadingSession
    /// Its regions, segments, purses and years may be named.
    let scenario: Scenario
    let locale: NumberLocale?

    /// Calendar years of the scenario.
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
            session.fault(position, Phrase.notAYearOf(text, years))
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
    private func number(_ node: YAMLNode, _ unit: Unit? = nil) -> Double? {
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
                found.last?.position ?? entry.position, Phrase.oneDemand(entry.key),
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

    /// What a rule demands.
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
            let names = scenario.fundingSources.map(\.id.name)
            guard let node = rule.value["purse"]?.value else {
                session.fault(rule.position, Phrase.missingField("purse"))
                return nil
            }
            guard node.items == nil else {
                session.fault(node.position, Phrase.expected(Phrase.onePurse))
                return nil
            }
            guard
                let purse = FieldReader(session: session)
                    .members(node, existing: names, .purse)?.first,
                let position = names.firstIndex(of: purse), let share = share(field.value),
                mayPay(scenario.fundingSources[position], rule)
            else { return nil }
            return .earmark(purse: position, side, share: share)
        }
    }

    /// Whether a purse may pay for every segment that its money is earmarked for.
    ///
    /// What it may not pay it never spends, so a least share of nothing would shut the purse.
    private func mayPay(_ purse: FundingSource, _ rule: YAMLEntry) -> Bool {
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
