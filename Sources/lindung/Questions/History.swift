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
            Phrase(id: "Folder hasil 'sweep'.", en: "Folders that 'sweep' wrote."), "folders"))
    var folders: [String]

    @OptionGroup var common: GlobalOptions

    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() throws {
        let histories: [(folder: String, history: SweepHistory)]
        do {
            histories = try folders.map { ($0, try SweepHistory($0, in: SourceFiles())) }
        } catch let fault as SweepStoreFault {
            throw InputFaults([fault.diagnostic])
        }
        let rows = histories.flatMap { folder, history in
            history.runs.indices.map { (folder, $0 + 1, history.runs[$0]) }
        }
        let table = try ResultTable(
            name: "history",
            keys: [("folder", .text(rows.map(\.0))), ("run", .whole(rows.map(\.1)))],
            measures: [
                ("command", .word, .text(rows.map(\.2.command))),
                ("began", .word, .text(rows.map(\.2.began))),
                ("last", .word, .text(rows.map(\.2.last))),
                ("evaluations", .factor, .whole(rows.map(\.2.evaluations))),
            ])
        let answer = histories.map { folder, history in
            Phrase { language in
                let number = { (count: Int) in language.numbers.format(Int64(count)) }
                let (done, all) = (number(history.done), number(history.header.columns.count))
                let title = history.header.phrase[language]
                return language == .indonesian
                    ? "\(folder): \(title), \(done) dari \(all) perhitungan ada."
                    : "\(folder): \(title), \(done) of \(all) evaluations are there."
            }
        }
        try Presentation(common).show(
            table,
            answer: Phrase { language in answer.map { $0[language] }.joined(separator: "\n") })
    }
}
