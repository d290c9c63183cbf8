import ArgumentParser
import Quantities
import Reading

/// `lindung doctor`: whether the installation is sound.
struct Doctor: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor",
            abstract: say(
                Phrase(
                    id: "Memeriksa pemasangan: pustaka, data, hukum, skenario, alat tambahan.",
                    en: "Checks the installation: libraries, data, law, scenarios, tools.")))
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
                check.findings.count, failed: check.findings.count { !$0.isSound },
                absent: check.findings.count { $0.result == .absent }))
        if !check.isSound {
            throw CheckFailure(
                text: say(Phrase(id: "ada pemeriksaan yang gagal", en: "a check failed")))
        }
    }
}
