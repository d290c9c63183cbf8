import Analysis
import Quantities

/// What programs read of a target.
///
///     target.csv          the scenario without the dial, its two ends, every change, the answer
///     target-curve.csv    every place that was looked at
///     target-draws.csv    what each draw needs; only with draws
///     yearly-total.csv, purses.csv    the scenario at the answer
extension TargetResult {
    /// All tables.
    public var tables: [ResultTable] {
        [answerTable, curveTable] + [drawTable].compactMap { $0 }
            + [chosen.yearlyTable(), chosen.purseTable]
    }

    /// A row of the answer's table: what it is, and how it was met.
    private struct Row {
        /// `base`, `start`, `root 1`, ..., `solution` or `best`, `end`.
        let name: String
        /// The place with its outcomes.
        let point: TargetPoint
        /// The change that the row is about; nil for all other rows.
        var root: TargetRoot?
    }

    /// One row for each place that matters, in the order in which they are told.
    private var rows: [Row] {
        let curve = answer.curve
        let roots = answer.roots.enumerated().map { number, root in
            Row(name: "root \(number + 1)", point: root.met, root: root)
        }
        let name = answer.solution == nil ? "best" : "solution"
        return [Row(name: "base", point: answer.base), Row(name: "start", point: curve[0])]
            + roots + [Row(name: name, point: point), Row(name: "end", point: curve.last ?? point)]
    }

    /// Keys: `row`. Measures: the dial, each key's number, the outcome, the public bill and what it
    /// exceeds that of the scenario without the dial by, the gap, coverage; for a change the side
    /// that does not meet the target and how the outcome gets across.
    var answerTable: ResultTable {
        let rows = rows
        let roots = rows.map(\.root)
        return .trusted(
            name: "target", keys: [("row", .text(rows.map(\.name)))],
            measures: columns(rows.map(\.point), extra: rows.map(extra)) + [
                (
                    "meets", .word,
                    .text(rows.map { meets($0.point.value) || $0.root != nil ? "yes" : "no" })
                ),
                ("change", .word, .text(roots.map { $0?.kind.rawValue ?? "" })),
                ("dial_unmet", .factor, .number(roots.map { $0?.unmet.dial ?? .nan })),
                (
                    "outcome_unmet", label.unit, .number(roots.map { $0?.unmet.value ?? .nan })
                ),
            ])
    }

    /// What a place costs beyond the scenario without the dial.
    private func extra(_ row: Row) -> Double { row.point.bill - answer.base.bill }

    /// Whether a value meets the target; a solution does, whatever rounding says.
    func meets(_ value: Double) -> Bool {
        let aim = question.problem.aim
        let isAnswer = answer.solution.map { $0.value == value } ?? false
        return aim.isMet(by: value)
            || aim.bound == .equals && isAnswer && !question.problem.dial.isOneWhole
    }

    /// Keys: `dial`. Every place that was looked at, in order.
    var curveTable: ResultTable {
        .trusted(
            name: "target-curve", keys: [("dial", .number(answer.curve.map(\.dial)))],
            measures: Array(
                columns(
                    answer.curve, extra: answer.curve.map { $0.bill - answer.base.bill }
                ).dropFirst()))
    }

    /// Keys: `draw`. What each draw needs, what that costs beyond the same draw without the dial,
    /// and what the answer at written values comes to in it.
    var drawTable: ResultTable? {
        guard let draws = draws?.draws else { return nil }
        let lost = TargetPoint.missing(question.problem.dial.keys.count)
        let needed = draws.map { $0.needed ?? lost }
        let extra = draws.map { ($0.needed?.bill ?? .nan) - $0.base.bill }
        let status = draws.map { draw in
            draw.failure != nil
                ? "failed" : draw.needed.map { $0.dial == 0 ? "start" : "reached" } ?? "never"
        }
        return .trusted(
            name: "target-draws", keys: [("draw", .whole(draws.map(\.number)))],
            measures: [("status", .word, .text(status))] + columns(needed, extra: extra) + [
                ("outcome_without", label.unit, .number(draws.map(\.base.value))),
                (
                    "outcome_at_answer", label.unit,
                    .number(draws.map { $0.atSolution?.value ?? .nan })
                ),
            ])
    }

    /// The columns of some places: dial, keys, outcome, money, coverage. A figure that is the
    /// outcome itself stands once.
    private func columns(
        _ points: [TargetPoint], extra: [Double]
    ) -> [(String, Unit, ResultTable.Cells)] {
        /// A number of each place; NaN, an empty cell, where it has none.
        func column(_ value: (TargetPoint) -> Double) -> ResultTable.Cells {
            .number(points.map(value))
        }
        let keys = keyTexts.enumerated().map { index, text in
            (text.key.name, text.columnUnit, column { $0.place?.values[index] ?? .nan })
        }
        let outcomes = question.problem.outcomes
        let figures = outcomes.indices.filter { place in
            !outcomes[..<place].contains(outcomes[place])
        }.map { place in
            (
                outcomes[place].name, outcomes[place].quantity.unit,
                column { $0.outcomes[place] }
            )
        }
        return [("dial", .factor, column(\.dial))] + keys + figures + [
            ("extra_bill_rp", .rupiah, .number(extra))
        ]
    }
}

extension TargetPoint {
    /// A place that does not exist.
    fileprivate static func missing(_ keys: Int) -> TargetPoint {
        TargetPoint(
            place: DialPoint(dial: .nan, values: Array(repeating: .nan, count: keys)),
            outcomes: Array(repeating: .nan, count: 4))
    }
}
