import Formats
import Foundation
import Quantities
import Store

/// Questions that are being answered, a few at a time, and all that were asked before.
actor RunQueue {
    /// Each uses all processors.
    private static let mostAtOnce = 2
    private static let mostWaiting = 20

    private let history: RunHistory
    private let folder: String
    private let command: String
    private let data: String?
    /// Where relative paths begin.
    private let root: String
    private var waiting: [Int64] = []
    private var workers: [Int64: RunWorker] = [:]
    private var stopped: Set<Int64> = []

    /// Opens the history of a folder.
    ///
    /// - Parameter command: the program that answers.
    /// - Throws: ``InputFaults``, ``OutputFault``.
    init(_ folder: String, command: String, data: String?, files: SourceFiles) throws {
        history = try RunHistory(folder, in: files)
        self.folder = files.canonical(folder)
        (self.command, self.data, root) = (command, data, files.root)
    }

    nonisolated func folder(of id: Int64) -> RunFolder { RunFolder(path: "\(folder)/\(id)") }

    /// Asks a question.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func ask(_ question: AskedCommand, in language: Language) throws -> RecordedRun {
        try checkRoom()
        let run = try history.add(
            kind: question.kind.rawValue, form: question.form.encoded, words: question.words,
            language: language.rawValue)
        waiting.append(run.id)
        startNext()
        return run
    }

    /// Starts a run again that came to no answer; a sweep goes on where it stopped.
    func resume(_ id: Int64) throws {
        guard var run = try history.run(id), !run.state.isOpen, run.state != .done else { return }
        try checkRoom()
        (run.state, run.ended, run.answer) = (.waiting, "", "")
        try history.keep(run)
        waiting.append(id)
        startNext()
    }

    /// Stops a run, or takes it out of those that wait.
    func stop(_ id: Int64) throws {
        if let worker = workers[id] {
            stopped.insert(id)
            worker.stop()
        } else if let place = waiting.firstIndex(of: id), var run = try history.run(id) {
            waiting.remove(at: place)
            (run.state, run.ended) = (.stopped, RunHistory.now)
            try history.keep(run)
        }
    }

    func note(_ text: String, on id: Int64) throws { try history.note(text, on: id) }

    /// The run with that number, as far as it is now; nil where there is none.
    func run(_ id: Int64) throws -> RecordedRun? {
        guard var run = try history.run(id) else { return nil }
        if run.state == .running, let progress = folder(of: id).progress {
            (run.done, run.total) = progress
        }
        return run
    }

    /// The last ones, the latest first.
    func runs(most: Int) throws -> [RecordedRun] {
        try history.runs(most: most)
    }

    private func checkRoom() throws(InputFaults) {
        guard waiting.count < Self.mostWaiting else {
            throw InputFaults(
                option: "lindung-app",
                Phrase(
                    id: "sudah \(Self.mostWaiting) pertanyaan menunggu giliran",
                    en: "\(Self.mostWaiting) questions are waiting for their turn already"),
                hint: Phrase(
                    id: "tunggu sampai beberapa selesai, atau hentikan salah satu",
                    en: "wait until some are done, or stop one"))
        }
    }

    private func startNext() {
        while workers.count < Self.mostAtOnce, !waiting.isEmpty { start(waiting.removeFirst()) }
    }

    private func start(_ id: Int64) {
        guard var run = try? history.run(id) else { return }
        (run.state, run.began) = (.running, RunHistory.now)
        do {
            try history.keep(run)
            workers[id] = try RunWorker(
                run, command: command, root: root, data: data, in: folder(of: id)
            ) { [weak self] ending in
                Task { await self?.finish(id, ending) }
            }
        } catch {
            let language = Language(rawValue: run.language) ?? .standard
            (run.state, run.ended) = (.failed, RunHistory.now)
            run.answer = Self.text(error, in: language)
            try? history.keep(run)
        }
    }

    /// Notes what came of a run, then starts the next one.
    private func finish(_ id: Int64, _ ending: RunWorker.Ending) {
        workers[id] = nil
        defer { startNext() }
        guard var run = try? history.run(id) else { return }
        let folder = folder(of: id)
        if let progress = folder.progress { (run.done, run.total) = progress }
        run.ended = RunHistory.now
        let isStopped = stopped.remove(id) != nil
        switch ending {
        case .exited(let status) where status < 128: conclude(&run, status, folder)
        default: run.state = isStopped ? .stopped : .broken
        }
        try? history.keep(run)
    }

    /// A report is an answer, and so is a check that did not pass, such as rules that conflict.
    private func conclude(_ run: inout RecordedRun, _ status: Int32, _ folder: RunFolder) {
        if let report = folder.report {
            run.state = .done
            run.answer = report.answer.first ?? report.title
            run.digest = folder.manifest?.digest.hexadecimal ?? ""
        } else {
            run.state = status == 1 ? .done : .failed
            run.answer = folder.told
        }
    }

    private static func text(_ error: any Error, in language: Language) -> String {
        switch error {
        case let faults as InputFaults: faults.diagnostics.rendered(in: language)
        case let fault as OutputFault: fault.diagnostic.rendered(in: language)
        default: "\(error)"
        }
    }
}
