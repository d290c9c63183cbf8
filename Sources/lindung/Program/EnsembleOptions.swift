import Analysis
import ArgumentParser
import Formats
import Foundation
import Policy
import Quantities
import Reading
import Reporting
import Sampling

/// Options of commands that can evaluate scenarios at many draws.
struct EnsembleOptions: ParsableArguments {
    /// Nil computes written values only.
    @Option(help: help(Phrase.helpDraws, "n"))
    var draws: Int?

    /// Plain Monte Carlo where nil.
    @Option(help: help(Phrase.helpDesign, "design"))
    var design: DesignKind?

    /// A file, or a device such as `/dev/stdout`.
    @Option(
        help: help(
            Phrase(
                id: "Tulis setiap simulasi acak dengan masukan dan hasilnya sebagai CSV.",
                en: "Write every draw with its inputs and results as CSV."), "file"),
        completion: .file())
    var allDraws: String?

    /// The seed is 1 where none is given, never the time: the same command gives the same bytes.
    /// What is asked for; nil without `--draws`.
    ///
    /// - Throws: ``InputFaults`` for options that mean nothing without it.
    func plan(seed: UInt64?) throws(InputFaults) -> EnsemblePlan? {
        guard let draws else {
            if design != nil { throw InputFaults.needsDraws("--design") }
            if allDraws != nil { throw InputFaults.needsDraws("--all-draws") }
            return nil
        }
        try OptionNumber.drawCount(draws)
        return EnsemblePlan(draws: draws, design: design ?? .monteCarlo, seed: seed ?? 1)
    }

    /// Evaluates scenarios under a progress bar, the baseline first; nil without `--draws`.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func ensemble(
        _ policies: [ResolvedPolicy], _ workspace: Workspace, _ common: GlobalOptions,
        _ replacing: ReplaceOptions
    ) async throws -> Ensemble? {
        guard let plan = try plan(seed: common.seed) else { return nil }
        let bar = ProgressBar(
            say(Phrase.drawing), to: common.audience, language: Interface.language)
        defer { bar.finish() }
        let file = try allDraws.map { path throws(OutputFault) in
            try DrawsFile(
                path, policies, marks: common.marks, over: replacing.over(DrawsFile.heads),
                in: workspace.files)
        }
        let ensemble = try await workspace.ensemble(
            of: policies, plan: plan, concurrency: ProcessInfo.processInfo.activeProcessorCount,
            each: file.map { file in { try file.add($0) } }
        ) { bar.show($0, of: plan.draws) }
        try file?.commit()
        return ensemble
    }
}

extension DesignKind: ExpressibleByArgument {}
