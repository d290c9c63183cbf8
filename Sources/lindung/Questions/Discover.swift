import Analysis
import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting

/// `lindung discover`: under which conditions an outcome occurs.
///
///     $ lindung discover scenarios/kota-probolinggo/sapuan/kekurangan-dana.yaml \
///         --outcome "gap_rp 2027" --above 0
struct Discover: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "discover",
            abstract: say(
                Phrase(
                    id: "Mencari dalam keadaan apa suatu hasil terjadi.",
                    en: "Finds under which conditions an outcome occurs.")),
            discussion: say(
                Phrase(
                    id: "Titik-titik sapuan dipilah dengan PRIM: kotak masukan tempat kasus"
                        + " memadat. Dipilih kotak dengan cakupan terbesar yang kepadatannya"
                        + " paling sedikit --threshold; bila tidak ada, yang ukuran F-nya"
                        + " terbesar.",
                    en: "PRIM looks for boxes of the inputs in which cases are dense. Chosen is the"
                        + " box with the most coverage whose density is at least --threshold; where"
                        + " there is none, the one with the greatest F-measure."
                )))
    }

    @Argument(help: help(Phrase.helpSwept, "file"), completion: .file())
    var file: String

    @Option(help: help(Phrase.helpOutcome, "name"))
    var outcome: String

    @Option(
        help: help(
            Phrase(
                id: "Kasus: hasil di atas angka ini.",
                en: "Cases: the outcome is above this number."), "x"))
    var above: String?

    @Option(
        help: help(
            Phrase(
                id: "Kasus: hasil di bawah angka ini.",
                en: "Cases: the outcome is below this number."), "x"))
    var below: String?

    /// The least density of a box.
    @Option(
        help: help(
            Phrase(
                id: "Kepadatan kotak paling sedikit, misalnya 0.8.",
                en: "Least density of a box, such as 0.8."), "threshold"))
    var threshold = "0.8"

    @Option(
        help: help(
            Phrase(id: "Banyaknya kotak yang dicari.", en: "How many boxes to look for."), "n"))
    var boxes = 3

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads or computes the sweep, looks for boxes, tells them.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        let workspace = try common.workspace(near: file)
        let folder = common.folder(out, replacing, workspace)
        try replacing.check(folder, in: workspace.files)
        let loaded = try await common.swept(file, workspace) { _ = try asked(of: $0) }
        let source = loaded.source
        let question = try asked(of: source)
        let finding = try question.find(in: source)
        let result = DiscoverResult(
            source, question, finding, test: try question.test(finding, in: source))
        let report = Report(result, in: Interface.language)
        if let folder {
            let manifest = RunManifest(
                command: "discover", file: file, options: result.options, seed: source.seed,
                inputs: loaded.inputs)
            try folder.write(result.tables, report: report, manifest: manifest)
        }
        if out == nil || !common.quiet {
            try Presentation(common).show(report, tables: result.tables, isBeside: out != nil)
        }
        common.noteWritten([out])
    }

    /// What the options ask of a sweep.
    ///
    /// Asked twice: before a file is evaluated, so that a slip in an option costs no time, and
    /// after.
    private func asked(of source: ExperimentSource) throws(InputFaults) -> DiscoverQuestion {
        try DiscoverQuestion(
            source, outcome: outcome, above: above, below: below, threshold: threshold,
            boxes: boxes)
    }
}
