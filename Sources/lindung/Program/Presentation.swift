import Formats
import Foundation
import Quantities
import Reporting

/// Shows tables on standard output in the form that was asked for.
struct Presentation {
    let format: TableFormat
    let marks: CSVMarks
    let style: TerminalStyle
    private let isForPage: Bool
    private let language = Interface.language

    init(_ options: GlobalOptions) {
        format = options.format
        marks = options.marks
        style = TerminalStyle.of(STDOUT_FILENO)
        isForPage = options.form.isForPage
    }

    /// Whose words and marks people read; nil for programs.
    var reader: Language? { [.table, .md].contains(format) ? language : nil }

    /// Shows one table; people read the answer to their question above it.
    func show(_ table: ResultTable, answer: Phrase? = nil) throws(OutputFault) {
        if let answer, format == .table || format == .md {
            try Interface.print(answer[language] + "\n")
        }
        guard format == .table else {
            return try Interface.write(format.bytes(table, in: language, marks: marks))
        }
        try Interface.print(TerminalTable(table, in: language, style: style).text)
    }

    /// Shows some tables to people under the answer to their question, or all of them to programs.
    ///
    /// - Parameters:
    ///   - shown: what people read.
    ///   - tables: what programs read.
    func show(
        _ shown: [ResultTable], tables: [ResultTable], answer: Phrase
    ) throws(OutputFault) {
        switch format {
        case .csv:
            for table in tables { try Interface.write(CSVWriter.bytes(table, marks: marks)) }
        case .json: try Interface.write(JSONWriter.bytes(tables))
        case .table, .md:
            for (place, table) in shown.enumerated() {
                if place > 0 { try Interface.print("") }
                try show(table, answer: place == 0 ? answer : nil)
            }
        }
    }

    /// Shows a report to people, or the tables behind it to programs.
    ///
    /// - Parameters:
    ///   - isBeside: the tables were written to files, so that people are left to read.
    ///   - isBrief: people see the first screen of the report.
    func show(
        _ report: Report, tables: [ResultTable], isBeside: Bool, isBrief: Bool = false
    ) throws(OutputFault) {
        if isForPage {
            return try Interface.write(ShownReport.bytes(report, tables: tables, in: language))
        }
        switch format {
        case .md: try Interface.write(Array(report.markdown(in: language).utf8))
        case .csv where !isBeside:
            for table in tables { try Interface.write(CSVWriter.bytes(table, marks: marks)) }
        case .json where !isBeside: try Interface.write(JSONWriter.bytes(tables))
        default:
            try Interface.print(
                report.terminalText(in: language, style: style, isBrief: isBrief))
        }
    }
}
