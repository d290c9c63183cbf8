import Analysis
import Formats
import LinearAlgebra

/// What made the results of a sweep: plan and inputs by content, program, numerics, outputs by
/// content.
///
/// A sweep that was computed at once, resumed, or merged out of parts has one manifest.
struct SweepManifest {
    let header: SweepHeader
    /// Result files by name, in the order in which they were written.
    private(set) var outputs: [(name: String, digest: SHA256)] = []

    /// A manifest of results that are about to be written.
    init(_ header: SweepHeader) { self.header = header }

    mutating func add(_ bytes: [UInt8], as name: String) {
        outputs.append((name, SHA256(bytes)))
    }

    var bytes: [UInt8] {
        let blas = BLASConfiguration.current
        var json = JSONWriter()
        json.object { json in
            json.member("program", "lindung")
            json.member("version", header.version)
            json.key("blas")
            json.object { json in
                json.member("kernel", blas.coreName)
                json.member("build", blas.build)
                json.member("threads", blas.threadCount)
            }
            json.member("command", "sweep")
            json.member("sweep", header.name)
            json.member("file", header.file)
            json.member("digest", header.digest)
            json.member("design", header.design)
            json.member("points", header.columns.points)
            json.key("seed")
            if let seed = header.seed { json.value(seed) } else { json.null() }
            json.list("policies", header.policies) { json, policy in
                json.member("name", policy.name)
                json.member("scenario", policy.scenario)
            }
            json.list("inputs", header.inputs) { json, input in
                json.member("file", input.file)
                json.member("sha256", input.sha256)
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
