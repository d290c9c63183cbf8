import Exploration
import Policy
import Quantities
import Sampling

package enum SensitivityMethod: String, Sendable, CaseIterable {
    case tornado
    case morris
    case sobol

    /// Base points or repetitions where nobody says how many; nil where none are drawn.
    package var standardSamples: Int? {
        switch self {
        case .tornado: nil
        case .morris: 50
        case .sobol: 1024
        }
    }
}

/// The runs that a method needs, as points of a model's inputs.
///
/// Morris and Sobol designs live in the unit cube; each coordinate becomes the quantile of its
/// input's distribution. Inputs count as independent, whatever correlations a file has.
///
///     let plan = try SensitivityPlan(.sobol, inputs, samples: 1024, seed: 7)
///     let runs = try await SensitivityRuns(
///         plan, named: ["bill"], threads: 2, evaluate: model.results)
///     let answer = try runs.answer()
package struct SensitivityPlan: Sendable {
    /// What varies; a point has a number for each.
    package let inputs: [VariedInput]
    /// What has an index: a group, or an input that is in none; of a tornado each input.
    package let units: [InputGroup]
    /// Which inputs are moved, how and how often.
    let design: Design
    /// Distribution of each input, by which unit points become values.
    private let distributions: [Distribution]

    enum Design: Sendable {
        case tornado(SensitivityBarPoints)
        /// Base points of the unit cube, each with one input moved at a time.
        case morris(MorrisDesign)
        /// Two samples of the unit cube and their mixtures.
        case sobol(SobolDesign)
    }

    /// The runs of a method for some inputs.
    ///
    /// The same inputs, samples and seed give the same points, whatever the threads and their
    /// order.
    ///
    /// - Parameters:
    ///   - groups: inputs that are moved together, by name; a tornado moves each alone.
    ///   - samples: repetitions or base points; the standard number where nil.
    /// - Throws: ``SensitivityFault``, and what is wrong with a distribution.
    package init(
        _ method: SensitivityMethod, _ inputs: [VariedInput], groups: [InputGroup] = [],
        samples: Int? = nil, seed: UInt64
    ) throws {
        self.inputs = inputs
        distributions = try inputs.map { try $0.distribution() }
        let names = inputs.map(\.name)
        let size = samples ?? method.standardSamples ?? 0
        units = Self.units(of: names, method == .tornado ? [] : groups)
        let moved = units.map { unit in
            SensitivityGroup(
                name: unit.name,
                members: names.indices.filter { unit.inputs.contains(names[$0]) })
        }
        design =
            switch method {
            case .tornado: .tornado(SensitivityBarPoints(inputs, distributions))
            case .morris:
                .morris(
                    try MorrisDesign(names: names, repetitions: size, seed: seed, groups: moved))
            case .sobol:
                .sobol(try SobolDesign(names: names, base: size, seed: seed, groups: moved))
            }
    }

    /// Groups and single inputs, in the order of their first input.
    private static func units(of names: [String], _ groups: [InputGroup]) -> [InputGroup] {
        var units: [InputGroup] = []
        for name in names {
            let group = groups.first { $0.inputs.contains(name) }
            let unit = group ?? InputGroup(name, of: [name])
            if !units.contains(unit) { units.append(unit) }
        }
        return units
    }

    package var method: SensitivityMethod {
        switch design {
        case .tornado: .tornado
        case .morris: .morris
        case .sobol: .sobol
        }
    }

    package var count: Int {
        switch design {
        case .tornado(let bars): bars.count
        case .morris(let design): design.count
        case .sobol(let design): design.count
        }
    }

    /// Base points or repetitions; nil for a tornado.
    package var samples: Int? {
        switch design {
        case .tornado: nil
        case .morris(let design): design.repetitions
        case .sobol(let design): design.base
        }
    }

    package var identity: String {
        switch design {
        case .tornado(let bars): bars.identity
        case .morris(let design): design.identity
        case .sobol(let design): design.identity
        }
    }

    /// The point of a run: a number for each input.
    ///
    /// Made anew each time from the number of the run: a design of a million points takes no room.
    package func point(_ run: Int) -> [Double] {
        switch design {
        case .tornado(let bars): bars.point(run)
        case .morris(let design): values(design.unitRow(run))
        case .sobol(let design): values(design.unitRow(run))
        }
    }

    /// The quantiles of a point of the unit cube.
    ///
    /// A design never asks for 0 or 1, where a quantile may be infinite.
    private func values(_ places: [Double]) -> [Double] {
        inputs.indices.map { inputs[$0].number(at: places[$0], of: distributions[$0]) }
    }
}

package struct SensitivityRuns: Sendable {
    package let plan: SensitivityPlan
    /// The outcomes that had a value in some run, by name.
    package let outcomes: [String]
    /// For each of them its values in the order of runs; NaN where a run has none.
    package let values: [[Double]]
    /// Outcomes that had a value in no run, such as a ratio whose denominator is not known.
    package let empty: [String]
    package let failures: [(run: Int, error: any Error)]

    /// Evaluates all runs on several threads.
    ///
    /// Results are taken in the order of runs, so that they do not depend on threads.
    ///
    /// - Parameters:
    ///   - names: of the outcomes.
    ///   - evaluate: the results at some points, in order; called with 8 to 256 of them.
    ///   - progress: gets how many runs are done.
    package init(
        _ plan: SensitivityPlan, named names: [String], threads: Int,
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
    package var failedRuns: [Int] {
        (0..<plan.count).filter { run in values.contains { !$0[run].isFinite } }
    }

    /// What the method makes of the runs.
    ///
    /// - Parameter level: of intervals, such as 0.95.
    /// - Throws: ``SensitivityFault`` where too many runs failed, or the base of a tornado.
    package func answer(level: Double = 0.95) throws(SensitivityFault) -> SensitivityAnswer {
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
    package func failureBox() -> DiscoveryFinding? {
        let points = (0..<plan.count).map(plan.point)
        let failed = Set(failedRuns)
        let table = ExperimentPoints(
            policies: ["-"],
            inputs: plan.inputs.map { .init($0) },
            outcomes: [.init(name: "failed", unit: .flag)], points: points,
            values: [[points.indices.map { failed.contains($0) ? 1 : 0 }]])
        return try? table.cases(of: 0) { $0 > 0 }.find(density: 0.8, boxes: 1)
    }
}

package enum SensitivityAnswer: Sendable {
    case tornado(SensitivityBars)
    case morris(MorrisEffects)
    /// First-order and total shares of the variance.
    case sobol(SobolIndices)

    /// Positions of inputs that moved no outcome in any run.
    ///
    /// In a tornado alone: an input may still matter together with others, which Sobol would show.
    package var inert: [Int] {
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
