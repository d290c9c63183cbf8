import Analysis
import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting
import Sampling

/// `lindung target`: what lever a target needs, and what it costs.
///
///     $ lindung target scenarios/jawa-timur/sasaran-cakupan-2029.yaml
///     $ lindung target scenarios/jawa-timur/dasar.yaml --lever quota.petani --scale "1 .. 5" \
///         --outcome "coverage_protected_end_of_workers_share 2029" --at-least "40 %"
struct Target: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "target", abstract: say(Phrase.target),
            discussion: say(
                Phrase(
                    id: "Satu tuas, atau beberapa yang bergerak bersama, digerakkan dari awal"
                        + " sampai akhir rentangnya. Semua titik tempat sasaran mulai atau"
                        + " berhenti terpenuhi dilaporkan; bila tidak terjangkau, nilai terbaik"
                        + " dan aturan yang mengikat, dengan kode keluar 1. Dengan --draws tiap"
                        + " simulasi acak dipecahkan sendiri.",
                    en: "One lever, or several on one dial, moves from its start to its end. Every"
                        + " place where the target begins or ceases to be met is reported; where it"
                        + " is not reachable, the best value and the rule that binds, with exit"
                        + " code 1. With --draws every draw is solved by itself."
                )))
    }

    @Argument(
        help: help(
            Phrase(
                id: "Berkas sasaran, atau skenario dengan pilihan di bawah.",
                en: "A target file, or a scenario with the options below."), "file"),
        completion: .file())
    var file: String

    @OptionGroup var lever: LeverOptions

    /// Nil takes the file's; 0 computes with written values only.
    @Option(help: help(Phrase.helpDraws, "n"))
    var draws: Int?

    /// Plain Monte Carlo where neither this nor the file says.
    @Option(help: help(Phrase.helpDesign, "design"))
    var design: DesignKind?

    /// Nil takes the file's, or 32.
    @Option(
        help: help(
            Phrase(
                id: "Banyaknya langkah kisi rentang tuas, bawaan 32.",
                en: "Steps of the dial's grid, 32 by default."), "n"))
    var grid: Int?

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    /// Nil writes none.
    @Option(help: help(Phrase.helpWriteScenario, "file"), completion: .file())
    var writeScenario: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, solves, writes files, prints the report.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``; ``CheckFailure`` for a target out of reach.
    func run() async throws {
        let workspace = try common.workspace(near: file)
        var options = lever.options
        (options.draws, options.design, options.grid) = (draws, design, grid)
        options.seed = common.seed
        let question = try workspace.targetQuestion(file, options)
        common.tell(question.warnings)
        try replacing.check(
            common.folder(out, replacing, workspace),
            files: [(writeScenario, [TargetResult.mark])], in: workspace.files)
        let checked = try await solved(question.value, workspace)
        common.tell(checked.warnings)
        let result = checked.value
        try finish(result, workspace)
        if let failure = result.failure { throw CheckFailure(text: say(failure)) }
    }

    /// Solves under a progress bar, which counts draws.
    private func solved(
        _ question: TargetQuestion, _ workspace: Workspace
    ) async throws -> Checked<TargetResult> {
        let bar = ProgressBar(
            say(Phrase.drawing), to: common.audience, language: Interface.language)
        defer { bar.finish() }
        let total = question.plan?.draws ?? 0
        return try await workspace.target(question, threads: GlobalOptions.threads) {
            bar.show($0, of: total)
        }
    }

    private func finish(_ result: TargetResult, _ workspace: Workspace) throws {
        let report = Report(result, in: Interface.language)
        if let folder = common.folder(out, replacing, workspace) {
            let manifest = RunManifest(
                command: "target", file: file, options: result.options,
                seed: result.question.plan?.seed,
                inputs: try workspace.inputs(
                    of: [result.question.problem.scenario], askedIn: file))
            try folder.write(
                result.tables, pictures: [result.picture(in: Interface.language)], report: report,
                manifest: manifest)
        }
        if let writeScenario {
            try result.writeScenario(
                to: writeScenario, over: replacing.over([TargetResult.mark]), in: workspace.files)
        }
        if out == nil || !common.quiet {
            try Presentation(common).show(report, tables: result.tables, isBeside: out != nil)
        }
        common.noteWritten([out, writeScenario])
    }
}

/// The question about a scenario that has no file of its own.
struct LeverOptions: ParsableArguments {
    @Option(
        help: help(
            Phrase(
                id: "Kunci yang digerakkan, misalnya quota.petani.",
                en: "The key that moves, such as quota.petani."), "key"))
    var lever: String?

    @Option(
        help: help(
            Phrase(
                id: "Faktornya dari awal sampai akhir: \"1 .. 5\".",
                en: "Its factor from start to end: \"1 .. 5\"."), "a .. b"))
    var scale: String?

    @Option(
        help: help(
            Phrase(
                id: "Nilainya dari awal sampai akhir: \"4 .. 12\".",
                en: "Its value from start to end: \"4 .. 12\"."), "a .. b"))
    var value: String?

    @Option(
        help: help(
            Phrase(
                id: "Tambahannya dari awal sampai akhir: \"0 .. 500\".",
                en: "Its addition from start to end: \"0 .. 500\"."), "a .. b"))
    var add: String?

    @Option(
        help: help(
            Phrase(
                id: "Bulan mulai berlaku, misalnya 2027-01.",
                en: "The month from which, such as 2027-01."), "month"))
    var from: String?

    /// A column of the yearly tables.
    @Option(
        help: help(
            Phrase(
                id: "Besaran tabel tahunan, dengan segmen, daerah dan tahun bila perlu.",
                en: "A column of the yearly tables, with segment, region and year where wanted."),
            "name"))
    var outcome: String?

    @Option(
        help: help(
            Phrase(
                id: "Sasaran: paling sedikit, misalnya \"40 %\".",
                en: "The target: at least, such as \"40 %\"."), "x"))
    var atLeast: String?

    @Option(help: help(Phrase(id: "Sasaran: paling banyak.", en: "The target: at most."), "x"))
    var atMost: String?

    @Option(help: help(Phrase(id: "Sasaran: tepat.", en: "The target: exactly."), "x"))
    var equals: String?

    var options: TargetOptions {
        var options = TargetOptions()
        options.lever = lever
        options.outcome = outcome
        options.course = Self.words([
            ("--from", from), ("--scale", scale), ("--value", value), ("--add", add),
        ])
        options.reach = Self.words([
            ("--at-least", atLeast), ("--at-most", atMost), ("--equals", equals),
        ])
        return options
    }

    private static func words(_ given: [(String, String?)]) -> [TargetOptions.Word] {
        given.compactMap { option, text in text.map { TargetOptions.Word(option, $0) } }
    }
}
