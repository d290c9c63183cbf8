/// Text in the making as UTF-8 bytes, fast enough for tables of millions of cells.
package struct OutputBytes {
    package private(set) var bytes: [UInt8] = []

    /// Nothing yet, with room for that many bytes.
    package init(reserving capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    package mutating func append(_ byte: UInt8) { bytes.append(byte) }

    package mutating func append(_ other: OutputBytes) { bytes.append(contentsOf: other.bytes) }

    /// A text in UTF-8.
    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A whole number in decimal digits.
    mutating func append(_ number: Int64) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = number.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// The shortest text that reads back as the same number, whole numbers without `.0`.
    ///
    /// Callers decide what stands for NaN and infinity.
    mutating func append(_ number: Double) {
        if number.magnitude < 1e15, number == number.rounded(.towardZero) {
            append(Int64(number))
        } else {
            append(number.description)
        }
    }

    /// Changes the bytes from a place on.
    mutating func change(from start: Int, _ body: (inout [UInt8], Int) -> Void) {
        body(&bytes, start)
    }

    /// Forgets the bytes and keeps the room, after they were written.
    package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
