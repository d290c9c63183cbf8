import Analysis
import ArgumentParser
import Formats
import Foundation
import Quantities
import Reading
import Reporting

/// `lindung sense`: which inputs decide the outcomes.
///
///     $ lindung sense scenarios/kota-probolinggo/dasar.yaml --method sobol --samples 1024
struct Sense: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sense",
            abstract: say(
                Phrase(
                    id: "Mencari masukan mana yang paling menentukan hasil.",
                    en: "Finds which inputs decide the outcomes.")),
            discussion: say(
                Phrase(
                    id: "tornado  satu masukan setiap kali, dari kuantil 5 % ke 95 %\nmorris  "
                        + " menyaring banyak masukan dengan sedikit perhitungan\nsobol    bagian"
                        + " ragam, sendiri dan bersama masukan lain, dengan selang\npawn    "
                        + " dari baris yang sudah ada: seberapa jauh sebaran hasil bergeser\n"
                        + "Sebuah skenario dihitung dengan masukannya yang punya rentang.",
                    en: "tornado  one input at a time, from its 5 % to its 95 % quantile\nmorris  "
                        + " screens many inputs with few evaluations\nsobol    shares of the"
                        + " variance, alone and together, with intervals\npawn     from rows that"
                        + " are there: how far distributions move\nA scenario is taken with"
                        + " its own inputs that have a range."
                ))
        )
    }

    @Argument(
        help: help(
            Phrase(
                id: "Berkas sapuan atau skenario; untuk pawn juga folder hasil sapuan atau tabel"
                    + " .csv.",
                en: "Sweep file or scenario; for pawn also a sweep's folder of results or a .csv"
                    + " table."), "file"),
        completion: .file())
    var file: String

    /// One of `SenseMethod`; a text, so that faults of it have our words.
    @Option(
        help: help(
            Phrase(
                id: "Cara: tornado, morris, sobol, atau pawn dari baris yang sudah ada.",
                en: "Method: tornado, morris, sobol, or pawn from rows that are there."),
            "method"))
    var method = SensitivityMethod.tornado.rawValue

    @Option(
        help: help(
            Phrase(
                id: "N titik dasar sobol (pangkat dua, bawaan 1024) atau ulangan morris (bawaan"
                    + " 50).",
                en: "N base points of sobol (a power of two, 1024 by default) or repetitions of"
                    + " morris (50 by default)."
            ), "n"))
    var samples: Int?

    /// Of intervals, above 0 and below 1.
    @Option(
        help: help(
            Phrase(
                id: "Tingkat selang, misalnya 0.95.", en: "Level of the intervals, such as 0.95."),
            "level"))
    var level = "0.95"

    /// Nil takes the first.
    @Option(
        help: help(
            Phrase(
                id: "Kebijakan sapuan yang dihitung; bawaan yang pertama.",
                en: "Policy of the sweep to compute; the first one by default."), "name"))
    var policy: String?

    @Option(
        help: help(
            Phrase(
                id: "Masukan yang digeser bersama (morris, sobol): NAMA=MASUKAN,MASUKAN. Dapat"
                    + " diulang.",
                en: "Inputs moved together (morris, sobol): NAME=INPUT,INPUT. May be repeated."),
            "group"))
    var group: [String] = []

    /// All of them where none is named; of a table the columns that are outcomes.
    @Option(
        help: help(
            Phrase(
                id: "Hasil yang dilihat pawn; pada tabel .csv: kolom hasilnya. Dapat diulang.",
                en: "Outcomes that pawn looks at; of a .csv table its columns. May be repeated."),
            "name"))
    var outcome: [String] = []

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, evaluates the method's runs on all processors, tells what matters.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        let chosen = try OptionNumber.choice(method, "--method", among: SenseMethod.self)
        guard let chosen = chosen.design else { return try await tellRows() }
        if !outcome.isEmpty {
            throw InputFaults(
                option: "--outcome",
                Phrase(
                    id: "--outcome hanya untuk pawn; cara lain menghitung semua hasil",
                    en: "--outcome is for pawn; other methods compute every outcome"))
        }
        let level = try OptionNumber.share(level, "--level", isOneAllowed: false)
        let workspace = try common.workspace(near: file)
        let checked = try workspace.senseQuestion(file, policy: policy, groups: group)
        common.tell(checked.warnings)
        let question = checked.value
        let seed = common.seed ?? 1
        let plan = try workspace.plan(
            chosen, question, samples: samples, seed: seed, isGroupAsked: !group.isEmpty)
        try replacing.check(common.folder(out, replacing, workspace), in: workspace.files)
        let runs = try await runs(plan, question, workspace)
        let result = SensitivityResult(
            question, runs, try workspace.answer(runs, question, level: level), level: level,
            seed: seed)
        try finish(result, plan, workspace)
    }

    /// Evaluates the runs under a progress bar.
    ///
    /// The bar shows how many are done, their rate and the time left; nothing where nobody looks.
    private func runs(
        _ plan: SensitivityPlan, _ question: SensitivityQuestion, _ workspace: Workspace
    ) async throws -> SensitivityRuns {
        let model = try workspace.model(question)
        let progress = SweepProgress(of: plan.count, in: Interface.language, to: common.audience)
        defer { progress.finish() }
        return try await SensitivityRuns(
            plan, named: question.outcomes.map(\.name), threads: GlobalOptions.threads,
            evaluate: model.results, progress: progress.show)
    }

    /// Writes files and prints the report.
    ///
    /// The manifest names the design in one line of text: equal lines, equal points.
    private func finish(
        _ result: SensitivityResult, _ plan: SensitivityPlan, _ workspace: Workspace
    ) throws {
        let report = Report(result, in: Interface.language)
        if let folder = common.folder(out, replacing, workspace) {
            let manifest = RunManifest(
                command: "sense", file: file,
                options: [
                    ("method", plan.method.rawValue), ("level", "\(result.level)"),
                    ("policy", result.question.policy ?? ""), ("design", plan.identity),
                ], seed: result.seed,
                inputs: try workspace.inputs(of: [result.question.scenario], askedIn: file))
            try folder.write(
                result.tables(common.textMarks), pictures: result.pictures(in: Interface.language),
                report: report,
                manifest: manifest)
        }
        if out == nil || !common.quiet {
            try Presentation(common).show(
                report, tables: result.tables(common.textMarks), isBeside: out != nil)
        }
        common.noteWritten([out])
    }
}

extension GlobalOptions {
    static var threads: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// Tells warnings on standard error.
    ///
    /// - Parameter files: scenarios whose `check` tells all of them, so that of many only the first
    ///   are told here; none where all are.
    func tell(_ warnings: [Diagnostic], ofMany files: [String] = []) {
        let (all, most) = (warnings.withoutRepeats, 10)
        guard !quiet, !all.isEmpty else { return }
        let told = files.isEmpty || all.count <= most + 2 ? all : Array(all.prefix(most))
        Interface.note(told.rendered(in: Interface.language))
        guard told.count < all.count else { return }
        Interface.note(
            say(Phrase.moreWarnings(all.count - told.count, of: files, data: dataFolder)))
    }
}
