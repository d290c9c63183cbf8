import Quantities

/// What a reader is told about a place in a file: what is wrong, and what would be right.
///
/// The words are phrases, in every language at once; the language is chosen where they are shown,
/// so that a reading does not depend on it.
///
///     scenarios/x.yaml:14:5: galat: kunci 'quota.petan' tidak dikenal
///         quota.petan: 1200
///         ^
///       petunjuk: maksud Anda 'quota.petani'? (orang, lever)
package struct Diagnostic: Sendable, Hashable {
    package enum Severity: Sendable, Hashable {
        /// The input cannot be used.
        case error
        case warning
    }

    package let severity: Severity
    package let position: Position
    /// The line at that position, a part of the file's text and no copy of it; nil where the whole
    /// file is meant.
    package let sourceLine: Substring?
    /// What is wrong, as one sentence without a full stop.
    package let message: Phrase
    /// What would be right; nil where the message says it.
    package let hint: Phrase?

    /// - Parameters:
    ///   - severity: an error unless said otherwise.
    ///   - position: the place; line 0 means the whole file.
    ///   - sourceLine: the line as it stands in the file.
    ///   - message: what is wrong.
    ///   - hint: what would be right.
    package init(
        _ severity: Severity = .error, at position: Position, sourceLine: Substring? = nil,
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
    package func rendered(in language: Language = .standard) -> String {
        let label = severity == .error ? Phrase.error : Phrase.warning
        let place = Self.shortened("\(position)")
        var lines = ["\(place): \(label[language]): \(Self.shortened(message[language]))"]
        if let sourceLine, position.line > 0 {
            let excerpt = Excerpt(of: sourceLine, column: position.column)
            lines += [excerpt.text, excerpt.caret]
        }
        if let hint {
            lines.append("  \(Phrase.hint[language]): \(Self.shortened(hint[language]))")
        }
        return lines.joined(separator: "\n")
    }

    /// A text without control characters, and without its middle where it is very long: what a
    /// message quotes may be any part of a file.
    private static func shortened(_ text: String) -> String {
        let shown = ControlCharacters.shown(text)
        guard shown.utf8.count > 1200, shown.count > 1200 else { return shown }
        return shown.prefix(600) + " … " + shown.suffix(200)
    }

    package static func == (left: Diagnostic, right: Diagnostic) -> Bool {
        left.severity == right.severity && left.position == right.position
            && left.message == right.message && left.hint == right.hint
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(severity)
        hasher.combine(position)
        hasher.combine(message)
        hasher.combine(hint)
    }
}

extension Sequence<Diagnostic> {
    /// Whether any of them forbids using the input.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// All texts, one after the other; those beyond `limit` are counted.
    ///
    /// The first ones are shown, since later ones often follow from them.
    package func rendered(in language: Language = .standard, limit: Int = 50) -> String {
        let all = Array(self)
        var texts = all.prefix(limit).map { $0.rendered(in: language) }
        if all.count > limit {
            texts.append(
                Phrase(
                    id: "... dan \(all.count - limit) pesan lagi",
                    en: "... and \(all.count - limit) more")[language])
        }
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
    static let width = 92
    let text: String
    let caret: String

    /// - Parameters:
    ///   - line: the whole line.
    ///   - column: from 1, in Unicode scalars; columns beyond the line mean its end.
    init(of line: Substring, column: Int) {
        let scalars = line.unicodeScalars
        let first = scalars.prefix { $0 == " " || $0 == "\t" }.endIndex
        let place =
            scalars.index(
                scalars.startIndex, offsetBy: Swift.max(column - 1, 0), limitedBy: scalars.endIndex)
            ?? scalars.endIndex
        let blank = Swift.min(first, place)
        let start =
            scalars.index(place, offsetBy: -(Self.width * 3 / 4), limitedBy: blank) ?? blank
        let end =
            scalars.index(start, offsetBy: Self.width, limitedBy: scalars.endIndex)
            ?? scalars.endIndex
        let before = ControlCharacters.shown(String(scalars[start..<place]))
        let after = ControlCharacters.shown(String(scalars[place..<Swift.max(end, place)]))
        let opening = start > blank ? "…" : ""
        let closing = end < scalars.endIndex ? "…" : ""
        let gap = (opening + before).map { $0 == "\t" ? "\t" : " " }.joined()
        text = Self.indent + opening + before + after + closing
        caret = Self.indent + gap + "^"
    }
}

/// Why an input cannot be used: everything found, each with its place.
///
/// The one error that reading and computing hand to a command; its exit code is 2.
public struct InputFaults: Error, Sendable {
    /// In the order in which a reader should see them; at least one is an error.
    package let diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// The region that an argument of a command names.
    ///
    /// - Throws: where it names none, or several.
    package static func region(_ text: String, _ regions: RegionTable) throws(InputFaults)
        -> RegionCode
    {
        do throws(RegionFault) {
            return try regions.code(of: text)
        } catch {
            throw InputFaults(
                option: text, Phrase.region(error), hint: Phrase.regionHint(error))
        }
    }

    package init(option: String, _ message: Phrase, hint: Phrase? = nil) {
        self.init([Diagnostic(at: Position(file: option), message, hint: hint)])
    }
}

/// A place in a file that a reader can go to.
///
/// Written as compilers write it, so that editors and terminals open `scenarios/x.yaml:14:5` from a
/// message.
package struct Position: Sendable, Hashable {
    package let file: String
    /// From 1; 0 where the whole file is meant.
    package let line: Int
    /// From 1, counted in Unicode scalars.
    package let column: Int

    /// A place; the whole file where no line is given.
    ///
    /// A line of 0 is how a fault says that no line is to blame: a missing field, an empty file.
    package init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension Position: CustomStringConvertible {
    /// `scenarios/x.yaml:14:5`, or the file alone.
    package var description: String { line > 0 ? "\(file):\(line):\(column)" : file }
}
