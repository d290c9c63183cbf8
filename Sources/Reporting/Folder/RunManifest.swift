import Analysis
import Formats
import LinearAlgebra
import Policy

/// What made a folder of results: inputs by content, program, numerics, outputs by content.
///
/// Holds no time, user or machine: equal inputs on one kind of processor give equal bytes.
///
/// Two folders with equal manifests hold equal results; two that differ say in which input, version
/// or kernel. Paths are as they were given, relative to the folder in which the command ran.
public struct RunManifest: Sendable {
    /// `run` or `compare`.
    public let command: String
    /// The baseline's name; nil for a single scenario.
    public let baseline: String?
    /// Recorded as given; runs without draws do not depend on it.
    public let seed: UInt64?
    /// Where draws came from; nil where there were none.
    public let draws: EnsemblePlan?
    /// In order of path.
    public let inputs: [InputFile]
    /// For each scenario its name, its file and the digest of everything resolved from it.
    public let scenarios: [(name: String, file: String, digest: SHA256)]
    /// Result files by name, in the order in which they were written.
    public private(set) var outputs: [(name: String, digest: SHA256)] = []

    /// A manifest of results that are about to be written.
    public init(
        command: String, baseline: String? = nil, seed: UInt64?, draws: EnsemblePlan? = nil,
        inputs: [InputFile], results: [ScenarioResult]
    ) {
        self.draws = draws
        self.command = command
        self.baseline = baseline
        self.seed = draws?.seed ?? seed
        self.inputs = inputs
        scenarios = results.map {
            ($0.name, $0.policy.scenario.file, SHA256(PolicyDigest($0).bytes))
        }
    }

    /// Notes a result file.
    public mutating func add(_ bytes: [UInt8], as name: String) {
        outputs.append((name, SHA256(bytes)))
    }

    /// The manifest as JSON.
    public var bytes: [UInt8] {
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
            if let baseline { json.member("baseline", baseline) }
            json.key("seed")
            if let seed { json.value(String(seed)) } else { json.null() }
            if let draws {
                json.member("draws", draws.draws)
                json.member("design", draws.design.rawValue)
            }
            json.list("scenarios", scenarios) { json, scenario in
                json.member("name", scenario.name)
                json.member("file", scenario.file)
                json.member("resolved_sha256", scenario.digest.hexadecimal)
            }
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
