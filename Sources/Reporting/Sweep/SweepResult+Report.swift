import Analysis
import Formats
import Quantities

extension Report {
    /// What a whole sweep came to: what varied, the range of each outcome by policy, failures.
    public init(_ sweep: SweepResult, in language: Language) {
        let (columns, summary) = (sweep.columns, sweep.summary)
        title = Phrase { "\(sweep.title[$0]) (\(sweep.name))" }
        answer = summary.answer(columns)
        introduction = [
            Phrase.sweepSize(
                sweep.design, points: columns.points, policies: columns.policies.count,
                failed: summary.failed)
        ]
        var sections = [
            Section(heading: Phrase.whatVaries, .table(sweep.inputTable(in: language))),
            Section(
                heading: Phrase.outcomeRanges,
                .table(summary.rangeTable(columns, in: language)),
                data: [summary.rangeTable(columns, in: nil)]),
        ]
        if !summary.failures.isEmpty {
            sections.append(
                Section(
                    heading: Phrase.failedPoints, .table(summary.failureTable(in: language))))
        }
        self.sections = sections
    }
}

extension SweepResult {
    /// The inputs with their values and whether they change anything.
    fileprivate func inputTable(in language: Language) -> ResultTable {
        let effects = columns.inputs.map { input in
            (inert.contains(input.name) ? Phrase.changesNothing : Phrase.changesOutcomes)[
                language]
        }
        return .trusted(
            name: "inputs", keys: [("key", .text(columns.inputs.map(\.name)))],
            measures: [
                ("setting", .word, .text(columns.inputs.map(\.spread))),
                ("effect", .word, .text(effects)),
            ])
    }
}

extension SweepSummary {
    /// Between which numbers the first outcomes lie, over all policies.
    fileprivate func answer(_ columns: SweepColumns) -> [Phrase] {
        let found = columns.outcomes.indices.prefix(3).compactMap {
            index -> (name: Phrase, low: Phrase, high: Phrase)? in
            let ranges = ranges.map { $0[index] }.filter { $0.count > 0 }
            guard let low = ranges.map(\.minimum).min(), let high = ranges.map(\.maximum).max()
            else { return nil }
            let outcome = columns.outcomes[index]
            let label = OutcomeLabel(outcome.name, unit: Unit(rawValue: outcome.unit) ?? .factor)
            return (label.phrase, label.value(low), label.value(high))
        }
        return found.isEmpty ? [] : [Phrase.sweepAnswer(found)]
    }

    /// Least, middle and greatest of each outcome, by policy where there are several.
    ///
    /// - Parameter language: whose number marks cells have; nil gives plain numbers.
    fileprivate func rangeTable(_ columns: SweepColumns, in language: Language?) -> ResultTable {
        let rows = columns.outcomes.indices.flatMap { outcome in
            columns.policies.indices.map { (policy: $0, outcome: outcome) }
        }
        /// A number of each outcome's range: as text in the outcome's unit, or plain without a
        /// language.
        func cells(_ value: (Range) -> Double) -> ResultTable.Cells {
            guard let language else {
                return .number(rows.map { value(ranges[$0.policy][$0.outcome]) })
            }
            let text = CellText(language: language)
            return .text(
                rows.map { row in
                    let unit = Unit(rawValue: columns.outcomes[row.outcome].unit) ?? .factor
                    return text.number(value(ranges[row.policy][row.outcome]), unit)
                })
        }
        var keys: [(String, ResultTable.Cells)] = [
            ("quantity", .text(rows.map { columns.outcomes[$0.outcome].name }))
        ]
        if columns.policies.count > 1 {
            keys.append(("policy", .text(rows.map { columns.policies[$0.policy] })))
        }
        return .trusted(
            name: "sweep", keys: keys,
            measures: [
                ("unit", .word, .text(rows.map { columns.outcomes[$0.outcome].unit })),
                ("minimum", .factor, cells(\.minimum)), ("median", .factor, cells(\.median)),
                ("maximum", .factor, cells(\.maximum)),
                ("points", .factor, .whole(rows.map { ranges[$0.policy][$0.outcome].count })),
            ])
    }

    /// How many points failed for each reason, and the first of them.
    fileprivate func failureTable(in language: Language) -> ResultTable {
        .trusted(
            name: "failed", keys: [("reason", .text(failures.map { $0.reason.text }))],
            measures: [
                (
                    "meaning", .word,
                    .text(failures.map { Phrase.failure($0.reason)[language] })
                ),
                ("points", .factor, .whole(failures.map(\.count))),
                ("first_row", .factor, .whole(failures.map { $0.first + 1 })),
            ])
    }
}
