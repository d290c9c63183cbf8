import Analysis
import ArgumentParser
import Formats
import Foundation
import Quantities
import Reading
import Reporting
import Store

/// `lindung sweep`: a scenario at many points of its inputs, or the parts of a sweep as a whole.
///
///     $ lindung sweep scenarios/kota-probolinggo/sapuan/bulan-dan-kuota.yaml --out hasil
///     $ lindung sweep merge bagian-1 bagian-2 --out hasil
///
/// One command, because the parser cannot tell a part of a command from the argument of a command
/// that has both.
struct Sweep: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sweep", abstract: say(Phrase.sweep),
            usage: say(
                Phrase(
                    id: "lindung sweep <berkas> --out <folder> [--shard <k/n>] [--threads <n>]"
                        + " [--start-over]\nlindung sweep merge <folder> ... --out <folder>",
                    en: "lindung sweep <file> --out <folder> [--shard <k/n>] [--threads <n>]"
                        + " [--start-over]\nlindung sweep merge <folder> ... --out <folder>"
                )),
            discussion: say(
                Phrase(
                    id: "Hasil disimpan selagi dihitung: perintah yang sama melanjutkan sapuan"
                        + " yang terhenti.\nBila lengkap, folder itu berisi results.csv,"
                        + " sweep.vl.json, report.md, datapackage.json dan"
                        + " manifest.json.\nBagian-bagian digabung"
                        + " dengan: lindung sweep merge FOLDER... --out FOLDER",
                    en: "Results are stored as they come: the same command goes on where a sweep"
                        + " stopped.\nOnce it is whole the folder holds results.csv, sweep.vl.json,"
                        + " report.md, datapackage.json and manifest.json.\nParts are joined by:"
                        + " lindung sweep merge"
                        + " FOLDER... --out FOLDER"
                )))
    }

    @Argument(
        help: help(
            Phrase(
                id: "Berkas sapuan; atau 'merge' dan folder-folder bagian.",
                en: "Sweep file; or 'merge' and the folders of parts."), "files"),
        completion: .file())
    var files: [String]

    @Option(
        help: help(
            Phrase(id: "Folder simpanan dan hasil.", en: "Folder for the store and the results."),
            "folder"), completion: .directory)
    var out: String

    /// A part `k/n`; nil computes all.
    @Option(
        help: help(
            Phrase(
                id: "Hitung bagian ke-k dari n saja, misalnya 2/7.",
                en: "Compute part k of n only, such as 2/7."), "k/n"))
    var shard: String?

    @Option(
        help: help(
            Phrase(
                id: "Banyaknya utas; bawaan sebanyak prosesor. Hasil tidak bergantung padanya.",
                en: "Number of threads; as many as processors by default. Results do not depend on"
                    + " it."
            ), "n"))
    var threads: Int?

    /// Throws away what the folder holds.
    @Flag(
        help: help(
            Phrase(
                id: "Buang hasil yang sudah ada di folder itu.",
                en: "Discard the results that are in the folder.")))
    var startOver = false

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, asks which inputs are inert, computes what is missing, writes the results.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        do {
            if files.first == "merge", files.count > 1 {
                try merge(Array(files.dropFirst()))
            } else if let extra = files.dropFirst().first {
                throw InputFaults.oneSweepFile(extra)
            } else {
                try await sweep(files[0])
            }
        } catch let fault as SweepStoreFault {
            throw InputFaults([fault.diagnostic])
        }
        common.noteWritten([out])
    }

    private func merge(_ parts: [String]) throws {
        guard shard == nil, !startOver else { throw InputFaults.mergeTakesAll }
        try show(
            try SweepMerge.run(
                parts, out: out, marks: common.marks, replacesOthers: replacing.force,
                picture: picture, report: markdown, package: package))
    }

    private func sweep(_ file: String) async throws {
        let workspace = try common.workspace(near: file)
        let reading = try workspace.sweep(file, seed: common.seed)
        let work = try workspace.work(reading.value)
        if let threads { try OptionNumber.threadCount(threads) }
        var effort = SweepFolder.Effort(
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
        if let shard { effort.shard = try SweepFolder.Effort.shard(shard) }
        let inertness = try await workspace.inertness(
            reading.value, work, threads: effort.threads)
        tell(reading.warnings + inertness.warnings)
        effort.block = inertness.block
        let header = SweepHeader(
            reading.value, inert: inertness.inert, inputs: try workspace.inputs(of: reading.value))
        let folder = try SweepFolder(
            out, header: header, startsOver: startOver, replacesOthers: replacing.force,
            in: workspace.files)
        try await compute(folder, work, effort)
    }

    /// Computes what is missing and, once all is there, writes and shows the results.
    private func compute(
        _ folder: SweepFolder, _ work: SweepWork, _ effort: SweepFolder.Effort
    ) async throws {
        if folder.damaged > 0, !common.quiet {
            Interface.note(say(Phrase.damagedRows(folder.damaged)))
        }
        let progress = SweepProgress(
            of: folder.size(of: effort), in: Interface.language, to: common.audience)
        defer { progress.finish() }
        try await folder.run(work, effort, progress: progress.show)
        progress.finish()
        guard folder.isWhole else {
            if !common.quiet {
                Interface.note(
                    say(
                        Phrase(
                            id: "\(folder.done) dari \(folder.header.columns.count) perhitungan"
                                + " ada di folder ini; gabungkan dengan 'lindung sweep merge'",
                            en: "\(folder.done) of \(folder.header.columns.count) evaluations are"
                                + " in this folder; join the parts with 'lindung sweep merge'"
                        )))
            }
            return
        }
        try show(
            try folder.finish(
                marks: common.marks, picture: picture, report: markdown, package: package))
    }

    private func picture(_ sweep: SweepResult) -> [UInt8] {
        sweep.picture(in: Interface.language)
    }

    private func markdown(_ sweep: SweepResult) -> [UInt8] {
        let language = Interface.language
        return Array(Report(sweep, in: language).markdown(in: language).utf8)
    }

    private func package(_ sweep: SweepResult, _ rows: [UInt8]) -> [UInt8] {
        sweep.package(of: rows, marks: common.marks, in: Interface.language)
    }

    private func show(_ sweep: SweepResult) throws {
        guard !common.quiet else { return }
        let report = Report(sweep, in: Interface.language)
        try Presentation(common).show(report, tables: report.tables, isBeside: true)
    }

    private func tell(_ warnings: [Diagnostic]) {
        guard !common.quiet, !warnings.isEmpty else { return }
        Interface.note(warnings.withoutRepeats.rendered(in: Interface.language))
    }
}
