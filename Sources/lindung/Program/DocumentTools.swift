import Formats
import Foundation
import Quantities
import Reading
import Reporting

/// The Python environment that sets documents and draws pictures; `make tools` makes it.
struct DocumentTools {
    /// Beside the data folder, where `$LINDUNG_TOOLS` names no other.
    static let name = ".tools/venv"

    private let python: String

    /// Finds the environment.
    ///
    /// - Throws: ``InputFaults`` where there is none.
    init(_ workspace: Workspace) throws {
        let variable = ProcessInfo.processInfo.environment["LINDUNG_TOOLS"] ?? ""
        let beside = FilePath.folder(of: workspace.files.canonical(workspace.data.path))
        let folder = variable.isEmpty ? FilePath.join(beside, Self.name) : variable
        python = FilePath.join(folder, "bin/python")
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw InputFaults.noTools(folder)
        }
    }

    /// Sets a source of Typst with the files that it names; the bytes of the PDF.
    ///
    /// - Throws: ``InputFaults`` with what Typst says.
    func pdf(_ source: String, files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("lindung-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files + [("main.typ", Array(source.utf8))] {
            try Data(bytes).write(to: folder.appendingPathComponent(name))
        }
        try call(
            "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], root=sys.argv[3])",
            ["main.typ", "main.pdf"].map { folder.appendingPathComponent($0).path } + [folder.path])
        return Array(try Data(contentsOf: folder.appendingPathComponent("main.pdf")))
    }

    private func call(_ script: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-I", "-c", script] + arguments
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let told = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let lines = String(decoding: told, as: UTF8.self).split(separator: "\n")
            throw InputFaults.toolFailed(String(lines.last ?? ""))
        }
    }
}
