import Analysis
import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting

/// `lindung template`: a workbook for a region to fill in.
///
///     $ lindung template --region 35.07 --out isian.xlsx
struct Template: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "template",
            abstract: say(
                Phrase(
                    id: "Menulis buku kerja .xlsx untuk diisi suatu daerah.",
                    en: "Writes an .xlsx workbook for a region to fill in.")),
            discussion: say(
                Phrase(
                    id: "Buku kerja berisi petunjuk dan lembar pekerja, cakupan awal, kuota, bulan"
                        + " yang dibiayai, pagu dan asumsi dengan angka bawaan. 'lindung import'"
                        + " membacanya kembali. Untuk provinsi, setiap baris menyebut"
                        + " kabupaten atau kotanya.",
                    en: "It holds instructions and sheets of workers, opening coverage, quotas,"
                        + " funded months, ceilings and assumptions with the numbers of the data"
                        + " folder. 'lindung import' reads it back. For a province, each row names"
                        + " its kabupaten or kota.")))
    }

    @Option(
        help: help(
            Phrase(
                id: "Kode atau nama daerah, seperti 35.07, atau 35 untuk provinsi.",
                en: "Code or name of a region, such as 35.07, or 35 for a province."), "region"))
    var region: String

    @Option(
        help: help(
            Phrase(id: "Buku kerja yang ditulis (.xlsx).", en: "Workbook to write (.xlsx)."),
            "file"), completion: .file())
    var out: String

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Writes the workbook.
    ///
    /// - Throws: ``InputFaults`` for a region without data, ``OutputFault``.
    func run() throws {
        let workspace = try common.workspace(near: nil)
        try replacing.check(nil, files: [(out, [Workbook.mark])], in: workspace.files)
        let form = try workspace.formBaseline(
            region, at: FilePath.join(FilePath.folder(of: out), FormAnswers.baselineFile),
            in: Interface.language
        ).form
        let workbook = form.workbook(workspace.catalogue.regions, in: Interface.language)
        try AtomicFile.write(
            workbook.bytes(), to: out, over: replacing.over([Workbook.mark]),
            in: workspace.files)
        if !common.quiet {
            let name = workspace.catalogue.regions.name(of: form.region)
            try Interface.print(say(Phrase.formWritten(form, name)))
        }
        common.noteWritten([out])
    }
}
