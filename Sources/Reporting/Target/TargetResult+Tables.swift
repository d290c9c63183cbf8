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
        ResultTable("target", rows) {
            Key("row", \.name)
            Column("dial", .factor, \.point.dial)
            figures(\.point)
            Column("extra_bill_rp", .rupiah) { $0.point.bill - answer.base.bill }
            Column("meets", .word) { meets($0.point.value) || $0.root != nil ? "yes" : "no" }
            Column("change", .word, \.root?.kind.rawValue)
            Column("dial_unmet", .factor, \.root?.unmet.dial)
            Column("outcome_unmet", label.unit, \.root?.unmet.value)
        }
    }

    /// Whether a value meets the target; a solution does, whatever rounding says.
    func meets(_ value: Double) -> Bool {
        let aim = question.problem.aim
        let isAnswer = answer.solution.map { $0.value == value } ?? false
        return aim.isMet(by: value)
            || aim.bound == .equals && isAnswer && !question.problem.dial.isOneWhole
    }

    /// Keys: `dial`. Every place that was looked at, in order.
    var curveTable: ResultTable {
        ResultTable("target-curve", answer.curve) {
            Key("dial", \.dial)
            figures(\.self)
            Column("extra_bill_rp", .rupiah) { $0.bill - answer.base.bill }
        }
    }

    /// Keys: `draw`. What each draw needs, what that costs beyond the same draw without the dial,
    /// and what the answer at written values comes to in it.
    var drawTable: ResultTable? {
        guard let draws = draws?.draws else { return nil }
        let lost = TargetPoint.missing(question.problem.dial.keys.count)
        return ResultTable("target-draws", draws) {
            Key("draw", \.number)
            Column("status", .word) { draw in
                draw.failure != nil
                    ? "failed" : draw.needed.map { $0.dial == 0 ? "start" : "reached" } ?? "never"
            }
            Column("dial", .factor) { ($0.needed ?? lost).dial }
            figures { $0.needed ?? lost }
            Column("extra_bill_rp", .rupiah) { draw in
                draw.needed.map { $0.bill - draw.base.bill }
            }
            Column("outcome_without", label.unit, \.base.value)
            Column("outcome_at_answer", label.unit, \.atSolution?.value)
        }
    }

    /// The columns of a row's place: keys, outcome, money, coverage. A figure that is the outcome
    /// itself stands once.
    @ColumnList<Row> private func figures<Row>(
        _ point: @escaping (Row) -> TargetPoint
    ) -> [Column<Row>] {
        for (index, text) in keyTexts.enumerated() {
            Column(text.key.name, text.columnUnit) { point($0).place?.values[index] }
        }
        let outcomes = question.problem.outcomes
        for (place, outcome) in outcomes.enumerated() where !outcomes[..<place].contains(outcome) {
            Column(outcome.name, outcome.quantity.unit) { point($0).outcomes[place] }
        }
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
