import Analysis
import Formats
import Foundation
import Quantities

/// All rows of a sweep's store, read without opening it for writing.
public struct SweptStore {
    /// What the sweep was, as its folder says.
    public let header: SweepHeader
    /// The points that were read out of it.
    public let points: SweptPoints
    /// What a manifest names: the store by its content.
    public let inputs: [InputFile]

    /// - Throws: ``InputFaults`` for a folder without a store or with a part of a sweep,
    ///   ``SweepStoreFault`` for a file that
    ///   is none, ``OutputFault`` where it cannot be read.
    public init(_ folder: String, in files: SourceFiles) throws {
        let path = folder + "/" + SweepStore.name
        let descriptor = open(files.canonical(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: folder), Phrase.noStore, hint: Phrase.sweptFolderHint)
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
        let missing = rows.missing(in: 0..<header.columns.count)
        guard missing.isEmpty else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: folder), Phrase.pointsMissing(missing),
                    hint: Phrase.unfinishedHint)
            ])
        }
        points = Self.points(header.columns, rows, bytes.buffer)
        inputs = [InputFile(path: path, digest: SHA256(bytes.buffer))]
        files.noteInput(path)
    }

    /// What is told where the sweep file has gone since.
    public static func fileGone(_ file: String, _ folder: String) -> Diagnostic {
        Diagnostic(
            .warning, at: Position(file: folder), Phrase.sweepFileGone(file),
            hint: Phrase.sweepFileGoneHint)
    }

    /// Refuses results of another version, plan or data.
    ///
    /// - Parameter now: what a sweep of the same file would rest on; nil where the file has gone.
    ///   Its plan and data cannot be compared then, and the version alone is.
    /// - Throws: ``InputFaults``.
    public func check(_ now: SweepHeader?, _ folder: String) throws(InputFaults) {
        var differences: [Phrase] = []
        if header.version != ProgramVersion.current {
            differences.append(Phrase.otherVersion(header.version, ProgramVersion.current))
        }
        if let now {
            if now.plan != header.plan { differences.append(Phrase.otherPlan) }
            if now.data != header.data {
                let known = Set(header.inputs.map(\.sha256))
                differences.append(
                    Phrase.otherData(
                        now.inputs.filter { !known.contains($0.sha256) }.map(\.file)))
            }
        }
        guard !differences.isEmpty else { return }
        throw InputFaults([
            Diagnostic(
                at: Position(file: folder), Phrase.otherResults(differences),
                hint: Phrase.sweepAgain(header.file, folder))
        ])
    }

    /// Numbers of all rows by policy and point.
    ///
    ///     policy,point,input ...,outcome ...,failed
    ///
    /// Rows lie by policy, then by point; every policy has the same points, so the first one's are
    /// taken. An empty cell is a missing outcome.
    private static func points(
        _ columns: SweepColumns, _ rows: SweepRows, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> SweptPoints {
        var points: [[Double]] = []
        var values = columns.policies.map { _ in
            columns.outcomes.map { _ in [Double](repeating: .nan, count: columns.points) }
        }
        for number in 0..<columns.count {
            guard let start = rows.start(number) else { continue }
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
