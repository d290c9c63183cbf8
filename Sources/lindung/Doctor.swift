import ArgumentParser
import LindungFiles

/// `lindung doctor`: whether the installation is sound.
struct Doctor: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "doctor", abstract: say(Messages.doctor))
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
        let check = InstallationCheck(
            asked: common.dataFolder, executable: Interface.executable)
        try Presentation(common).show(check.table(in: Interface.language))
        if !check.isSound { throw CheckFailure(text: say(Messages.doctorFailed)) }
    }
}
