import Analysis
import Formats
import Foundation
import Policy
import Quantities
import Reading
import Reporting

/// Scenarios that were compared, with what their page shows besides.
struct ComparisonAnswer: Sendable {
    let comparison: Comparison
    /// Nil where nothing was drawn.
    let drawn: Ensemble?
    let report: Report
    let workspace: Workspace
    /// Of the regions compared; empty where no map is shipped for them.
    let outlines: [RegionOutline]
    /// Absolute paths of all that was read.
    let files: [String]
    /// Whether no input of the scenarios waits to be accepted, so that their report is final.
    let isAccepted: Bool

    var regions: RegionTable { workspace.catalogue.regions }

    /// Reads, computes and compares, as the command does.
    ///
    /// - Parameter progress: called with how many of all draws are done.
    /// - Throws: ``InputFaults``.
    init(
        _ choice: CompareChoice, _ desk: Desk, in language: Language,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws {
        let workspace = try desk.workspace(near: choice.entries[0].file)
        let readings = try Self.readings(choice.ordered.map(\.file), workspace)
        let results = try await workspace.results(of: readings.map(\.value))
        let comparison = try workspace.comparison(of: results, baseline: choice.baseline.name)
        var drawn: Ensemble?
        if let draws = choice.draws {
            drawn = try await workspace.ensemble(
                of: comparison.results.map(\.policy),
                plan: EnsemblePlan(draws: draws, design: .monteCarlo, seed: 1),
                concurrency: ProcessInfo.processInfo.activeProcessorCount,
                progress: { progress($0, draws) })
        }
        let warnings = workspace.warnings(of: comparison) + workspace.warnings(of: results)
        var report = Report(
            comparison, regions: workspace.catalogue.regions,
            ensemble: drawn.map { ($0, workspace.reasons) }, in: language)
        report.warnings = (readings.flatMap(\.warnings) + warnings).withoutRepeats
        report.command = choice.command(language)
        self.comparison = comparison
        self.drawn = drawn
        self.report = report
        self.workspace = workspace
        outlines = try OutlineReader(workspace).outlines(of: comparison.baseline.policy.regions)
        let accepted = results.flatMap { workspace.acceptedFiles(of: $0.policy.scenario.file) }
        files =
            (try workspace.inputs(results.map(\.policy.scenario), with: [OutlineReader.file])
            .map(\.path) + accepted).map(workspace.files.absolute)
        // Looked at in full only where something was accepted of each: it takes a while.
        let isBegun = results.allSatisfy { result in
            workspace.acceptedFiles(of: result.policy.scenario.file).contains(
                where: workspace.files.exists)
        }
        let standings = isBegun ? try? results.map { try workspace.standing(of: $0.policy) } : nil
        isAccepted = standings?.waitingCount == 0
    }

    /// The report to hand over, as the command of that line writes it.
    ///
    /// - Throws: ``InputFaults``.
    func document(command: String, in language: Language) throws -> ReportDocument {
        let baseline = comparison.baseline
        let ground = ReportDocument.Ground(
            regions: regions, record: try ClaimRecord(workspace),
            stage: try workspace.stageNote(under: baseline.policy.scenario),
            ensemble: drawn.map { ($0, workspace.reasons) }, warnings: report.warnings,
            standings: try comparison.results.map { try workspace.standing(of: $0.policy) },
            isFinal: isAccepted, command: command)
        return comparison.alternatives.isEmpty
            ? ReportDocument(baseline, ground, letterhead: nil, in: language)
            : ReportDocument(comparison, ground, letterhead: nil, in: language)
    }

    /// - Throws: ``InputFaults`` where the tools are missing, or what they say.
    func pdf(command: String, in language: Language) throws -> [UInt8] {
        let tools = try workspace.documentTools()
        let document = try document(command: command, in: language)
        return try tools.pdf(document.source, files: document.files)
    }

    /// Why there can be no PDF; nil where there can.
    var missingTools: Diagnostic? {
        do {
            _ = try workspace.documentTools()
            return nil
        } catch {
            return error.diagnostics.first
        }
    }

    /// - Throws: ``InputFaults`` with the faults of all files, in their order.
    private static func readings(
        _ files: [String], _ workspace: Workspace
    ) throws -> [Checked<ResolvedPolicy>] {
        var sound: [Checked<ResolvedPolicy>] = []
        var found: [Diagnostic] = []
        for file in files {
            do throws(InputFaults) {
                sound.append(try workspace.policy(file))
            } catch {
                found += error.diagnostics
            }
        }
        guard found.isEmpty else { throw InputFaults(found.withoutRepeats) }
        return sound
    }
}
