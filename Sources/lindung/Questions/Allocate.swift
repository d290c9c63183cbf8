import Analysis
import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting

/// `lindung allocate`: where the money should go.
///
///     $ lindung allocate scenarios/jawa-timur/alokasi-orang-bulan.yaml --out hasil
struct Allocate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "allocate", abstract: say(Phrase.allocate),
            discussion: say(
                Phrase(
                    id: "Program linear atas orang yang dibayar tiap sumber dana, dengan pagu,"
                        + " aturan bernama dan bukti bahwa tidak ada yang lebih baik. Bila aturan"
                        + " bertentangan, himpunan terkecil yang bertentangan disebut, dengan kode"
                        + " keluar 1.",
                    en: "A linear programme over the persons that each purse pays for, with"
                        + " ceilings, named rules and a proof that nothing is better. Where rules"
                        + " conflict, a smallest conflicting set is named, with exit code 1."
                )))
    }

    @Argument(
        help: help(
            Phrase(
                id: "Berkas pertanyaan dengan 'objective'.",
                en: "A question file with an 'objective'."), "file"), completion: .file())
    var file: String

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    /// Nil writes none.
    @Option(help: help(Phrase.helpWriteScenario, "file"), completion: .file())
    var writeScenario: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, solves, writes files, prints the report.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``; ``CheckFailure`` where rules conflict.
    func run() async throws {
        let workspace = try common.workspace(near: file)
        let checked = try workspace.allocationQuestion(file)
        common.tell(checked.warnings)
        let question = checked.value
        let folder = common.folder(out, replacing, workspace)
        try replacing.check(
            folder, files: [(writeScenario, AllocationResult.marks)], in: workspace.files)
        let result: AllocationResult
        do {
            result = try workspace.allocation(question)
        } catch let refusal as AllocationRefusal {
            throw CheckFailure(text: say(refusal.text))
        }
        let report = Report(result, in: Interface.language)
        if let folder {
            let manifest = RunManifest(
                command: "allocate", file: file, options: result.options, seed: nil,
                inputs: try workspace.inputs(of: [question.scenario], askedIn: file))
            try folder.write(
                result.tables, pictures: result.pictures(in: Interface.language), report: report,
                manifest: manifest)
        }
        if let writeScenario {
            try result.writeScenario(
                to: writeScenario, over: replacing.over(AllocationResult.marks),
                in: workspace.files)
        }
        if out == nil || !common.quiet {
            try Presentation(common).show(report, tables: result.tables, isBeside: out != nil)
        }
        common.noteWritten([out, writeScenario])
    }
}
