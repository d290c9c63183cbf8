import Quantities

/// Writes JSON piece by piece, so that a large document is never held twice.
///
/// Members appear in the order in which they are written: equal inputs give equal bytes. Arrays of
/// plain values stay on one line; everything else is indented by two blanks.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.member("name", "dasar")
///         json.member("years", [2025, 2026])
///     }
///
/// Not `JSONEncoder`, which sorts or shuffles members and writes a list one element a line.
package struct JSONWriter {
    private var output: OutputBytes
    /// For each open object or array: whether something is in it yet, and whether it is inline.
    private var open: [(isEmpty: Bool, isInline: Bool)] = []
    /// Whether a member's name was written and its value comes next.
    private var followsKey = false

    /// An empty document, with room for that many bytes.
    package init(reserving capacity: Int = 0) {
        output = OutputBytes(reserving: capacity)
    }

    /// What has been written so far.
    package var bytes: [UInt8] { output.bytes }

    /// What has been written since the last call; the writer goes on after it.
    package mutating func drain() -> [UInt8] {
        defer { output.removeAll() }
        return output.bytes
    }

    package mutating func object(
        inline: Bool = false, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        try group("{", "}", inline, body)
    }

    package mutating func array(
        inline: Bool = false, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        try group("[", "]", inline, body)
    }

    /// The name of the member that is written next.
    package mutating func key(_ name: String) {
        separate()
        quote(name)
        output.append(": ")
        followsKey = true
    }

    /// A text, quoted, with control characters escaped.
    package mutating func value(_ text: String) {
        separate()
        quote(text)
    }

    package mutating func value(_ number: Int) { value(Int64(number)) }

    package mutating func value(_ number: Int64) {
        separate()
        output.append(number)
    }

    /// A number with all its digits; `null` where it is none.
    package mutating func value(_ number: Double) {
        guard number.isFinite else { return null() }
        separate()
        output.append(number)
    }

    /// Money as a whole number of rupiah.
    package mutating func value(_ money: Rupiah) { value(money.amount) }

    package mutating func value(_ flag: Bool) {
        separate()
        output.append(flag ? "true" : "false")
    }

    /// `null`: no value.
    package mutating func null() {
        separate()
        output.append("null")
    }

    package mutating func finish() { output.append(UInt8(ascii: "\n")) }

    private mutating func group(
        _ first: String, _ last: String, _ inline: Bool,
        _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        output.append(first)
        open.append((isEmpty: true, isInline: inline || (open.last?.isInline ?? false)))
        try body(&self)
        let closed = open.removeLast()
        if !closed.isEmpty, !closed.isInline { breakLine() }
        output.append(last)
    }

    /// Puts what must stand between the last value and the next one.
    private mutating func separate() {
        if followsKey {
            followsKey = false
            return
        }
        guard let group = open.last else { return }
        if !group.isEmpty { output.append(group.isInline ? ", " : ",") }
        open[open.count - 1].isEmpty = false
        if !group.isInline { breakLine() }
    }

    /// Begins a line, indented by two blanks for each open group.
    private mutating func breakLine() {
        output.append(UInt8(ascii: "\n"))
        for _ in open { output.append("  ") }
    }

    /// A text in quotes; every other character than these few may stand as it is (RFC 8259, 7).
    private mutating func quote(_ text: String) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): output.append("\\\"")
            case UInt8(ascii: "\\"): output.append("\\\\")
            case 0x0A: output.append("\\n")
            case 0x0D: output.append("\\r")
            case 0x09: output.append("\\t")
            case 0..<0x20, 0x7F:
                output.append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}

extension JSONWriter {
    package mutating func member(_ name: String, _ text: String) {
        key(name)
        value(text)
    }

    package mutating func member(_ name: String, _ number: Int) {
        key(name)
        value(number)
    }

    package mutating func member(_ name: String, _ number: Double) {
        key(name)
        value(number)
    }

    package mutating func member(_ name: String, _ texts: [String]) {
        key(name)
        array(inline: true) { for text in texts { $0.value(text) } }
    }

    package mutating func member(_ name: String, _ numbers: [Double]) {
        key(name)
        array(inline: true) { for number in numbers { $0.value(number) } }
    }
}

extension JSONWriter {
    package mutating func list<Element>(
        _ name: String, _ elements: some Sequence<Element>,
        _ body: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        array { json in
            for element in elements { json.object(inline: true) { body(&$0, element) } }
        }
    }
}

extension JSONWriter {
    /// The table as a document: `name`, `columns` (name, unit, whether a key) and `rows`, one
    /// object a line, with numbers as numbers and `null` for a missing one.
    ///
    ///     { "name": "purses",
    ///       "columns": [{"name": "year", "key": true}, {"name": "paid_rp", "unit": "Rp"}],
    ///       "rows": [{"year": 2025, "paid_rp": 1214236800}] }
    package static func bytes(_ table: ResultTable) -> [UInt8] {
        var json = JSONWriter(reserving: (table.rowCount + 4) * table.columns.count * 24)
        json.table(table)
        json.finish()
        return json.bytes
    }

    package static func bytes(_ tables: [ResultTable]) -> [UInt8] {
        var json = JSONWriter()
        json.array { json in
            for table in tables { json.table(table) }
        }
        json.finish()
        return json.bytes
    }

    package mutating func table(_ table: ResultTable) {
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
