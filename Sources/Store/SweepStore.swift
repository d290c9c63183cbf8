import Analysis
import Formats
import Foundation

/// The results of a sweep as they come, in a file that survives the end of the process at any
/// moment.
///
///     lindung-sweep 1
///     83c1f0aa 0 {"columns":...}
///     5e0b7a91 1 dasar,1,0.5,bpu,1214236800,
///
/// Lines are appended and never changed. What a killed process left half written does not match its
/// checksum and is cut off when the store is opened again. One process at a time may have it open:
/// the lock is on the open file, so the end of a process, however it comes, gives it back.
///
/// A class, because it owns an open file that several parts of a sweep add to; it stays on the
/// thread that takes the results.
final class SweepStore {
    /// The file's name in the folder of results.
    static let name = OutputFolder.sweepStore
    /// The first line; the number is that of the format.
    static let magic = "lindung-sweep 1\n"
    /// Bytes that are gathered before they are written.
    private static let room = 1 << 16

    /// As its reader would name it.
    let path: String
    /// What the results rest on.
    let header: SweepHeader
    /// Which evaluations are there, written or gathered.
    private(set) var rows: SweepRows
    /// The open file; it holds the lock.
    private let descriptor: Int32
    /// Lines not yet written.
    private var pending: [UInt8] = []
    /// The bytes of a store that is only read.
    private var reading: MappedFile?
    /// When lines were last written, and last known to be on the disk.
    private var written = ContinuousClock.now
    /// When they were last known to be on the disk.
    private var synced = ContinuousClock.now

    /// Opens the store of a folder, or begins it.
    ///
    /// - Parameters:
    ///   - folder: made where it is missing.
    ///   - startsOver: throws away what is there.
    /// - Throws: ``OutputFault``, ``SweepStoreFault``.
    init(
        _ folder: String, header: SweepHeader, startsOver: Bool = false,
        in files: SourceFiles = SourceFiles()
    ) throws {
        // A limit on the size of files is told as a full disk, not by the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        try Self.make(files.canonical(folder), shownAs: folder)
        path = folder + "/" + Self.name
        descriptor = open(
            files.canonical(folder) + "/" + Self.name, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC,
            0o644)
        self.header = header
        rows = SweepRows(UnsafeBufferPointer(start: nil, count: 0), after: 0, count: 0)
        guard descriptor >= 0 else { throw OutputFault(path: path, error: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw SweepStoreFault(path: path, .locked)
        }
        let bytes = try MappedBytes(descriptor, path: path)
        switch SweepStoreFault.Opening(bytes.buffer) {
        case .empty: try begin()
        case .header where startsOver, .otherFormat where startsOver: try begin()
        case .foreign: throw SweepStoreFault(path: path, .notAStore)
        case .otherFormat(let number): throw SweepStoreFault(path: path, .otherFormat(number))
        case .header(let found, let end):
            let rows = SweepRows(bytes.buffer, after: end, count: found.columns.count)
            guard found.digest == header.digest else {
                throw SweepStoreFault(path: path, .other(found, header, rows: rows.count))
            }
            self.rows = rows
            ftruncate(descriptor, off_t(rows.end))
        }
    }

    deinit { close(descriptor) }

    /// What a store rests on; nil where there is none at the path.
    ///
    /// - Throws: ``OutputFault``, ``SweepStoreFault``.
    static func header(_ path: String, in files: SourceFiles) throws -> SweepHeader? {
        let descriptor = open(files.canonical(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let bytes = try MappedBytes(descriptor, path: path)
        switch SweepStoreFault.Opening(bytes.buffer) {
        case .header(let header, _): return header
        case .empty: return nil
        case .foreign: throw SweepStoreFault(path: path, .notAStore)
        case .otherFormat(let number): throw SweepStoreFault(path: path, .otherFormat(number))
        }
    }

    /// Writes the header of a store that has nothing yet.
    private func begin() throws {
        ftruncate(descriptor, 0)
        let bytes = Array(Self.magic.utf8) + SweepLines.line(0, header.json)
        try write(bytes)
        fsync(descriptor)
        rows = SweepRows(
            UnsafeBufferPointer(start: nil, count: 0), after: bytes.count,
            count: header.columns.count)
    }

    /// Adds lines; they are on their way to the disk within a quarter of a second of the next
    /// lines, and on it within two.
    ///
    /// A killed process loses what it had gathered and no more; a power cut loses two seconds.
    ///
    /// - Throws: ``OutputFault``; what was written before stays.
    func append(_ lines: [UInt8]) throws(OutputFault) {
        lines.withUnsafeBufferPointer { rows.append($0) }
        pending += lines
        let now = ContinuousClock.now
        guard pending.count >= Self.room || now - written > .milliseconds(250) else { return }
        try flush(now)
        if now - synced > .seconds(2) {
            fsync(descriptor)
            synced = now
        }
    }

    /// Writes what was gathered, and waits until it is on the disk.
    func finish() throws(OutputFault) {
        try flush(.now)
        guard fsync(descriptor) == 0 else { throw OutputFault(path: path, error: errno) }
    }

    /// Writes what was gathered.
    private func flush(_ now: ContinuousClock.Instant) throws(OutputFault) {
        let bytes = pending
        pending.removeAll(keepingCapacity: true)
        written = now
        try write(bytes)
    }

    /// Writes bytes at the end of the file.
    ///
    /// Where the disk is full a part of them may be there; its last line is then torn.
    private func write(_ bytes: [UInt8]) throws(OutputFault) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw OutputFault(path: path, error: errno)
            }
            done += count
        }
    }

