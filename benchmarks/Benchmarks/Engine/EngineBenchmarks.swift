import Analysis
import Benchmark
import Coverage
import Exploration
import Policy
import Reading
import Sampling

/// Parts of the engine on the scenario of Kota Probolinggo; run from the project's root.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput, .peakMemoryResident], maxDuration: .seconds(2))

    let file = "scenarios/kota-probolinggo/dasar.yaml"

    Benchmark("Sampling: 16,384 scrambled Sobol points in 8 dimensions") { benchmark in
        let names = (0..<8).map { "x\($0)" }
        for _ in benchmark.scaledIterations {
            let design = try UnitDesign(.sobol, names: names, count: 16_384, seed: 1)
            for dimension in names.indices {
                blackHole(design.column(dimension, points: 0..<16_384))
            }
        }
    }

    Benchmark("Sobol indices: 4,096 base points of 8 inputs, second order") { benchmark in
        let design = try SobolDesign(names: (0..<8).map { "x\($0)" }, base: 4096, seed: 1)
        let outputs = (0..<design.count).map { run in
            design.unitRow(run).enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        }
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
            blackHole(try design.indices(of: [outputs], named: ["sum"]))
        }
    }

    Benchmark("Projection: people of a city, 72 months") { benchmark in
        let policy = try Workspace(asked: nil, scenario: file).policy(file).value
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(try policy.projected()) }
    }

    Benchmark("Ensemble: 64 draws of a city") { benchmark in
        let workspace = try Workspace(asked: nil, scenario: file)
        let scenario = try workspace.policy(file).value.scenario
        let inputs = scenario.uncertainInputs
        let model = try PointModel(
            scenario, inputs: inputs, outcomes: [Outcome(.measure(.publicBill))],
            law: workspace.law)
        let points = Array(repeating: inputs.map { $0.written ?? 0 }, count: 64)
        blackHole(model.results(at: points))
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(model.results(at: points)) }
    }

    Benchmark("End to end: read, resolve, run and sum up a city") { benchmark in
        for _ in benchmark.scaledIterations {
            let workspace = try Workspace(asked: nil, scenario: file)
            let policy = try workspace.policy(file).value
            blackHole(try ScenarioResult(policy, law: workspace.law))
        }
    }
}
