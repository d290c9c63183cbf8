import ArgumentParser
import Quantities
import Reading

/// `lindung doctor`: whether the installation is sound.
struct Doctor: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "doctor", abstract: say(Phrase.doctor))
    }

    @OptionGroup var common: GlobalOptions

    /// Shows what was found.
    ///
    /// - Throws: ``CheckFailure`` where a part is not sound.
    func run() throws {
        let check = InstallationCheck(
            asked: common.dataFolder, executable: Interface.executable)
        try Presentation(common).show(
            check.table(in: Interface.language),
            answer: Phrase.doctorAnswer(
                check.findings.count, failed: check.findings.count { !$0.isSound }))
        if !check.isSound { throw CheckFailure(text: say(Phrase.doctorFailed)) }
    }
}
