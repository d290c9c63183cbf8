import Analysis
import Policy
import Quantities

extension Report {
    /// What the stages of a budget year come to, what changed between them, and why.
    ///
    ///     title
    ///     notes of stages, locks that were opened
    ///     Tahap demi tahap                          date, lock, people, months, bill, gap
    ///     Kebutuhan iuran menurut tahap              bars
    ///     Sumber dana menurut tahap                 purses down, stages across
    ///     Serapan                                   purses down: planned, paid, percent
    ///     Selisih antar tahap menurut sumber dana   purses down, steps across
    ///     Sebab selisih: orang, bulan, harga        steps down
    ///     APBD → APBD Perubahan, menurut segmen     a table for each step, segments down
    public init(_ result: StagesResult, in language: Language) {
        title = Phrase { "\(result.file.title[$0]) (\(result.file.name))" }
        answer = result.answer
        introduction = result.notes
        let bars = zip(result.file.entries, result.accounts).map { entry, account in
            BarChart.Bar(
                label: entry.stage.name[language], value: Double(account.bill.amount),
                text: language.money(Double(account.bill.amount)))
        }
        let stages = [
            Section(
                heading: Phrase.stageByStage, note: Phrase.stageNote,
                .table(result.stageReport(language))),
            Section(heading: Phrase.billByStage, .chart(bars)),
            Section(heading: Phrase.stagePurses, .table(result.purseReport(language))),
        ]
        let absorbed = result.absorption.map {
            [Section(heading: Phrase.absorption, note: Phrase.absorptionNote, .table($0))]
        }
        let steps = [
            Section(heading: Phrase.purseVariance, .table(result.purseSteps(language))),
            Section(
                heading: Phrase.whyStagesDiffer, note: Phrase.splitNote,
                .table(result.splitReport(language))),
        ]
        sections =
            stages + (absorbed ?? [])
            + (result.accounts.count > 1 ? steps + result.segmentReports(language) : [])
    }
}

extension StagesResult {
    /// What the last stage needs against the first; nothing with one stage.
    var answer: [Phrase] {
        guard variances.count > 0, let first = accounts.first, let last = accounts.last,
            let start = file.entries.first, let end = file.entries.last
        else { return [] }
        let causes = variances.reduce(into: StageVariance.Split.none) { sum, step in
            sum.people += step.variance.split.people
            sum.months += step.variance.split.months
            sum.price += step.variance.split.price
        }
        return [
            Phrase.stagesAnswer(
                (start.stage.name, first.bill), (end.stage.name, last.bill),
                causes: causes, gap: last.amount(of: StageAccount.gap))
        ]
    }

    /// What authors said of stages, and the locks that were opened.
    var notes: [Phrase] {
        let said = file.entries.compactMap { entry in
            entry.note.map { note in
                Phrase { "\(entry.stage.name[$0]): \(note[$0])" }
            }
        }
        let opened = locks.unlocked.map { Phrase.history($0.stage.name, $0) }
        return said + opened
    }

    /// Stages down.
    func stageReport(_ language: Language) -> ResultTable {
        ResultTable("stages", stageRows) {
            Key("stage") { $0.entry.stage.name[language] }
            Column("date", .word, \.entry.date)
            Column("locked", .word) {
                locks.locks[$0.entry.stage]?.locked ?? Phrase.notLockedYet[language]
            }
            stageFigures
        }
    }

    /// Purses down and stages across, with the whole bill below.
    func purseReport(_ language: Language) -> ResultTable {
        ResultTable("stage-purses", paying.map(Optional.some) + [nil]) {
            Key("purse") { $0 ?? "total" }
            for row in stageRows {
                Column(row.entry.stage.name[language], .rupiah) {
                    $0.map(row.account.amount) ?? row.account.bill
                }
            }
        }
    }

    /// Purses down and steps across, with the whole difference below.
    func purseSteps(_ language: Language) -> ResultTable {
        ResultTable("variance-purses", paying.map(Optional.some) + [nil]) {
            Key("purse") { $0 ?? "total" }
            for step in variances {
                Column(Phrase.step(step.before, step.after)[language], .rupiah) { purse in
                    guard let purse else { return step.variance.split.sum }
                    return step.variance.purses.first { $0.purse == purse }
                        .map { $0.after - $0.before } ?? .zero
                }
            }
        }
    }

    /// Purses that pay anything in any stage, and the gap.
    private var paying: [String] {
        purses.filter { purse in
            purse == StageAccount.gap || accounts.contains { $0.amount(of: purse) != .zero }
        }
    }

    /// Steps down: the difference and its three parts.
    func splitReport(_ language: Language) -> ResultTable {
        ResultTable("variance-split", variances) {
            Key("cause") { Phrase.step($0.before, $0.after)[language] }
            Self.split(\.variance.split)
        }
    }

    /// A table for each step: segments down, over all regions, with the whole difference below;
    /// segments that did not change have no row.
    func segmentReports(_ language: Language) -> [Report.Section] {
        variances.map { step in
            let rows = step.variance.bySegment.filter { $0.split != .none }.map { row in
                let segment = catalogue.segments.first { $0.id.name == row.segment }
                return (name: segment?.name[language] ?? row.segment, split: row.split)
            }
            let table = ResultTable(
                "variance-\(step.before.rawValue)-\(step.after.rawValue)",
                rows + [(name: "total", split: step.variance.split)]
            ) {
                Key("segment", \.name)
                Self.split(\.split)
            }
            return Report.Section(
                heading: Phrase.segmentVariance(step.before, step.after), .table(table))
        }
    }

    /// The columns of a split; they add across.
    @ColumnList<Row> private static func split<Row>(
        _ split: @escaping (Row) -> StageVariance.Split
    ) -> [Column<Row>] {
        Column("people_rp", .rupiah) { split($0).people }
        Column("months_rp", .rupiah) { split($0).months }
        Column("price_rp", .rupiah) { split($0).price }
        Column("difference_rp", .rupiah) { split($0).sum }
    }
}
