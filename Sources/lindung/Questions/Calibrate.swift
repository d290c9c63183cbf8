import Analysis
import ArgumentParser
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// `lindung calibrate`: yearly rates out of monthly monitoring counts.
///
///     $ lindung calibrate notebooks-data/monitoring/contoh.csv --out kalibrasi \
///         --extends scenarios/kota-probolinggo/dasar.yaml
///     $ lindung run kalibrasi/calibrated.yaml --draws 1000
struct Calibrate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "calibrate",
            abstract: say(
                Phrase(
                    id: "Mempelajari laju tahunan dari tabel pemantauan bulanan.",
                    en: "Learns yearly rates from monthly monitoring tables.")),
            discussion: say(
                Phrase(
                    id: "Tabel panjang dengan kolom 'region,segment,month,status,count' atau"
                        + " 'wilayah,segmen,bulan,status,jumlah'. Status: belum terlindungi,"
                        + " dibiayai, mandiri, pemberi kerja, putus; juga pekerja baru,"
                        + " didaftarkan, dilepas, meninggal, batas umur, keluar angkatan kerja,"
                        + " pindah. Kolom 'planned', 'budgeted', 'registered' dan"
                        + " 'paid' boleh ada. Daerah kecil meminjam dari daerah lain; bobot data"
                        + " sendiri ditampilkan. Folder --out berisi 'settings.csv' dan"
                        + " 'calibrated.yaml', yang dapat langsung dipakai skenario.",
                    en: "A long table: region,segment,month,status,count, or with Indonesian names"
                        + " (wilayah,segmen,bulan,status,jumlah). Statuses: unprotected, funded,"
                        + " self, employer, lapsed; also entrants, enrolled, released, died,"
                        + " past the age limit, out of the labour force, moved away. Columns"
                        + " planned, budgeted, registered and paid may be there. Small regions"
                        + " borrow from others; the weight of their own counts is shown. The folder"
                        + " --out gets settings.csv and calibrated.yaml, which scenarios take as"
                        + " they are."
                )))
    }

    @Argument(
        help: help(
            Phrase(id: "Tabel pemantauan bulanan.", en: "A table of monthly monitoring."), "file"),
        completion: .file())
    var file: String

    /// Nil writes sections for any scenario.
    @Option(
        help: help(
            Phrase(
                id: "Skenario yang akan memakai laju itu.",
                en: "The scenario that is to take the rates."), "file"), completion: .file())
    var extends: String?

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads the counts, learns the rates, writes and prints them.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        let workspace = try common.workspace(near: extends ?? file)
        let folder = common.folder(out, replacing, workspace)
        try replacing.check(folder, in: workspace.files)
        var policies: [ResolvedPolicy] = []
        if let extends { policies = try await common.policies([extends], workspace) }
        let read = try workspace.calibration(
            file, locale: common.locale, scenario: policies.first)
        common.tell(read.warnings)
        let result = CalibrationResult(
            file, read.value, regions: workspace.catalogue.regions, scenario: policies.first)
        let report = Report(result, in: Interface.language)
        if let folder {
            let manifest = RunManifest(
                command: "calibrate", file: file,
                options: extends.map { [(name: "extends", value: $0)] } ?? [], seed: nil,
                inputs: try workspace.inputs(of: policies.map(\.scenario), askedIn: file))
            let scenario = result.scenarioText(in: folder.path, workspace.files)
            try folder.write(
                result.tables, settings: [result.settingsTable],
                pictures: [(CalibrationResult.scenarioFile, Array(scenario.utf8))],
                report: report, manifest: manifest)
        }
        if out == nil || !common.quiet {
            try Presentation(common).show(report, tables: result.tables, isBeside: out != nil)
        }
        common.noteWritten([out])
    }
}
