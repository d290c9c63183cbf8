import Foundation
import Quantities

/// The Python environment that sets documents and draws pictures; `make tools` makes it.
package struct DocumentTools: Sendable {
    /// Beside the data folder, where `$LINDUNG_TOOLS` names no other.
    private static let name = ".tools/venv"

    private let python: String

    /// Finds the environment.
    ///
    /// - Parameter data: the data folder.
    /// - Throws: ``InputFaults`` where there is none.
    package init(beside data: String, in files: SourceFiles) throws(InputFaults) {
        let variable = ProcessInfo.processInfo.environment["LINDUNG_TOOLS"] ?? ""
        let beside = FilePath.folder(of: files.canonical(data))
        let folder = variable.isEmpty ? FilePath.join(beside, Self.name) : variable
        python = FilePath.join(folder, "bin/python")
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw InputFaults.noTools(folder)
        }
    }

    /// In what form a picture is drawn.
    package enum Drawing: String, Sendable {
        case svg, png, pdf

        /// How files of the form begin.
        package var mark: String {
            switch self {
            case .svg: "<svg"
            case .png: "\u{89}PNG"
            case .pdf: "%PDF"
            }
        }
    }

    /// Sets a source of Typst with the files that it names; the bytes of the PDF.
    ///
    /// - Throws: ``InputFaults`` with what Typst says.
    package func pdf(_ source: String, files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        try made(
            "main.pdf", from: "main.typ", beside: files + [("main.typ", Array(source.utf8))],
            "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], root=sys.argv[3])")
    }

    /// Draws a Vega-Lite specification; a PNG has two points for each of its own.
    ///
    /// - Throws: ``InputFaults`` with what Vega says.
    package func drawing(_ specification: String, as form: Drawing) throws -> [UInt8] {
        let scale = form == .png ? ", scale=2" : ""
        return try made(
            "picture.\(form)", from: "picture.json",
            beside: [("picture.json", Array(specification.utf8))],
            "import sys, vl_convert as vl; told = open(sys.argv[1], encoding='utf-8').read();"
                + " drawn = vl.vegalite_to_\(form)(told\(scale));"
                + " drawn = drawn.encode() if isinstance(drawn, str) else drawn;"
                + " open(sys.argv[2], 'wb').write(drawn)")
    }

    /// The bytes of a file that a script makes in a folder of its own out of files there.
    private func made(
        _ result: String, from source: String, beside files: [(name: String, bytes: [UInt8])],
        _ script: String
    ) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("lindung-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files {
            try Data(bytes).write(to: folder.appendingPathComponent(name))
        }
        try call(
            script, [source, result].map { folder.appendingPathComponent($0).path } + [folder.path])
        return Array(try Data(contentsOf: folder.appendingPathComponent(result)))
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

extension InputFaults {
    /// No environment with the programs that set documents.
    fileprivate static func noTools(_ folder: String) -> InputFaults {
        InputFaults(
            option: folder,
            Phrase(
                id: "alat penyusun dokumen tidak ada di sini",
                en: "the programs that set documents are not here"),
            hint: Phrase(
                id: "jalankan 'make tools' di folder proyek, atau isi LINDUNG_TOOLS dengan"
                    + " lingkungan Python yang memuat typst",
                en: "run 'make tools' in the project's folder, or let LINDUNG_TOOLS name a Python"
                    + " environment with typst"))
    }

    fileprivate static func toolFailed(_ line: String) -> InputFaults {
        InputFaults(
            option: "--out",
            Phrase(id: "tidak dapat dibuat: \(line)", en: "could not be made: \(line)"))
    }
}
