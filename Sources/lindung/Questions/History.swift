import ArgumentParser
import Formats
import Quantities
import Store

/// `lindung history`: how far sweeps are, and which commands computed what, and when.
struct History: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "history",
            abstract: say(
                Phrase(
                    id: "Menunjukkan kapan isi folder sapuan dihitung, dan oleh perintah apa.",
                    en: "Shows when what is in folders of sweeps was computed, by what command.")))
    }

    @Argument(
        help: help(
            Phrase(id: "Folder hasil 'sweep'.", en: "Folders that 'sweep' wrote."), "folders"),
        completion: .directory)
    var folders: [String]

    @OptionGroup var common: GlobalOptions

    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() throws {
        let histories: [(folder: String, history: SweepHistory)]
        do {
            // A folder that is named twice is told once.
            histories = try folders.enumerated()
                .filter { !folders[..<$0.offset].contains($0.element) }
                .map { ($0.element, try SweepHistory($0.element, in: SourceFiles())) }
        } catch let fault as SweepStoreFault {
            throw InputFaults([fault.diagnostic])
        }
        let rows = histories.flatMap { folder, history in
            history.runs.enumerated().map { (folder: folder, number: $0 + 1, run: $1) }
        }
        let table = ResultTable("history", rows) {
            Key("folder", \.folder)
            Key("run", \.number)
            Column("command", .word, \.run.command)
            Column("began", .word, \.run.began)
            Column("last", .word, \.run.last)
            Column("evaluations", .factor, \.run.evaluations)
        }
        let answer = histories.map { folder, history in
            let (title, all) = (history.header.phrase, history.header.columns.count)
            return Phrase(
                "\(history.done) dari \(all) perhitungan '\(title)' ada di \(folder).",
                en: "\(history.done) of \(all) evaluations of '\(title)' are in \(folder).")
        }
        try Presentation(common).show(
            table,
            answer: Phrase { language in answer.map { $0[language] }.joined(separator: "\n") })
    }
}
