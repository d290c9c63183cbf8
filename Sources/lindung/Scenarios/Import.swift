import Analysis
import ArgumentParser
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// `lindung import`: a workbook that a region filled in becomes a scenario.
///
///     $ lindung import isian.xlsx --out skenario-malang
struct Import: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: say(
                Phrase(
                    id: "Mengubah buku kerja isian (.xlsx) menjadi skenario.",
                    en: "Turns a workbook that was filled in (.xlsx) into a scenario.")),
            discussion: say(
                Phrase(
                    id: "Folder --out berisi dasar.yaml, keadaan dasar daerah itu, dan isian.yaml,"
                        + " yang hanya mengatur sel yang diubah. Lembar, baris dan kolom boleh"
                        + " dipindah atau diganti nama; setiap sel yang tidak terbaca disebut.",
                    en: "The folder --out holds dasar.yaml, the region's baseline, and isian.yaml,"
                        + " which sets only the cells that were changed. Sheets, rows and columns"
                        + " may be moved or renamed; every cell that cannot be read is named.")))
    }

    @Argument(
        help: help(
            Phrase(
                id: "Buku kerja dari 'lindung template', sudah diisi.",
                en: "A workbook from 'lindung template', filled in."), "file"), completion: .file())
    var file: String

    @Option(
        help: help(
            Phrase(
                id: "Daerahnya, bila buku kerja tidak menyebutnya.",
                en: "The region, where the workbook does not name it."), "region"))
    var region: String?

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads the workbook, writes the scenario, says what was understood.
    ///
    /// - Throws: ``InputFaults`` with every fault of the workbook, ``OutputFault``.
    func run() async throws {
        let workspace = try common.workspace(near: nil)
        let folder = common.folder(out, replacing, workspace)
        try replacing.check(folder, in: workspace.files)
        let place = out ?? "."
        let read = try workspace.formAnswers(
            file, region: region, folder: place,
            locale: common.locale ?? Interface.language.numbers, in: Interface.language)
        let answers = read.answers.value
        common.tell(read.answers.warnings)
        let regions = workspace.catalogue.regions
        let files = answers.scenarioFiles(regions.name(of: answers.form.region))
        let written = [(name: FormAnswers.baselineFile, text: read.baseline)] + files
        try workspace.checkForm(written, in: place, FormAnswers.scenarioFile)
        var report = Report(answers, regions: regions, in: Interface.language)
        report.warnings = read.answers.warnings
        report.command = Interface.command
        if let folder {
            let manifest = RunManifest(
                command: "import", file: file,
                options: region.map { [(name: "region", value: $0)] } ?? [], seed: nil,
                inputs: try workspace.formInputs(file))
            try folder.write(
                [answers.table(in: Interface.language)],
                pictures: written.map { ($0.name, Array($0.text.utf8)) }, report: report,
                manifest: manifest)
        }
        if out == nil || !common.quiet {
            try Presentation(common).show(
                report, tables: [answers.table(in: Interface.language)], isBeside: out != nil)
        }
        common.noteWritten([out])
        if let out, !common.quiet { Interface.note(say(Phrase.formNext(out))) }
    }
}
