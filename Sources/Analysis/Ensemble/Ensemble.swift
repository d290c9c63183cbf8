import Exploration
import Policy
import Quantities
import Sampling

/// How many draws an ensemble has and where they come from.
package struct EnsemblePlan: Sendable, Hashable {
    /// More draws than any figure needs: its Monte Carlo error is then a thousandth of the spread.
    package static let most = 1_000_000

    package let draws: Int
    /// How points of the unit cube were chosen.
    package let design: DesignKind
    /// The seed of the design; the same seed gives the same bytes.
    package let seed: UInt64

    /// How many draws, how they are spread and from which seed; plans of equal parts make the same
    /// draws.
    package init(draws: Int, design: DesignKind, seed: UInt64) {
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
    /// How many draws are evaluated at a time: fewer where each has many outcomes, since those of
    /// some chunks are held at once.
    private static func chunk(of policies: [ResolvedPolicy]) -> Int {
        let outcomes = policies.reduce(0) { $0 + EnsembleOutcomes($1).outcomes.count }
        return min(64, max(8, 1_000_000 / max(1, outcomes) / 8 * 8))
    }

    /// The baseline first, then the others as given.
    package let members: [EnsembleMember]
    package let plan: EnsemblePlan

    package static func totalOutcomes(of policy: ResolvedPolicy) -> [Outcome] {
        EnsembleOutcomes(policy).outcomes.filter { $0.region == nil && $0.segment == nil }
    }

    package var baseline: EnsembleMember { members[0] }

    /// Draws and evaluates.
    ///
    /// - Parameters:
    ///   - policies: the baseline first; at least one, with different names and equal years.
    ///   - concurrency: how many chunks of draws are evaluated at a time.
    ///   - progress: gets how many draws are done.
    ///   - each: gets every draw, in order.
    /// - Throws: ``Sampling`` faults of distributions and correlations, and what `each` throws. A
    ///   draw that cannot be evaluated is counted in ``EnsembleMember/failures``.
    package init(
        _ policies: [ResolvedPolicy], law: LawTree, plan: EnsemblePlan, concurrency: Int,
        progress: ((Int) -> Void)? = nil, each: ((EnsembleDraw) throws -> Void)? = nil
    ) async throws {
        let scenarios = policies.map(\.scenario)
        let samples = try InputSample.shared(by: scenarios, plan: plan)
        try await self.init(
            policies, law: law, plan: plan, samples: samples,
            chunks: (size: Self.chunk(of: policies), concurrency: concurrency),
            progress: progress, each: each)
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
        let parts = zip(points, model.figures(at: points, layout.values)).map { point, values in
            EnsembleDraw.Part(point: point, result: values)
        }
        return model.inputs.isEmpty ? numbers.map { _ in parts[0] } : parts
    }
}

extension Ensemble {
    /// What the draws come to, in total or by province, region or segment.
    ///
    /// Keys: `scenario`, `year` (`all` for the horizon), `province`, `region` or `segment`,
    /// `quantity`.
    /// Measures: unit, mean, standard deviation, Monte Carlo error of the mean, quantiles, least,
    /// greatest, and `n`, how many draws have the figure.
    ///
    ///     mc_error = sd / sqrt(n)
    ///
    /// Quantiles are within a thousandth of themselves (``QuantileSketch``); mean, least and
    /// greatest are exact. A figure that no draw has, such as a ratio to zero, has `n` = 0 and no
    /// numbers.
    package func table(by grouping: Grouping = .total) -> ResultTable {
        ResultTable("ensemble-\(grouping.rawValue)", rows(of: members, by: grouping)) {
            Self.keys(grouping)
            Column("unit", .word, \.outcome.quantity.unit.rawValue)
            Self.statistics { $0.member.summaries[$0.place] }
        }
    }

    /// How scenarios differ from the baseline, draw by draw; nil where there is only one.
    ///
    /// Keys as in ``table(by:)``; besides the same measures of the difference, the shares of draws
    /// in which the scenario is above and below the baseline.
    package func differences(by grouping: Grouping = .total) -> ResultTable? {
        guard members.count > 1 else { return nil }
        return ResultTable(
            "ensemble-difference-\(grouping.rawValue)",
            rows(of: members.dropFirst(), by: grouping)
        ) {
            Self.keys(grouping)
            Column("unit", .word, \.outcome.quantity.unit.rawValue)
            Self.statistics { $0.member.differences[$0.place].difference }
            Column("above_share", .share) { $0.member.differences[$0.place].aboveShare }
            Column("below_share", .share) { $0.member.differences[$0.place].belowShare }
        }
    }

    package var tables: [ResultTable] {
        let groupings = Grouping.allCases.filter { members[0].layout.ranges[$0] != nil }
        return groupings.map { table(by: $0) } + groupings.compactMap { differences(by: $0) }
    }

    private typealias OutcomeRow = (member: EnsembleMember, place: Int, outcome: Outcome)

    private func rows(
        of members: some Sequence<EnsembleMember>, by grouping: Grouping
    ) -> [OutcomeRow] {
        members.flatMap { member in
            (member.layout.ranges[grouping] ?? 0..<0).map { (member, $0, member.outcomes[$0]) }
        }
    }

    @ColumnList<OutcomeRow> private static func keys(_ grouping: Grouping) -> [Column<OutcomeRow>] {
        Key("scenario", \.member.name)
        Key("year") { $0.outcome.year.map(String.init) ?? "all" }
        if grouping != .total {
            Key(grouping.rawValue) { $0.outcome.region?.code ?? $0.outcome.segment?.name }
        }
        Key("quantity", \.outcome.quantity.name)
    }

    /// What draws come to. Units are bare factors, since they differ by row.
    @ColumnList<OutcomeRow> private static func statistics(
        _ summary: @escaping (OutcomeRow) -> StreamedSummary
    ) -> [Column<OutcomeRow>] {
        Column("mean", .factor) { summary($0).mean }
        Column("sd", .factor) { summary($0).deviation }
        Column("mc_error", .factor) { summary($0).error }
        for percent in [5, 25, 50, 75, 95] {
            Column(percent < 10 ? "p0\(percent)" : "p\(percent)", .factor) {
                summary($0).quantile(Double(percent) / 100)
            }
        }
        Column("min", .factor) { summary($0).minimum }
        Column("max", .factor) { summary($0).maximum }
        Column("n", .factor) { summary($0).count }
    }
}
