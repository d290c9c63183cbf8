import Exploration
import Policy
import Quantities

extension Ensemble {
    /// What the draws come to, in total or by region or segment.
    ///
    /// Keys: `scenario`, `year` (`all` for the horizon), `region` or `segment`, `quantity`.
    /// Measures: unit, mean, standard deviation, Monte Carlo error of the mean, quantiles, least,
    /// greatest, and `n`, how many draws have the figure.
    ///
    ///     mc_error = sd / sqrt(n)
    ///
    /// Quantiles are within a thousandth of themselves (``QuantileSketch``); mean, least and
    /// greatest are exact. A figure that no draw has, such as a ratio to zero, has `n` = 0 and no
    /// numbers.
    public func table(by grouping: Grouping = .total) -> ResultTable {
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
    public func differences(by grouping: Grouping = .total) -> ResultTable? {
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

    /// All tables that files get.
    public var tables: [ResultTable] {
        Grouping.allCases.map { table(by: $0) }
            + Grouping.allCases.compactMap { differences(by: $0) }
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
