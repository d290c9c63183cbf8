import ArgumentParser
import Formats
import Quantities
import Reading

/// `lindung init`: a first scenario for a region.
///
///     $ lindung init 35.74 --out probolinggo.yaml
struct Initialise: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: say(
                Phrase(
                    id: "Menulis skenario awal untuk suatu daerah, diisi dari tabel data.",
                    en: "Writes a first scenario for a region, filled from the data tables.")))
    }

    @Argument(
        help: help(
            Phrase(
                id: "Kode Kemendagri: provinsi (35) atau kabupaten/kota (35.74).",
                en: "Kemendagri code: a province (35) or kabupaten/kota (35.74)."), "region"))
    var region: String

    @Option(
        help: help(
            Phrase(
                id: "Berkas yang ditulis; bawaan keluaran standar.",
                en: "File to write; standard output by default."), "file"), completion: .file())
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Writes the scenario.
    ///
    /// - Throws: ``InputFaults`` for a region without data, ``OutputFault``.
    func run() throws {
        let workspace = try common.workspace(near: nil)
        let template = try ScenarioTemplate(
            region, workspace: workspace, in: Interface.language)
        guard let out else { return try Interface.write(Array(template.text.utf8)) }
        try AtomicFile.write(
            Array(template.text.utf8), to: out, over: replacing.over([]), in: workspace.files)
        common.noteWritten([out])
    }
}
