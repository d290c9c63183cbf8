import Formats
import Quantities

/// A statement cut at its blanks, each word with its place in the file.
struct StatementText {
    struct Word {
        /// As written, without a comma behind it.
        let text: String
        /// How many Unicode scalars stand before it.
        let start: Int
    }

    let node: YAMLNode
    let session: ReadingSession
    let words: [Word]

    init(_ node: YAMLNode, _ session: ReadingSession) {
        self.node = node
        self.session = session
        var words: [Word] = []
        var (text, start) = ("", 0)
        func end() {
            let bare = text.count > 1 && text.hasSuffix(",") ? String(text.dropLast()) : text
            if !bare.isEmpty { words.append(Word(text: bare, start: start)) }
            text = ""
        }
        for (place, scalar) in (node.text ?? "").unicodeScalars.enumerated() {
            if scalar.isBlank {
                end()
            } else {
                if text.isEmpty { start = place }
                text.unicodeScalars.append(scalar)
            }
        }
        end()
        self.words = words
    }

    /// Where a word stands; behind the last one, where that stands.
    func position(_ word: Int) -> Position {
        let start = words.isEmpty ? 0 : words[min(word, words.count - 1)].start
        return session.position(ofPart: start, in: node)
    }

    /// Some words with one blank between them.
    func text(_ range: Range<Int>) -> String {
        words[range].map(\.text).joined(separator: " ")
    }

    func text(from word: Int) -> String { text(min(word, words.count)..<words.count) }

    /// The whole statement with other words in place of some, or without them; for hints.
    func replacing(_ range: Range<Int>, with other: String? = nil) -> Phrase {
        let parts = [text(0..<range.lowerBound), other ?? "", text(from: range.upperBound)]
        return Phrase(same: "\(parts.filter { !$0.isEmpty }.joined(separator: " "))")
    }
}

/// Texts of one or more words and what each means, whatever the case of its letters.
struct WordList<Meaning: Sendable>: Sendable {
    /// The texts, those that hints write first.
    let texts: [String]
    private let entries: [(words: [String], meaning: Meaning)]

    init(_ entries: [(texts: [String], meaning: Meaning)]) {
        texts = entries.flatMap(\.texts)
        self.entries = entries.flatMap { entry in
            entry.texts.map { (Self.words($0), entry.meaning) }
        }
    }

    /// What the words from a place on mean, by the longest text that stands there; nil where none
    /// does.
    func match(_ text: StatementText, at place: Int) -> (meaning: Meaning, count: Int)? {
        let rest = text.words.dropFirst(place)
        var best: (meaning: Meaning, count: Int)?
        for entry in entries where entry.words.count > best?.count ?? 0 {
            let isThere =
                rest.count >= entry.words.count
                && zip(rest, entry.words).allSatisfy { $0.text.lowercased() == $1 }
            if isThere { best = (entry.meaning, entry.words.count) }
        }
        return best
    }

    /// The first place in a range at which one of the texts stands.
    func first(in text: StatementText, _ range: Range<Int>) -> Int? {
        range.first { match(text, at: $0) != nil }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split(separator: " ").map { word in
            word.count > 1 && word.hasSuffix(",") ? String(word.dropLast()) : String(word)
        }
    }
}
