import Quantities

/// What the tables of a folder are, for other programs: a `datapackage.json`.
///
/// A Data Package of Frictionless (specs.frictionlessdata.io) with a Table Schema for each table:
/// types, units, meanings in both languages, primary keys, missing values. All of it comes of the
/// tables' own columns. A code of a region is a text, so that `35.10` does not become 35.1.
///
///     {"name": "run", "profile": "data-package", "title": "...", "resources": [
///       {"name": "purses", "path": "purses.csv", "hash": "sha256:...", "schema": {
///         "fields": [{"name": "region", "type": "string", ...},
///                    {"name": "paid_rp", "type": "integer", "unit": "Rp", ...}],
///         "primaryKey": ["year", "region", "purse"], "missingValues": [""]}}]}
package struct DataPackage {
    package static let file = "datapackage.json"

    /// How the cells of a table stand in its file.
    package enum Form: Sendable {
        case csv(CSVMarks)
        /// As ``JSONWriter`` has tables: rows as objects under `rows`.
        case json
        /// For people: the file is named, and no program reads its cells.
        case markdown
    }

    private struct Resource {
        let table: ResultTable
        let path: String
        let form: Form
        let size: Int
        let digest: SHA256

        /// Whether programs read cells of the file; JSON without rows does not name its columns.
        var isTabular: Bool {
            switch form {
            case .csv: true
            case .json: table.rowCount > 0
            case .markdown: false
            }
        }
    }

    private let name: String
    private let title: Phrase
    private let language: Language
    /// What a column says.
    private let meaning: (ResultTable.Column) -> Phrase
    /// In the order in which they were added.
    private var resources: [Resource] = []

    /// A package before any table is in it.
    ///
    /// - Parameters:
    ///   - name: the command that made the folder.
    ///   - language: of titles; meanings stand in both.
    package init(
        name: String, title: Phrase, in language: Language,
        meaning: @escaping (ResultTable.Column) -> Phrase
    ) {
        self.name = name
        self.title = title
        self.language = language
        self.meaning = meaning
    }

    /// Adds a table and the file that it was written to.
    package mutating func add(
        _ table: ResultTable, _ bytes: [UInt8], as path: String, _ form: Form
    ) {
        resources.append(
            Resource(
                table: table, path: path, form: form, size: bytes.count, digest: SHA256(bytes)))
    }

    package var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("name", name)
            json.member("profile", "data-package")
            json.member("title", title[language])
            json.key("resources")
            json.array { json in
                for resource in resources { json.object { write(resource, &$0) } }
            }
        }
        json.finish()
        return json.bytes
    }

    private func write(_ resource: Resource, _ json: inout JSONWriter) {
        json.member("name", resource.table.name)
        json.member("path", resource.path)
        json.member(
            "profile", resource.isTabular ? "tabular-data-resource" : "data-resource")
        json.member("format", resource.form.format)
        json.member("mediatype", resource.form.mediaType)
        json.member("encoding", "utf-8")
        // Who reads JSON as a stream does not count its bytes.
        if case .json = resource.form {} else { json.member("bytes", resource.size) }
        json.member("hash", "sha256:" + resource.digest.hexadecimal)
        guard resource.isTabular else { return }
        json.key("dialect")
        var decimal: String?
        switch resource.form {
        case .csv(let marks):
            json.object(inline: true) {
                $0.member("delimiter", String(UnicodeScalar(marks.delimiter)))
            }
            if marks.decimal != CSVMarks.plain.decimal {
                decimal = String(UnicodeScalar(marks.decimal))
            }
        case .json, .markdown:
            json.object(inline: true) { json in
                json.key("json")
                json.object { json in
                    json.member("property", "rows")
                    json.key("keyed")
                    json.value(true)
                }
            }
        }
        json.key("schema")
        json.object { schema(of: resource.table, decimal: decimal, &$0) }
    }

    private func schema(
        of table: ResultTable, decimal: String?, _ json: inout JSONWriter
    ) {
        json.key("fields")
        json.array { json in
            for column in table.columns {
                json.object(inline: true) { field(column, decimal: decimal, &$0) }
            }
        }
        if !table.keys.isEmpty { json.member("primaryKey", table.keys.map(\.name)) }
        json.member("missingValues", [""])
    }

    /// A column: what its cells are, what it says, and in what it counts.
    private func field(
        _ column: ResultTable.Column, decimal: String?, _ json: inout JSONWriter
    ) {
        json.member("name", column.name)
        json.member("type", column.cells.schemaType)
        if let decimal, case .number = column.cells { json.member("decimalChar", decimal) }
        let meaning = meaning(column)
        json.member("title", meaning[language])
        if let unit = column.unit, unit.isCounted { json.member("unit", unit.rawValue) }
        json.key("meaning")
        json.object { json in
            for language in Language.allCases {
                json.member(language.rawValue, column.meaning(meaning, in: language))
            }
        }
    }
}

extension DataPackage.Form {
    fileprivate var format: String {
        switch self {
        case .csv: "csv"
        case .json: "json"
        case .markdown: "md"
        }
    }

    fileprivate var mediaType: String {
        switch self {
        case .csv: "text/csv"
        case .json: "application/json"
        case .markdown: "text/markdown"
        }
    }
}

extension ResultTable.Cells {
    /// What Table Schema calls such cells.
    fileprivate var schemaType: String {
        switch self {
        case .text: "string"
        case .whole, .rupiah: "integer"
        case .number: "number"
        }
    }
}

extension ResultTable.Column {
    /// What it says with the unit that it counts in: `terbayar (rupiah)`.
    fileprivate func meaning(_ phrase: Phrase, in language: Language) -> String {
        guard let unit, unit.isCounted else { return phrase[language] }
        return "\(phrase[language]) (\(unit.name[language]))"
    }
}

extension Unit {
    /// Whether a column of the unit counts in it: words count nothing, and the unit of pure numbers
    /// may differ by row.
    fileprivate var isCounted: Bool { ![.word, .flag, .factor].contains(self) }
}
