import Foundation
import Testing

/// What a package brings beside the programs: manual pages and completions, made out of their help.
@Suite struct PackageTests {
    /// A program of this build, in a language.
    private struct Page {
        let text: String

        init(_ program: String, _ language: String) throws {
            let folder = (LindungProcess.executable as NSString).deletingLastPathComponent
            text = try PackageTests.output(
                "/usr/bin/env",
                ["python3", ".debian/manual.py", folder + "/" + program, language])
        }

        /// The headings of a depth: `.SH` or `.SS`.
        func headings(_ mark: String) -> [String] {
            text.split(separator: "\n").filter { $0.hasPrefix(mark + " ") }.map {
                String($0.dropFirst(4)).replacing("\\-", with: "-")
            }
        }
    }

    private static func output(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: LindungProcess.root)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(arguments)")
        return String(decoding: bytes, as: UTF8.self)
    }

    /// As `--help` lists them.
    private static func commands() throws -> [String] {
        let help = try LindungProcess("--help", "--lang", "en").output
        let listed = help.components(separatedBy: "SUBCOMMANDS:\n").last ?? ""
        let names = listed.split(separator: "\n").compactMap {
            $0.firstMatch(of: #/^  ([a-z]+) /#).map { String($0.output.1) }
        }
        #expect(names.count > 20)
        return names
    }

    @Test("The manual page has every command and option", arguments: ["id", "en"])
    func commandPage(_ language: String) throws {
        let page = try Page("lindung", language)
        #expect(
            page.headings(".SH")
                == (language == "id"
                    ? [
                        "NAMA", "RINGKASAN", "KETERANGAN", "PERINTAH", "PILIHAN SEMUA PERINTAH",
                        "BERKAS", "LIHAT JUGA",
                    ]
                    : [
                        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS OF ALL COMMANDS",
                        "FILES", "SEE ALSO",
                    ]))
        let told = page.headings(".SS")
        for command in try Self.commands() {
            #expect(told.contains(command), "\(command)")
            let help = try LindungProcess(command, "--help").output
            for option in help.matches(of: #/(?m)^  (?:-\w, )?--([a-z0-9-]+)/#).map(\.output.1) {
                let typed = "--\(option)".replacing("-", with: "\\-")
                #expect(page.text.contains(typed), "\(command): \(option)")
            }
        }
        #expect(told.contains("poverty components"))
        let words = language == "id" ? "Tampilkan bantuan." : "Show help information."
        #expect(page.text.contains(words))
    }

    @Test("So has that of the page", arguments: ["id", "en"])
    func appPage(_ language: String) throws {
        let page = try Page("lindung-app", language)
        #expect(page.headings(".SH").count == 6)
        for option in ["port", "host", "password\\-file", "no\\-browser", "data"] {
            #expect(page.text.contains("\\fB\\-\\-\(option)\\fR"), "\(option)")
        }
    }

    @Test("Completions have every command, and offer files", arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) throws {
        let script = try LindungProcess("--generate-completion-script", shell).output
        for command in try Self.commands() {
            #expect(script.contains(command), "\(command)")
        }
        let files = ["bash": "add_completions -f", "zsh": "_files", "fish": "-F"]
        #expect(script.contains(files[shell] ?? ""))
    }
}
