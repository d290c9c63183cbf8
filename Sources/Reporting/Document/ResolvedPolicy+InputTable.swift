import Analysis
import Policy
import Quantities

extension ResolvedPolicy {
    /// What is taken for true at the start of the horizon, parameter by parameter: the value, or
    /// the least and the greatest of its cells; the weakest mark; and the commonest source.
    ///
    /// Parameters that stand at their standard value everywhere are left out.
    func inputTable(in language: Language) -> ResultTable {
        let rows = Parameters.catalogue.compactMap { InputRow($0, self, language) }
        return ResultTable("inputs", rows) {
            Key("parameter", \.path)
            Column("meaning", .word, \.meaning)
            Column("value", .word, \.value)
            Column("mark", .word, \.mark)
            Column("source", .word, \.source)
        }
    }

    /// The source that most cells have, and how many others there are.
    static func commonest(_ sources: [String], _ language: Language) -> String {
        var counts: [String: Int] = [:]
        for source in sources { counts[source, default: 0] += 1 }
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let top = sorted.first else { return "" }
        let others = sorted.count - 1
        let more = Phrase(id: "; \(others) sumber lain", en: "; \(others) other sources")
        return top.key + (others > 0 ? more[language] : "")
    }
}

private struct InputRow {
    let path: String
    let meaning: String
    let value: String
    let mark: String
    let source: String

    init?(_ definition: ParameterDefinition, _ policy: ResolvedPolicy, _ language: Language) {
        let cells = policy.members(of: definition).flatMap { member in
            policy.regions.compactMap { region in
                policy.settings(definition, member: member, region: region)?.steps.first
            }
        }.filter { $0.provenance.line > 0 }
        guard let first = cells.first else { return nil }
        path = definition.path
        meaning = definition.meaning[language]
        let text = SettingText(language: language)
        let unit = text.unit(first.value, of: definition)
        let name = unit == .word || unit == .flag || unit == .share ? "" : " " + unit.name[language]
        value = Self.ends(cells.map(\.value), unit, text, language) + name
        let marks = cells.compactMap(\.provenance.mark)
        mark = marks.isEmpty ? "–" : EvidenceMark.weakest(of: marks).rawValue
        source = ResolvedPolicy.commonest(cells.compactMap(\.provenance.source), language)
    }

    private static func ends(
        _ values: [SettingValue], _ unit: Unit, _ text: SettingText, _ language: Language
    ) -> String {
        func words(_ value: SettingValue) -> String {
            unit == .share
                ? value.number.map { language.numbers.percent($0) } ?? text.text(value)
                : text.text(value)
        }
        let ordered = values.filter { $0.number != nil }
            .sorted { ($0.number ?? 0) < ($1.number ?? 0) }
        guard let low = ordered.first, let high = ordered.last else {
            var seen: [String] = []
            for value in values where !seen.contains(words(value)) { seen.append(words(value)) }
            return seen.joined(separator: ", ")
        }
        let (least, most) = (words(low), words(high))
        return least == most ? least : "\(least) – \(most)"
    }
}
