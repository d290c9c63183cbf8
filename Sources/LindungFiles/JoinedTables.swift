import Quantities

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
    /// These cells, then those of a column of the same kind.
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
