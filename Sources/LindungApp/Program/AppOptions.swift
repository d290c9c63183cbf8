import ArgumentParser
import Formats
import Foundation
import Quantities
import Reading

/// `lindung-app`: the planner's page.
///
///     $ lindung-app scenarios --port 8080
struct AppOptions: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lindung-app",
            abstract: Phrase(
                id: "Halaman perencana: bandingkan dan coba skenario di peramban.",
                en: "The planner's page: compare and try scenarios in a browser.")[
                    AppProgram.language], version: ProgramVersion.current)
    }

    static let usual = "127.0.0.1"

    @Argument(
        help: help(
            Phrase(
                id: "Folder skenario, atau folder yang berisi folder skenario; bawaan: scenarios di"
                    + " folder ini, atau Lindung di folder rumah, yang mula-mula disalin dari"
                    + " skenario yang terpasang.",
                en: "Folders of scenarios, or folders that hold such; by default scenarios in this"
                    + " folder, or Lindung in the home folder, which is first copied from the"
                    + " installed scenarios."),
            "folders"), completion: .directory)
    var folders: [String] = []

    @Option(
        help: help(
            Phrase(id: "Nomor port; bawaan 8080.", en: "The port; 8080 by default."), "n"))
    var port = 8080

    @Option(
        help: help(
            Phrase(
                id: "Alamat tempat melayani; selain 127.0.0.1 hanya dengan kata sandi.",
                en: "The address to serve on; other than 127.0.0.1 only with a password."), "text"))
    var host = AppOptions.usual

    @Option(
        help: help(
            Phrase(
                id: "Berkas yang baris pertamanya kata sandi; tanpa ini ditanyakan di terminal.",
                en: "A file whose first line is the password; asked on the terminal without it."),
            "file"), completion: .file())
    var passwordFile: String?

    @Option(
        name: .customLong("data"),
        help: help(Phrase.helpData, "folder"), completion: .directory)
    var dataFolder: String?

    @Option(
        help: help(
            Phrase(
                id: "Folder riwayat pertanyaan dan hasilnya; bawaan: lindung/runs di folder data"
                    + " pengguna ini.",
                en: "Folder of the questions asked and their results; by default lindung/runs in"
                    + " this user's folder of data."),
            "folder"), completion: .directory)
    var runs: String?

    @Flag(
        help: help(
            Phrase(id: "Jangan buka peramban.", en: "Do not open a browser.")))
    var noBrowser = false

    /// ``AppProgram/language`` reads it, before arguments are parsed.
    @Option(
        name: .customLong("lang"),
        help: help(Phrase.helpLanguage, "lang"))
    var language: String?

    /// Opens data and scenarios, then serves until it is told to stop.
    ///
    /// - Throws: ``InputFaults``.
    func serve() async throws {
        let files = SourceFiles()
        let desk = try desk(files)
        let entrance = try Entrance.asked(host: host, file: passwordFile, files)
        let server = LocalServer(
            desk: desk, rules: RequestRules(host: host, token: desk.token), entrance: entrance,
            language: AppProgram.language)
        let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
        let isOpened = !noBrowser
        do {
            try await server.run(host: host, port: port) {
                AppProgram.note(
                    AppProgram.say(
                        Phrase(
                            id: "Lindung melayani di \(address) – Ctrl-C untuk berhenti.",
                            en: "Lindung serves at \(address) – Ctrl-C to stop.")))
                if isOpened { Browser.open(address) }
            }
        } catch LocalServer.Fault.cannotListen(let reason) {
            // Whoever clicks on the icon once more wants the page that is served already.
            if isOpened, folders.isEmpty, Browser.hasScreen, RunningPage.isServed(host, port) {
                return Browser.open(address)
            }
            throw InputFaults(
                option: "--port \(port)",
                Phrase(
                    id: "tidak dapat melayani di \(address) (\(reason))",
                    en: "cannot serve at \(address) (\(reason))"),
                hint: Phrase(
                    id: "mungkin sudah dipakai program lain; coba --port \(port + 1)",
                    en: "another program may use it; try --port \(port + 1)"))
        }
    }

    private func desk(_ files: SourceFiles) throws(InputFaults) -> Desk {
        let executable =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        // Whether there is data is told now and not at the first question.
        let workspace = try Workspace(
            asked: dataFolder, scenario: folders.first, executable: executable, files: files)
        let beside = workspace.data.surroundings(in: files)
        let roots = folders.isEmpty ? [try OwnScenarios.usual(beside: beside, files)] : folders
        for root in roots where !files.isDirectory(root) {
            throw InputFaults(
                option: root, Phrase(id: "folder ini tidak ada", en: "there is no such folder"),
                hint: Phrase(
                    id: "sebutkan folder skenario: lindung-app scenarios",
                    en: "name a folder of scenarios: lindung-app scenarios"))
        }
        let vega = workspace.data.pictureScript(in: files)
        var desk = Desk(
            data: dataFolder, executable: executable, roots: roots, files: files,
            vega: vega.flatMap { FileManager.default.contents(atPath: $0) }.map { Array($0) },
            token: Secret.random())
        desk.runs = Result { () throws(InputFaults) in
            try queue(FilePath.join(FilePath.folder(of: executable), "lindung"), files)
        }
        return desk
    }

    /// The questions that were asked before, and whoever answers the next ones.
    private func queue(_ command: String, _ files: SourceFiles) throws(InputFaults) -> RunQueue {
        do {
            return try RunQueue(
                runs ?? Self.usualRuns, command: command, data: dataFolder, files: files)
        } catch let fault as OutputFault {
            throw InputFaults([fault.diagnostic])
        } catch let faults as InputFaults {
            throw faults
        } catch {
            throw InputFaults(option: "--runs", Phrase(same: "\("\(error)")"))
        }
    }

    /// Where programs of this system keep what belongs to a user.
    private static var usualRuns: String {
        let asked = ProcessInfo.processInfo.environment["XDG_DATA_HOME"] ?? ""
        let folder = asked.isEmpty ? NSHomeDirectory() + "/.local/share" : asked
        return folder + "/lindung/runs"
    }
}

private func help(_ phrase: Phrase, _ valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(
        phrase[AppProgram.language],
        valueName: valueName.map { UsageText.valueName($0, in: AppProgram.language) })
}

/// The browser of whoever started the program.
enum Browser {
    static var hasScreen: Bool {
        let environment = ProcessInfo.processInfo.environment
        return environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
    }

    /// Opens an address where there is a screen; nothing is told where that fails, since the
    /// address stands on the terminal.
    static func open(_ address: String) {
        guard hasScreen else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", address]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try? process.run()
    }
}
