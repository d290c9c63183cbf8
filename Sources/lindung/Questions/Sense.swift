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
            commandName: "sense", abstract: say(Phrase.sense), discussion: say(Phrase.senseMore)
        )
    }

    @Argument(help: help(Phrase.helpSenseFile, "file"))
    var file: String

    /// One of `SensingMethod`; a text, so that faults of it have our words.
    @Option(help: help(Phrase.helpMethod, "method"))
    var method = SensingMethod.tornado.rawValue

    @Option(help: help(Phrase.helpSamples, "n"))
    var samples: Int?

    /// Of intervals, above 0 and below 1.
    @Option(help: help(Phrase.helpLevel, "level"))
    var level = "0.95"

    /// Nil takes the first.
    @Option(help: help(Phrase.helpPolicy, "name"))
    var policy: String?

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"))
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, evaluates the method's runs on all processors, tells what matters.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        let chosen = try OptionNumber.choice(method, "--method", among: SensingMethod.self)
        let level = try OptionNumber.share(level, "--level", isOneAllowed: false)
        let workspace = try common.workspace(near: file)
        let checked = try workspace.senseQuestion(file, policy: policy)
        common.tell(checked.warnings)
        let question = checked.value
        let seed = common.seed ?? 1
        let plan = try workspace.plan(chosen, question, samples: samples, seed: seed)
        try replacing.check(common.folder(out, replacing, workspace), in: workspace.files)
        let runs = try await runs(plan, question, workspace)
        let result = SenseResult(
            question, runs, try workspace.answer(runs, question, level: level), level: level,
            seed: seed)
        try finish(result, plan, workspace)
    }

    /// Evaluates the runs under a progress bar.
    ///
    /// The bar shows how many are done, their rate and the time left; nothing where nobody looks.
    private func runs(
        _ plan: SensingPlan, _ question: SenseQuestion, _ workspace: Workspace
    ) async throws -> SensingRuns {
        let model = try workspace.model(question)
        let progress = SweepProgress(of: plan.count, in: Interface.language, isQuiet: common.quiet)
        defer { progress.finish() }
        return try await SensingRuns(
            plan, named: question.outcomes.map(\.name), threads: GlobalOptions.threads,
            evaluate: model.results, progress: progress.show)
    }

    /// Writes files and prints the report.
    ///
    /// The manifest names the design in one line of text: equal lines, equal points.
    private func finish(
        _ result: SenseResult, _ plan: SensingPlan, _ workspace: Workspace
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

    func tell(_ warnings: [Diagnostic]) {
        guard !quiet, !warnings.isEmpty else { return }
        Interface.note(warnings.withoutRepeats.rendered(in: Interface.language))
    }
}
