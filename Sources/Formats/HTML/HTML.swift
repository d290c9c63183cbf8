/// A piece of a page; texts that are put into it are escaped.
///
///     let name = "<b>"
///     HTML("<p>\(name)</p>").text     // <p>&lt;b&gt;</p>
package struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    package let text: String

    package init(stringLiteral text: String) { self.text = text }

    package init(stringInterpolation parts: StringInterpolation) { text = parts.text }

    package static let nothing: HTML = ""

    /// Pieces after each other.
    package static func joined(_ parts: some Sequence<HTML>, by separator: HTML = "\n") -> HTML {
        HTML(markup: parts.map(\.text).joined(separator: separator.text))
    }

    /// Markup that this program wrote before and kept.
    package init(written markup: String) { text = markup }

    /// Text that is markup already, such as JSON of ``JSONWriter`` in a block of data.
    private init(markup: String) { text = markup }

    /// JSON as a block of data, which no browser runs: `<` would end it and is written as its code.
    package static func data(_ json: [UInt8], id: String) -> HTML {
        let text = String(decoding: json, as: UTF8.self).replacing("<", with: "\\u003c")
        return HTML(
            markup: "<script type=\"application/json\" id=\"\(escaped(id))\">\(text)</script>")
    }

    /// A drawing of this program, which is markup and stands in the page as it is.
    package static func drawing(_ svg: [UInt8]) -> HTML {
        HTML(markup: String(decoding: svg, as: UTF8.self))
    }

    /// A text without what would begin or end a mark, an entity or an attribute.
    package static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}

extension HTML {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ string: String) {
            text += HTML.escaped(string)
        }

        package mutating func appendInterpolation(_ number: Int) { text += String(number) }

        package mutating func appendInterpolation(_ html: HTML) { text += html.text }

        package mutating func appendInterpolation(_ html: HTML?) { text += html?.text ?? "" }

        package mutating func appendInterpolation(_ parts: [HTML]) {
            text += HTML.joined(parts).text
        }

        /// An attribute that stands or does not: `checked`, `selected`.
        package mutating func appendInterpolation(_ attribute: String, if stands: Bool) {
            if stands { text += " " + attribute }
        }
    }
}
