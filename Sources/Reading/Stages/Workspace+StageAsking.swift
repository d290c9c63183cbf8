import Analysis
import Formats
import Policy
import Quantities

extension StagesResult {
    /// Refuses options that do not go together.
    ///
    /// - Throws: ``InputFaults``.
    public static func checkOptions(
        lock: String?, unlock: String?, date: String?, reason: String?
    ) throws(InputFaults) {
        if lock != nil, unlock != nil {
            throw InputFaults(option: "--unlock", Phrase.lockOrUnlock)
        }
        if (reason != nil && unlock == nil) || (date != nil && lock == nil && unlock == nil) {
            throw InputFaults(
                option: reason == nil ? "--date" : "--reason", Phrase.dateForNothing)
        }
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
    ) throws(InputFaults) -> Checked<StagesResult> {
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
        return Checked(
            StagesResult(file: stages, accounts: accounts, locks: locks, catalogue: catalogue),
            session.diagnostics)
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
            session.fault(Position(entry.place), Phrase.yearOutside(stages.year, entry.source))
            return nil
        }
        return StageAccount(result, year: stages.year)
    }
}
