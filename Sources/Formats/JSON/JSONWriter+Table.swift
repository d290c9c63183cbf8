import Quantities

extension JSONWriter {
    /// The table as a document: `name`, `columns` (name, unit, whether a key) and `rows`, one
    /// object a line, with numbers as numbers and `null` for a missing one.
    ///
    ///     { "name": "purses",
    ///       "columns": [{"name": "year", "key": true}, {"name": "paid_rp", "unit": "Rp"}],
    ///       "rows": [{"year": 2025, "paid_rp": 1214236800}] }
    public static func bytes(_ table: ResultTable) -> [UInt8] {
        var json = JSONWriter(reserving: (table.rowCount + 4) * table.columns.count * 24)
        json.table(table)
        json.finish()
        return json.bytes
    }

    /// Several tables as one document: an array.
    public static func bytes(_ tables: [ResultTable]) -> [UInt8] {
        var json = JSONWriter()
        json.array { json in
            for table in tables { json.table(table) }
        }
        json.finish()
        return json.bytes
    }

    /// A table as an object.
    public mutating func table(_ table: ResultTable) {
        object { json in
            json.member("name", table.name)
            json.key("columns")
            json.array { json in
                for column in table.columns { json.heading(column) }
            }
            json.key("rows")
            json.array { json in
                for row in 0..<table.rowCount { json.row(row, of: table) }
            }
        }
    }

    /// A column's name with its unit, or the mark of a key.
    private mutating func heading(_ column: ResultTable.Column) {
        object(inline: true) { json in
            json.member("name", column.name)
            if let unit = column.unit {
                json.member("unit", unit.rawValue)
            } else {
                json.key("key")
                json.value(true)
            }
        }
    }

    /// A row as an object, cells by the name of their column.
    private mutating func row(_ row: Int, of table: ResultTable) {
        object(inline: true) { json in
            for column in table.columns {
                json.key(column.name)
                switch column.cells {
                case .text(let cells): json.value(cells[row])
                case .whole(let cells): json.value(cells[row])
                case .rupiah(let cells): json.value(cells[row])
                case .number(let cells): json.value(cells[row])
                }
            }
        }
    }
}
