import Analysis
import Formats
import Quantities

/// Joins folders in which parts of one sweep were computed.
///
/// The parts may overlap and may come in any order, from any machine; the results are those of a
/// sweep that was computed at once, byte by byte. Nothing is written before all is there.
public enum SweepMerge {
    /// Puts the parts together and writes the results.
    ///
    /// - Parameters:
    ///   - paths: at least one folder; all with stores of one digest.
    ///   - out: the folder of the whole, which may be one of them.
    ///   - report: makes the bytes of `report.md`.
    /// - Returns: what the sweep came to.
    /// - Throws: ``InputFaults`` for a folder without a store and for evaluations that no part has,
    ///   ``SweepStoreFault`` for a part of another sweep, ``OutputFault``.
    public static func run(
        _ paths: [String], out: String, marks: CSVMarks = .plain, replacesOthers: Bool = false,
        files: SourceFiles = SourceFiles(), report: (SweepResult) -> [UInt8]
    ) throws -> SweepResult {
        let header = try header(of: paths[0], files)
        var parts: [SweepFolder] = []
        for path in paths where files.canonical(path) != files.canonical(out) {
            // Each is looked at before it is opened, as opening would make a folder.
            _ = try Self.header(of: path, files)
            do {
                parts.append(try SweepFolder(path, header: header, in: files))
            } catch let fault as SweepStoreFault {
                throw fault.amongParts
            }
        }
        let missing = try missing(parts, paths, out, header, files)
        guard missing.isEmpty else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: out), Phrase.pointsMissing(missing),
                    hint: Phrase.pointsMissingHint)
            ])
        }
        let whole = try SweepFolder(
            out, header: header, replacesOthers: replacesOthers, in: files)
        try whole.take(parts)
        return try whole.finish(marks: marks, report: report)
    }

    /// The evaluations that no part has.
    private static func missing(
        _ parts: [SweepFolder], _ paths: [String], _ out: String, _ header: SweepHeader,
        _ files: SourceFiles
    ) throws -> [Range<Int>] {
        var all = parts
        if files.exists(out + "/" + SweepStore.name) {
            all.append(try SweepFolder(out, header: header, in: files))
        }
        var ranges = [0..<header.columns.count]
        for part in all { ranges = ranges.flatMap(part.store.rows.missing) }
        return ranges
    }

    /// What the store of a folder rests on.
    private static func header(
        of folder: String, _ files: SourceFiles
    ) throws -> SweepHeader {
        let path = folder + "/" + SweepStore.name
        guard let header = try SweepStore.header(path, in: files) else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: folder), Phrase.noStore, hint: Phrase.noStoreHint)
            ])
        }
        return header
    }
}