    /// Everything that was written.
    func contents() throws(OutputFault) -> MappedBytes { try MappedBytes(descriptor, path: path) }

    /// The line of an evaluation that is there.
    ///
    /// A store that is read from is not written to, so its bytes are mapped once.
    func line(_ number: Int) throws(OutputFault) -> [UInt8] {
        if reading == nil { reading = MappedFile(try contents()) }
        guard let bytes = reading?.bytes.buffer, let row = rows.start(number) else { return [] }
        var start = row
        while start > 0, bytes[start - 1] != SweepCell.newline { start -= 1 }
        let end = bytes[row...].firstIndex(of: SweepCell.newline) ?? bytes.count - 1
        return Array(bytes[start...end])
    }

    /// Makes a folder and those above it; one that is there is left alone.
    private static func make(_ folder: String, shownAs path: String) throws(OutputFault) {
        var status = stat()
        if stat(folder, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw OutputFault(path: path, reason: .isFile(path))
            }
            return
        }
        try make(FilePath.folder(of: folder), shownAs: path)
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
            throw OutputFault(path: path, error: errno)
        }
    }
}

/// Mapped bytes with an owner that can be kept.
private final class MappedFile {
    /// Unmapped when the last reference goes.
    let bytes: MappedBytes

    /// Takes the bytes over; nobody else may have them.
    init(_ bytes: consuming MappedBytes) { self.bytes = bytes }
}

/// The bytes of an open file, as far as it went when they were mapped.
///
/// A store of millions of rows is read without a copy of it in memory.
struct MappedBytes: ~Copyable {
    /// Valid as long as the value lives.
    let buffer: UnsafeBufferPointer<UInt8>

    /// - Throws: ``OutputFault`` where the file cannot be read.
    init(_ descriptor: Int32, path: String) throws(OutputFault) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw OutputFault(path: path, error: errno) }
        let count = Int(status.st_size)
        guard count > 0 else {
            buffer = UnsafeBufferPointer(start: nil, count: 0)
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
            start != MAP_FAILED
        else { throw OutputFault(path: path, error: errno) }
        buffer = UnsafeBufferPointer(
            start: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)), count: count)
    }

    deinit {
        if let start = buffer.baseAddress {
            munmap(UnsafeMutableRawPointer(mutating: start), buffer.count)
        }
    }
}
