import Analysis
import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting

/// `lindung robust`: which policies stand up to futures nobody knows.
///
///     $ lindung robust scenarios/kota-probolinggo/sapuan/pedagang-mandiri.yaml \
///         --outcome funded_person_months --best high
struct Robust: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "robust",
            abstract: say(
                Phrase(
                    id: "Memilih kebijakan yang tahan terhadap masa depan yang belum diketahui.",
                    en: "Chooses policies that stand up to futures nobody knows.")),
            discussion: say(
                Phrase(
                    id: "Setiap kebijakan di bawah 'policies:' dihitung di titik-titik yang sama:"
                        + " rata-rata, kasus terburuk, penyesalan, bagian masa depan yang memenuhi"
                        + " 'rules:', nilai informasi.",
                    en: "Every policy below 'policies:' meets the same points: mean, worst case,"
                        + " regret, the share of futures that meet the 'rules:', the value of"
                        + " information."
                )))
    }

    @Argument(help: help(Phrase.helpSwept, "file"), completion: .file())
    var file: String

    @Option(help: help(Phrase.helpOutcome, "name"))
    var outcome: String

    /// `low` or `high`; a text, so that faults of it have our words.
    @Option(
        help: help(
            Phrase(
                id: "Yang lebih baik: low (rendah) atau high (tinggi).",
                en: "Which is better: low or high."), "best"))
    var best: String

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads or computes the sweep, compares its policies, tells which way chooses which.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        let best = try OptionNumber.choice(best, "--best", among: RobustBest.self)
        let workspace = try common.workspace(near: file)
        let folder = common.folder(out, replacing, workspace)
        try replacing.check(folder, in: workspace.files)
        let loaded = try await common.swept(file, workspace) {
            try RobustResult.check($0, outcome: outcome)
        }
        let source = loaded.source
        let result = try RobustResult(source, outcome: outcome, best: best)
        let (report, tables) = (Report(result, in: Interface.language), try result.tables())
        if let folder {
            let manifest = RunManifest(
                command: "robust", file: file, options: result.options, seed: source.seed,
                inputs: loaded.inputs)
            try folder.write(tables, report: report, manifest: manifest)
        }
        if out == nil || !common.quiet {
            try Presentation(common).show(report, tables: tables, isBeside: out != nil)
        }
        common.noteWritten([out])
    }
}
