import Quantities

/// Writes result tables as CSV after RFC 4180, with `\n` between lines and `.` before decimals.
///
/// A missing number is an empty cell. Quotes stand only around cells that need them, so equal
/// tables give equal bytes.
///
///     year,purse,paid_rp
///     2025,dbh-cht,1214236800
///
/// Numbers have as many digits as they need to read back as the same number, never a thousands
/// mark, whatever the reader's language: these files are for programs. For spreadsheets that are
/// set to decimal commas, ``CSVMarks/indonesian`` divides cells by semicolons.
///
/// A text that a spreadsheet would take for a formula stands behind an apostrophe; see
/// ``FormulaText``.
public enum CSVWriter {
    /// The table as UTF-8 bytes, header first.
    ///
    /// - Complexity: O(cells), some ten million cells a second.
    package static func bytes(_ table: ResultTable, marks: CSVMarks = .plain) -> [UInt8] {
        let columns = table.columns
        var output = OutputBytes(reserving: (table.rowCount + 1) * columns.count * 10)
        for (index, column) in columns.enumerated() {
            if index > 0 { output.append(marks.delimiter) }
            output.appendCell(column.name, marks)
        }
        output.append(newline)
        for row in 0..<table.rowCount {
            for (index, column) in columns.enumerated() {
                if index > 0 { output.append(marks.delimiter) }
                output.appendCell(column.cells, at: row, marks)
            }
            output.append(newline)
        }
        return output.bytes
    }

    /// The table as text.
    public static func text(_ table: ResultTable) -> String {
        String(decoding: bytes(table), as: UTF8.self)
    }

    /// The mark after each row, the last one included.
    private static let newline = UInt8(ascii: "\n")
}

extension OutputBytes {
    fileprivate mutating func appendCell(
        _ cells: ResultTable.Cells, at row: Int, _ marks: CSVMarks
    ) {
        switch cells {
        case .text(let cells): appendCell(cells[row], marks)
        case .whole(let cells): append(Int64(cells[row]))
        case .rupiah(let cells): append(cells[row].amount)
        case .number(let cells): if !cells[row].isNaN { append(cells[row], marks) }
        }
    }

    package mutating func append(_ number: Double, _ marks: CSVMarks) {
        let start = bytes.count
        append(number)
        if marks.decimal != CSVMarks.plain.decimal { change(from: start, marks.localise) }
    }

    /// A text, in quotes where it holds a delimiter, a quote or a line end, or blanks at an end.
    package mutating func appendCell(_ text: String, _ marks: CSVMarks = .plain) {
        let text = FormulaText.guarded(ControlCharacters.shown(text))
        let utf8 = text.utf8
        let isSpecial = utf8.contains {
            $0 == marks.delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
        }
        guard isSpecial || utf8.first == 0x20 || utf8.last == 0x20 else { return append(text) }
        let quote = UInt8(ascii: "\"")
        append(quote)
        for byte in utf8 {
            if byte == quote { append(quote) }
            append(byte)
        }
        append(quote)
    }
}

/// What stands between the cells of a CSV file and before the decimals in them.
public struct CSVMarks: Sendable {
    package let delimiter: UInt8
    let decimal: UInt8

    /// `,` and `.`: for programs, and the standard.
    public static let plain = CSVMarks(delimiter: 0x2C, decimal: 0x2E)
    package static let indonesian = CSVMarks(delimiter: 0x3B, decimal: 0x2C)

    package var locale: NumberLocale { decimal == Self.plain.decimal ? .english : .indonesian }

    /// The marks of a locale; the standard ones where none is asked for.
    package static func of(_ locale: NumberLocale?) -> CSVMarks {
        locale == .indonesian ? indonesian : plain
    }

    /// Sets the decimal mark in a number that was written with a point.
    ///
    /// Three decimals behind a comma could be thousands, so a zero is put behind them: `1.234`
    /// becomes `1,2340`, which has one meaning for every reader.
    func localise(_ bytes: inout [UInt8], from start: Int) {
        guard let point = bytes[start...].firstIndex(of: Self.plain.decimal) else { return }
        bytes[point] = decimal
        if bytes.count - point == 4, bytes[point...].dropFirst().allSatisfy({ 48...57 ~= $0 }) {
            bytes.append(48)
        }
    }
}

/// Texts that a spreadsheet would take for formulas.
///
/// A name such as `=cmd|...` must not be run by whoever opens a table. It is written behind an
/// apostrophe, and so is a text that begins with apostrophes before one, so that taking one away
/// gives back what was written. Numbers are no formulas.
package enum FormulaText {
    package static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

    package static func bare(_ cell: String) -> String {
        cell.utf8.first == 0x27 && isFormula(String(cell.dropFirst()))
            ? String(cell.dropFirst()) : cell
    }

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first, first < 0x41 else { return false }
        let body = text.utf8.drop { $0 == 0x27 }
        guard let mark = body.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(mark) else {
            return false
        }
        return !isNumber(text)
    }

    /// Whether a text is a number, or a dash that stands for none.
    private static func isNumber(_ text: String) -> Bool {
        if text == "-" { return true }
        guard text.utf8.allSatisfy({ (0x2B...0x39).contains($0) || $0 == 0x45 || $0 == 0x65 })
        else {
            return false
        }
        return Double(text) != nil || (try? parseNumber(text)) != nil
    }
}
