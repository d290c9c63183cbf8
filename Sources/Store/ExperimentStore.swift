import Analysis
import Formats
import Foundation
import Quantities

/// All rows of a sweep's store, read without changing it.
package struct ExperimentStore {
    package let header: SweepHeader
    package let points: ExperimentPoints
    /// What a manifest names: the results by their content, as `results.csv` has them.
    ///
    /// Not the store's own bytes, which depend on how often a sweep was stopped.
    package let inputs: [InputFile]

    /// - Throws: ``InputFaults`` for a folder without a store or with a part of a sweep,
    ///   ``SweepStoreFault`` for a file that is none, ``OutputFault`` where it cannot be read.
    package init(_ folder: String, in files: SourceFiles) throws {
        let store = try SweepStore(reading: folder, in: files)
        header = store.header
        let columns = header.columns
        let missing = store.missing(in: 0..<columns.count)
        guard missing.isEmpty else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: folder), Phrase.pointsMissing(missing),
                    hint: Phrase(
                        id: "jalankan lagi perintah sapuannya; yang sudah dihitung tidak diulang",
                        en: "run the sweep again; what was computed is not done again"))
            ])
        }
        // Every policy has the same points, so the first one's are taken.
        var points: [[Double]] = []
        var values = columns.policies.map { _ in columns.outcomes.map { _ in [Double]() } }
        var rows = SweepRows(columns, .plain)
        try store.readWhole { chunk in
            rows.append(chunk)
            for number in chunk.numbers {
                if number < columns.points {
                    points.append(columns.inputs.indices.map { chunk.input($0, number) })
                }
                for outcome in columns.outcomes.indices {
                    values[number / columns.points][outcome].append(chunk.outcome(outcome, number))
                }
            }
        }
        self.points = ExperimentPoints(
            policies: columns.policies, inputs: columns.sweptInputs,
            outcomes: columns.sweptOutcomes, points: points, values: values)
        inputs = [InputFile(path: folder + "/results.csv", digest: SHA256(rows.bytes))]
        files.noteInput(StoreFile(in: folder, files).path)
    }

    /// What is told where the sweep file has gone since.
    package static func fileGone(_ file: String, _ folder: String) -> Diagnostic {
        Diagnostic(
            .warning, at: Position(file: folder),
            Phrase(
                id: "berkas sapuan '\(file)' tidak ada di sini",
                en: "the sweep file '\(file)' is not here"),
            hint: Phrase(
                id: "hasil dipakai tanpa aturan ('rules') dan tanpa memeriksa apakah berkasnya "
                    + "berubah",
                en: "the results are used without its 'rules', and whether it changed is not "
                    + "checked"))
    }

    /// Refuses results of another version, plan or data.
    ///
    /// - Parameter now: what a sweep of the same file would rest on; nil where the file has gone.
    ///   Its plan and data cannot be compared then, and the version alone is.
    /// - Throws: ``InputFaults``.
    package func check(_ now: SweepHeader?, _ folder: String) throws(InputFaults) {
        let isCurrent = header.version == ProgramVersion.current
        let differences =
            now.map(header.differences)
            ?? (isCurrent ? [] : [Phrase.otherVersion(header.version, ProgramVersion.current)])
        guard !differences.isEmpty else { return }
        let list = Phrase.together(differences)
        let command = "lindung sweep \(header.file) --out \(folder) --start-over"
        throw InputFaults([
            Diagnostic(
                at: Position(file: folder),
                Phrase(
                    id: "hasil di folder ini bukan lagi hasil berkasnya: \(list.indonesian)",
                    en: "the results in this folder are no longer those of their file: "
                        + list.english),
                hint: Phrase(id: "hitung lagi: \(command)", en: "compute them again: \(command)"))
        ])
    }
}
