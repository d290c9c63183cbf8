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
    private let file: String
    private let scalars: [Unicode.Scalar]
    private let delimiter: Unicode.Scalar
    private var index = 0
    /// Its line, from 1.
    private var line = 1
    /// Its column, from 1.
    private var column = 1

    /// The delimiters that are looked for; among equals the earlier one.
    private static let delimiters: [Unicode.Scalar] = [",", ";", "\t"]

    /// Begins at the first record.
    init(_ source: SourceText) {
        file = source.file
        scalars = Array(source.text.unicodeScalars)
        let filled = source.lines.lazy.filter { !$0.unicodeScalars.allSatisfy(\.isBlank) }
        let lines = Array(filled.prefix(10))
        let declared = lines.first.flatMap(Self.declared)
        delimiter = declared ?? Self.delimiter(of: lines)
        guard declared != nil else { return }
        skipBlankLines()
        while index < scalars.count, scalars[index] != "\n" { advance() }
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
        guard index < scalars.count else { return nil }
        let start = place
        var cells: [CSVCell] = []
        while true {
            cells.append(try cell())
            guard index < scalars.count else { break }
            let ended = scalars[index] == "\n"
            advance()
            if ended { break }
        }
        return CSVRow(position: start, cells: cells)
    }

    private var place: Position { Position(file: file, line: line, column: column) }

    private mutating func advance() {
        if scalars[index] == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        index += 1
    }

    private var isAtCellEnd: Bool {
        index >= scalars.count || scalars[index] == delimiter || scalars[index] == "\n"
    }

    /// Passes over lines that hold nothing but blanks and tabs, as spreadsheets and hands leave
    /// them at the end.
    ///
    /// The blanks before a record are padding of its first cell and stay.
    private mutating func skipBlankLines() {
        while true {
            let ahead =
                scalars[index...].firstIndex { !$0.isBlank || $0 == "\n" } ?? scalars.count
            guard ahead == scalars.count || scalars[ahead] == "\n" else { return }
            while index < ahead { advance() }
            guard index < scalars.count else { return }
            advance()
        }
    }

    private mutating func skipBlanks() {
        while !isAtCellEnd, scalars[index].isBlank { advance() }
    }

    /// Reads one cell and stops before its delimiter.
    ///
    /// - Throws: ``CSVFault`` where a quote is not closed, or is followed by more text.
    private mutating func cell() throws(CSVFault) -> CSVCell {
        skipBlanks()
        let start = place
        guard index < scalars.count, scalars[index] == "\"" else {
            var text = String.UnicodeScalarView()
            while !isAtCellEnd {
                text.append(scalars[index])
                advance()
            }
            while let last = text.last, last.isBlank { text.removeLast() }
            return CSVCell(text: FormulaText.bare(String(text)), position: start)
        }
        let text = FormulaText.bare(try quoted(from: start))
        skipBlanks()
        guard isAtCellEnd else { throw CSVFault(kind: .textAfterQuote, position: place) }
        return CSVCell(text: text, position: start)
    }

    private mutating func quoted(from start: Position) throws(CSVFault) -> String {
        var text = String.UnicodeScalarView()
        advance()
        while index < scalars.count {
            let scalar = scalars[index]
            advance()
            if scalar == "\"" {
                guard index < scalars.count, scalars[index] == "\"" else { return String(text) }
                advance()
            }
            text.append(scalar)
        }
        throw CSVFault(kind: .openQuote, position: start)
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
        let filled = records.filter { $0.cells.contains { !$0.text.isEmpty } }
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
        totals.contains(text.lowercased().filter(\.isLetter))
    }

    /// What a row below the header is, where it is no row of data.
    private static func kind(_ row: CSVRow) -> Kind? {
        guard let first = row.cells.first(where: { !$0.text.isEmpty })?.text else { return nil }
        if isTotal(first) { return .total }
        let start = first.lowercased()
        if row.filledCount == 1 || start.contains(":"), notes.contains(where: start.hasPrefix) {
            return .note
        }
        let numbers = row.cells.indices.map { "(\($0 + 1))" }
        return row.cells.count > 1 && row.cells.map(\.text) == numbers ? .numbering : nil
    }
}

extension CSVRow {
    fileprivate var filledCount: Int { cells.count { !$0.text.isEmpty } }
}
