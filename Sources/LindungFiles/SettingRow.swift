import Policy
import Quantities

/// A value of a setting as a row: what, from when, who set it and what it replaced.
struct SettingRow {
    /// The key with its segment or purse.
    let key: String
    /// The region's code.
    let region: String
    /// Since when the value holds.
    let from: Month
    /// The value as text.
    let value: String
    /// The unit of the value.
    let unit: Unit
    /// Who set it, where and on what authority.
    let provenance: Provenance
    /// Who set it before, latest first.
    let replaced: [Provenance]

    /// The row of a step of a timeline.
    init(
        _ definition: ParameterDefinition, _ member: String?, _ region: RegionCode,
        _ step: Timeline<SettingValue>.Step, _ text: SettingText
    ) {
        key = definition.path + (member.map { "." + $0 } ?? "")
        self.region = region.code
        from = step.from
        value = text.text(step.value)
        unit = text.unit(step.value, of: definition)
        provenance = step.provenance
        replaced = step.replaced
    }

    /// Rows as a table.
    static func table(_ rows: [SettingRow], name: String) -> ResultTable {
        .trusted(
            name: name,
            keys: [
                ("key", .text(rows.map(\.key))), ("region", .text(rows.map(\.region))),
                ("from", .text(rows.map(\.from.description))),
            ],
            measures: [
                ("setting", .word, .text(rows.map(\.value))),
                ("unit", .word, .text(rows.map(\.unit.rawValue))),
                ("layer", .word, .text(rows.map(\.provenance.layer))),
                ("place", .word, .text(rows.map(\.provenance.place))),
                ("mark", .word, .text(rows.map(\.provenance.markText))),
                ("range", .word, .text(rows.map(\.rangeText))),
                ("replaced", .word, .text(rows.map(\.replacedText))),
                ("source", .word, .text(rows.map { $0.provenance.source ?? "" })),
            ])
    }

    /// The 90 % range as a scenario writes it; empty where none is given.
    private var rangeText: String {
        guard let range = provenance.range else { return "" }
        let plain = SettingText(language: nil)
        return plain.number(range.lowerBound) + " .. " + plain.number(range.upperBound)
    }

    /// The layers that it replaced, latest first.
    private var replacedText: String {
        replaced.map { $0.line > 0 ? "\($0.layer) (\($0.place))" : $0.layer }
            .joined(separator: " < ")
    }
}
