import Formats

/// The bytes of cells and lines of a sweep's files.
///
/// Written for millions of rows: no text is made on the way but for numbers with decimals, and
/// nothing is looked up. What is written reads back to the same bits, so that results that went
/// through a store are those that were computed.
enum SweepCell {
    /// Between cells.
    static let comma = UInt8(ascii: ",")
    /// After each line, the last one included.
    static let newline = UInt8(ascii: "\n")
    /// Between the checksum, the number and the row of a line.
    static let blank = UInt8(ascii: " ")
    /// Around cells that would otherwise end early.
    private static let quote = UInt8(ascii: "\"")

    /// A text as a cell on one line, in quotes where it holds a comma or a quote.
    ///
    /// Line ends within it become blanks: a row is a line, or a torn one could not be told.
    static func quoted(_ text: String) -> [UInt8] {
        let bytes = FormulaText.guarded(ControlCharacters.shown(text)).utf8.map {
            $0 == 0x0A || $0 == 0x0D ? blank : $0
        }
        guard
            bytes.contains(comma) || bytes.contains(quote) || bytes.first == blank
                || bytes.last == blank
        else { return bytes }
        return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }

    /// The text of a cell, without its quotes.
    static func text(_ cell: ArraySlice<UInt8>) -> String {
        let text = String(decoding: cell, as: UTF8.self)
        return text.hasPrefix("\"")
            ? String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"") : text
    }

    /// Appends a number so that it reads back to the same bits; nothing for a missing one.
    ///
    /// Whole numbers below 10^15, which rupiah and persons are, have neither point nor exponent;
    /// others have the shortest decimals that are theirs alone. Zero keeps its sign.
    static func append(_ number: Double, to bytes: inout [UInt8]) {
        guard number == number.rounded(.towardZero), number.magnitude < 1e15 else {
            if !number.isNaN { bytes.append(contentsOf: number.description.utf8) }
            return
        }
        if number.sign == .minus { bytes.append(UInt8(ascii: "-")) }
        append(UInt64(number.magnitude), to: &bytes)
    }

    /// Appends a whole number in decimal digits.
    static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var (rest, divisor) = (number, UInt64(1))
        while divisor <= rest / 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor))
            rest %= divisor
            divisor /= 10
        }
    }

    /// The number that a cell holds; missing where it is empty.
    ///
    /// Reads what ``append(_:to:)`` writes, and any other decimal number.
    static func number(_ cell: ArraySlice<UInt8>) -> Double {
        guard let first = cell.first else { return .nan }
        // Most cells are whole numbers, which need no general reader.
        if cell.count <= 15, first != UInt8(ascii: "-") || cell.count > 1 {
            var whole = 0
            let digits = first == UInt8(ascii: "-") ? cell.dropFirst() : cell
            if digits.allSatisfy({ 48...57 ~= $0 }) {
                for digit in digits { whole = whole * 10 + Int(digit - 48) }
                return first == UInt8(ascii: "-") ? -Double(whole) : Double(whole)
            }
        }
        return Double(String(decoding: cell, as: UTF8.self)) ?? .nan
    }

    /// The 64-bit FNV-1a hash of bytes, folded to 32 bits.
    ///
    /// It finds torn and damaged lines; it is no proof against someone who writes them.
    ///
    ///     hash = (hash xor byte) x 1099511628211  (mod 2^64), from 14695981039346656037
    ///
    /// Reference: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV non-cryptographic hash
    /// algorithm, draft-eastlake-fnv.
    static func checksum(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    /// The eight hexadecimal digits of a checksum, written over the bytes at a place.
    static func write(_ checksum: UInt32, over bytes: inout [UInt8], at place: Int) {
        for digit in 0..<8 {
            let value = UInt8(truncatingIfNeeded: checksum >> UInt32(28 - 4 * digit) & 15)
            bytes[place + digit] = value < 10 ? 48 + value : 87 + value
        }
    }
}
