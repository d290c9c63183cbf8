/// What a column of a ``ResultTable`` says of each row.
///
/// Open to the compiler in other modules: a table of costs has a million cells.
package struct Column<Row> {
    @usableFromInline let name: String
    /// Of its numbers; nil for a ``Key``.
    @usableFromInline let unit: Unit?
    /// What it says, where the name is made of something else's; nil where names of columns tell.
    @usableFromInline let meaning: Phrase?
    @usableFromInline let cells: ([Row]) -> ResultTable.Cells

    /// - Parameters:
    ///   - unit: `.word` for texts; `.factor` for a pure number, and where the unit differs by row.
    ///   - meaning: what it says, where its name is made of a purse's, a status's or the like.
    ///   - cell: what stands in the row.
    @inlinable package init<Cell: CellValue>(
        _ name: String, _ unit: Unit, meaning: Phrase? = nil, _ cell: @escaping (Row) -> Cell
    ) {
        self.name = name
        self.unit = unit
        self.meaning = meaning
        cells = { rows in Cell.cells(rows.map(cell)) }
    }

    /// A figure: whole rupiah where its unit is an amount of money, else a number.
    package init(figure name: String, _ unit: Unit, _ number: @escaping (Row) -> Double) {
        if unit == .rupiah || unit == .rupiahPerYear {
            self.init(name, unit) { ExpectedRupiah(number($0)).rounded() }
        } else {
            self.init(name, unit, number)
        }
    }

    @usableFromInline init(_ name: String, cells: @escaping ([Row]) -> ResultTable.Cells) {
        self.name = name
        unit = nil
        meaning = nil
        self.cells = cells
    }
}

/// A column that, with the other keys of a ``ResultTable``, names a row.
package struct Key<Row> {
    @usableFromInline let column: Column<Row>

    @inlinable package init<Cell: CellValue>(_ name: String, _ cell: @escaping (Row) -> Cell) {
        column = Column(name) { rows in Cell.cells(rows.map(cell)) }
    }
}

/// Puts the columns of a ``ResultTable`` in a list: one by one, some if, others for each.
@resultBuilder
package enum ColumnList<Row> {
    package static func buildExpression(_ key: Key<Row>) -> [Column<Row>] { [key.column] }

    package static func buildExpression(_ column: Column<Row>) -> [Column<Row>] { [column] }

    package static func buildExpression(_ columns: [Column<Row>]) -> [Column<Row>] { columns }

    package static func buildBlock(_ parts: [Column<Row>]...) -> [Column<Row>] {
        parts.flatMap { $0 }
    }

    package static func buildArray(_ parts: [[Column<Row>]]) -> [Column<Row>] {
        parts.flatMap { $0 }
    }

    package static func buildOptional(_ part: [Column<Row>]?) -> [Column<Row>] { part ?? [] }

    package static func buildEither(first: [Column<Row>]) -> [Column<Row>] { first }

    package static func buildEither(second: [Column<Row>]) -> [Column<Row>] { second }
}

/// What may stand in a cell: a text, a count, money or a number; of texts and numbers also none.
@usableFromInline package protocol CellValue {
    /// The cells of a column of such values.
    static func cells(_ values: [Self]) -> ResultTable.Cells
}

extension String: CellValue {
    @inlinable package static func cells(_ values: [String]) -> ResultTable.Cells { .text(values) }
}

extension Int: CellValue {
    @inlinable package static func cells(_ values: [Int]) -> ResultTable.Cells { .whole(values) }
}

extension Rupiah: CellValue {
    @inlinable package static func cells(_ values: [Rupiah]) -> ResultTable.Cells {
        .rupiah(values)
    }
}

extension Double: CellValue {
    @inlinable package static func cells(_ values: [Double]) -> ResultTable.Cells {
        .number(values)
    }
}

/// A value of which a cell may have none.
@usableFromInline package protocol BlankCellValue: CellValue {
    /// What an empty cell holds.
    static var blank: Self { get }
}

extension String: BlankCellValue {
    @inlinable package static var blank: String { "" }
}

extension Double: BlankCellValue {
    @inlinable package static var blank: Double { .nan }
}

extension Optional: CellValue where Wrapped: BlankCellValue {
    @inlinable package static func cells(_ values: [Wrapped?]) -> ResultTable.Cells {
        Wrapped.cells(values.map { $0 ?? .blank })
    }
}
