/// What made a folder of results: inputs by content, program, numerics, outputs by content.
///
/// Holds no time, user or machine: equal inputs on one kind of processor give equal bytes.
///
/// Two folders with equal manifests hold equal results; two that differ say in which input, version
/// or kernel. Paths are as they were given, relative to the folder in which the command ran.
///
///     {"program": "lindung", "version": ..., "blas": {...}, "command": "discover",
///      "file": "sapuan/x.yaml", "options": {"outcome": "gap_rp"}, "seed": "7", "inputs": [...],
///      "outputs": [...]}
package struct RunManifest: Sendable {
    package enum Value: Sendable {
        case text(String)
        case number(Int)
        case texts([(name: String, text: String)])
        case rows([[(name: String, text: String)]])
    }

    package typealias Member = (name: String, value: Value)

    package typealias Numerics = (kernel: String, build: String, threads: Int)

    private let version: String
    private let numerics: Numerics
    package let command: String
    private let question: [Member]
    private let seed: String?
    private let details: [Member]
    /// In order of path.
    private let inputs: [InputFile]
    /// Result files by name, in the order in which they were written.
    private var outputs: [InputFile] = []

    /// A manifest before any result is written; outputs are added as they are.
    ///
    /// - Parameter seed: nil where nothing is drawn.
    package init(
        command: String, _ question: [Member], seed: String?, _ details: [Member] = [],
        inputs: [InputFile], numerics: Numerics, version: String = ProgramVersion.current
    ) {
        self.command = command
        self.question = question
        self.seed = seed
        self.details = details
        self.inputs = inputs
        self.numerics = numerics
        self.version = version
    }

    package mutating func add(_ bytes: [UInt8], as name: String) {
        outputs.append(InputFile(path: name, digest: SHA256(bytes)))
    }

    package var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("program", "lindung")
            json.member("version", version)
            json.key("blas")
            json.object { json in
                json.member("kernel", numerics.kernel)
                json.member("build", numerics.build)
                json.member("threads", numerics.threads)
            }
            json.member("command", command)
            for member in question { Self.write(member, &json) }
            json.key("seed")
            if let seed { json.value(seed) } else { json.null() }
            for member in details { Self.write(member, &json) }
            for (name, files) in [("inputs", inputs), ("outputs", outputs)] {
                json.list(name, files) { json, file in
                    json.member("file", file.path)
                    json.member("sha256", file.digest.hexadecimal)
                }
            }
        }
        json.finish()
        return json.bytes
    }

    private static func write(_ member: Member, _ json: inout JSONWriter) {
        switch member.value {
        case .text(let text): json.member(member.name, text)
        case .number(let number): json.member(member.name, number)
        case .texts(let texts):
            json.key(member.name)
            json.object { for (name, text) in texts { $0.member(name, text) } }
        case .rows(let rows):
            json.list(member.name, rows) { for (name, text) in $1 { $0.member(name, text) } }
        }
    }
}
