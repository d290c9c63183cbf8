import Analysis
import Formats
import LinearAlgebra

extension RunManifest {
    /// The manifest of `run` or `compare`, which names each scenario with the digest of everything
    /// resolved from it.
    ///
    /// - Parameter seed: recorded as given; runs without draws do not depend on it.
    package init(
        command: String, baseline: String? = nil, seed: UInt64?, draws: EnsemblePlan? = nil,
        inputs: [InputFile], results: [ScenarioResult]
    ) {
        var details: [Member] = []
        if let draws {
            details = [
                ("draws", .number(draws.draws)), ("design", .text(draws.design.rawValue)),
            ]
        }
        let scenarios = results.map {
            [
                ("name", $0.name), ("file", $0.policy.scenario.file),
                ("resolved_sha256", $0.digest.hexadecimal),
            ]
        }
        self.init(
            command: command, baseline.map { [("baseline", .text($0))] } ?? [],
            seed: (draws?.seed ?? seed).map(String.init),
            details + [("scenarios", .rows(scenarios))], inputs: inputs,
            numerics: Self.numericsInUse)
    }

    /// The manifest of a question about a file.
    ///
    /// - Parameter options: names without dashes, values as text, in the order to be written.
    package init(
        command: String, file: String, options: [(name: String, value: String)], seed: UInt64?,
        inputs: [InputFile]
    ) {
        self.init(
            command: command,
            [
                ("file", .text(file)),
                ("options", .texts(options.map { (name: $0.name, text: $0.value) })),
            ], seed: seed.map(String.init), inputs: inputs, numerics: Self.numericsInUse)
    }

    private static var numericsInUse: Numerics {
        let blas = BLASConfiguration.current
        return (blas.coreName, blas.build, blas.threadCount)
    }
}
