import Exploration
import Quantities

/// What the runs of a plan came to.
public struct SensingRuns: Sendable {
    /// What was run.
    public let plan: SensingPlan
    /// The outcomes that had a value in some run, by name.
    public let outcomes: [String]
    /// For each of them its values in the order of runs; NaN where a run has none.
    public let values: [[Double]]
    /// Outcomes that had a value in no run, such as a ratio whose denominator is not known.
    public let empty: [String]
    /// The runs that were refused, with the reason of each.
    public let failures: [(run: Int, error: any Error)]

    /// Evaluates all runs on several threads.
    ///
    /// Results are taken in the order of runs, so that they do not depend on threads.
    ///
    /// - Parameters:
    ///   - names: of the outcomes.
    ///   - evaluate: the results at some points, in order; called with 8 to 256 of them.
    ///   - progress: gets how many runs are done.
    public init(
        _ plan: SensingPlan, named names: [String], threads: Int,
        evaluate: @escaping @Sendable ([[Double]]) -> [PointResult],
        progress: ((Int) -> Void)? = nil
    ) async throws {
        let work = SweepWork(
            alternatives: 1, points: plan.count, point: plan.point, evaluate: { evaluate($1) })
        var values = names.map { _ in [Double](repeating: .nan, count: plan.count) }
        var failures: [(run: Int, error: any Error)] = []
        let size = min(256, max(8, plan.count / (8 * max(1, threads)) / 8 * 8))
        try await work.run(
            SweepWork.blocks(of: [0..<plan.count], size: size), threads: threads, make: \.results
        ) { block, results in
            for (run, result) in zip(block, results) {
                switch result {
                case .values(let numbers):
                    for outcome in names.indices { values[outcome][run] = numbers[outcome] }
                case .failed(let error): failures.append((run, error))
                }
            }
            progress?(block.upperBound)
        }
        let kept = names.indices.filter { values[$0].contains(where: \.isFinite) }
        self.plan = plan
        self.failures = failures
        // Where every run was refused no outcome is to blame.
        let all = failures.count == plan.count ? Array(names.indices) : kept
        outcomes = all.map { names[$0] }
        self.values = all.map { values[$0] }
        empty = names.indices.filter { !all.contains($0) }.map { names[$0] }
    }

    /// Runs without a value in some outcome, refused ones included.
    ///
    /// An analysis leaves them out of every outcome, so that all indices are of the same points.
    public var failedRuns: [Int] {
        (0..<plan.count).filter { run in values.contains { !$0[run].isFinite } }
    }

    /// What the method makes of the runs.
    ///
    /// - Parameter level: of intervals, such as 0.95.
    /// - Throws: ``SensitivityFault`` where too many runs failed, or the base of a tornado.
    public func answer(level: Double = 0.95) throws(SensitivityFault) -> SensingAnswer {
        switch plan.design {
        case .tornado(let points): .tornado(try points.bars(of: values, named: outcomes))
        case .morris(let design):
            .morris(try design.effects(of: values, named: outcomes, level: level))
        case .sobol(let design):
            .sobol(try design.indices(of: values, named: outcomes, level: level))
        }
    }

    /// Where among the inputs runs failed, as a box; nil where none or all failed, or where no box
    /// stands out.
    ///
    /// Failure is a case like any other: PRIM looks for a box in which most runs fail. Limits are
    /// in the inputs' own numbers; of a choice, in positions of its values.
    public func failureBox() -> DiscoveryFinding? {
        let points = (0..<plan.count).map(plan.point)
        let failed = Set(failedRuns)
        let table = SweptPoints(
            policies: ["-"],
            inputs: plan.inputs.map { .init($0) },
            outcomes: [.init(name: "failed", unit: .flag)], points: points,
            values: [[points.indices.map { failed.contains($0) ? 1 : 0 }]])
        return try? table.cases(of: 0) { $0 > 0 }.find(density: 0.8, boxes: 1)
    }
}

/// What a method says about inputs and outcomes.
public enum SensingAnswer: Sendable {
    /// Outcomes at the ends of each input, moved one at a time.
    case tornado(SensingBars)
    /// Mean and spread of elementary effects.
    case morris(MorrisEffects)
    /// First-order and total shares of the variance.
    case sobol(SobolIndices)

    /// Positions of inputs that moved no outcome in any run.
    ///
    /// In a tornado alone: an input may still matter together with others, which Sobol would show.
    public var inert: [Int] {
        switch self {
        case .tornado(let bars):
            let moving = bars.outputs.flatMap(\.bars).filter { !$0.bar.isInert }.map(\.input)
            return bars.base.indices.filter { !moving.contains($0) }
        case .morris(let effects):
            return effects.inputs.indices.filter { input in
                effects.outputs.allSatisfy { $0.effects[input].meanAbsolute.verdict == .zero }
            }
        case .sobol(let indices):
            return indices.inputs.indices.filter { input in
                indices.outputs.allSatisfy { $0.total[input].verdict == .zero }
            }
        }
    }
}
