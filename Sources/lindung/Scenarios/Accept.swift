import Analysis
import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting

/// `lindung accept`: inputs that may stand in a final report, accepted by name.
///
///     $ lindung accept skenario.yaml workers quota --name "Kepala Bidang, Bappeda"
struct Accept: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "accept",
            abstract: say(
                Phrase(
                    id: "Menerima masukan asumsi, pinjaman atau kedaluwarsa, dengan nama.",
                    en: "Accepts inputs that are assumed, borrowed or stale, by name.")),
            discussion: say(
                Phrase(
                    id: "Tanpa --name hanya ditampilkan apa yang menunggu. Penerimaan ditulis ke"
                        + " NAMA.accepted.csv di samping skenario, berlaku juga bagi skenario"
                        + " turunannya, dan gugur begitu nilainya berubah. 'lindung report --final'"
                        + " menunggu sampai semuanya diterima.",
                    en: "Without --name it only shows what waits. Acceptances are written to"
                        + " NAME.accepted.csv beside the scenario, hold for scenarios that build on"
                        + " it too, and lapse as soon as the value changes. 'lindung report"
                        + " --final' waits until all are accepted.")))
    }

    @Argument(help: help(Phrase.helpScenario, "file"), completion: .file())
    var file: String

    /// All that wait where none is named.
    @Argument(
        help: help(
            Phrase(
                id: "Masukan yang diterima, seperti workers; tanpa ini semua yang menunggu.",
                en: "Inputs to accept, such as workers; all that wait without them."), "key"))
    var inputs: [String] = []

    /// Nil shows only.
    @Option(
        help: help(
            Phrase(
                id: "Nama dan jabatan yang menerima.", en: "Name and office of who accepts."),
            "name"))
    var name: String?

    @Option(
        help: help(
            Phrase(id: "Sebab diterima.", en: "Why it is accepted."), "text"))
    var reason = ""

    /// Today where nil.
    @Option(
        help: help(
            Phrase(
                id: "Hari penerimaan (bawaan: hari ini), misalnya 2025-11-28.",
                en: "The day of acceptance (default: today), such as 2025-11-28."), "day"))
    var date: String?

    @OptionGroup var common: GlobalOptions

    /// Shows what waits, or accepts it.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() throws {
        let workspace = try common.workspace(near: file)
        let policy = try workspace.policy(file).value
        let standing = try workspace.standing(of: policy)
        guard let name else {
            guard inputs.isEmpty else { throw InputFaults.acceptsWithoutName }
            return try Presentation(common).show(
                standing.table(in: Interface.language), answer: Phrase.waiting(standing))
        }
        let accepted = try workspace.accepting(
            inputs, of: standing, name: name, date: date ?? Workspace.today, reason: reason
        ) { $0.valueText(in: Interface.language) }
        let place = Workspace.acceptedFile(of: file)
        try AtomicFile.write(
            CSVWriter.bytes(accepted.table), to: place, over: .state, in: workspace.files)
        workspace.files.forget(place)
        let now = try workspace.standing(of: policy)
        if !common.quiet {
            let count = inputs.isEmpty ? standing.waiting.count : Set(inputs).count
            try Interface.print(say(Phrase.accepted(count, by: name, now)))
        }
        common.noteWritten([place])
    }
}
