import Analysis
import ArgumentParser
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// `lindung stage`: what the stages of a budget come to, and what changed between them.
///
///     $ lindung stage scenarios/kota-probolinggo/tahapan-2026.yaml
///     $ lindung stage scenarios/kota-probolinggo/tahapan-2026.yaml --lock apbd
struct Stage: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "stage", abstract: say(Phrase.stage),
            discussion: say(
                Phrase(
                    id: "Menunjukkan isi tiap tahap, selisih antar tahap menurut sumber dana dan"
                        + " segmen, dan sebab tiap selisih: orang, bulan, harga. Tahap yang sudah"
                        + " ditetapkan dapat dikunci: berkas yang mendasarinya lalu tidak dapat"
                        + " berubah diam-diam.",
                    en: "Shows what each stage comes to, the variance from stage to stage by purse"
                        + " and segment, and why: people, months, price. A stage that is decided"
                        + " can be locked: the files that it rests on can then no longer change"
                        + " unnoticed."
                )))
    }

    @Argument(
        help: help(
            Phrase(
                id: "Berkas tahapan, misalnya tahapan-2026.yaml.",
                en: "A stages file, such as tahapan-2026.yaml."), "file"), completion: .file())
    var file: String

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    @Option(
        help: help(
            Phrase(
                id: "Kunci tahap ini; kuncinya ditulis ke NAMA.lock.yaml di sebelah berkas"
                    + " tahapan.",
                en: "Lock this stage; the lock is written to NAME.lock.yaml beside the stages file."
            ), "stage"))
    var lock: String?

    @Option(
        help: help(
            Phrase(
                id: "Buka kunci tahap ini; --date dan --reason disimpan.",
                en: "Unlock this stage; --date and --reason are kept."), "stage"))
    var unlock: String?

    /// A text, so that faults of it have our words.
    @Option(
        help: help(
            Phrase(
                id: "Hari penguncian (bawaan: tanggal tahap) atau pembukaan, misalnya 2025-11-28.",
                en: "The day of locking (default: the stage's) or unlocking, such as 2025-11-28."),
            "day"))
    var date: String?

    @Option(help: help(Phrase(id: "Sebab kunci dibuka.", en: "Why the lock is opened."), "text"))
    var reason: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads and computes the stages and tells them; locks or unlocks one where that is asked.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        try StagesResult.checkOptions(lock: lock, unlock: unlock, date: date, reason: reason)
        let workspace = try common.workspace(near: file)
        let stages = try workspace.stages(file)
        if let unlock {
            let done = try workspace.unlock(unlock, of: stages, date: date, reason: reason)
            return try Interface.print(say(done))
        }
        try workspace.checkLocks(of: stages)
        let folder = common.folder(out, replacing, workspace)
        try replacing.check(folder, in: workspace.files)
        let policies = try await common.policies(stages.scenarios, workspace)
        let results = try await common.results(policies, workspace)
        let checked = try workspace.result(of: stages, results)
        common.tell(checked.warnings)
        var result = checked.value
        if let lock { result = try workspace.lock(lock, of: result, date: date) }
        var report = Report(result, in: Interface.language)
        report.warnings = checked.warnings
        if let folder {
            let manifest = RunManifest(
                command: "stage", file: file, options: [], seed: nil,
                inputs: try workspace.inputs(of: policies.map(\.scenario), stages: stages))
            try folder.write(
                result.tables, pictures: result.pictures(in: Interface.language), report: report,
                manifest: manifest)
        }
        if out == nil || !common.quiet {
            try Presentation(common).show(report, tables: result.tables, isBeside: out != nil)
        }
        common.noteWritten([out, lock == nil ? nil : stages.lockFile])
    }
}
