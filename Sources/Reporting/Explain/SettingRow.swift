import Policy
import Quantities

/// A value of a setting as a row: what, from when, who set it and what it replaced.
struct SettingRow {
    /// The parameter.
    let definition: ParameterDefinition
    /// The segment or purse; nil for a region's parameter.
    let member: String?
    /// The region's code.
    let region: RegionCode
    /// Since when the value holds.
    let from: Month
    /// The value with its unit.
    let text: ValueText
    /// Who set it, where and on what authority.
    let provenance: Provenance
    /// Who set it before, latest first.
    let replaced: [Provenance]
    /// How far the value may be off; nil where nobody said.
    let spread: Spread?
    /// How programs read numbers.
    private let plain: SettingText

    /// The row of a step of a timeline.
    init(
        _ definition: ParameterDefinition, _ member: String?, _ region: RegionCode,
        _ step: Timeline<SettingValue>.Step, _ text: SettingText, _ spread: Spread?
    ) {
        self.spread = spread
        plain = SettingText(language: nil, locale: text.locale)
        self.definition = definition
        self.member = member
        self.region = region
        from = step.from
        self.text = ValueText(
            value: text.text(step.value), number: step.value.number,
            unit: text.unit(step.value, of: definition))
        provenance = step.provenance
        replaced = step.replaced
    }

    /// The key with its segment or purse.
    var key: String { definition.path + (member.map { "." + $0 } ?? "") }

    /// Rows as a table.
    static func table(_ rows: [SettingRow], name: String) -> ResultTable {
        ResultTable(name, rows) {
            Key("key", \.key)
            Key("region", \.region.code)
            Key("from", \.from.description)
            Column("setting", .word, \.text.value)
            Column("unit", .word, \.text.unit.rawValue)
            Column("layer", .word, \.provenance.layer)
            Column("place", .word, \.provenance.place)
            Column("mark", .word, \.provenance.markText)
            Column("range", .word, \.rangeText)
            Column("replaced", .word, \.replacedText)
            Column("source", .word, \.provenance.source)
        }
    }

    /// The 90 % range or distribution as a scenario writes it; empty where none is given.
    private var rangeText: String {
        guard let range = provenance.range else { return spread.map(plain.text) ?? "" }
        return plain.number(range.lowerBound) + " .. " + plain.number(range.upperBound)
    }

    /// The layers that it replaced, latest first.
    private var replacedText: String {
        replaced.map { $0.line > 0 ? "\($0.layer) (\($0.place))" : $0.layer }
            .joined(separator: " < ")
    }
}
