import Analysis
import Policy
import Quantities

/// The stages of a budget year with what each comes to, ready to be told.
///
/// Holds no words yet: the same result is told in both languages, as a report or as tables.
public struct StagesResult: Sendable {
    /// What the stages file says.
    public let file: StageFile
    /// In order of the file's entries.
    let accounts: [StageAccount]
    /// Which stages are locked, and at what.
    let locks: StageLocks
    /// For the names of regions, segments and purses.
    let catalogue: Catalogue
    /// What looks odd about what was paid.
    public let warnings: [Diagnostic]

    /// What a stage comes to.
    subscript(stage: BudgetStage) -> StageAccount? {
        zip(file.entries, accounts).first { $0.0.stage == stage }?.1
    }

    /// From each stage to the next.
    var variances: [(before: BudgetStage, after: BudgetStage, variance: StageVariance)] {
        zip(zip(file.entries, accounts), zip(file.entries, accounts).dropFirst()).map { old, new in
            (old.0.stage, new.0.stage, StageVariance(from: old.1, to: new.1))
        }
    }

    /// Identifiers of all stages' purses in order of first appearance, then the gap.
    var purses: [String] {
        var found: [String] = []
        for purse in accounts.flatMap(\.purses) where !found.contains(purse) {
            found.append(purse)
        }
        return found + [StageAccount.gap]
    }

    /// Refuses options that do not go together.
    ///
    /// - Throws: ``InputFaults``.
    public static func checkOptions(
        lock: String?, unlock: String?, date: String?, reason: String?
    ) throws(InputFaults) {
        if lock != nil, unlock != nil {
            throw InputFaults(option: "--unlock", Messages.lockOrUnlock)
        }
        if (reason != nil && unlock == nil) || (date != nil && lock == nil && unlock == nil) {
            throw InputFaults(
                option: reason == nil ? "--date" : "--reason", Messages.dateForNothing)
        }
    }

    /// The same with other locks.
    func with(_ locks: StageLocks) -> StagesResult {
        StagesResult(
            file: file, accounts: accounts, locks: locks, catalogue: catalogue, warnings: warnings)
    }

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

extension Workspace {
    /// What stages come to.
    ///
    /// - Parameter results: of the stages' scenarios, in order; realisation is read here.
    /// - Throws: ``InputFaults`` for faults of the table of realisation, a scenario whose horizon
    ///   does not hold the budget year, or a locked stage that comes to another bill.
    public func result(
        of stages: StageFile, _ results: [ScenarioResult]
    ) throws(InputFaults) -> StagesResult {
        let locks = try locks(of: stages)
        let session = ReadingSession(files: files)
        _ = session.source(stages.file)
        var (accounts, left): ([StageAccount], ArraySlice) = ([], results[...])
        for entry in stages.entries {
            let account: StageAccount?
            if entry.stage == .realisation {
                let locale = session.isResult(entry.source) ? .english : stages.locale
                account = RealisationReader(
                    session: session, catalogue: catalogue, locale: locale
                ).read(
                    entry.source,
                    beside: results.last.map {
                        RealisationCheck(plan: $0, year: stages.year, regions: catalogue.regions)
                    })
            } else {
                account = left.popFirst().flatMap { self.account($0, entry, stages, session) }
            }
            if let account { accounts.append(account) }
        }
        guard !session.diagnostics.hasErrors else { throw InputFaults(session.diagnostics) }
        for (entry, account) in zip(stages.entries, accounts) {
            guard let lock = locks.locks[entry.stage] else { continue }
            try checkBill(
                of: StageReference(stages: stages, entry: entry), lock, account.bill)
        }
        return StagesResult(
            file: stages, accounts: accounts, locks: locks, catalogue: catalogue,
            warnings: session.diagnostics)
    }

    /// The files that stages rest on: theirs, their locks, their scenarios and the table.
    ///
    /// - Throws: ``InputFaults`` where a file has gone since it was read.
    public func inputs(
        of scenarios: [Scenario], stages: StageFile
    ) throws(InputFaults) -> [InputFile] {
        let found = try inputs(scenarios)
        let own = [stages.file, stages.lockFile] + stages.entries.map(\.source)
        let more = Set(own.filter(files.exists)).subtracting(found.map(\.path))
        return (found + (try InputFile.named(more, in: files))).sorted { $0.path < $1.path }
    }

    /// The account of a scenario's budget year; nil with a fault where its horizon lacks months.
    private func account(
        _ result: ScenarioResult, _ entry: StageFile.Entry, _ stages: StageFile,
        _ session: ReadingSession
    ) -> StageAccount? {
        let horizon = result.policy.horizon
        guard horizon.contains(Month(stages.year, 1)), horizon.contains(Month(stages.year, 12))
        else {
            session.fault(entry.position, Messages.yearOutside(stages.year, entry.source))
            return nil
        }
        return StageAccount(result, year: stages.year)
    }
}
