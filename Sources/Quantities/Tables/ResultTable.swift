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
        /// What it says, where its name alone does not tell.
        package var meaning: Phrase?
        /// One for each row, in the order of rows.
        public let cells: Cells
    }

    /// What is wrong with a table's columns.
    public enum Fault: Error, Equatable, Sendable {
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

    /// A table of rows, with a column for each ``Key`` and `Column` that is listed.
    ///
    ///     ResultTable("purses", rows) {
    ///         Key("year", \.year)
    ///         Key("region") { policy.regions[$0.region].code }
    ///         Column("paid_rp", .rupiah, \.paid)
    ///         for year in years { Column(String(year), .rupiah) { $0.paid(in: year) } }
    ///     }
    ///
    /// Keys are unique by construction; where they are not, the program is wrong. That is looked
    /// at in debug builds only: a release build does not hash every key of a long table.
    package init<Row>(
        _ name: String, _ rows: some Sequence<Row>,
        @ColumnList<Row> columns: () -> [Quantities.Column<Row>]
    ) {
        let rows = Array(rows)
        let columns = columns().map {
            Column(name: $0.name, unit: $0.unit, meaning: $0.meaning, cells: $0.cells(rows))
        }
        self.init(
            name: name, keys: columns.filter { $0.unit == nil },
            measures: columns.filter { $0.unit != nil })
        assert(fault == nil, "table \(name): \(fault.map { "\($0)" } ?? "")")
    }

    init(name: String, keys: [Column], measures: [Column]) {
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

    /// The same table under another name.
    package func named(_ name: String) -> ResultTable {
        ResultTable(name: name, keys: keys, measures: measures)
    }

    /// The table with some of its columns; the keys that are left must still name a row.
    package func keeping(_ isKept: (Column) -> Bool) -> ResultTable {
        let table = ResultTable(
            name: name, keys: keys.filter(isKept), measures: measures.filter(isKept))
        assert(table.fault == nil, "table \(name) without some of its keys")
        return table
    }

    /// A name that two columns have, or a key that two rows have, compared as text. A table
    /// without keys may repeat its rows.
    var fault: Fault? {
        var names: Set<String> = []
        for column in columns where !names.insert(column.name).inserted {
            return .duplicateColumn(column.name)
        }
        guard !keys.isEmpty else { return nil }
        var seen: Set<[String]> = []
        seen.reserveCapacity(rowCount)
        for row in 0..<rowCount {
            let key = keys.map { $0.cells.text(at: row) }
            guard seen.insert(key).inserted else { return .duplicateKey(key) }
        }
        return nil
    }
}

extension ResultTable {
    /// The rows of tables of one shape below each other; the first one decides the columns.
    ///
    /// The tables differ in some key, so keys stay unique; columns that one lacks are left out.
    public static func joined(_ tables: [ResultTable], name: String) -> ResultTable {
        /// A column with its cells in all tables, in their order.
        func joined(_ column: Column) -> Column {
            let cells = tables.dropFirst().reduce(column.cells) {
                $0.followed(by: $1[column: column.name])
            }
            return Column(
                name: column.name, unit: column.unit, meaning: column.meaning, cells: cells)
        }
        let table = ResultTable(
            name: name, keys: tables.first?.keys.map(joined) ?? [],
            measures: tables.first?.measures.map(joined) ?? [])
        assert(table.fault == nil, "tables \(name) repeat a key")
        return table
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
