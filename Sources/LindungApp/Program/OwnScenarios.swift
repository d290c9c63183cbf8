import Formats
import Foundation
import Quantities

/// Scenarios that whoever uses the page may change.
///
/// What was installed for everybody is copied once to the folder `Lindung` of the home folder,
/// where the page then keeps what people save; a later version of the program leaves it as it is.
enum OwnScenarios {
    static let name = "Lindung"

    /// The folder of scenarios where none is named: `scenarios` of the folder in which the program
    /// runs, else those beside its data, or the user's own copy of them where they were installed.
    ///
    /// - Parameter data: the folder in which the data folder lies.
    /// - Throws: ``InputFaults`` where they cannot be copied.
    static func usual(
        beside data: String, home: String = NSHomeDirectory(), _ files: SourceFiles
    ) throws(InputFaults) -> String {
        if files.isDirectory("scenarios") { return "scenarios" }
        let shipped = FilePath.join(data, "scenarios")
        guard data.hasSuffix("/share/lindung"), files.isDirectory(shipped) else { return shipped }
        let own = FilePath.join(home, name)
        guard !files.isDirectory(own) else { return own }
        do throws(OutputFault) {
            try OutputFolder.copy(shipped, to: own, in: files)
        } catch {
            throw InputFaults([error.diagnostic])
        }
        AppProgram.note(
            AppProgram.say(
                Phrase(
                    id: "Skenario disalin ke \(own); yang Anda simpan ada di situ.",
                    en: "Scenarios were copied to \(own); what you save is kept there.")))
        return own
    }
}
