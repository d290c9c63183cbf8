import Quantities

/// Why a text is not CSV.
struct CSVFault: Error {
    package enum Kind {
        case openQuote
        case textAfterQuote
    }

    let kind: Kind
    /// Where: the opening quote, or what follows the closing one.
    let position: Position
}

/// Walks through a CSV text record by record; lines that are empty or blank are passed over.
///
/// A record ends at a line end outside quotes, so one record may span lines. Blanks of any kind
/// around a cell are dropped unless they are quoted; inside quotes two quotes stand for one. A
/// quote in the middle of an unquoted cell is an ordinary character. A trailing delimiter makes an
/// empty last cell. A first line `sep=;`, as Excel writes it, names the delimiter and is no record.
/// The work is linear in the length of the text.
///
///     region;rate;source
///     35.05;0,25;"Sakernas; ""Agustus"""
struct CSVScanner {
    private let source: CSVText
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var index = 0
    /// Its line, from 1.
    private var line = 1

    private static let newline = UInt8(ascii: "\n")
    private static let quote = UInt8(ascii: "\"")

    /// The delimiters that are looked for; among equals the earlier one.
    private static let delimiters: [Unicode.Scalar] = [",", ";", "\t"]

    /// Begins at the first record.
    init(_ text: SourceText) {
        source = CSVText(text)
        bytes = source.bytes
        let lines = Self.firstLines(text.text)
        let declared = lines.first.flatMap(Self.declared)
        delimiter = UInt8(ascii: declared ?? Self.delimiter(of: lines))
        guard declared != nil else { return }
        skipBlankLines()
        while index < bytes.count, bytes[index] != Self.newline { index += 1 }
    }

    /// The first ten lines that are not blank.
    private static func firstLines(_ text: String) -> [Substring] {
        var (lines, rest): ([Substring], Substring) = ([], text[...])
        while lines.count < 10, !rest.isEmpty {
            let end = rest.utf8.firstIndex(of: newline) ?? rest.endIndex
            let line = rest[..<end]
            if !line.unicodeScalars.allSatisfy(\.isBlank) { lines.append(line) }
            rest = end == rest.endIndex ? "" : rest[rest.utf8.index(after: end)...]
        }
        return lines
    }

    /// The delimiter that a line `sep=;` names; nil for any other line.
    private static func declared(_ line: Substring) -> Unicode.Scalar? {
        let scalars = line.lowercased().unicodeScalars.filter { $0 != "\"" && $0 != " " }
        guard scalars.count == 5, String(String.UnicodeScalarView(scalars.prefix(4))) == "sep="
        else { return nil }
        return delimiters.first { $0 == scalars.last }
    }

    /// The mark that the header has most of outside quotes.
    ///
    /// A spreadsheet set to Indonesian writes `;`, because its decimal mark is the comma. Numbers
    /// do not stand in the header, so their commas cannot mislead. The header is the first line
    /// whose mark the next line has too: a title above it may hold a comma.
    private static func delimiter(of lines: [Substring]) -> Unicode.Scalar {
        let counts = lines.map(counts)
        for (line, next) in zip(counts, counts.dropFirst()) {
            if let mark = commonest(line), next[mark] ?? 0 > 0 { return mark }
        }
        return counts.first.flatMap(commonest) ?? ","
    }

    private static func counts(_ line: Substring) -> [Unicode.Scalar: Int] {
        var (counts, isQuoted): ([Unicode.Scalar: Int], Bool) = ([:], false)
        for scalar in line.unicodeScalars {
            if scalar == "\"" { isQuoted.toggle() }
            if !isQuoted, delimiters.contains(scalar) { counts[scalar, default: 0] += 1 }
        }
        return counts
    }

    /// The delimiter that a line has most of; nil where it has none.
    private static func commonest(_ counts: [Unicode.Scalar: Int]) -> Unicode.Scalar? {
        guard let most = counts.values.max() else { return nil }
        return delimiters.first { counts[$0] == most }
    }

    /// The next record; nil at the end.
    ///
    /// - Returns: as many cells as the record has; whether that fits the header is not asked here.
    /// - Throws: ``CSVFault``; nothing after it can be trusted, so no record follows.
    mutating func next() throws(CSVFault) -> CSVRow? {
        skipBlankLines()
        guard index < bytes.count else { return nil }
        let (start, first, line) = (index, source.cells.count, line)
        while true {
            source.cells.append(try cell(of: start, line))
            guard index < bytes.count else { break }
            let ended = bytes[index] == Self.newline
            if ended { self.line += 1 }
            index += 1
            if ended { break }
        }
        return CSVRow(of: source, start: start, line: line, first: first)
    }

    private var isAtCellEnd: Bool {
        index >= bytes.count || bytes[index] == delimiter || bytes[index] == Self.newline
    }

