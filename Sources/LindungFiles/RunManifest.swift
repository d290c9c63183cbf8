import Analysis
import LinearAlgebra
import Policy

/// What made a folder of results: inputs by content, program, numerics, outputs by content.
///
/// Holds no time, user or machine: equal inputs on one kind of processor give equal bytes.
public struct RunManifest: Sendable {
    /// `run` or `compare`.
    public let command: String
    public let baseline: String?
    /// Recorded as given; runs without draws do not depend on it.
    public let seed: UInt64?
    public let inputs: [InputFile]
    /// For each scenario its name, its file and the digest of everything resolved from it.
    public let scenarios: [(name: String, file: String, digest: SHA256)]
    /// Result files by name, in the order in which they were written.
    public private(set) var outputs: [(name: String, digest: SHA256)] = []

    public init(
        command: String, baseline: String? = nil, seed: UInt64?, inputs: [InputFile],
        results: [ScenarioResult]
    ) {
        self.command = command
        self.baseline = baseline
        self.seed = seed
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

extension JSONWriter {
    /// A member with a list of objects, one a line.
    mutating func list<Element>(
        _ name: String, _ elements: some Sequence<Element>,
        _ body: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        array { json in
            for element in elements { json.object(inline: true) { body(&$0, element) } }
        }
    }
}

/// Everything that a result depends on, as bytes to be digested.
struct PolicyDigest {
    private(set) var bytes: [UInt8] = []

    init(_ result: ScenarioResult) {
        let policy = result.policy
        add("\(policy.horizon.lowerBound) \(policy.horizon.upperBound)")
        add(policy.scenario.cohorts.map { "\($0.ageFrom) \($0.ageUntil) \($0.sex)" })
        for cohort in policy.scenario.cohorts {
            add("\(cohort.stockShare) \(cohort.entrantShare) \(cohort.deathRate)")
        }
        for entry in policy.scenario.transitions {
            add("\(entry.from) \(entry.to) \(entry.probability)")
            add([entry.segment?.name ?? "", entry.region?.code ?? ""])
        }
        for source in policy.fundingSources {
            add(
                [source.id.name, source.payer.rawValue] + source.programmes.sorted().map(\.rawValue)
            )
            add(source.segments.map { $0.sorted().map(\.name) } ?? ["all"])
        }
        for definition in Parameters.catalogue { add(definition, of: policy) }
        for parameter in result.pricing.law.parameters {
            add(parameter.path)
            for step in parameter.timeline.steps {
                add("\(step.from) \(step.value.map { "\($0.value)" } ?? "")")
            }
        }
    }

    private mutating func add(_ definition: ParameterDefinition, of policy: ResolvedPolicy) {
        add(definition.path)
        for member in policy.members(of: definition) {
            for region in policy.regions {
                add([member ?? "", region.code])
                let timeline = policy.settings(definition, member: member, region: region)
                for step in timeline?.steps ?? [] { add("\(step.from) \(step.value)") }
            }
        }
    }

    private mutating func add(_ texts: [String]) { add(texts.joined(separator: " ")) }

    private mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }
}
