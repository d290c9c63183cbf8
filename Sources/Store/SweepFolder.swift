import Analysis
import Formats
import Foundation
import Quantities

/// A folder in which a sweep is computed: its store, and once it is whole its results.
///
///     hasil/sweep.store       every evaluation as it came: an SQLite file
///     hasil/results.csv       all evaluations in order
///     hasil/sweep.vl.json     their ranges as a picture
///     hasil/report.md         what they come to
///     hasil/datapackage.json  what the columns of the results are, for other programs
///     hasil/manifest.json     what made them
///
/// The last five depend on what was asked alone: not on threads, blocks or interruptions, nor on
/// how many parts it was computed in.
///
///     let folder = try SweepFolder("hasil", header: header)
///     try await folder.run(work)
///     if folder.isWhole {
///         try folder.finish(picture: drawn, report: markdown, package: described)
///     }
public struct SweepFolder {
    /// How a sweep is computed; nothing of it changes a result.
    public struct Effort: Sendable {
        static let mostShards = 1_000_000

        package var threads: Int
        package var block: Int
        /// Which part, from 1, of how many.
        package var shard: (part: Int, of: Int)

        /// The whole work on some threads, unless a part is named.
        ///
        /// - Parameter shard: part 1 of 4 is `(1, 4)`; parts differ in size by one evaluation at
        ///   most.
        public init(threads: Int, block: Int = 256, shard: (part: Int, of: Int) = (1, 1)) {
            self.threads = threads
            self.block = block
            self.shard = shard
        }

        /// The part `k/n` that `--shard` names.
        ///
        /// - Throws: ``InputFaults`` where it names none.
        package static func shard(_ text: String) throws(InputFaults) -> (part: Int, of: Int) {
            let hint = Phrase(
                id: "tulis bagian ke berapa dari berapa: '--shard 2/7'",
                en: "write which part of how many: '--shard 2/7'")
            let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map {
                Int($0)
            }
            guard numbers.count == 2, let part = numbers[0], let of = numbers[1], part >= 1,
                part <= of
            else {
                throw InputFaults(
                    option: "--shard",
                    Phrase(id: "'\(text)' bukan bagian", en: "'\(text)' is not a part"), hint: hint)
            }
            guard of <= mostShards else {
                let most = Int64(mostShards)
                throw InputFaults(
                    option: "--shard",
                    Phrase(
                        id: "paling banyak \(Language.indonesian.numbers.format(most)) bagian",
                        en: "at most \(Language.english.numbers.format(most)) parts"), hint: hint)
            }
            return (part, of)
        }

        func numbers(of count: Int) -> Range<Int> {
            let bound = { (part: Int) in
                (count / shard.of) * part + (count % shard.of) * part / shard.of
            }
            return bound(shard.part - 1)..<bound(shard.part)
        }
    }

    /// Names of what a whole sweep comes to, in the order in which they are put in place.
    private static let results = [
        "results.csv", "sweep.vl.json", "report.md", DataPackage.file, "manifest.json",
    ]

    package let path: String
    package let header: SweepHeader
    let store: SweepStore
    private let files: SourceFiles

    /// Opens a folder, or makes it.
    ///
    /// - Parameters:
    ///   - startsOver: throws away what was computed before.
    ///   - replacesOthers: also writes over results that are not of this sweep.
    /// - Throws: ``OutputFault``, ``SweepStoreFault``.
    public init(
        _ path: String, header: SweepHeader, startsOver: Bool = false,
        replacesOthers: Bool = false, in files: SourceFiles = SourceFiles()
    ) throws {
        self.path = path
        self.header = header
        self.files = files
        let file = StoreFile(in: path, files)
        let others = Self.results.filter(files.names(in: path).contains)
        if !file.isThere, !others.isEmpty, !replacesOthers {
            throw OutputFault(path: path, reason: .holds(others))
        }
        try OutputFolder.make(files.canonical(path), files, shownAs: path)
        do {
            store = try SweepStore(file, header: header, startsOver: startsOver)
        } catch let fault as OutputFault where fault.reason == .diskFull {
            throw Self.interrupted(fault)
        }
    }

    /// How many evaluations are there.
    public var done: Int { store.done }
    /// Rows of the store that had been damaged; their evaluations are done again.
    package var damaged: Int { store.damaged }
    package var isWhole: Bool { done == header.columns.count }

    package func size(of effort: Effort) -> Int { effort.numbers(of: header.columns.count).count }

