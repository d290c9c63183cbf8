import Formats
import Foundation
import Quantities
import Reporting

/// How this process speaks to its user.
enum Interface {
    /// The language asked for by `--lang`, then by `LINDUNG_LANG`.
    ///
    /// Known before arguments are parsed, because help and faults of parsing are in it too.
    static let language = Language.asked(
        CommandLine.arguments, ProcessInfo.processInfo.environment["LINDUNG_LANG"])

    /// The command as it can be typed again: without options that say where results go or how
    /// much is shown, and with the language that the environment asked for.
    static var command: String {
        let places = ["--out", "--resolved", "--all-draws"]
        let views = ["--quiet", "-q", "--full", "--force"]
        var words: [String] = []
        var isPlace = false
        for word in CommandLine.arguments.dropFirst() {
            let name = String(word.prefix { $0 != "=" })
            if isPlace || views.contains(word) || (places.contains(name) && name != word) {
                isPlace = false
            } else if places.contains(word) {
                isPlace = true
            } else {
                words.append(shellWord(word))
            }
        }
        // A workbook is a place too.
        words = words.joined(separator: "\n").replacing("--format\nxlsx", with: "")
            .replacing("--format=xlsx", with: "").split(separator: "\n").map(String.init)
        let isNamed = words.contains { $0 == "--lang" || $0.hasPrefix("--lang=") }
        if !isNamed, language != .standard { words += ["--lang", language.rawValue] }
        return (["lindung"] + words).joined(separator: " ")
    }

    /// The name of the command that was asked for, known before arguments are parsed.
    static let subcommand: String? = {
        let names = Set(Lindung.configuration.subcommands.map { $0._commandName })
        return CommandLine.arguments.dropFirst().first { names.contains($0) }
    }()

    /// Whether `lindung-app` started this process.
    static let isForPage =
        CommandLine.arguments.contains("--format=\(OutputForm.page.rawValue)")

    /// A word in quotes where a shell would take it apart.
    static func shellWord(_ word: String) -> String {
        let word = String(word.map { $0.isASCII && ($0 < " " || $0 == "\u{7F}") ? "?" : $0 })
        let isPlain = word.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_./,:=@%+".contains($0))
        }
        guard !isPlain || word.isEmpty else { return word }
        return "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }

    static var executable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
    }

    /// Writes a result to standard output.
    ///
    /// - Throws: ``OutputFault`` where nobody can receive it: a full disk, a closed pipe.
    static func write(_ bytes: [UInt8]) throws(OutputFault) {
        try AtomicFile.write(bytes, to: STDOUT_FILENO, named: "stdout")
    }

    static func print(_ text: String) throws(OutputFault) {
        try write(Array((TerminalStyle.shown(text) + "\n").utf8))
    }

    /// Writes lines of text to standard error; nothing can be done where that fails.
    static func note(_ text: String) {
        let line = ControlCharacters.shown(text) + "\n"
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
}
