import Analysis
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// From scenario files to results, as every command that computes goes.
extension GlobalOptions {
    func workspace(near scenario: String?) throws(InputFaults) -> Workspace {
        try Workspace(
            asked: dataFolder, scenario: scenario, executable: Interface.executable)
    }

    /// Reads and resolves scenarios side by side; warnings go to standard error.
    ///
    /// - Throws: ``InputFaults`` with the faults of all files, in their order.
    func policies(_ paths: [String], _ workspace: Workspace) async throws -> [ResolvedPolicy] {
        try await readings(paths, workspace).map(\.value)
    }

    /// The same with the warnings of each.
    ///
    /// - Parameter isBrief: whether of many warnings only the first are told.
    func readings(
        _ paths: [String], _ workspace: Workspace, isBrief: Bool = false
    ) async throws -> [Checked<ResolvedPolicy>] {
        let readings = await withTaskGroup(
            of: (Int, Result<Checked<ResolvedPolicy>, InputFaults>).self
        ) { group in
            for (index, path) in paths.enumerated() {
                group.addTask {
                    (index, Result { () throws(InputFaults) in try workspace.policy(path) })
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        var sound: [Checked<ResolvedPolicy>] = []
        var found: [Diagnostic] = []
        for reading in paths.indices.compactMap({ readings[$0] }) {
            switch reading {
            case .success(let reading):
                sound.append(reading)
                found += reading.warnings
            case .failure(let faults): found += faults.diagnostics
            }
        }
        found = found.withoutRepeats
        guard !found.hasErrors else { throw InputFaults(found) }
        tell(found, ofMany: isBrief ? paths : [])
        return sound
    }

    /// The scenarios among some files; files that ask a question are noted and passed over, so that
    /// a folder's `*.yaml` can be given whole.
    ///
    /// - Throws: ``InputFaults`` where no scenario is among them.
    func scenarios(among paths: [String], _ workspace: Workspace) throws(InputFaults) -> [String] {
        let found = try workspace.scenarios(among: paths)
        if let note = found.note, !quiet { Interface.note(say(note)) }
        return found.files
    }

    func results(
        _ policies: [ResolvedPolicy], _ workspace: Workspace
    ) async throws -> [ScenarioResult] {
        let bar = ProgressBar(say(Phrase.computing), to: audience)
        defer { bar.finish() }
        bar.show(0, of: policies.count)
        return try await workspace.results(of: policies) { bar.show($0, of: policies.count) }
    }

    /// The folder that `--out` names; nil where it names none.
    func folder(
        _ path: String?, _ replacing: ReplaceOptions, _ workspace: Workspace
    ) -> ResultFolder? {
        path.map {
            ResultFolder(
                path: $0, format: format, language: Interface.language, marks: marks,
                replacesOthers: replacing.force,
                tools: try? DocumentTools(beside: workspace.data.path, in: workspace.files),
                files: workspace.files)
        }
    }

    /// Says on standard error what was written.
    func noteWritten(_ paths: [String?]) {
        guard !quiet, !form.isForPage else { return }
        for path in paths { if let path { Interface.note(say(Phrase.written(path))) } }
    }
}
