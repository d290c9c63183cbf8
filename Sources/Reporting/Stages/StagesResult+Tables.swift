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
        let shares = zip(planned, realised).map { plan, paid in
            plan > .zero ? Double(paid.amount) / Double(plan.amount) : .nan
        }
        return .trusted(
            name: "stage-absorption", keys: [("purse", .text(names + ["total"]))],
            measures: [
                ("planned_rp", .rupiah, .rupiah(planned)),
                ("realised_rp", .rupiah, .rupiah(realised)),
                ("absorption_share", .share, .number(shares)),
            ])
    }

    /// Persons and person-months that are paid, and where any stage has a gap those that are not.
    var heads: [(String, Unit, ResultTable.Cells)] {
        let gaps = accounts.map(\.gapPersonMonths)
        let isGap = gaps.contains { $0 > 0 }
        return [
            ("average_persons", .person, .number(accounts.map(\.paidPersons))),
            ("funded_person_months", .personMonth, .number(accounts.map(\.paidPersonMonths))),
        ] + (isGap ? [("gap_person_months", .personMonth, .number(gaps))] : [])
    }

    /// Stages down.
    private var stageTable: ResultTable {
        .trusted(
            name: "stages", keys: [("stage", .text(file.entries.map(\.stage.rawValue)))],
            measures: [
                ("date", .word, .text(file.entries.map(\.date))),
                (
                    "locked", .word,
                    .text(file.entries.map { locks.locks[$0.stage]?.locked ?? "" })
                ),
            ] + heads + [
                ("public_bill_rp", .rupiah, .rupiah(accounts.map(\.bill))),
                ("gap_rp", .rupiah, .rupiah(accounts.map { $0.amount(of: StageAccount.gap) })),
            ])
    }

    /// Stages and purses down.
    private var purseTable: ResultTable {
        let rows = zip(file.entries, accounts).flatMap { entry, account in
            purses.map { (entry.stage, $0, account.amount(of: $0)) }
        }
        return .trusted(
            name: "stage-purses",
            keys: [
                ("stage", .text(rows.map(\.0.rawValue))), ("purse", .text(rows.map(\.1))),
            ], measures: [("cost_rp", .rupiah, .rupiah(rows.map(\.2)))])
    }

    /// Purses down, from stage to stage.
    private var purseVariances: ResultTable {
        let rows = variances.flatMap { pair in pair.variance.purses.map { (pair, $0) } }
        return .trusted(
            name: "variance-purses",
            keys: [
                ("previous_stage", .text(rows.map(\.0.before.rawValue))),
                ("stage", .text(rows.map(\.0.after.rawValue))),
                ("purse", .text(rows.map(\.1.purse))),
            ],
            measures: [
                ("before_rp", .rupiah, .rupiah(rows.map(\.1.before))),
                ("after_rp", .rupiah, .rupiah(rows.map(\.1.after))),
                ("difference_rp", .rupiah, .rupiah(rows.map { $0.1.after - $0.1.before })),
            ])
    }

    /// Regions and segments down, from stage to stage.
    private var segmentVariances: ResultTable {
        let rows = variances.flatMap { pair in pair.variance.rows.map { (pair, $0) } }
        return .trusted(
            name: "variance-segments",
            keys: [
                ("previous_stage", .text(rows.map(\.0.before.rawValue))),
                ("stage", .text(rows.map(\.0.after.rawValue))),
                ("region", .text(rows.map(\.1.place.region.code))),
                ("segment", .text(rows.map(\.1.place.segment))),
            ],
            measures: [
                ("before_rp", .rupiah, .rupiah(rows.map(\.1.before))),
                ("after_rp", .rupiah, .rupiah(rows.map(\.1.after))),
                ("difference_rp", .rupiah, .rupiah(rows.map(\.1.split.sum))),
                ("people_rp", .rupiah, .rupiah(rows.map(\.1.split.people))),
                ("months_rp", .rupiah, .rupiah(rows.map(\.1.split.months))),
                ("price_rp", .rupiah, .rupiah(rows.map(\.1.split.price))),
            ])
    }
}
