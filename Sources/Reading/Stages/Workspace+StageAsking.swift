import Analysis
import Formats
import Policy
import Quantities

extension StagesResult {
    /// Refuses options that do not go together.
    ///
    /// - Throws: ``InputFaults``.
    package static func checkOptions(
        lock: String?, unlock: String?, date: String?, reason: String?
    ) throws(InputFaults) {
        if lock != nil, unlock != nil {
            throw InputFaults(
                option: "--unlock",
                Phrase(
                    id: "--lock dan --unlock tidak dapat dipakai bersama",
                    en: "--lock and --unlock cannot stand together"))
        }
        if (reason != nil && unlock == nil) || (date != nil && lock == nil && unlock == nil) {
            throw InputFaults(
                option: reason == nil ? "--date" : "--reason",
                Phrase(
                    id: "--date dipakai bersama --lock atau --unlock, --reason bersama --unlock",
                    en: "--date goes with --lock or --unlock, --reason with --unlock"))
        }
    }
}

extension Workspace {
    /// What stages come to.
    ///
    /// - Parameter results: of the stages' scenarios, in order; realisation is read here.
    /// - Throws: ``InputFaults`` for faults of the table of realisation, a scenario whose horizon
    ///   does not hold the budget year, or a locked stage that comes to another bill.
    package func result(
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
    package func inputs(
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

extension Workspace {
    /// Reads a stages file.
    ///
    /// - Throws: ``InputFaults`` with every fault of the file.
    package func stages(_ file: String) throws(InputFaults) -> StageFile {
        let session = ReadingSession(files: files)
        guard let stages = StageFileReader(session: session).read(file) else {
            throw InputFaults(session.diagnostics)
        }
        return stages
    }

    /// The locks of some stages.
    ///
    /// - Throws: ``InputFaults`` where the file of locks is not what `lindung stage` writes.
    func locks(of stages: StageFile) throws(InputFaults) -> StageLocks {
        let session = ReadingSession(files: files)
        guard let locks = StageLockReader(session: session).read(stages.lockFile) else {
            throw InputFaults(session.diagnostics)
        }
        return locks
    }

    /// Refuses stages of which a locked one has been edited.
    ///
    /// - Throws: ``InputFaults`` that name what changed, one for each such stage.
    package func checkLocks(of stages: StageFile) throws(InputFaults) {
        let locks = try locks(of: stages)
        var found: [Diagnostic] = []
        for entry in stages.entries {
            let reference = StageReference(stages: stages, entry: entry)
            found += try edits(of: reference, locks)
        }
        guard found.isEmpty else { throw InputFaults(found) }
    }

    /// Refuses a scenario that hangs under a locked stage which has been edited.
    ///
    /// - Throws: ``InputFaults``.
    func checkLocks(above scenario: String) throws(InputFaults) {
        var found: [Diagnostic] = []
        for stage in lineage(of: scenario).stages {
            found += try edits(of: stage, try locks(of: stage.stages))
        }
        guard found.isEmpty else { throw InputFaults(found) }
    }

    /// What of a stage differs from its lock; empty where nothing does or it has none.
    private func edits(
        of stage: StageReference, _ locks: StageLocks
    ) throws(InputFaults) -> [Diagnostic] {
        guard let lock = locks.locks[stage.entry.stage], let now = try inputs(of: stage) else {
            return []
        }
        let names = Set(lock.inputs.keys).union(now.keys).sorted()
        let changed = names.filter { name in
            guard let old = lock.inputs[name], let new = now[name] else { return false }
            return old != new
        }
        let (gone, new) = (names.filter { now[$0] == nil }, names.filter { lock.inputs[$0] == nil })
        var parts: [Phrase] = []
        if stage.entry.date != lock.date {
            parts.append(
                Phrase(
                    id: "tanggalnya \(lock.date) menjadi \(stage.entry.date)",
                    en: "its date \(lock.date) became \(stage.entry.date)"))
        }
        if !(changed + gone + new).isEmpty {
            parts.append(Phrase.changedFiles(changed, gone, new))
        }
        guard !parts.isEmpty else { return [] }
        let words = Phrase(same: "\(joined: parts, by: "; ")")
        return [
            diagnostic(
                stage, Phrase.lockBroken(stage, lock, words), Phrase.lockBrokenHint(stage))
        ]
    }

    private func diagnostic(
        _ stage: StageReference, _ message: Phrase, _ hint: Phrase
    ) -> Diagnostic {
        let session = ReadingSession(files: files)
        _ = session.source(stage.stages.file)
        session.fault(Position(stage.entry.place), message, hint: hint)
        return session.diagnostics[0]
    }

    /// The digests of everything that a stage rests on, by name; nil where its scenario has faults,
    /// which whoever reads the scenario tells.
    ///
    /// Stages files and their locks are left out: a later stage may be added to them, and what they
    /// lead to is here.
    private func inputs(of stage: StageReference) throws(InputFaults) -> [String: String]? {
        let (stages, entry) = (stage.stages, stage.entry)
        let found: [InputFile]
        if entry.stage == .realisation {
            found = try InputFile.named([entry.source], in: files)
        } else {
            let reader = ScenarioReader(catalogue: catalogue, lawUnits: law.units, files: files)
            guard let scenario = reader.read(entry.source).value else { return nil }
            let all = try inputs([scenario])
            found = all.filter {
                !$0.path.hasSuffix(".yaml") || QuestionKind.of($0.path, in: files) != .stage
            }
        }
        let folder = files.canonical(FilePath.folder(of: stages.file))
        let names = found.map { (lockName(of: $0.path, folder: folder), $0.digest.hexadecimal) }
        return Dictionary(names, uniquingKeysWith: { first, _ in first })
    }

    private func lockName(of path: String, folder: String) -> String {
        let (path, shipped) = (files.canonical(path), files.canonical(data.path) + "/")
        return path.hasPrefix(shipped)
            ? "data:" + path.dropFirst(shipped.count) : FilePath.seen(path, from: folder)
    }

    /// Refuses a locked stage whose same files come to another bill.
    ///
    /// - Throws: ``InputFaults``.
    func checkBill(
        of stage: StageReference, _ lock: StageLocks.Lock, _ bill: Rupiah
    ) throws(InputFaults) {
        guard lock.bill != bill else { return }
        throw InputFaults([
            diagnostic(
                stage, Phrase.billMoved(stage, lock, bill),
                Phrase(
                    id: "baca 'Results changed' di CHANGELOG.md; lalu buka kuncinya dengan alasan"
                        + " itu",
                    en: "read 'Results changed' in CHANGELOG.md; then unlock it with that reason"))
        ])
    }

    /// Locks a stage and writes the locks; a stage that is locked already stays as it is, since one
    /// that has been edited does not come this far.
    ///
    /// - Parameters:
    ///   - word: the stage's name.
    ///   - date: the day of the lock; the stage's own where nil.
    /// - Returns: the stages with the new lock.
    /// - Throws: ``InputFaults``, ``OutputFault``.
    package func lock(
        _ word: String, of result: StagesResult, date: String?
    ) throws -> StagesResult {
        let stage = try named(word, in: result.file, option: "--lock")
        guard result.locks.locks[stage.entry.stage] == nil else { return result }
        guard let inputs = try inputs(of: stage), let account = result[stage.entry.stage] else {
            return result
        }
        var locks = result.locks
        locks.locks[stage.entry.stage] = StageLocks.Lock(
            date: stage.entry.date, locked: try day(date) ?? stage.entry.date,
            version: ProgramVersion.current, bill: account.bill, inputs: inputs)
        try AtomicFile.write(
            Array(locks.text.utf8), to: result.file.lockFile, over: .state, in: files)
        return result.with(locks)
    }

    /// Opens a lock and writes the locks, with the day and the reason.
    ///
    /// - Returns: what was done, in words.
    /// - Throws: ``InputFaults`` where the stage is not locked or no day or reason is given,
    ///   ``OutputFault``.
    package func unlock(
        _ word: String, of stages: StageFile, date: String?, reason: String?
    ) throws -> Phrase {
        let stage = try named(word, in: stages, option: "--unlock")
        var locks = try locks(of: stages)
        guard let lock = locks.locks[stage.entry.stage] else {
            throw InputFaults(
                option: "--unlock",
                Phrase(
                    id: "tahap '\(stage.entry.stage.rawValue)' tidak terkunci",
                    en: "stage '\(stage.entry.stage.rawValue)' is not locked"))
        }
        guard let day = try day(date), let reason, !reason.isEmpty else {
            throw InputFaults(
                option: "--unlock",
                Phrase(
                    id: "membuka kunci memerlukan --date TANGGAL dan --reason \"ALASAN\"",
                    en: "unlocking needs --date DAY and --reason \"REASON\""),
                hint: Phrase(
                    id: "keduanya disimpan bersama kunci yang dibuka",
                    en: "both are kept with the lock that was opened"))
        }
        locks.locks[stage.entry.stage] = nil
        locks.unlocked.append(
            StageLocks.Unlocking(
                stage: stage.entry.stage, locked: lock.locked, unlocked: day, bill: lock.bill,
                reason: reason))
        try AtomicFile.write(Array(locks.text.utf8), to: stages.lockFile, over: .state, in: files)
        return Phrase.unlocked(stage, day, stages.lockFile)
    }

    private func named(
        _ word: String, in stages: StageFile, option: String
    ) throws(InputFaults) -> StageReference {
        if let entry = BudgetStage(rawValue: word).flatMap({ stages[$0] }) {
            return StageReference(stages: stages, entry: entry)
        }
        let known = stages.entries.map(\.stage.rawValue)
        throw InputFaults(
            option: option, Phrase.unknownStage(word),
            hint: Phrase.choices(known, nearestTo: word))
    }

    private func day(_ text: String?) throws(InputFaults) -> String? {
        guard let text else { return nil }
        let session = ReadingSession(files: files)
        let reader = StageFileReader(session: session)
        guard let day = reader.day(text, at: Position(file: "--date")) else {
            throw InputFaults(session.diagnostics)
        }
        return day
    }
}
