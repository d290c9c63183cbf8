import Analysis
import Formats
import Foundation
import Quantities

/// Writes the results of a command into a folder: tables, a report to read, and a manifest.
///
///     hasil/manifest.json     what made these files
///     hasil/datapackage.json  what the tables' columns are, for other programs
///     hasil/report.md         the report
///     hasil/purses.csv        a table, named after itself
package struct ResultFolder {
    package let path: String
    package let format: TableFormat
    /// The report's language; tables for programs have none.
    package let language: Language
    package let marks: CSVMarks
    /// Whether files that this program did not write are replaced where they are in the way.
    package let replacesOthers: Bool
    /// What draws the pictures that are specifications only; nil where it is not there.
    package let tools: DocumentTools?
    /// Where relative paths begin.
    package let files: SourceFiles

    /// A folder to be written; nothing is made yet.
    package init(
        path: String, format: TableFormat, language: Language, marks: CSVMarks = .plain,
        replacesOthers: Bool = false, tools: DocumentTools? = nil,
        files: SourceFiles = SourceFiles()
    ) {
        self.path = path
        self.format = format
        self.language = language
        self.marks = marks
        self.replacesOthers = replacesOthers
        self.tools = tools
        self.files = files
    }

    /// Whether the folder may be written, without writing it: for commands that compute for long.
    ///
    /// - Throws: ``OutputFault``.
    package func check() throws(OutputFault) {
        try OutputFolder.check(path, replacesOthers: replacesOthers, in: files)
    }

    /// Writes everything or nothing; the manifest last.
    ///
    /// - Throws: ``OutputFault``.
    ///
    /// - Parameters:
    ///   - tables: with different names.
    ///   - settings: tables that scenarios read: plain CSV, whatever the form of the others.
    ///   - pictures: files by name.
    ///   - report: written in the folder's language.
    ///   - manifest: without outputs; those written here are added.
    package func write(
        _ tables: [ResultTable], settings: [ResultTable] = [],
        pictures: [(name: String, bytes: [UInt8])] = [], report: Report, manifest: RunManifest
    ) throws(OutputFault) {
        var folder = try OutputFolder(path, replacesOthers: replacesOthers, in: files)
        var manifest = manifest
        var package = DataPackage(
            name: manifest.command, title: report.title, in: language, meaning: ColumnName.meaning)
        let forms = tables.map { ($0, format, marks) } + settings.map { ($0, .csv, .plain) }
        let texts = forms.map { table, format, marks in
            let name = "\(table.name).\(format.fileExtension)"
            let bytes = format.bytes(table, in: language, marks: marks)
            package.add(table, bytes, as: name, format.form(marks))
            return (name: name, bytes: bytes)
        }
        let others = [
            (name: "report.md", bytes: Array(report.markdown(in: language).utf8)),
            (name: DataPackage.file, bytes: package.bytes),
        ]
        for (name, bytes) in texts + pictures + drawn(pictures) + others {
            try folder.write(bytes, to: name)
            manifest.add(bytes, as: name)
        }
        try folder.write(manifest.bytes, to: "manifest.json")
        try folder.commit()
    }

    /// The Vega-Lite specifications among some files that are not drawn beside them, as SVG; none
    /// where there are no tools, or where they fail: results do not wait for a drawing.
    private func drawn(
        _ pictures: [(name: String, bytes: [UInt8])]
    ) -> [(name: String, bytes: [UInt8])] {
        let ending = ".vl.json"
        let there = Set(pictures.map(\.name))
        let missing = pictures.filter { $0.name.hasSuffix(ending) }.map {
            (name: $0.name.dropLast(ending.count) + ".svg", bytes: $0.bytes)
        }.filter { !there.contains(String($0.name)) }
        guard let tools, !missing.isEmpty,
            let drawings = try? tools.drawings(missing.map(\.bytes))
        else { return [] }
        return zip(missing, drawings).map { (String($0.name), $1) }
    }
}

extension ScenarioResult {
    /// Everything that `run` writes: yearly figures, purses, who has budgeted, the balance of needs
    /// and payments, people, what was cut of quotas, what overlapping lists would pay twice, fiscal
    /// tests, monthly stocks, flows and costs, and how well inputs are known.
    package var tables: [ResultTable] {
        Grouping.cases(of: policy).map { yearlyTable(by: $0) } + [
            purseTable, budgetedTable, balanceTable, peopleTable, cutTable, overlapTable,
            fiscalTable, stockTable, flowTable, costTable,
            policy.evidenceTable,
        ]
    }
}

extension Comparison {
    /// Everything that `compare` writes.
    public var tables: [ResultTable] {
        Grouping.cases(of: baseline.policy).map { table(by: $0) } + [
            purseTable, moveTable, balanceTable, peopleTable, cutTable,
        ]
            + tenthTable
    }
}