    /// Computes what is missing.
    ///
    /// - Parameter progress: gets how many of the part's evaluations are there.
    /// - Throws: ``InputFaults`` where the store cannot be written; what was written before stays.
    public func run(
        _ work: SweepWork, _ effort: Effort, progress: ((Int) -> Void)? = nil
    ) async throws {
        let part = effort.numbers(of: header.columns.count)
        let missing = store.missing(in: part)
        var done = part.count - missing.reduce(0) { $0 + $1.count }
        progress?(done)
        let (columns, digest) = (header.columns, header.digest)
        let blocks = SweepWork.blocks(of: missing, size: effort.block)
        store.begin(
            effort.shard == (1, 1) ? "sweep" : "sweep \(effort.shard.part)/\(effort.shard.of)")
        do {
            try await work.run(blocks, threads: effort.threads) {
                let chunk = SweepChunk($0, columns)
                return (chunk, chunk.digest(digest))
            } take: {
                try store.append($1.0, digest: $1.1)
                done += $0.count
                progress?(done)
            }
            try store.finish()
        } catch let fault as OutputFault {
            throw Self.interrupted(fault)
        }
    }

    private static func interrupted(_ fault: OutputFault) -> InputFaults {
        InputFaults([
            Diagnostic(
                at: Position(file: fault.path), Phrase.cannotWrite(fault.reason),
                hint: Phrase(
                    id: "hasil yang sudah ditulis tetap ada: perbaiki, lalu jalankan lagi "
                        + "perintah yang sama",
                    en: "what was written stays: put it right, then run the same command again"))
        ])
    }

    /// Takes in the evaluations of other stores of the same sweep, bit by bit.
    func take(_ others: [SweepStore]) throws {
        store.begin("merge")
        let digest = header.digest
        for other in others {
            try other.read { chunk in
                for range in store.missing(in: chunk.numbers) {
                    let part = chunk.part(range)
                    try store.append(part, digest: part.digest(digest))
                }
            }
        }
        try store.finish()
    }

    /// Writes the results of a whole sweep, the manifest last.
    ///
    /// They are put in place together, and while they are not there is no manifest. The numbers are
    /// read back from the store and not kept from computing, so that a sweep that was resumed or
    /// merged has the results of one that was not.
    ///
    /// - Parameters:
    ///   - picture: makes the bytes of `sweep.vl.json`.
    ///   - report: makes the bytes of `report.md`.
    ///   - package: makes those of `datapackage.json`, which describes the bytes of `results.csv`.
    /// - Returns: what the sweep came to.
    /// - Throws: ``OutputFault``, ``SweepStoreFault``.
    @discardableResult
    public func finish(
        marks: CSVMarks = .plain, picture: (SweepResult) -> [UInt8],
        report: (SweepResult) -> [UInt8], package: (SweepResult, _ rows: [UInt8]) -> [UInt8]
    ) throws -> SweepResult {
        var rows = SweepRows(header.columns, marks)
        var summary = SweepTally(header.columns)
        try store.readWhole {
            rows.append($0)
            summary.add($0)
        }
        let result = header.result(summary.summary)
        let contents = [
            rows.bytes, picture(result), report(result), package(result, rows.bytes),
        ]
        var manifest = header.manifest
        for (name, bytes) in zip(Self.results, contents) { manifest.add(bytes, as: name) }
        try replace(contents + [manifest.bytes])
        return result
    }

    /// Puts the files of the whole in place, in the order of their names, unless they are there as
    /// they are.
    private func replace(_ contents: [[UInt8]]) throws(OutputFault) {
        let paths = Self.results.map { path + "/" + $0 }
        let (folder, last) = (files.canonical(path), files.canonical(paths[4]))
        let known = FileManager.default.contents(atPath: last).map(Array.init)
        guard known != contents[4] || OutputFolder.written(in: folder) != Set(Self.results) else {
            return
        }
        // A list cannot hold values that nobody may copy.
        var first = try AtomicFile(paths[0], over: .any, in: files)
        var second = try AtomicFile(paths[1], over: .any, in: files)
        var third = try AtomicFile(paths[2], over: .any, in: files)
        var fourth = try AtomicFile(paths[3], over: .any, in: files)
        var fifth = try AtomicFile(paths[4], over: .any, in: files)
        try first.write(contents[0])
        try second.write(contents[1])
        try third.write(contents[2])
        try fourth.write(contents[3])
        try fifth.write(contents[4])
        try PartialFiles.undisturbed { () throws(OutputFault) in
            unlink(last)
            try first.commit()
            try second.commit()
            try third.commit()
            try fourth.commit()
            try fifth.commit()
        }
    }
}
