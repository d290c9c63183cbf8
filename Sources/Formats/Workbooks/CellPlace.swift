/// A cell of a sheet, its row and column counted from 0.
package struct CellPlace: Hashable, Sendable, Comparable {
    package var row: Int
    package var column: Int

    package init(_ row: Int, _ column: Int) {
        self.row = row
        self.column = column
    }

    /// A place as sheets name it: `D7`, also `$D$7`; nil for another text or beyond a sheet's end.
    package init?(_ name: some StringProtocol) {
        let plain = String(name).filter { $0 != "$" }
        let letters = plain.prefix { $0.isASCII && $0.isLetter }.uppercased()
        let digits = plain.dropFirst(letters.count)
        guard (1...3).contains(letters.count), digits.count <= 7, digits.allSatisfy(\.isNumber),
            let row = Int(digits), (1...Self.rowLimit).contains(row)
        else { return nil }
        let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
        guard column <= Self.columnLimit else { return nil }
        self.init(row - 1, column - 1)
    }

    /// Rows that a sheet has.
    static let rowLimit = 1_048_576
    /// Columns that a sheet has.
    static let columnLimit = 16_384

    /// Row by row.
    package static func < (left: Self, right: Self) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }

    /// The letters of a column: `D`.
    package static func letters(_ column: Int) -> String {
        var (rest, text) = (column + 1, "")
        while rest > 0 {
            text = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + text
            rest = (rest - 1) / 26
        }
        return text
    }
}

extension CellPlace: CustomStringConvertible {
    package var description: String { Self.letters(column) + "\(row + 1)" }
}

/// A rectangle of cells, both corners included.
package struct CellRange: Hashable, Sendable {
    package let first: CellPlace
    package let last: CellPlace

    package init(_ first: CellPlace, _ last: CellPlace) {
        self.first = first
        self.last = last
    }

    /// A range as sheets name it: `B5:B7`; nil for another text.
    init?(_ name: some StringProtocol) {
        let ends = name.split(separator: ":").map { CellPlace($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
            first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(first, last)
    }

    package func contains(_ place: CellPlace) -> Bool {
        (first.row...last.row).contains(place.row)
            && (first.column...last.column).contains(place.column)
    }
}

extension CellRange: CustomStringConvertible {
    package var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
