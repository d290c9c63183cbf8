import ArgumentParser
import Foundation
import LindungFiles

/// `lindung init`: a first scenario for a region.
struct Initialise: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "init", abstract: say(Messages.initialise))
    }

    @Argument(help: help(Messages.helpRegion))
    var region: String

    @Option(help: help(Messages.helpOutFile, "file"))
    var out: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let workspace = try common.workspace(near: nil)
        let template = try ScenarioTemplate(
            region, workspace: workspace, in: Interface.language)
        guard let out else { return try Interface.write(Array(template.text.utf8)) }
        guard !FileManager.default.fileExists(atPath: out) else {
            throw Messages.alreadyThere(out)
        }
        try AtomicFile.write(Array(template.text.utf8), to: out)
        common.noteWritten([out])
    }
}
