import Formats
import Quantities

/// Why a store of results cannot be used.
///
/// A store is never mended by guessing and never overwritten unasked: hours of computing may lie in
/// it. The words say what it is and what would help.
public struct SweepStoreFault: Error, Sendable {
    /// What stands in the way.
    enum Reason: Sendable {
        /// Another process has it open.
        case locked
        /// The file is none.
        case notAStore
        /// It was written in a format of that number.
        case otherFormat(Int)
        /// It rests on something else: what it was made of, what was asked for, and how many rows
        /// it has.
        case other(SweepHeader, SweepHeader, rows: Int)
    }

    /// The store as its reader would name it.
    let path: String
    /// What stands in the way.
    let reason: Reason

    /// Why the store at a path cannot be used.
    init(path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// What a reader is told.
    public var diagnostic: Diagnostic {
        let place = Position(file: path)
        switch reason {
        case .locked:
            return Diagnostic(at: place, Phrase.storeLocked, hint: Phrase.storeLockedHint)
        case .notAStore:
            return Diagnostic(at: place, Phrase.notAStore, hint: Phrase.otherFolder)
        case .otherFormat(let number):
            return Diagnostic(
                at: place, Phrase.otherStoreFormat(number), hint: Phrase.otherFolder)
        case .other(let found, let asked, let rows):
            return Diagnostic(
                at: place, Phrase.otherStore(Self.differences(found, asked)),
                hint: Phrase.startOver(rows))
        }
    }

    /// The fault of a part that is to be joined with others.
    var amongParts: any Error {
        guard case .other(let found, let asked, _) = reason else { return self }
        return InputFaults([
            Diagnostic(
                at: Position(file: path), Phrase.otherStore(Self.differences(found, asked)),
                hint: Phrase.oneSweepOnly)
        ])
    }

    /// In what two sweeps differ: version, plan, data.
    ///
    /// Of data the files are named whose content no file of the store has.
    private static func differences(_ found: SweepHeader, _ asked: SweepHeader) -> [Phrase] {
        var differences: [Phrase] = []
        if found.version != asked.version {
            differences.append(Phrase.otherVersion(found.version, asked.version))
        }
        if found.plan != asked.plan { differences.append(Phrase.otherPlan) }
        guard found.data != asked.data else { return differences }
        let known = Set(found.inputs.map(\.sha256))
        let changed = asked.inputs.filter { !known.contains($0.sha256) }.map(\.file)
        return differences + [Phrase.otherData(changed)]
    }
}

extension SweepStoreFault {
    /// What the first lines of a file say.
    enum Opening {
        /// Nothing, or a beginning that was torn before any result.
        case empty
        /// A header, and where it ends.
        case header(SweepHeader, end: Int)
        /// A store of the format with that number, which this program does not read.
        case otherFormat(Int)
        /// Anything else.
        case foreign

        /// Reads the first two lines.
        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            let magic = Array(SweepStore.magic.utf8)
            guard bytes.starts(with: magic) else {
                let word = magic.prefix { $0 != SweepCell.blank }
                let isTorn = magic.starts(with: bytes)
                let rest = bytes.dropFirst(word.count + 1).prefix { $0 != SweepCell.newline }
                let number = Int(String(decoding: rest, as: UTF8.self))
                if isTorn {
                    self = .empty
                } else if bytes.starts(with: word), let number {
                    self = .otherFormat(number)
                } else {
                    self = .foreign
                }
                return
            }
            let line = bytes[magic.count...]
            guard let end = line.firstIndex(of: SweepCell.newline) else {
                self = .empty
                return
            }
            guard let (number, json) = SweepRows.parse(bytes, magic.count, end + 1), number == 0,
                let header = SweepHeader(json: bytes[json..<end])
            else {
                // A damaged header with results behind it may be of any sweep.
                self = .foreign
                return
            }
            self = .header(header, end: end + 1)
        }
    }
}