    /// The scalar that begins at a place, and how many bytes it has.
    private func scalar(at place: Int) -> (value: Unicode.Scalar, length: Int) {
        let lead = bytes[place]
        guard lead >= 0x80 else { return (Unicode.Scalar(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead & (0x7F >> UInt8(length)))
        for byte in bytes[place + 1..<place + length] { value = value << 6 | UInt32(byte & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// Passes over lines that hold nothing but blanks and tabs, as spreadsheets and hands leave
    /// them at the end.
    ///
    /// The blanks before a record are padding of its first cell and stay.
    private mutating func skipBlankLines() {
        while true {
            var ahead = index
            while ahead < bytes.count, bytes[ahead] != Self.newline {
                let (value, length) = scalar(at: ahead)
                guard value.isBlank else { return }
                ahead += length
            }
            index = ahead
            guard index < bytes.count else { return }
            (index, line) = (index + 1, line + 1)
        }
    }

    private mutating func skipBlanks() {
        while !isAtCellEnd {
            let (value, length) = scalar(at: index)
            guard value.isBlank else { return }
            index += length
        }
    }

    /// Reads one cell and stops before its delimiter.
    ///
    /// - Parameters:
    ///   - start: the first byte of its record.
    ///   - line: of that byte.
    /// - Throws: ``CSVFault`` where a quote is not closed, or is followed by more text.
    private mutating func cell(of start: Int, _ line: Int) throws(CSVFault) -> CSVText.Extent {
        skipBlanks()
        let first = index
        guard index < bytes.count, bytes[index] == Self.quote else {
            while !isAtCellEnd { index += 1 }
            return CSVText.Extent(start: first, end: end(first..<index), isQuoted: false)
        }
        let isClosed = skipQuoted()
        let end = index
        skipBlanks()
        guard isClosed, isAtCellEnd else {
            let row = CSVRow(of: source, start: start, line: line, first: source.cells.count)
            throw CSVFault(
                kind: isClosed ? .textAfterQuote : .openQuote,
                position: row.position(of: isClosed ? index : first))
        }
        return CSVText.Extent(start: first, end: end, isQuoted: true)
    }

    /// Where some bytes end without the blanks at their end.
    private func end(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound {
            var last = end - 1
            while bytes[last].isContinuation { last -= 1 }
            guard scalar(at: last).value.isBlank else { break }
            end = last
        }
        return end
    }

    /// Passes over a text in quotes; false where they are not closed.
    private mutating func skipQuoted() -> Bool {
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == Self.newline { line += 1 }
            guard byte == Self.quote else { continue }
            guard index < bytes.count, bytes[index] == Self.quote else { return true }
            index += 1
        }
        return false
    }
}

/// Tells a table from what people and spreadsheets put around it.
///
///     REALISASI BELANJA 2026,,          a title: one filled cell above the header
///     region,segment,persons            the header
///     (1),(2),(3)                       numbers of columns, as printed tables have
///     61.11,petani,1000
///     ,,                                nothing
///     Jumlah,,1000                      a total, which would count twice
///     Sumber: BPS,,                     a note
///
/// Only what cannot be a row of data is passed over. All but empty rows are told of, since a reader
/// should know what was not read.
package struct CSVTrim {
    /// Why a row is no row of data.
    package enum Kind {
        /// Stands above the header.
        case title
        case numbering
        case total
        case note
    }

    /// A row that is not read, and why.
    struct Passed {
        let position: Position
        let kind: Kind
    }

    /// Words that stand alone in the first filled cell of a row of totals.
    private static let totals: Set<String> = [
        "total", "jumlah", "grandtotal", "jumlahtotal", "totaljumlah", "totalkeseluruhan",
        "jumlahkeseluruhan", "subtotal", "subjumlah", "jumlahtotaltotal",
    ]
    private static let notes = [
        "sumber:", "sumber :", "source:", "catatan:", "catatan :", "keterangan:", "keterangan :",
        "ket:", "note:", "notes:", "*",
    ]

    /// The row of names; nil where no row has anything in it.
    let header: CSVRow?
    /// The rows of data, in the order of the file.
    private(set) var rows: [CSVRow] = []
    /// The rows that are not read, besides empty ones.
    private(set) var passedOver: [Passed] = []

    init(_ records: [CSVRow]) {
        let filled = records.filter { $0.cells.contains { !$0.isEmpty } }
        // A title is followed by a header, which fills more than one cell.
        let names = filled.prefix(10).firstIndex { $0.filledCount > 1 } ?? 0
        header = filled.indices.contains(names) ? filled[names] : nil
        passedOver = filled.prefix(names).map { .init(position: $0.position, kind: .title) }
        for row in filled.dropFirst(names + 1) {
            if let kind = Self.kind(row) {
                passedOver.append(.init(position: row.position, kind: kind))
            } else {
                rows.append(row)
            }
        }
    }

    /// Whether something is the name of a row of totals: `Total`, `JUMLAH`.
    package static func isTotal(_ text: String) -> Bool {
        // Nearly all cells are told apart by their first letter.
        let first = text.utf8.first { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
        guard let first, first >= 0x80 || "tjgs".utf8.contains(first | 0x20) else { return false }
        return totals.contains(text.lowercased().filter(\.isLetter))
    }

    /// What a row below the header is, where it is no row of data.
    private static func kind(_ row: CSVRow) -> Kind? {
        guard let first = row.cells.first(where: { !$0.isEmpty })?.text else { return nil }
        if isTotal(first) { return .total }
        if row.filledCount == 1 || first.utf8.contains(UInt8(ascii: ":")),
            notes.contains(where: first.lowercased().hasPrefix)
        {
            return .note
        }
        guard first == "(1)", row.cells.count > 1 else { return nil }
        let isNumbering = row.cells.enumerated().allSatisfy { $1.text == "(\($0 + 1))" }
        return isNumbering ? .numbering : nil
    }
}

extension CSVRow {
    fileprivate var filledCount: Int { cells.count { !$0.isEmpty } }
}
