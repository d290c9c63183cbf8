/// Characters that have no shape and that a terminal may obey: a text with them can move the
/// cursor, clear the window or reverse the order of what is read.
///
/// Tabs are none, nor are `\n` between lines.
package enum ControlCharacters {
    /// Whether a character is one: C0 and C1 without tab and line feed, separators of lines and
    /// paragraphs, and marks that change the direction of writing.
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The first line, from 1, that has one; nil where none has.
    ///
    /// Looks at bytes: texts may be long, and of nearly all of them every byte is passed over.
    static func line(in text: String) -> Int? {
        var text = text
        return text.withUTF8 { bytes in
            var line = 1
            for (index, byte) in bytes.enumerated() {
                if byte == 0x0A { line += 1 }
                let isPlain = byte >= 0x20 ? byte < 0x7F : byte == 0x09 || byte == 0x0A
                if isPlain || (byte > 0x7F && byte != 0xC2 && byte != 0xE2) { continue }
                let rest = bytes[index..<min(index + 3, bytes.count)]
                if let first = String(decoding: rest, as: UTF8.self).unicodeScalars.first,
                    contains(first)
                {
                    return line
                }
            }
            return nil
        }
    }

    package static func hasAny(_ text: String) -> Bool { line(in: text) != nil }

    /// The text with each of them as `\u{1b}`.
    package static func shown(_ text: String) -> String {
        guard hasAny(text) else { return text }
        return text.unicodeScalars.map { scalar in
            contains(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }.joined()
    }

    package static func flat(_ text: String) -> String {
        guard hasAny(text) || text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return shown(text.split(whereSeparator: \.isNewline).joined(separator: " "))
            .replacing("\t", with: " ")
    }
}
