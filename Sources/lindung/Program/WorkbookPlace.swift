import Analysis
import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting

/// What `--format` names: a form of tables, for some commands a workbook beside them, or what
/// `lindung-app` reads.
enum OutputForm: String, ExpressibleByArgument {
    case table, csv, json, md, xlsx
    /// Progress and the report as ``ShownReport``; no help names it.
    case page

    /// Other commands refuse `xlsx` as any word that they do not know.
    init?(argument: String) {
        guard let form = Self(rawValue: argument), form != .xlsx || Self.isForWorkbooks else {
            return nil
        }
        self = form
    }

    static var allValueStrings: [String] {
        ["table", "csv", "json", "md"] + (isForWorkbooks ? ["xlsx"] : [])
    }

    /// What the help of commands that write workbooks adds.
    static var alsoWorkbooks: Phrase {
        isForWorkbooks
            ? Phrase(id: ", dengan --out juga xlsx", en: ", with --out also xlsx")
            : Phrase(same: "")
    }

    var isForPage: Bool { self == .page }

    var tables: TableFormat { TableFormat(rawValue: rawValue) ?? .table }

    private static var isForWorkbooks: Bool {
        ["run", "compare"].contains(Interface.subcommand ?? "")
    }
}

/// Where a workbook of results goes: a file of its own, or beside the tables of a folder.
struct WorkbookPlace {
    /// The folder of tables; nil where `--out` names a workbook or nothing.
    let folder: String?
    /// The workbook that `--out` names.
    let file: String?
    private let isAsked: Bool

    /// - Throws: ``InputFaults`` where a workbook is asked for and no place for it.
    init(_ out: String?, _ common: GlobalOptions) throws(InputFaults) {
        let isFile = out?.lowercased().hasSuffix(".xlsx") ?? false
        isAsked = common.form == .xlsx
        file = isFile ? out : nil
        folder = isFile ? nil : out
        guard !isAsked || out != nil else {
            throw InputFaults(
                option: "--format",
                Phrase(
                    id: "buku kerja membutuhkan tempat", en: "a workbook needs a place"),
                hint: Phrase(
                    id: "tambahkan --out hasil.xlsx, atau --out FOLDER",
                    en: "add --out results.xlsx, or --out FOLDER"))
        }
    }

    /// The workbook as a file of the folder; none where it was not asked for.
    func beside(
        _ name: String, _ report: Report, _ results: [ScenarioResult]
    ) throws(OutputFault) -> [(name: String, bytes: [UInt8])] {
        guard isAsked, folder != nil else { return [] }
        return [(name + ".xlsx", try report.workbook(results, in: Interface.language).bytes())]
    }

    /// Writes the workbook that `--out` names.
    func write(
        _ report: Report, _ results: [ScenarioResult], _ replacing: ReplaceOptions,
        _ workspace: Workspace
    ) throws(OutputFault) {
        guard let file else { return }
        try AtomicFile.write(
            report.workbook(results, in: Interface.language).bytes(), to: file,
            over: replacing.over([Workbook.mark]), in: workspace.files)
    }
}
