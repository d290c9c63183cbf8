import Analysis
import Formats
import Quantities

/// Joins folders in which parts of one sweep were computed.
///
/// The parts may overlap and may come in any order, from any machine; the results are those of a
/// sweep that was computed at once, byte by byte. Nothing is written before all is there.
package enum SweepMerge {
    /// Puts the parts together and writes the results.
    ///
    /// - Parameters:
    ///   - paths: at least one folder; all with stores of one digest.
    ///   - out: the folder of the whole, which may be one of them.
    ///   - picture: makes the bytes of `sweep.vl.json`.
    ///   - report: makes the bytes of `report.md`.
    ///   - package: makes those of `datapackage.json`, given those of `results.csv`.
    /// - Returns: what the sweep came to.
    /// - Throws: ``InputFaults`` for a folder without a store, for a part of another sweep and for
    ///   evaluations that no part has, ``SweepStoreFault``, ``OutputFault``.
    package static func run(
        _ paths: [String], out: String, marks: CSVMarks = .plain, replacesOthers: Bool = false,
        files: SourceFiles = SourceFiles(), picture: (SweepResult) -> [UInt8],
        report: (SweepResult) -> [UInt8], package: (SweepResult, [UInt8]) -> [UInt8]
    ) throws -> SweepResult {
        let hint = Phrase(
            id: "sebutkan folder hasil 'lindung sweep ... --shard k/n'",
            en: "name folders that 'lindung sweep ... --shard k/n' wrote")
        let parts = try paths.map { try SweepStore(reading: $0, in: files, hint: hint) }
        let header = parts[0].header
        for (path, part) in zip(paths, parts) where part.header.digest != header.digest {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: StoreFile(in: path, files).path),
                    Phrase.otherStore(part.header.differences(header)),
                    hint: Phrase(
                        id: "bagian-bagian harus dari satu sapuan, data dan versi program yang "
                            + "sama",
                        en: "all parts must be of one sweep, the same data and the same version"))
            ])
        }
        var missing = [0..<header.columns.count]
        for part in parts { missing = missing.flatMap(part.missing) }
        if !missing.isEmpty, StoreFile(in: out, files).isThere {
            missing = try missing.flatMap(SweepStore(reading: out, in: files).missing)
        }
        guard missing.isEmpty else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: out), Phrase.pointsMissing(missing),
                    hint: Phrase(
                        id: "jalankan lagi bagian yang belum selesai, lalu gabungkan",
                        en: "run the unfinished parts again, then merge"))
            ])
        }
        let others = zip(paths, parts).filter { files.canonical($0.0) != files.canonical(out) }
        let whole = try SweepFolder(
            out, header: header, replacesOthers: replacesOthers, in: files)
        try whole.take(others.map(\.1))
        return try whole.finish(
            marks: marks, picture: picture, report: report, package: package)
    }
}
