/// Why a text is not CSV.
struct CSVFault: Error {
    /// What breaks the rules of quoting.
    enum Kind {
        /// A quote that nothing closes.
        case openQuote
        /// Something between a closing quote and the next delimiter.
        case textAfterQuote
    }

    /// What is wrong.
    let kind: Kind
    /// Where: the opening quote, or what follows the closing one.
    let position: Position
}

/// Walks through a CSV text record by record; lines that are empty or blank are passed over.
///
/// A record ends at a line end outside quotes, so one record may span lines. Blanks around a cell
/// are dropped unless they are quoted; inside quotes two quotes stand for one. A quote in the
/// middle of an unquoted cell is an ordinary character. A trailing delimiter makes an empty last
/// cell. The work is linear in the length of the text.
///
///     region;rate;source
///     35.05;0,25;"Sakernas; ""Agustus"""
struct CSVScanner {
    /// The file, for the places of cells.
    private let file: String
    /// The text, scalar by scalar, as columns are counted.
    private let scalars: [Unicode.Scalar]
    /// `,` or `;`.
    private let delimiter: Unicode.Scalar
    /// The scalar to be read next.
    private var index = 0
    /// Its line, from 1.
    private var line = 1
    /// Its column, from 1.
    private var column = 1

    /// Begins at the first record; the first line that is not blank decides the delimiter.
    init(_ source: SourceText) {
        file = source.file
        scalars = Array(source.text.unicodeScalars)
        delimiter = Self.delimiter(of: source.lines.first { !$0.allSatisfy(\.isWhitespace) } ?? "")
    }

    /// The mark that the header has more of outside quotes; `,` among equals.
    ///
    /// A spreadsheet set to Indonesian writes `;`, because its decimal mark is the comma. Only the
    /// header is asked: numbers do not stand there, so their commas cannot mislead.
    private static func delimiter(of header: Substring) -> Unicode.Scalar {
        var (commas, semicolons, isQuoted) = (0, 0, false)
        for character in header {
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, character == "," { commas += 1 }
            if !isQuoted, character == ";" { semicolons += 1 }
        }
        return semicolons > commas ? ";" : ","
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

    /// The place of the scalar to be read next.
    private var place: Position { Position(file: file, line: line, column: column) }

    /// Passes over one scalar, counting lines and columns.
    private mutating func advance() {
        if scalars[index] == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        index += 1
    }

    /// Whether a delimiter, a line end or the end of the text comes next.
    private var isAtCellEnd: Bool {
        index >= scalars.count || scalars[index] == delimiter || scalars[index] == "\n"
    }

    /// Passes over lines that hold nothing but blanks and tabs, as spreadsheets and hands leave
    /// them at the end.
    ///
    /// The blanks before a record are padding of its first cell and stay.
    private mutating func skipBlankLines() {
        while true {
            let ahead = scalars[index...].firstIndex { $0 != " " && $0 != "\t" } ?? scalars.count
            guard ahead == scalars.count || scalars[ahead] == "\n" else { return }
            while index < ahead { advance() }
            guard index < scalars.count else { return }
            advance()
        }
    }

    /// Passes over blanks and tabs that pad a cell.
    private mutating func skipBlanks() {
        while !isAtCellEnd, scalars[index] == " " || scalars[index] == "\t" { advance() }
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
            while let last = text.last, last == " " || last == "\t" { text.removeLast() }
            return CSVCell(text: FormulaText.bare(String(text)), position: start)
        }
        let text = FormulaText.bare(try quoted(from: start))
        skipBlanks()
        guard isAtCellEnd else { throw CSVFault(kind: .textAfterQuote, position: place) }
        return CSVCell(text: text, position: start)
    }

    /// The text between quotes; two quotes stand for one.
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
