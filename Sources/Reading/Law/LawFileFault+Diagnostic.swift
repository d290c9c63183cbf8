import Formats
import Quantities

extension LawFileFault {
    /// What a reader is told.
    public var diagnostic: Diagnostic {
        Diagnostic(
            at: Position(file: file, line: line, column: column), Phrase.lawFile(kind),
            hint: hint)
    }

    /// The words that are known here, the nearest first; for a number with two readings, how it is
    /// written.
    private var hint: Phrase? {
        switch kind {
        case .unknownKey(let word, let known), .unknownWord(let word, let known),
            .unknownSource(let word, let known):
            Phrase.choices(known, near: Suggestion.closest(to: word, among: known))
        case .unclearNumber(.ambiguous): Phrase.plainDigits
        default: nil
        }
    }
}
