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
    package init(_ result: StagesResult, in language: Language) {
        title = Phrase(same: "\(result.file.title) (\(result.file.name))")
        answer = result.answer
        introduction = result.notes
        let bars = zip(result.file.entries, result.accounts).map { entry, account in
            BarChart.Bar(
                label: entry.stage.name[language], value: Double(account.bill.amount),
                text: language.money(Double(account.bill.amount)))
        }
        let stages = [
            Section(
                heading: Phrase(id: "Tahap demi tahap", en: "Stage by stage"),
                note: Phrase(
                    id: "orang: yang terbayar, rata-rata bulan yang dibiayai; kebutuhan iuran ="
                        + " terbayar + kekurangan pagu",
                    en: "persons: those paid for, the average of funded months; contributions"
                        + " needed = paid by purses + unfunded gap"
                ),
                .table(result.stageReport(language))),
            Section(
                heading: Phrase(
                    id: "Kebutuhan iuran menurut tahap", en: "Contributions needed by stage"),
                .chart(bars)),
            Section(
                heading: Phrase(id: "Sumber dana menurut tahap", en: "Purses by stage"),
                .table(result.purseReport(language))),
        ]
        let absorbed = result.absorption.map {
            [
                Section(
                    heading: Phrase(id: "Serapan", en: "Absorption"),
                    note: Phrase(
                        id: "realisasi dibagi yang direncanakan pada tahap terakhir sebelumnya",
                        en: "realisation as a part of what the last stage before it planned"),
                    .table($0))
            ]
        }
        sections =
            stages + (absorbed ?? [])
            + (result.accounts.count > 1
                ? Self.steps(result, language) + result.segmentReports(language) : [])
    }

    /// What changed from stage to stage, by purse and by cause.
    private static func steps(_ result: StagesResult, _ language: Language) -> [Section] {
        [
            Section(
                heading: Phrase(
                    id: "Selisih antar tahap menurut sumber dana",
                    en: "Variance between stages by purse"), .table(result.purseSteps(language))),
            Section(
                heading: Phrase(
                    id: "Sebab selisih: orang, bulan, harga", en: "Why: people, months, price"),
                note: Phrase(
                    id: "kebutuhan iuran = orang x bulan per orang x harga sebulan, per segmen dan"
                        + " daerah, termasuk yang kekurangan pagu; tiap bagian rata-rata atas"
                        + " semua urutan perubahan (Shapley), rupiah bulat, jumlahnya tepat",
                    en: "contributions needed = persons x months each x price of a month, by"
                        + " segment and region, those in the gap among them; each part is the"
                        + " average over all orders of change (Shapley), whole rupiah, sums exactly"
                ),
                .table(result.splitReport(language))),
        ]
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

    var notes: [Phrase] {
        let said = file.entries.compactMap { entry in
            entry.note.map { note in
                Phrase(same: "\(entry.stage.name): \(note)")
            }
        }
        let opened = locks.unlocked.map { Phrase.history($0.stage.name, $0) }
        return said + opened
    }

    func stageReport(_ language: Language) -> ResultTable {
        ResultTable("stages", stageRows) {
            Key("stage") { $0.entry.stage.name[language] }
            Column("date", .word, \.entry.date)
            Column("locked", .word) {
                locks.locks[$0.entry.stage]?.locked ?? Phrase(id: "belum", en: "no")[language]
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

    @ColumnList<Row> private static func split<Row>(
        _ split: @escaping (Row) -> StageVariance.Split
    ) -> [Column<Row>] {
        Column("people_rp", .rupiah) { split($0).people }
        Column("months_rp", .rupiah) { split($0).months }
        Column("price_rp", .rupiah) { split($0).price }
        Column("difference_rp", .rupiah) { split($0).sum }
    }
}

extension StagesResult {
    /// What programs read.
    ///
    ///     stages.csv             date, lock, people, months, bill and gap of each stage
    ///     stage-purses.csv       what each purse pays in each stage
    ///     variance-purses.csv    from stage to stage by purse
    ///     variance-segments.csv  by region and segment, and why: people, months, price
    ///     stage-absorption.csv   what was paid of what the last plan gave each purse
    package var tables: [ResultTable] {
        [stageTable, purseTable, purseVariances, segmentVariances]
            + [absorption].compactMap(\.self)
    }

    /// Keys: purse, the last one `total`. What the last plan before realisation has each purse pay,
    /// what was paid, and what part of the plan that is; nil without either. A purse that was to
    /// pay nothing has no part.
    ///
    ///     absorption = realised / planned
    var absorption: ResultTable? {
        guard let paid = self[.realisation],
            let place = file.entries.lastIndex(where: { $0.stage != .realisation })
        else { return nil }
        let plan = accounts[place]
        let names = purses.filter { purse in
            purse != StageAccount.gap
                && (plan.amount(of: purse) != .zero || paid.amount(of: purse) != .zero)
        }
        func amounts(_ account: StageAccount) -> [Rupiah] {
            let amounts = names.map { account.amount(of: $0) }
            return amounts + [amounts.reduce(.zero, +)]
        }
        let (planned, realised) = (amounts(plan), amounts(paid))
        let labels = names + ["total"]
        return ResultTable("stage-absorption", labels.indices) {
            Key("purse") { labels[$0] }
            Column("planned_rp", .rupiah) { planned[$0] }
            Column("realised_rp", .rupiah) { realised[$0] }
            Column("absorption_share", .share) { row in
                planned[row] > .zero
                    ? Double(realised[row].amount) / Double(planned[row].amount) : nil
            }
        }
    }

    typealias StageRow = (entry: StageFile.Entry, account: StageAccount)

    var stageRows: [StageRow] { zip(file.entries, accounts).map { ($0, $1) } }

    /// Persons and person-months that are paid, and where any stage has a gap those that are not;
    /// then the bill and its gap.
    @ColumnList<StageRow> var stageFigures: [Column<StageRow>] {
        Column("average_persons", .person, \.account.paidPersons)
        Column("funded_person_months", .personMonth, \.account.paidPersonMonths)
        if accounts.contains(where: { $0.gapPersonMonths > 0 }) {
            Column("gap_person_months", .personMonth, \.account.gapPersonMonths)
        }
        Column("public_bill_rp", .rupiah, \.account.bill)
        Column("gap_rp", .rupiah) { $0.account.amount(of: StageAccount.gap) }
    }

    private var stageTable: ResultTable {
        ResultTable("stages", stageRows) {
            Key("stage", \.entry.stage.rawValue)
            Column("date", .word, \.entry.date)
            Column("locked", .word) { locks.locks[$0.entry.stage]?.locked }
            stageFigures
        }
    }

    private var purseTable: ResultTable {
        let rows = stageRows.flatMap { row in
            purses.map { (stage: row.entry.stage, purse: $0, cost: row.account.amount(of: $0)) }
        }
        return ResultTable("stage-purses", rows) {
            Key("stage", \.stage.rawValue)
            Key("purse", \.purse)
            Column("cost_rp", .rupiah, \.cost)
        }
    }

    private var purseVariances: ResultTable {
        let rows = variances.flatMap { step in
            step.variance.purses.map { (step: step, purse: $0) }
        }
        return ResultTable("variance-purses", rows) {
            Key("previous_stage", \.step.before.rawValue)
            Key("stage", \.step.after.rawValue)
            Key("purse", \.purse.purse)
            Column("before_rp", .rupiah, \.purse.before)
            Column("after_rp", .rupiah, \.purse.after)
            Column("difference_rp", .rupiah) { $0.purse.after - $0.purse.before }
        }
    }

    private var segmentVariances: ResultTable {
        let rows = variances.flatMap { step in
            step.variance.rows.map { (step: step, cell: $0) }
        }
        return ResultTable("variance-segments", rows) {
            Key("previous_stage", \.step.before.rawValue)
            Key("stage", \.step.after.rawValue)
            Key("region", \.cell.place.region.code)
            Key("segment", \.cell.place.segment)
            Column("before_rp", .rupiah, \.cell.before)
            Column("after_rp", .rupiah, \.cell.after)
            Column("difference_rp", .rupiah, \.cell.split.sum)
            Column("people_rp", .rupiah, \.cell.split.people)
            Column("months_rp", .rupiah, \.cell.split.months)
            Column("price_rp", .rupiah, \.cell.split.price)
        }
    }
}
