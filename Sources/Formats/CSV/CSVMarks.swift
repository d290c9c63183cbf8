import Quantities

/// What stands between the cells of a CSV file and before the decimals in them.
public struct CSVMarks: Sendable {
    /// Between cells.
    package let delimiter: UInt8
    /// Before decimals.
    let decimal: UInt8

    /// `,` and `.`: for programs, and the standard.
    public static let plain = CSVMarks(delimiter: 0x2C, decimal: 0x2E)
    /// `;` and `,`: for spreadsheets that are set to Indonesian.
    public static let indonesian = CSVMarks(delimiter: 0x3B, decimal: 0x2C)

    /// Who writes numbers so.
    package var locale: NumberLocale { decimal == Self.plain.decimal ? .english : .indonesian }

    /// The marks of a locale; the standard ones where none is asked for.
    public static func of(_ locale: NumberLocale?) -> CSVMarks {
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
    /// A text as a cell.
    package static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

    /// The text of a cell.
    package static func bare(_ cell: String) -> String {
        cell.utf8.first == 0x27 && isFormula(String(cell.dropFirst()))
            ? String(cell.dropFirst()) : cell
    }

    /// Whether a text begins as formulas do, apostrophes passed over.
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
