import Analysis

/// Lines of a sweep's store in the making.
///
///     5e0b7a91 12 dasar,12,0.5,bpu,1214236800,
///
/// A checksum of what follows it, the number of the evaluation from 1, and its row of the results.
/// A line is whole or it is not there: what is torn does not match its checksum.
///
/// Lines are made on the thread that evaluated their block, so that the one which writes has
/// nothing to do but append.
struct SweepLines: Sendable {
    /// The names that rows hold.
    let columns: SweepColumns
    /// For each policy the cell that names it, with its comma.
    private let policies: [[UInt8]]
    /// For each input the cells of its choices; nil where it is a number.
    private let choices: [[[UInt8]]?]
    /// Why a result is missing, in a few words without a comma.
    private let reason: @Sendable (any Error) -> String

    /// - Parameter reason: names what was thrown, alike for alike faults.
    init(_ columns: SweepColumns, reason: @escaping @Sendable (any Error) -> String) {
        self.columns = columns
        policies = columns.policies.map { SweepCell.quoted($0) + [SweepCell.comma] }
        choices = columns.inputs.map { $0.choices.map { $0.map(SweepCell.quoted) } }
        self.reason = reason
    }

    /// The lines of some evaluations, one after the other, in order of number.
    ///
    /// The checksum of a line stands before it, so eight digits are kept free and written over
    /// once the row is known.
    func bytes(_ block: SweepBlock) -> [UInt8] {
        var bytes: [UInt8] = []
        let width = columns.inputs.count + columns.outcomes.count
        bytes.reserveCapacity(block.numbers.count * (40 + 18 * width))
        for (offset, number) in block.numbers.enumerated() {
            let start = bytes.count
            bytes.append(contentsOf: repeatElement(SweepCell.blank, count: 9))
            SweepCell.append(UInt64(number) + 1, to: &bytes)
            bytes.append(SweepCell.blank)
            appendRow(number, block.points[offset], block.results[offset], to: &bytes)
            Self.close(&bytes, from: start)
        }
        return bytes
    }

    /// A line of another kind, such as the header of a store, which has the number 0.
    static func line(_ number: Int, _ text: String) -> [UInt8] {
        var bytes = Array(repeating: SweepCell.blank, count: 9)
        bytes.append(contentsOf: "\(number) \(text)".utf8)
        close(&bytes, from: 0)
        return bytes
    }

    /// Ends a line and writes its checksum before it.
    private static func close(_ bytes: inout [UInt8], from start: Int) {
        let checksum = bytes.withUnsafeBufferPointer {
            SweepCell.checksum(UnsafeBufferPointer(rebasing: $0[(start + 9)...]))
        }
        SweepCell.write(checksum, over: &bytes, at: start)
        bytes.append(SweepCell.newline)
    }

    /// One row of the results, without its line end.
    private func appendRow(
        _ number: Int, _ point: [Double], _ result: PointResult, to bytes: inout [UInt8]
    ) {
        bytes.append(contentsOf: policies[number / columns.points])
        SweepCell.append(UInt64(number % columns.points) + 1, to: &bytes)
        bytes.append(SweepCell.comma)
        for (index, coordinate) in point.enumerated() {
            if let cells = choices[index] {
                if let cell = Int(exactly: coordinate), cells.indices.contains(cell) {
                    bytes.append(contentsOf: cells[cell])
                }
            } else {
                SweepCell.append(coordinate, to: &bytes)
            }
            bytes.append(SweepCell.comma)
        }
        switch result {
        case .values(let values):
            for value in values {
                SweepCell.append(value, to: &bytes)
                bytes.append(SweepCell.comma)
            }
        case .failed(let error):
            bytes.append(
                contentsOf: repeatElement(SweepCell.comma, count: columns.outcomes.count))
            bytes.append(contentsOf: SweepCell.quoted(reason(error)))
        }
    }
}

/// What the lines of a store say, by place; the rows themselves stay where they are.
///
/// The order of lines does not matter, and of two lines for one evaluation either will do: results
/// follow from the number alone. Lines that do not match their checksums are as if they were not
/// there; those at the end are cut off, those within the file are counted.
struct SweepRows {
    /// A row within the bytes of a store, line end included.
    typealias Place = (start: Int, end: Int)

    /// Where the row of each evaluation begins, -1 where there is none, by number from 0.
    private var starts: [Int]
    /// How many rows there are.
    private(set) var count = 0
    /// Lines within the file that do not match their checksums.
    private(set) var damaged = 0
    /// Where the last whole line ends; what follows was torn.
    private(set) var end: Int

    /// Takes in the lines of a store after its header.
    ///
    /// - Parameters:
    ///   - bytes: the whole store.
    ///   - header: where the header ends.
    ///   - count: how many evaluations the sweep has; lines beyond are damaged ones.
    /// - Complexity: O(bytes), some two hundred megabytes a second.
    init(_ bytes: UnsafeBufferPointer<UInt8>, after header: Int, count: Int) {
        starts = Array(repeating: -1, count: count)
        end = header
        var line = header
        var bad = 0
        while line < bytes.count {
            let next = bytes[line...].firstIndex(of: SweepCell.newline).map { $0 + 1 }
            guard let next else { break }
            if let (number, row) = Self.parse(bytes, line, next), number <= count, number > 0 {
                if starts[number - 1] < 0 { self.count += 1 }
                starts[number - 1] = row
                end = next
                damaged += bad
                bad = 0
            } else {
                bad += 1
            }
            line = next
        }
    }

    /// Notes lines that were appended at the end.
    ///
    /// They come from ``SweepLines`` or another store and are not checked again.
    mutating func append(_ lines: UnsafeBufferPointer<UInt8>) {
        var line = 0
        while line < lines.count {
            guard let next = lines[line...].firstIndex(of: SweepCell.newline).map({ $0 + 1 }),
                let (number, row) = Self.parse(lines, line, next, isTrusted: true)
            else { return }
            if starts[number - 1] < 0 { count += 1 }
            starts[number - 1] = end + row
            line = next
        }
        end += lines.count
    }

    /// Where the row of an evaluation begins; nil where there is none.
    func start(_ number: Int) -> Int? { starts[number] < 0 ? nil : starts[number] }

    /// The evaluations of a range that are not there, as ranges: what a resumed sweep computes,
    /// and what a merge says is missing.
    func missing(in range: Range<Int>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for number in range where starts[number] < 0 {
            if let last = ranges.last, last.upperBound == number {
                ranges[ranges.count - 1] = last.lowerBound..<number + 1
            } else {
                ranges.append(number..<number + 1)
            }
        }
        return ranges
    }

    /// The number of a line and where its row begins; nil where it does not match its checksum.
    static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ next: Int, isTrusted: Bool = false
    ) -> (number: Int, row: Int)? {
        guard next - start > 11, bytes[start + 8] == SweepCell.blank else { return nil }
        var place = start + 9
        var number = 0
        while place < next - 1, 48...57 ~= bytes[place], number < 1 << 58 {
            number = number * 10 + Int(bytes[place] - 48)
            place += 1
        }
        guard place > start + 9, bytes[place] == SweepCell.blank else { return nil }
        if !isTrusted {
            var stated: [UInt8] = Array(repeating: 0, count: 8)
            let body = UnsafeBufferPointer(rebasing: bytes[(start + 9)..<(next - 1)])
            SweepCell.write(SweepCell.checksum(body), over: &stated, at: 0)
            guard stated.elementsEqual(bytes[start..<start + 8]) else { return nil }
        }
        return (number, place + 1)
    }
}
