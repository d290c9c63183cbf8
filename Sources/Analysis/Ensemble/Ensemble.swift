import Exploration
import Policy
import Sampling

/// How many draws an ensemble has and where they come from.
public struct EnsemblePlan: Sendable, Hashable {
    /// More draws than any figure needs: its Monte Carlo error is then a thousandth of the spread.
    public static let most = 1_000_000

    /// How many draws were made.
    public let draws: Int
    /// How points of the unit cube were chosen.
    public let design: DesignKind
    /// The seed of the design; the same seed gives the same bytes.
    public let seed: UInt64

    /// How many draws, how they are spread and from which seed; plans of equal parts make the same
    /// draws.
    public init(draws: Int, design: DesignKind, seed: UInt64) {
        self.draws = draws
        self.design = design
        self.seed = seed
    }
}

/// Scenarios evaluated at many draws of what is uncertain in them.
///
/// In a draw an input has the same place in its distribution in every scenario that has an input
/// of that name, so scenarios differ by what they decide and not by luck (common random numbers).
/// Results are those of the draws in their order: threads and chunks change no bit. Draws are not
/// kept, so memory does not grow with their number.
///
///     let plan = EnsemblePlan(draws: 1000, design: .sobol, seed: 1)
///     let ensemble = try await Ensemble([dasar, mandiri], law: law, plan: plan, concurrency: 8)
///     ensemble.table(by: .total)
public struct Ensemble: Sendable {
    static let chunk = 64

    /// The baseline first, then the others as given.
    public let members: [EnsembleMember]
    /// Where the draws came from.
    public let plan: EnsemblePlan

    /// The outcomes with which every member's begin: those of all regions and segments together.
    public static func totalOutcomes(of policy: ResolvedPolicy) -> [Outcome] {
        EnsembleOutcomes(policy).outcomes.filter { $0.region == nil && $0.segment == nil }
    }

    /// What the others are compared with.
    public var baseline: EnsembleMember { members[0] }

    /// Draws and evaluates.
    ///
    /// - Parameters:
    ///   - policies: the baseline first; at least one, with different names and equal years.
    ///   - concurrency: how many chunks of draws are evaluated at a time.
    ///   - progress: gets how many draws are done.
    ///   - each: gets every draw, in order.
    /// - Throws: ``Sampling`` faults of distributions and correlations, and what `each` throws. A
    ///   draw that cannot be evaluated is counted in ``EnsembleMember/failures``.
    public init(
        _ policies: [ResolvedPolicy], law: LawTree, plan: EnsemblePlan, concurrency: Int,
        progress: ((Int) -> Void)? = nil, each: ((EnsembleDraw) throws -> Void)? = nil
    ) async throws {
        let scenarios = policies.map(\.scenario)
        let samples = try InputSample.shared(by: scenarios, plan: plan)
        try await self.init(
            policies, law: law, plan: plan, samples: samples,
            chunks: (size: Self.chunk, concurrency: concurrency), progress: progress, each: each)
    }

    /// The same with chunks of any size, which changes no bit.
    init(
        _ policies: [ResolvedPolicy], law: LawTree, plan: EnsemblePlan, samples: [InputSample],
        chunks: (size: Int, concurrency: Int), progress: ((Int) -> Void)? = nil,
        each: ((EnsembleDraw) throws -> Void)? = nil
    ) async throws {
        let layouts = policies.map(EnsembleOutcomes.init)
        var members = zip(policies, samples).enumerated().map { index, pair in
            EnsembleMember(
                pair.0, inputs: pair.1.inputs, layout: layouts[index],
                baseline: index == 0 ? nil : layouts[0])
        }
        let models = try zip(policies, samples).map {
            try PointModel($0.scenario, inputs: $1.inputs, outcomes: [], law: law)
        }
        let work = DrawWork(models: models, samples: samples, layouts: layouts)
        let count = (plan.draws + chunks.size - 1) / chunks.size
        /// The draws of a chunk, from 0; the last chunk may be shorter.
        @Sendable func bounds(_ chunk: Int) -> Range<Int> {
            chunk * chunks.size..<min(plan.draws, (chunk + 1) * chunks.size)
        }
        try await OrderedChunks(count: count, concurrency: chunks.concurrency).run { chunk in
            work.draws(bounds(chunk))
        } take: { chunk, draws in
            for draw in draws {
                Self.add(draw, to: &members)
                try each?(draw)
            }
            progress?(bounds(chunk).upperBound)
        }
        self.members = members
        self.plan = plan
    }

    private static func add(_ draw: EnsembleDraw, to members: inout [EnsembleMember]) {
        let baseline = try? draw.parts[0].result.get()
        for index in members.indices {
            members[index].add(draw.parts[index], number: draw.number, baseline: baseline)
        }
    }
}

private struct DrawWork: Sendable {
    let models: [PointModel]
    let samples: [InputSample]
    let layouts: [EnsembleOutcomes]

    func draws(_ numbers: Range<Int>) -> [EnsembleDraw] {
        let parts = models.indices.map { self.parts(of: $0, numbers) }
        return numbers.enumerated().map { offset, number in
            EnsembleDraw(number: number, parts: parts.map { $0[offset] })
        }
    }

    /// Some draws of one scenario; where nothing in it is uncertain they are all one.
    private func parts(of index: Int, _ numbers: Range<Int>) -> [EnsembleDraw.Part] {
        let (model, layout) = (models[index], layouts[index])
        let points = model.inputs.isEmpty ? [[]] : numbers.map(samples[index].row)
        let parts = zip(points, model.summaries(at: points)).map { point, summary in
            EnsembleDraw.Part(point: point, result: summary.map(layout.values))
        }
        return model.inputs.isEmpty ? numbers.map { _ in parts[0] } : parts
    }
}
