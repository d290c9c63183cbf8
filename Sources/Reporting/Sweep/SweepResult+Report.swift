import Analysis
import Formats
import Quantities

extension Report {
    /// What a whole sweep came to: what varied, the range of each outcome by policy, failures.
    public init(_ sweep: SweepResult, in language: Language) {
        let (columns, summary) = (sweep.columns, sweep.summary)
        title = Phrase(same: "\(sweep.title) (\(sweep.name))")
        answer = summary.answer(columns)
        introduction = [
            Phrase(
                "rancangan \(sweep.design): \(columns.points) titik x"
                    + " \(digits: columns.policies.count) kebijakan ="
                    + " \(columns.points * columns.policies.count) perhitungan, \(summary.failed)"
                    + " gagal",
                en: "design \(sweep.design): \(columns.points) points x"
                    + " \(digits: columns.policies.count) policies ="
                    + " \(columns.points * columns.policies.count) evaluations, \(summary.failed)"
                    + " failed"
            )
        ]
        var sections = [
            Section(
                heading: Phrase(id: "Yang divariasikan", en: "What varies"),
                .table(sweep.inputTable(in: language))),
            Section(
                heading: Phrase(id: "Rentang hasil", en: "Range of outcomes"),
                .table(summary.rangeTable(columns, in: language)),
                data: [summary.rangeTable(columns, in: nil)]),
        ]
        if !summary.failures.isEmpty {
            sections.append(
                Section(
                    heading: Phrase(id: "Yang gagal", en: "What failed"),
                    .table(summary.failureTable(in: language))))
        }
        self.sections = sections
    }
}

extension SweepResult {
    /// The bytes of `datapackage.json`: what the columns of `results.csv` are.
    ///
    /// - Parameters:
    ///   - rows: the bytes of `results.csv`.
    ///   - marks: of its cells.
    package func package(
        of rows: [UInt8], marks: CSVMarks, in language: Language
    ) -> [UInt8] {
        var package = DataPackage(
            name: "sweep", title: Report(self, in: language).title, in: language,
            meaning: ColumnName.meaning)
        package.add(columns.emptyTable, rows, as: "results.csv", .csv(marks))
        return package.bytes
    }

    fileprivate func inputTable(in language: Language) -> ResultTable {
        ResultTable("inputs", columns.inputs) {
            Key("key", \.name)
            Column("setting", .word, \.spread)
            Column("effect", .word) {
                (inert.contains($0.name)
                    ? Phrase.changesNothing : Phrase(id: "mengubah hasil", en: "changes results"))[
                        language]
            }
        }
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
        let text = language.map { CellText(language: $0) }
        let rows = columns.outcomes.enumerated().flatMap { number, outcome in
            zip(columns.policies, ranges).map {
                (policy: $0, outcome: outcome, range: $1[number])
            }
        }
        let numbers: [(name: String, number: KeyPath<Range, Double>)] = [
            ("minimum", \.minimum), ("median", \.median), ("maximum", \.maximum),
        ]
        return ResultTable("sweep", rows) {
            Key("quantity", \.outcome.name)
            if columns.policies.count > 1 { Key("policy", \.policy) }
            Column("unit", .word, \.outcome.unit)
            for (name, number) in numbers {
                if let text {
                    Column(name, .factor) {
                        text.number(
                            $0.range[keyPath: number], Unit(rawValue: $0.outcome.unit) ?? .factor)
                    }
                } else {
                    Column(name, .factor) { $0.range[keyPath: number] }
                }
            }
            Column("points", .factor, \.range.count)
        }
    }

    /// How many points failed for each reason, and the first of them.
    fileprivate func failureTable(in language: Language) -> ResultTable {
        ResultTable("failed", failures) {
            Key("reason", \.reason.text)
            Column("meaning", .word) { Phrase.failure($0.reason)[language] }
            Column("points", .factor, \.count)
            Column("first_row", .factor) { $0.first + 1 }
        }
    }
}
