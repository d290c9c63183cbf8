import Analysis
import Formats
import Quantities
import Reading
import Reporting
import Store

/// A sweep with all its evaluations, and what it rests on.
struct LoadedSweep {
    let source: ExperimentSource
    let inputs: [InputFile]
}

extension GlobalOptions {
    /// A sweep with all its evaluations, computed under a progress bar or read from its folder.
    ///
    /// A folder needs no time; a file is evaluated as `sweep` would, but nothing is stored.
    ///
    /// - Parameters:
    ///   - path: a sweep file, or the folder of its results.
    ///   - check: looks at the sweep before anything is computed, when it has no points yet.
    /// - Throws: ``InputFaults``, ``OutputFault``, what `check` throws.
    func swept(
        _ path: String, _ workspace: Workspace, check: (ExperimentSource) throws -> Void
    ) async throws -> LoadedSweep {
        do {
            guard workspace.files.isDirectory(path) else {
                return try await computed(path, workspace, check: check)
            }
            let found = try stored(path, workspace)
            try check(found.source)
            return found
        } catch let fault as SweepStoreFault {
            throw InputFaults([fault.diagnostic])
        }
    }

    private func computed(
        _ file: String, _ workspace: Workspace, check: (ExperimentSource) throws -> Void
    ) async throws -> LoadedSweep {
        let reading = try workspace.sweepToEvaluate(file, seed: seed)
        let plan = reading.value
        let inputs = try workspace.inputs(
            of: plan.subject.alternatives.map(\.scenario), askedIn: file)
        try check(ExperimentSource(plan))
        let work = try workspace.work(plan)
        let progress = SweepProgress(of: work.count, in: Interface.language, to: audience)
        defer { progress.finish() }
        let points = try await ExperimentPoints(
            plan, work: work, threads: Self.threads, progress: progress.show)
        progress.finish()
        tell(reading.warnings)
        return LoadedSweep(source: ExperimentSource(plan, points), inputs: inputs)
    }

    /// The results of a finished sweep, read without changing anything in their folder.
    ///
    /// Where the sweep file still stands where it stood, its rules and units come with them; the
    /// results must then be those of that file, its scenarios and this program.
    private func stored(_ folder: String, _ workspace: Workspace) throws -> LoadedSweep {
        let store = try ExperimentStore(folder, in: workspace.files)
        let header = store.header
        let seed = header.seed.flatMap { UInt64($0) }
        let isThere =
            workspace.files.exists(header.file) && !workspace.files.isDirectory(header.file)
        let reading = isThere ? try workspace.sweep(header.file, seed: seed) : nil
        let now = try reading.map {
            SweepHeader($0.value, inert: [], inputs: try workspace.inputs(of: $0.value))
        }
        try store.check(now, folder)
        tell(reading?.warnings ?? [ExperimentStore.fileGone(header.file, folder)])
        let source = ExperimentSource(
            title: header.phrase, file: folder, points: store.points, design: header.design,
            seed: seed, rules: reading?.value.subject.rules ?? [],
            labels: reading?.value.subject.inputs.map(InputLabel.init)
                ?? header.columns.inputs.map { InputLabel($0.name, choices: $0.choices) })
        return LoadedSweep(source: source, inputs: store.inputs)
    }
}
