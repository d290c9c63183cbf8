import ArgumentParser
import LindungFiles

/// The command and its parts.
struct Lindung: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lindung", abstract: say(Messages.overview),
            discussion: say(Messages.overviewMore), version: ProgramVersion.current,
            subcommands: [
                Run.self, Compare.self, Check.self, Diff.self, Explain.self,
                Initialise.self, Tariff.self, Doctor.self,
            ])
    }

    @Option(name: .customLong("lang"), help: help(Messages.helpLanguage))
    var language: Language?
}

/// Options that every command has.
struct CommonOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: help(Messages.helpLanguage))
    var language: Language?

    @Option(name: .customLong("data"), help: help(Messages.helpData, "folder"))
    var dataFolder: String?

    @Option(help: help(Messages.helpFormat))
    var format = TableFormat.table

    @Flag(name: .shortAndLong, help: help(Messages.helpQuiet))
    var quiet = false

    @Option(help: help(Messages.helpSeed, "n"))
    var seed: UInt64?
}

extension Language: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}

/// A phrase in the language that was asked for.
func say(_ phrase: Phrase) -> String { phrase[Interface.language] }

/// A phrase as an option's help.
func help(_ phrase: Phrase, _ valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(say(phrase), valueName: valueName)
}
