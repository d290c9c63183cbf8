import Quantities

extension ReadingSession {
    /// The text where it is one of some words; nil with a fault otherwise.
    ///
    /// - Parameters:
    ///   - unknown: what is wrong with another word.
    ///   - hint: what would be right; by default all words, the nearest first.
    package func word(
        _ text: String, among known: [String], at position: Position,
        _ unknown: @autoclosure () -> Phrase, hint: @autoclosure () -> Phrase? = nil
    ) -> String? {
        if known.contains(text) { return text }
        fault(position, unknown(), hint: hint() ?? Phrase.choices(known, nearestTo: text))
        return nil
    }

    /// The case that a text names; nil with a fault where it names none.
    package func word<Word: RawRepresentable<String> & CaseIterable>(
        _ type: Word.Type, _ text: String, at position: Position,
        _ unknown: @autoclosure () -> Phrase, hint: @autoclosure () -> Phrase? = nil
    ) -> Word? {
        word(
            text, among: type.allCases.map(\.rawValue), at: position, unknown(), hint: hint()
        ).flatMap(Word.init(rawValue:))
    }
}

extension Phrase {
    /// All words that are known here, and the nearest to a text before them.
    package static func choices(_ words: [String], nearestTo text: String) -> Phrase {
        let all = choices(words)
        return Suggestion.closest(to: text, among: words).map { didYouMean($0, all) } ?? all
    }

    /// The nearest name to a text; where none is near, what else would help.
    package static func nearest(
        _ text: String, among known: [String], else other: @autoclosure () -> Phrase
    ) -> Phrase {
        Suggestion.closest(to: text, among: known).map { didYouMean($0) } ?? other()
    }

    /// The nearest name to a text; where none is near, all names.
    package static func nearest(_ text: String, among known: [String]) -> Phrase {
        nearest(text, among: known, else: choices(known))
    }
}
