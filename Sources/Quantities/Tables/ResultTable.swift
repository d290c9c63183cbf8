/// A tidy table of results: key columns that name a row, and measures with units.
///
/// The one thing that CSV, JSON, Markdown and terminal tables read. Keys are unique; all columns
/// have the same length.
///
/// Tidy means one row for one observation: a figure of another year is another row, not another
/// column, so that tables can be joined and filtered without knowing their shape. Columns are
/// stored whole; a row is a position in all of them.
public struct ResultTable: Sendable, Equatable {
    /// The cells of one column.
    public enum Cells: Sendable, Equatable {
        /// Labels, months, codes.
        case text([String])
        /// Years and counts.
        case whole([Int])
        /// Money in whole rupiah.
        case rupiah([Rupiah])
        /// Modelled numbers; NaN stands for "no value" and is written as an empty cell.
        case number([Double])

        /// How many rows the column has.
        public var count: Int {
            switch self {
            case .text(let cells): cells.count
            case .whole(let cells): cells.count
            case .rupiah(let cells): cells.count
            case .number(let cells): cells.count
            }
        }
    }

    /// A named column; a key has no unit.
    ///
    /// By convention a measure's name ends in its unit (`cost_rp`); where the unit differs by row,
    /// a `unit` column beside it says so.
    public struct Column: Sendable, Equatable {
        /// The heading; unique in its table.
        public let name: String
        /// Of its numbers; nil for a key.
        public let unit: Unit?
        /// One for each row, in the order of rows.
        public let cells: Cells
    }

    /// What is wrong with a table's columns.
    public enum Fault: Error, Equatable, Sendable {
        /// A column has more or fewer rows than the first one.
        case lengthsDiffer(column: String, rows: Int, expected: Int)
        /// Two rows have the same keys; the keys of the second one.
        case duplicateKey([String])
        /// Two columns of that name.
        case duplicateColumn(String)
    }

    /// What the table holds, for a file or a heading: `cost`.
    public let name: String
    /// The columns that together name a row.
    public let keys: [Column]
    /// The columns that say something about the row.
    public let measures: [Column]

    /// Makes a table from key columns and measures.
    ///
    /// - Throws: ``Fault`` when lengths differ, or a key or column name repeats.
    public init(
        name: String, keys: [(String, Cells)], measures: [(String, Unit, Cells)]
    ) throws(Fault) {
        self.init(
            name: name, keys: keys.map { Column(name: $0.0, unit: nil, cells: $0.1) },
            measures: measures.map { Column(name: $0.0, unit: $0.1, cells: $0.2) })
        try checkColumns()
        try checkKeys()
    }

    /// Makes a table whose keys are unique by construction; a fault is a defect of the program.
    ///
    /// Uniqueness is checked in debug builds only.
    ///
    /// So that code which builds its rows in a loop over distinct cells need not handle a fault
    /// that cannot happen, and a release build does not hash every key of a long table.
    package static func trusted(
        name: String, keys: [(String, Cells)], measures: [(String, Unit, Cells)]
    ) -> ResultTable {
        #if DEBUG
            do throws(Fault) {
                return try ResultTable(name: name, keys: keys, measures: measures)
            } catch {
                preconditionFailure("table \(name): \(error)")
            }
        #else
            return ResultTable(
                name: name, keys: keys.map { Column(name: $0.0, unit: nil, cells: $0.1) },
                measures: measures.map { Column(name: $0.0, unit: $0.1, cells: $0.2) })
        #endif
    }

    private init(name: String, keys: [Column], measures: [Column]) {
        self.name = name
        self.keys = keys
        self.measures = measures
    }

    /// Keys first, then measures.
    public var columns: [Column] { keys + measures }

    /// How many rows there are; all columns have as many.
    public var rowCount: Int { columns.first?.cells.count ?? 0 }

    /// The column with that name.
    public subscript(column name: String) -> Column? { columns.first { $0.name == name } }

    /// Names differ and lengths agree with the first column.
    private func checkColumns() throws(Fault) {
        var seen: Set<String> = []
        for column in columns {
            guard seen.insert(column.name).inserted else { throw .duplicateColumn(column.name) }
            guard column.cells.count == rowCount else {
                throw .lengthsDiffer(
                    column: column.name, rows: column.cells.count, expected: rowCount)
            }
        }
    }

    /// No two rows have the same keys, compared as text. A table without keys is not checked.
    private func checkKeys() throws(Fault) {
        guard !keys.isEmpty else { return }
        var seen: Set<[String]> = []
        seen.reserveCapacity(rowCount)
        for row in 0..<rowCount {
            let key = keys.map { $0.cells.text(at: row) }
            guard seen.insert(key).inserted else { throw .duplicateKey(key) }
        }
    }
}

extension ResultTable.Cells {
    /// The cell as plain text with a decimal point and no thousands marks, as CSV carries it.
    public func text(at row: Int) -> String {
        switch self {
        case .text(let cells): cells[row]
        case .whole(let cells): String(cells[row])
        case .rupiah(let cells): String(cells[row].amount)
        case .number(let cells): Self.plain(cells[row])
        }
    }

    /// The shortest text that reads back as the same number; whole numbers without a point.
    private static func plain(_ number: Double) -> String {
        if number.isNaN { return "" }
        if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
        return "\(number)"
    }
}

extension ResultTable {
    /// The rows of tables of one shape below each other.
    ///
    /// The tables differ in some key, so keys stay unique; columns that one lacks are left out.
    ///
    /// - Parameters:
    ///   - tables: of one shape; the first one decides the columns.
    ///   - name: what the joined table is called.
    public static func joined(_ tables: [ResultTable], name: String) -> ResultTable {
        guard let first = tables.first else { return .trusted(name: name, keys: [], measures: []) }
        /// A column's cells in all tables, in their order.
        func cells(_ column: Column) -> Cells {
            tables.dropFirst().reduce(column.cells) { $0.followed(by: $1[column: column.name]) }
        }
        return .trusted(
            name: name, keys: first.keys.map { ($0.name, cells($0)) },
            measures: first.measures.map { ($0.name, $0.unit ?? .word, cells($0)) })
    }
}

extension ResultTable.Cells {
    fileprivate func followed(by column: ResultTable.Column?) -> ResultTable.Cells {
        switch (self, column?.cells) {
        case (.text(let a), .text(let b)): .text(a + b)
        case (.whole(let a), .whole(let b)): .whole(a + b)
        case (.rupiah(let a), .rupiah(let b)): .rupiah(a + b)
        case (.number(let a), .number(let b)): .number(a + b)
        default: self
        }
    }
}
