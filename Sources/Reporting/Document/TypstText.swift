import Formats

/// Texts as Typst reads them: every word of the outside stands in a string, so that none of it is
/// markup.
enum TypstText {
    /// A string literal, without control characters.
    static func string(_ text: String) -> String {
        var literal = "\""
        for character in ControlCharacters.flat(text) {
            if character == "\\" || character == "\"" { literal += "\\" }
            literal.append(character)
        }
        return literal + "\""
    }

    /// The text in the flow of a document.
    static func inline(_ text: String) -> String { "#" + string(text) + ";" }

    /// A call of a function of the document's template, with texts.
    static func call(_ function: String, _ texts: [String]) -> String {
        "#\(function)(\(texts.map(string).joined(separator: ", ")))"
    }
}
