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
            discussion: say(Phrase.targetMore))
    }

    @Argument(help: help(Phrase.helpTargetFile, "file"))
    var file: String

    @OptionGroup var lever: LeverOptions

    /// Nil takes the file's; 0 computes with written values only.
    @Option(help: help(Phrase.helpDraws, "n"))
    var draws: Int?

    /// Plain Monte Carlo where neither this nor the file says.
    @Option(help: help(Phrase.helpDesign, "design"))
    var design: DesignKind?

    /// Nil takes the file's, or 32.
    @Option(help: help(Phrase.helpGrid, "n"))
    var grid: Int?

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"))
    var out: String?

    /// Nil writes none.
    @Option(help: help(Phrase.helpWriteScenario, "file"))
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
            say(Phrase.drawing), isQuiet: common.quiet, language: Interface.language)
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
    @Option(help: help(Phrase.helpLever, "key"))
    var lever: String?

    @Option(help: help(Phrase.helpDialScale, "a .. b"))
    var scale: String?

    @Option(help: help(Phrase.helpDialValue, "a .. b"))
    var value: String?

    @Option(help: help(Phrase.helpDialAdd, "a .. b"))
    var add: String?

    @Option(help: help(Phrase.helpDialFrom, "month"))
    var from: String?

    /// A column of the yearly tables.
    @Option(help: help(Phrase.helpTargetOutcome, "name"))
    var outcome: String?

    @Option(help: help(Phrase.helpAtLeast, "x"))
    var atLeast: String?

    @Option(help: help(Phrase.helpAtMost, "x"))
    var atMost: String?

    @Option(help: help(Phrase.helpEquals, "x"))
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
