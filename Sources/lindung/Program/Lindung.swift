import ArgumentParser
import Formats
import Quantities
import Reporting

/// The command and its parts.
struct Lindung: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lindung", abstract: say(Phrase.overview),
            discussion: say(
                Phrase(
                    id: "Kode keluar: 0 selesai, 1 pemeriksaan gagal, 2 masukan"
                        + " salah.\nPelengkapan perintah: lindung --generate-completion-script"
                        + " bash|zsh|fish",
                    en: "Exit codes: 0 done, 1 a check failed, 2 bad input.\nShell completions:"
                        + " lindung --generate-completion-script bash|zsh|fish"
                )), version: ProgramVersion.current,
            subcommands: [
                Run.self, Compare.self, WriteReport.self, Accept.self, Plot.self, Allocate.self,
                Stage.self,
                Sweep.self,
                History.self,
                Check.self,
                Diff.self, Explain.self,
                Initialise.self, Template.self, Import.self, Schema.self,
                Sense.self, Discover.self, Robust.self, Target.self, Poverty.self,
                Forecast.self, Backtest.self, Calibrate.self, Tariff.self, Doctor.self,
            ])
    }

    /// Accepted before a command's name too; ``Interface/language`` reads it.
    @Option(name: .customLong("lang"), help: help(Phrase.helpLanguage, "lang"))
    var language: Language?
}

/// Options that every command has.
///
/// The same names mean the same everywhere.
struct GlobalOptions: ParsableArguments {
    /// Accepted here so that the parser knows it; ``Interface/language`` reads it.
    @Option(name: .customLong("lang"), help: help(Phrase.helpLanguage, "lang"))
    var language: Language?

    @Option(
        name: .customLong("data"),
        help: help(Phrase.helpData, "folder"), completion: .directory)
    var dataFolder: String?

    @Option(
        name: .customLong("format"),
        help: help(
            Phrase(
                "Bentuk keluaran: table, csv, json atau md\(OutputForm.alsoWorkbooks).",
                en: "Form of the output: table, csv, json or md\(OutputForm.alsoWorkbooks)."),
            "format"))
    var form = OutputForm.table

    /// Who is told of progress.
    var audience: ProgressAudience { form.isForPage ? .programs : quiet ? .nobody : .people }

    /// Of tables; a workbook stands beside them.
    var format: TableFormat { form.tables }

    @Option(
        help: help(
            Phrase(
                id: "CSV untuk Excel: id-ID menulis ';' dan koma desimal.",
                en: "CSV for Excel: id-ID writes ';' and decimal commas."), "id-ID"))
    var locale: NumberLocale?

    var marks: CSVMarks { CSVMarks.of(locale) }

    /// Of numbers in the texts of tables; JSON has no marks but its own.
    var textMarks: CSVMarks { format == .json ? .plain : marks }

    @Flag(
        name: .shortAndLong,
        help: help(
            Phrase(
                id: "Hanya hasil yang diminta; tanpa catatan dan kemajuan.",
                en: "Only the result that was asked for; no notes, no progress.")))
    var quiet = false

    /// Recorded in the manifest; only draws depend on it.
    @Option(
        help: help(
            Phrase(
                id: "Benih simulasi acak, bawaan 1; benih yang sama memberi hasil yang sama.",
                en: "Seed of draws, 1 by default; the same seed gives the same draws."), "n"))
    var seed: UInt64?
}

extension Language: ExpressibleByArgument {}
extension NumberLocale: ExpressibleByArgument {}

/// A phrase in the language that was asked for.
func say(_ phrase: Phrase) -> String { phrase[Interface.language] }

/// A phrase as an option's help; without a name a flag, which takes no value.
func help(_ phrase: Phrase, _ valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(
        say(phrase), valueName: valueName.map { UsageText.valueName($0, in: Interface.language) })
}
