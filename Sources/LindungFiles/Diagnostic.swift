import Policy

/// What a reader is told about a place in a file: what is wrong, and what would be right.
///
/// The words are phrases, in every language at once; the language is chosen where they are shown,
/// so that a reading does not depend on it.
///
///     scenarios/x.yaml:14:5: galat: kunci 'quota.petan' tidak dikenal
///         quota.petan: 1200
///         ^
///       petunjuk: maksud Anda 'quota.petani'? (orang, lever)
public struct Diagnostic: Sendable, Hashable {
    /// How much a diagnostic weighs.
    public enum Severity: Sendable, Hashable {
        /// The input cannot be used.
        case error
        /// The input can be used, and its author should look at it.
        case warning
    }

    /// Whether the input can still be used.
    public let severity: Severity
    /// Where the reader should look.
    public let position: Position
    /// The line at that position; nil where the whole file is meant.
    public let sourceLine: String?
    /// What is wrong, as one sentence without a full stop.
    public let message: Phrase
    /// What would be right; nil where the message says it.
    public let hint: Phrase?

    /// - Parameters:
    ///   - severity: an error unless said otherwise.
    ///   - position: the place; line 0 means the whole file.
    ///   - sourceLine: the line as it stands in the file.
    ///   - message: what is wrong.
    ///   - hint: what would be right.
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
    ///
    /// Without colours, so that it is the same in a terminal, in a log and in a test. The excerpt
    /// is left out where the whole file is meant.
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
    ///
    /// The first ones are shown, since later ones often follow from them.
    public func rendered(in language: Language = .standard, limit: Int = 50) -> String {
        let all = Array(self)
        var texts = all.prefix(limit).map { $0.rendered(in: language) }
        if all.count > limit { texts.append(Messages.andMore(all.count - limit)[language]) }
        return texts.joined(separator: "\n")
    }
}

/// The part of a line around a column, indented, with a caret below.
///
/// Leading blanks of the line are dropped, tabs before the place are kept so that the caret stands
/// below it, and of long lines only the surroundings of the place are shown.
private struct Excerpt {
    /// What stands before the line.
    static let indent = "    "
    /// How many characters of a line are shown.
    static let width = 92
    /// The part of the line.
    let text: String
    /// The line with the caret.
    let caret: String

    /// - Parameters:
    ///   - line: the whole line.
    ///   - column: from 1, in Unicode scalars; columns beyond the line mean its end.
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
