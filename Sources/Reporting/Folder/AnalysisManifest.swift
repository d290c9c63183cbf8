import Formats
import LinearAlgebra
import Quantities

/// What made the results of `sense`, `discover` and `robust`: the question with its options,
/// inputs by content, program, numerics, outputs by content.
///
/// As ``RunManifest``, for commands that evaluate many points: no time, user or machine, so that
/// equal inputs give equal bytes.
///
///     {"program": "lindung", "version": ..., "command": "discover", "file": "sapuan/x.yaml",
///      "options": {"outcome": "gap_rp", "above": "0.0"}, "seed": "7", "inputs": [...], ...}
public struct AnalysisManifest: Sendable {
    /// The name of the command.
    let command: String
    /// The file that was asked about.
    let file: String
    /// What was asked, option by option.
    let options: [(name: String, value: String)]
    /// The seed of the design; nil where nothing is drawn.
    let seed: UInt64?
    /// In order of path.
    let inputs: [InputFile]
    /// Result files by name, in the order in which they were written.
    private(set) var outputs: [(name: String, digest: SHA256)] = []

    /// A manifest before any result is written; outputs are added as they are.
    ///
    /// - Parameter options: names without dashes, values as text, in the order to be written.
    public init(
        command: String, file: String, options: [(name: String, value: String)], seed: UInt64?,
        inputs: [InputFile]
    ) {
        self.command = command
        self.file = file
        self.options = options
        self.seed = seed
        self.inputs = inputs
    }

    /// Notes a result file.
    mutating func add(_ bytes: [UInt8], as name: String) {
        outputs.append((name, SHA256(bytes)))
    }

    /// The manifest as JSON.
    var bytes: [UInt8] {
        let blas = BLASConfiguration.current
        var json = JSONWriter()
        json.object { json in
            json.member("program", "lindung")
            json.member("version", ProgramVersion.current)
            json.key("blas")
            json.object { json in
                json.member("kernel", blas.coreName)
                json.member("build", blas.build)
                json.member("threads", blas.threadCount)
            }
            json.member("command", command)
            json.member("file", file)
            json.key("options")
            json.object { json in
                for option in options { json.member(option.name, option.value) }
            }
            json.key("seed")
            if let seed { json.value(String(seed)) } else { json.null() }
            json.list("inputs", inputs) { json, input in
                json.member("file", input.path)
                json.member("sha256", input.digest.hexadecimal)
            }
            json.list("outputs", outputs) { json, output in
                json.member("file", output.name)
                json.member("sha256", output.digest.hexadecimal)
            }
        }
        json.finish()
        return json.bytes
    }
}

extension ResultFolder {
    /// Writes everything or nothing; the manifest last.
    ///
    /// - Parameters:
    ///   - tables: with different names.
    ///   - pictures: files by name.
    ///   - manifest: without outputs; those written here are added.
    /// - Throws: ``OutputFault``.
    public func write(
        _ tables: [ResultTable], pictures: [(name: String, bytes: [UInt8])] = [], report: Report,
        manifest: AnalysisManifest
    ) throws(OutputFault) {
        var folder = try OutputFolder(path, replacesOthers: replacesOthers, in: files)
        var manifest = manifest
        let written =
            tables.map {
                (
                    "\($0.name).\(format.fileExtension)",
                    format.bytes($0, in: language, marks: marks)
                )
            }
            + pictures.map { ($0.name, $0.bytes) }
            + [("report.md", Array(report.markdown(in: language).utf8))]
        for (name, bytes) in written {
            try folder.write(bytes, to: name)
            manifest.add(bytes, as: name)
        }
        try folder.write(manifest.bytes, to: "manifest.json")
        try folder.commit()
    }
}
