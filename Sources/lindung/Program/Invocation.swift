import Formats
import Foundation
import Quantities

/// What is wrong with the way in which the program was started, whatever the command.
enum Invocation {
    /// Refuses empty arguments, which are what unset variables of a shell leave, and a current
    /// folder that is gone, from which relative paths would lead anywhere.
    ///
    /// - Parameter arguments: the program's name first.
    /// - Throws: ``InputFaults``.
    static func check(_ arguments: [String]) throws(InputFaults) {
        var option: String?
        for word in arguments.dropFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = word.hasPrefix("--") ? String(parts[0]) : nil
            if isBlank(word) { throw InputFaults.emptyArgument(option) }
            if let name, parts.count == 2, isBlank(parts[1]) {
                throw InputFaults.emptyArgument(name)
            }
            option = parts.count == 1 ? name : nil
        }
        guard let folder = getcwd(nil, 0) else { throw InputFaults.noCurrentFolder }
        free(folder)
    }

    private static func isBlank(_ text: some StringProtocol) -> Bool {
        text.allSatisfy(\.isWhitespace)
    }
}
