import Analysis
import Foundation
import Policy
import Quantities

/// Reads the results of a sweep out of its folder, changing nothing there.
extension Workspace {
    /// The results of a finished sweep.
    ///
    /// Where the sweep file still stands where it stood, its rules and units come with them; the
    /// results must then be those of that file, its scenarios and this program.
    ///
    /// The store is read and not the table of results: its lines have checksums, and its header
    /// says what they rest on.
    ///
    /// - Throws: ``InputFaults`` for a folder without results, with a part of them, or with those
    ///   of something else; ``SweepStoreFault``, ``OutputFault``.
    func sweptFolder(_ folder: String) throws -> SweptSource {
        let store = try SweptStore(folder, in: files)
        let header = store.header
        guard store.missing.isEmpty else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: folder), Messages.pointsMissing(store.missing),
                    hint: Messages.unfinishedHint)
            ])
        }
        let isThere = files.exists(header.file) && !files.isDirectory(header.file)
        let reading =
            isThere ? try sweep(header.file, seed: header.seed.flatMap { UInt64($0) }) : nil
        try check(header, reading?.plan, folder)
        let warning = Diagnostic(
            .warning, at: Position(file: folder), Messages.sweepFileGone(header.file),
            hint: Messages.sweepFileGoneHint)
        return SweptSource(
            title: header.phrase, file: folder, points: store.points, design: header.design,
            seed: header.seed.flatMap { UInt64($0) }, rules: reading?.plan.subject.rules ?? [],
            inputs: [InputFile(path: folder + "/" + SweepStore.name, digest: store.digest)],
            warnings: (reading?.warnings ?? [warning]),
            labels: reading?.plan.subject.inputs.map(InputLabel.init)
                ?? header.columns.inputs.map { InputLabel($0.name, choices: $0.choices) })
    }

    /// Refuses results of another version, plan or data.
    ///
    /// Where the sweep file has gone its plan and data cannot be compared, and the version alone
    /// is.
    private func check(
        _ header: SweepHeader, _ plan: SweepPlan?, _ folder: String
    ) throws(InputFaults) {
        var differences: [Phrase] = []
        if header.version != ProgramVersion.current {
            differences.append(Messages.otherVersion(header.version, ProgramVersion.current))
        }
        if let plan {
            let now = try SweepHeader(plan, inert: [], workspace: self)
            if now.plan != header.plan { differences.append(Messages.otherPlan) }
            if now.data != header.data {
                let known = Set(header.inputs.map(\.sha256))
                differences.append(
                    Messages.otherData(
                        now.inputs.filter { !known.contains($0.sha256) }.map(\.file)))
            }
        }
        guard !differences.isEmpty else { return }
        throw InputFaults([
            Diagnostic(
                at: Position(file: folder), Messages.otherResults(differences),
                hint: Messages.sweepAgain(header.file, folder))
        ])
    }
}

/// All rows of a sweep's store, read without opening it for writing.
struct SweptStore {
    /// What the sweep was, as its folder says.
    let header: SweepHeader
    /// Evaluations that are not there; `points` is empty then.
    let missing: [Range<Int>]
    /// The points that were read out of it.
    let points: SweptPoints
    /// Of the bytes that they were read out of.
    let digest: SHA256

    /// - Throws: ``InputFaults`` for a folder without a store, ``SweepStoreFault`` for a file that
    ///   is none, ``OutputFault`` where it cannot be read.
    init(_ folder: String, in files: SourceFiles) throws {
        let path = folder + "/" + SweepStore.name
        let descriptor = open(files.canonical(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: folder), Messages.noStore, hint: Messages.sweptFolderHint)
            ])
        }
        defer { close(descriptor) }
        let bytes = try MappedBytes(descriptor, path: path)
        let end: Int
        switch SweepStoreFault.Opening(bytes.buffer) {
        case .header(let found, let place): (header, end) = (found, place)
        case .otherFormat(let number):
            throw SweepStoreFault(path: path, .otherFormat(number))
        case .empty, .foreign: throw SweepStoreFault(path: path, .notAStore)
        }
        let rows = SweepRows(bytes.buffer, after: end, count: header.columns.count)
        missing = rows.missing(in: 0..<header.columns.count)
        points = Self.points(header.columns, missing.isEmpty ? rows : nil, bytes.buffer)
        digest = SHA256(bytes.buffer)
        files.noteInput(path)
    }

    /// Numbers of all rows by policy and point.
    ///
    ///     policy,point,input ...,outcome ...,failed
    ///
    /// Rows lie by policy, then by point; every policy has the same points, so the first one's are
    /// taken. An empty cell is a missing outcome.
    private static func points(
        _ columns: SweepColumns, _ rows: SweepRows?, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> SweptPoints {
        var points: [[Double]] = []
        var values = columns.policies.map { _ in
            columns.outcomes.map { _ in [Double](repeating: .nan, count: columns.points) }
        }
        for number in 0..<columns.count {
            guard let start = rows?.start(number) else { continue }
            var cells = SweepCells(bytes, from: start)
            cells.skip(2)
            let point = columns.inputs.map { coordinate(cells.next(), $0) }
            if number < columns.points { points.append(point) }
            for outcome in columns.outcomes.indices {
                values[number / columns.points][outcome][number % columns.points] =
                    SweepCell.number(cells.next())
            }
        }
        return SweptPoints(
            policies: columns.policies, inputs: columns.sweptInputs,
            outcomes: columns.sweptOutcomes, points: points, values: values)
    }

    /// The number of a cell; the position of a choice.
    ///
    /// A cell with a comma or a quote in it stands in quotes, with its own quotes doubled.
    private static func coordinate(
        _ cell: ArraySlice<UInt8>, _ input: SweepColumns.Input
    ) -> Double {
        guard let choices = input.choices else { return SweepCell.number(cell) }
        return choices.firstIndex(of: FormulaText.bare(SweepCell.text(cell))).map(Double.init)
            ?? .nan
    }
}
