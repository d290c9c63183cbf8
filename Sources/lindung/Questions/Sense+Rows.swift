import Analysis
import Formats
import Quantities
import Reading
import Reporting

/// What `--method` takes: a method with a design of its own, or one that looks at given rows.
enum SenseMethod: String, CaseIterable {
    case tornado
    case morris
    case sobol
    case pawn

    /// Nil where rows are there already.
    var design: SensitivityMethod? { SensitivityMethod(rawValue: rawValue) }
}

extension Sense {
    /// `--method pawn`: reads or computes rows, and tells which inputs move the outcomes.
    ///
    ///     $ lindung sense hasil/sapuan --method pawn
    ///     $ lindung sense baris.csv --method pawn --outcome kekurangan
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func tellRows() async throws {
        let level = try OptionNumber.share(level, "--level", isOneAllowed: false)
        try checkRowOptions()
        let workspace = try common.workspace(near: file)
        let folder = common.folder(out, replacing, workspace)
        try replacing.check(folder, in: workspace.files)
        let loaded = try await loadedRows(workspace)
        let seed = common.seed ?? 1
        let finding = try workspace.pawn(
            loaded.source, outcomes: outcome, level: level, seed: seed)
        let result = PawnResult(finding, seed: seed)
        let report = Report(result, in: Interface.language)
        if let folder {
            let manifest = RunManifest(
                command: "sense", file: file,
                options: [
                    ("method", SenseMethod.pawn.rawValue), ("level", "\(level)"),
                    ("outcome", outcome.joined(separator: ", ")),
                ], seed: seed, inputs: loaded.inputs)
            try folder.write(result.tables, report: report, manifest: manifest)
        }
        if out == nil || !common.quiet {
            try Presentation(common).show(report, tables: result.tables, isBeside: out != nil)
        }
        common.noteWritten([out])
    }

    /// A table of rows, or a sweep with what its points came to.
    private func loadedRows(_ workspace: Workspace) async throws -> LoadedSweep {
        guard file.lowercased().hasSuffix(".csv") else {
            return try await common.swept(file, workspace) { source in
                for name in outcome { _ = try source.outcome(name) }
            }
        }
        let checked = try workspace.rows(file, outcomes: outcome)
        common.tell(checked.warnings)
        return LoadedSweep(
            source: checked.value, inputs: try InputFile.named([file], in: workspace.files))
    }

    /// Refuses options that say how points are made, since they are made.
    private func checkRowOptions() throws {
        let given = [
            ("--samples", samples != nil), ("--group", !group.isEmpty), ("--policy", policy != nil),
        ]
        guard let option = given.first(where: \.1)?.0 else { return }
        throw InputFaults(
            option: option,
            Phrase(
                id: "pawn memakai baris yang sudah ada; \(option) bukan untuknya",
                en: "pawn takes the rows that are there; \(option) is not for it"))
    }
}
