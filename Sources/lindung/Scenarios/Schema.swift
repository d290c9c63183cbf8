import ArgumentParser
import Formats
import Quantities
import Reading

/// `lindung schema`: what a scenario file may hold, for editors.
///
///     $ lindung schema --out skenario.schema.json
struct Schema: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "schema",
            abstract: say(
                Phrase(
                    id: "Menulis isi berkas skenario sebagai JSON Schema untuk editor.",
                    en: "Writes what a scenario file may hold, as a JSON Schema for editors.")),
            discussion: say(
                Phrase(
                    id: "Editor yang mengenal JSON Schema lalu melengkapi kunci, menjelaskannya dan"
                        + " menandai yang salah selagi ditulis. Baris pertama berkas skenario:\n"
                        + "  # yaml-language-server: $schema=skenario.schema.json\n"
                        + "Isi tabel dan hubungan antarisian diperiksa 'lindung check'.",
                    en: "Editors that know JSON Schema then complete keys, explain them and mark"
                        + " what is wrong while it is written. The first line of a scenario file:\n"
                        + "  # yaml-language-server: $schema=skenario.schema.json\n"
                        + "Tables, and what goes together, are checked by 'lindung check'.")))
    }

    @Option(
        help: help(
            Phrase(
                id: "Berkas yang ditulis; bawaan keluaran standar.",
                en: "File to write; standard output by default."), "file"), completion: .file())
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Writes the schema.
    ///
    /// - Throws: ``InputFaults`` for a data folder that cannot be used, ``OutputFault``.
    func run() throws {
        let workspace = try common.workspace(near: nil)
        let marks = [ScenarioSchema.mark]
        try replacing.check(nil, files: [(out, marks)], in: workspace.files)
        let schema = ScenarioSchema(
            catalogue: workspace.catalogue, lawUnits: workspace.law.units)
        let bytes = schema.document.bytes
        guard let out else { return try Interface.write(bytes) }
        try AtomicFile.write(bytes, to: out, over: replacing.over(marks), in: workspace.files)
        common.noteWritten([out])
    }
}
