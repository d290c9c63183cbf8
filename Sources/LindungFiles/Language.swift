import Policy
import Quantities

/// The languages that every text for a reader exists in.
///
/// The raw value is what `--language` and the fields `{ id: .., en: .. }` of files use.
public enum Language: String, Sendable, CaseIterable {
    /// The first language of the product.
    case indonesian = "id"
    /// For colleagues and reviewers.
    case english = "en"

    /// What a reader gets who has not asked for a language.
    public static let standard = Language.indonesian

    /// How numbers are written in texts of this language.
    ///
    /// `1.355,90` in Indonesian, `1,355.90` in English. How a *file* writes its numbers is another
    /// matter: that is its own `locale`.
    public var numbers: NumberLocale {
        switch self {
        case .indonesian: .indonesian
        case .english: .english
        }
    }
}

/// A text for a reader, in every language of the product.
public typealias Phrase = BilingualText

extension BilingualText {
    /// A phrase from its two texts.
    public init(id: String, en: String) {
        self.init(indonesian: id, english: en)
    }

    /// A phrase made the same way in each language.
    ///
    /// For texts that hold numbers or other phrases, which each language writes in its own way. The
    /// closure is called once for each language, and must not depend on anything else.
    public init(_ text: (Language) -> String) {
        self.init(indonesian: text(.indonesian), english: text(.english))
    }

    /// The text in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }
}
