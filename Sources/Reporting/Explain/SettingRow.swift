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
        .trusted(
            name: name,
            keys: [
                ("key", .text(rows.map(\.key))), ("region", .text(rows.map(\.region.code))),
                ("from", .text(rows.map(\.from.description))),
            ],
            measures: [
                ("setting", .word, .text(rows.map(\.text.value))),
                ("unit", .word, .text(rows.map(\.text.unit.rawValue))),
                ("layer", .word, .text(rows.map(\.provenance.layer))),
                ("place", .word, .text(rows.map(\.provenance.place))),
                ("mark", .word, .text(rows.map(\.provenance.markText))),
                ("range", .word, .text(rows.map(\.rangeText))),
                ("replaced", .word, .text(rows.map(\.replacedText))),
                ("source", .word, .text(rows.map { $0.provenance.source ?? "" })),
            ])
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
