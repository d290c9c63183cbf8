import Foundation
import Quantities

/// The Python environment that sets documents and draws pictures; `make tools` makes it.
package struct DocumentTools: Sendable {
    /// Beside the data folder, where `$LINDUNG_TOOLS` names no other.
    private static let name = ".tools/venv"
    /// In the home folder, for a program that was installed for everybody.
    private static let ownName = ".local/share/lindung/venv"

    package let python: String

    /// Finds the environment.
    ///
    /// - Parameter data: the data folder.
    /// - Throws: ``InputFaults`` where there is none.
    package init(beside data: String, in files: SourceFiles) throws(InputFaults) {
        let variable = ProcessInfo.processInfo.environment["LINDUNG_TOOLS"] ?? ""
        let beside = FilePath.folder(of: files.canonical(data))
        let usual = [
            FilePath.join(beside, Self.name), FilePath.join(NSHomeDirectory(), Self.ownName),
        ]
        let folders = variable.isEmpty ? usual : [variable]
        let found = folders.map { FilePath.join($0, "bin/python") }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        guard let found else {
            throw InputFaults.noTools(
                folders[0], isInstalled: variable.isEmpty && beside.hasSuffix("/share/lindung"))
        }
        python = found
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

    /// Draws Vega-Lite specifications as SVG, all in one call, which is what takes the time.
    ///
    /// - Throws: ``InputFaults`` with what Vega says.
    package func drawings(_ specifications: [[UInt8]]) throws -> [[UInt8]] {
        let sources = specifications.enumerated().map { (name: "\($0).json", bytes: $1) }
        // A zero byte is in no text.
        let drawn = try made(
            "pictures", from: "", beside: sources,
            "import sys, vl_convert as vl; folder = sys.argv[3];"
                + " open(sys.argv[2], 'w', encoding='utf-8').write('\\0'.join(vl.vegalite_to_svg("
                + "open(f'{folder}/{each}.json', encoding='utf-8').read())"
                + " for each in range(\(sources.count))))")
        return drawn.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
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
    ///
    /// - Parameter isInstalled: whether there is no project whose Makefile could make it.
    fileprivate static func noTools(_ folder: String, isInstalled: Bool) -> InputFaults {
        let typed =
            "python3 -m venv ~/.local/share/lindung/venv && ~/.local/share/lindung/venv/bin/pip"
            + " install 'typst==0.15.*' 'vl-convert-python==1.9.*'"
        return InputFaults(
            option: folder,
            Phrase(
                id: "alat penyusun dokumen tidak ada di sini",
                en: "the programs that set documents are not here"),
            hint: isInstalled
                ? Phrase(id: "sekali saja ketik: \(typed)", en: "once only, type: \(typed)")
                : Phrase(
                    id: "jalankan 'make tools' di folder proyek, atau isi LINDUNG_TOOLS dengan"
                        + " lingkungan Python yang memuat typst",
                    en: "run 'make tools' in the project's folder, or let LINDUNG_TOOLS name a"
                        + " Python environment with typst"))
    }

    fileprivate static func toolFailed(_ line: String) -> InputFaults {
        InputFaults(
            option: "--out",
            Phrase(id: "tidak dapat dibuat: \(line)", en: "could not be made: \(line)"))
    }
}
