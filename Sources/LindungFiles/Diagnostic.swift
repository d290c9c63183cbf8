import Policy

/// What a reader is told about a place in a file: what is wrong, and what would be right.
public struct Diagnostic: Sendable, Hashable {
    public enum Severity: Sendable, Hashable {
        /// The input cannot be used.
        case error
        /// The input can be used, and its author should look at it.
        case warning
    }

    public let severity: Severity
    public let position: Position
    /// The line at that position; nil where the whole file is meant.
    public let sourceLine: String?
    public let message: Phrase
    public let hint: Phrase?

    public init(
        _ severity: Severity = .error, at position: Position, sourceLine: String? = nil,
        _ message: Phrase, hint: Phrase? = nil
    ) {
        self.severity = severity
        self.position = position
        self.sourceLine = sourceLine
        self.message = message
        self.hint = hint
    }

    /// The text that a reader sees: place and message, the line with a caret, the hint.
    public func rendered(in language: Language = .standard) -> String {
        let label = severity == .error ? Messages.error : Messages.warning
        var lines = ["\(position): \(label[language]): \(message[language])"]
        if let sourceLine, position.line > 0 {
            let excerpt = Excerpt(of: sourceLine, column: position.column)
            lines += [excerpt.text, excerpt.caret]
        }
        if let hint { lines.append("  \(Messages.hint[language]): \(hint[language])") }
        return lines.joined(separator: "\n")
    }
}

extension Sequence<Diagnostic> {
    /// Whether any of them forbids using the input.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// All texts, one after the other; those beyond `limit` are counted.
    public func rendered(in language: Language = .standard, limit: Int = 50) -> String {
        let all = Array(self)
        var texts = all.prefix(limit).map { $0.rendered(in: language) }
        if all.count > limit { texts.append(Messages.andMore(all.count - limit)[language]) }
        return texts.joined(separator: "\n")
    }
}

/// The part of a line around a column, indented, with a caret below.
private struct Excerpt {
    static let indent = "    "
    static let width = 92
    let text: String
    let caret: String

    init(of line: String, column: Int) {
        let scalars = Array(line.unicodeScalars)
        let place = Swift.min(Swift.max(column - 1, 0), scalars.count)
        let blank = scalars.prefix(place).prefix { $0 == " " || $0 == "\t" }.count
        let start = Swift.max(blank, place - Self.width * 3 / 4)
        let end = Swift.min(scalars.count, start + Self.width)
        let before = String(String.UnicodeScalarView(scalars[start..<place]))
        let after = String(String.UnicodeScalarView(scalars[place..<Swift.max(end, place)]))
        let opening = start > blank ? "…" : ""
        let closing = end < scalars.count ? "…" : ""
        let gap = (opening + before).map { $0 == "\t" ? "\t" : " " }.joined()
        text = Self.indent + opening + before + after + closing
        caret = Self.indent + gap + "^"
    }
}
