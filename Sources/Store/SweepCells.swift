import Analysis

extension SweepSummary {
    /// Reads the rows of a sweep one after the other.
    ///
    /// The numbers are read back from the store and not kept from computing, so that a sweep that
    /// was resumed or merged has the report of one that was not.
    ///
    /// - Complexity: O(n log n) for n rows.
    ///
    /// - Parameters:
    ///   - bytes: the store.
    ///   - starts: where the row of each evaluation begins.
    init(_ bytes: UnsafeBufferPointer<UInt8>, starts: [Int], columns: SweepColumns) {
        var values = Array(
            repeating: Array(repeating: [Double](), count: columns.outcomes.count),
            count: columns.policies.count)
        var reasons: [String: (count: Int, first: Int)] = [:]
        for (number, start) in starts.enumerated() {
            let policy = number / max(1, columns.points)
            var cells = SweepCells(bytes, from: start)
            cells.skip(2 + columns.inputs.count)
            for outcome in columns.outcomes.indices {
                let value = SweepCell.number(cells.next())
                if !value.isNaN { values[policy][outcome].append(value) }
            }
            let reason = cells.next()
            guard !reason.isEmpty else { continue }
            let text = String(decoding: reason, as: UTF8.self)
            reasons[text, default: (0, number)].count += 1
        }
        let failures = reasons.map { (SweepFailure(text: $0), $1.count, $1.first) }
            .sorted { ($1.1, $0.2) < ($0.1, $1.2) }
        self.init(ranges: values.map { $0.map(Range.init) }, failures: failures)
    }
}

/// Walks through the cells of a row.
///
/// A comma between quotes ends no cell; a line end does, as no cell of a store holds one.
struct SweepCells {
    /// The whole store.
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the next cell begins.
    private var place: Int

    /// A walk that begins at the first byte of a cell, `start` bytes into the store.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.bytes = bytes
        place = start
    }

    /// Passes over cells.
    mutating func skip(_ count: Int) {
        for _ in 0..<count { _ = next() }
    }

    /// The bytes of the next cell, quotes included.
    mutating func next() -> ArraySlice<UInt8> {
        let start = place
        var isQuoted = false
        while place < bytes.count, bytes[place] != SweepCell.newline,
            isQuoted || bytes[place] != SweepCell.comma
        {
            if bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
            place += 1
        }
        defer { place += 1 }
        return ArraySlice(bytes[start..<place])
    }
}
