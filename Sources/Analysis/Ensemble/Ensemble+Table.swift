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
        let rows = members.flatMap { member in
            self.rows(of: member, by: grouping).map { (member, $0, member.summaries[$0]) }
        }
        return .trusted(
            name: "ensemble-\(grouping.rawValue)",
            keys: Self.keys(rows.map { ($0.0, $0.1) }, grouping),
            measures: Self.units(rows.map { $0.0.outcomes[$0.1] }) + Self.measures(rows.map(\.2)))
    }

    /// How scenarios differ from the baseline, draw by draw; nil where there is only one.
    ///
    /// Keys as in ``table(by:)``; besides the same measures of the difference, the shares of draws
    /// in which the scenario is above and below the baseline.
    public func differences(by grouping: Grouping = .total) -> ResultTable? {
        guard members.count > 1 else { return nil }
        let rows = members.dropFirst().flatMap { member in
            self.rows(of: member, by: grouping).map { (member, $0, member.differences[$0]) }
        }
        let shares: [(String, Unit, ResultTable.Cells)] = [
            ("above_share", .share, .number(rows.map(\.2.aboveShare))),
            ("below_share", .share, .number(rows.map(\.2.belowShare))),
        ]
        return .trusted(
            name: "ensemble-difference-\(grouping.rawValue)",
            keys: Self.keys(rows.map { ($0.0, $0.1) }, grouping),
            measures: Self.units(rows.map { $0.0.outcomes[$0.1] })
                + Self.measures(rows.map(\.2.difference)) + shares)
    }

    /// All tables that files get.
    public var tables: [ResultTable] {
        Grouping.allCases.map { table(by: $0) }
            + Grouping.allCases.compactMap { differences(by: $0) }
    }

    /// The positions of a grouping's outcomes, the same in every list of the member.
    private func rows(of member: EnsembleMember, by grouping: Grouping) -> Range<Int> {
        member.layout.ranges[grouping] ?? 0..<0
    }

    /// What names a row.
    private static func keys(
        _ rows: [(EnsembleMember, Int)], _ grouping: Grouping
    ) -> [(String, ResultTable.Cells)] {
        let outcomes = rows.map { $0.outcomes[$1] }
        var keys: [(String, ResultTable.Cells)] = [
            ("scenario", .text(rows.map(\.0.name))),
            ("year", .text(outcomes.map { $0.year.map(String.init) ?? "all" })),
        ]
        if grouping != .total {
            let labels = outcomes.map { $0.region?.code ?? $0.segment?.name ?? "" }
            keys.append((grouping.rawValue, .text(labels)))
        }
        return keys + [("quantity", .text(outcomes.map(\.quantity.name)))]
    }

    /// The unit of each row, since quantities of several units stand in one column.
    private static func units(_ outcomes: [Outcome]) -> [(String, Unit, ResultTable.Cells)] {
        [("unit", .word, .text(outcomes.map(\.quantity.unit.rawValue)))]
    }

    /// The columns that say what draws come to, one row for each summary.
    private static func measures(
        _ summaries: [StreamedSummary]
    ) -> [(String, Unit, ResultTable.Cells)] {
        /// A column of one statistic. Its unit is a bare factor, since units differ by row.
        func column(
            _ name: String, _ value: (StreamedSummary) -> Double
        ) -> (String, Unit, ResultTable.Cells) {
            (name, .factor, .number(summaries.map(value)))
        }
        let quantiles = [5, 25, 50, 75, 95].map { percent in
            column(percent < 10 ? "p0\(percent)" : "p\(percent)") {
                $0.quantile(Double(percent) / 100)
            }
        }
        return [column("mean", \.mean), column("sd", \.deviation), column("mc_error", \.error)]
            + quantiles + [column("min", \.minimum), column("max", \.maximum)]
            + [("n", .factor, .whole(summaries.map(\.count)))]
    }
}
