extension String {
    /// The text without blanks of any kind around it, such as those that word processors put in
    /// place of a space.
    package var trimmingBlanks: String {
        let scalars = unicodeScalars.drop(while: \.isBlank)
        let end = scalars.lastIndex { !$0.isBlank }.map(scalars.index(after:))
        return String(scalars[..<(end ?? scalars.startIndex)])
    }
}

extension Unicode.Scalar {
    /// Whether it is a blank of any kind; a line end is one too.
    package var isBlank: Bool {
        isASCII
            ? self == " " || self == "\t" || self == "\n"
            : properties.isWhitespace || self == "\u{200B}" || self == "\u{FEFF}"
    }
}
