import Analysis
import Quantities

extension StagesResult {
    /// What programs read.
    ///
    ///     stages.csv             date, lock, people, months, bill and gap of each stage
    ///     stage-purses.csv       what each purse pays in each stage
    ///     variance-purses.csv    from stage to stage by purse
    ///     variance-segments.csv  by region and segment, and why: people, months, price
    ///     stage-absorption.csv   what was paid of what the last plan gave each purse
    public var tables: [ResultTable] {
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
        /// What a stage has each purse pay, and all of them.
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

    /// A stage with what it comes to.
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

    /// Stages down.
    private var stageTable: ResultTable {
        ResultTable("stages", stageRows) {
            Key("stage", \.entry.stage.rawValue)
            Column("date", .word, \.entry.date)
            Column("locked", .word) { locks.locks[$0.entry.stage]?.locked }
            stageFigures
        }
    }

    /// Stages and purses down.
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

    /// Purses down, from stage to stage.
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

    /// Regions and segments down, from stage to stage.
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
