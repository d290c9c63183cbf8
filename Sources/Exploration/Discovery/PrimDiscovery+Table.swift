import Quantities

extension PrimDiscovery {
    /// Every step of every search: the trade-off between coverage and density.
    ///
    /// Keys: `box` and `step`, both from 1; `is_chosen` is 1 for the step that became the box.
    public var trajectoryTable: ResultTable {
        let rows = stepRows
        return .trusted(
            name: "discover-trajectory",
            keys: [("box", .whole(rows.map(\.box))), ("step", .whole(rows.map(\.step)))],
            measures: [
                ("points", .factor, .whole(rows.map(\.value.points))),
                ("cases", .factor, .whole(rows.map(\.value.cases))),
                ("coverage_share", .share, .number(rows.map(\.value.coverage))),
                ("density_share", .share, .number(rows.map(\.value.density))),
                ("mass_share", .share, .number(rows.map(\.value.mass))),
                ("restricted_inputs", .factor, .whole(rows.map(\.value.box.restrictedCount))),
                ("is_chosen", .flag, .whole(rows.map { $0.isChosen ? 1 : 0 })),
            ])
    }

    /// The limits of the boxes that were chosen, or of every step.
    ///
    /// Keys: `box`, `step`, `input`. `lower` and `upper` are in the input's own values, empty
    /// where that side is open; `categories` are those allowed, joined by ` | `.
    public func limitTable(ofEveryStep isEvery: Bool = false) -> ResultTable {
        let rows = stepRows.filter { isEvery || $0.isChosen }.flatMap { row in
            zip(row.value.box.limits, row.value.significance).map { (row, $0, $1) }
        }
        return .trusted(
            name: "discover-limits",
            keys: [
                ("box", .whole(rows.map(\.0.box))), ("step", .whole(rows.map(\.0.step))),
                ("input", .text(rows.map(\.1.input))),
            ],
            measures: [
                ("lower", .factor, .number(rows.map { $0.1.ends.lower ?? .nan })),
                ("upper", .factor, .number(rows.map { $0.1.ends.upper ?? .nan })),
                ("categories", .word, .text(rows.map(\.1.labels))),
                ("quasi_p", .factor, .number(rows.map(\.2.whole))),
                ("quasi_p_lower", .factor, .number(rows.map { $0.2.lower ?? .nan })),
                ("quasi_p_upper", .factor, .number(rows.map { $0.2.upper ?? .nan })),
            ])
    }

    private struct StepRow {
        /// From 1, in the order of finding.
        let box: Int
        /// From 1, in the order of the search.
        let step: Int
        let value: PrimStep
        let isChosen: Bool
    }

    /// All steps of all searches, box after box.
    private var stepRows: [StepRow] {
        rounds.enumerated().flatMap { box, round in
            round.trajectory.enumerated().map { step, value in
                StepRow(
                    box: box + 1, step: step + 1, value: value, isChosen: step == round.choice)
            }
        }
    }
}

extension BoxLimit {
    /// The limits on a number; none on either side for categories.
    fileprivate var ends: (lower: Double?, upper: Double?) {
        guard case .range(let lower, let upper) = allowed else { return (nil, nil) }
        return (lower, upper)
    }

    /// The categories allowed; empty for a number.
    fileprivate var labels: String {
        guard case .categories(let labels) = allowed else { return "" }
        return labels.joined(separator: " | ")
    }
}
