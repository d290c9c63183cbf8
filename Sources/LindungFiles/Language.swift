import Policy
import Quantities

/// The languages that every text for a reader exists in.
public enum Language: String, Sendable, CaseIterable {
    /// The first language of the product.
    case indonesian = "id"
    /// For colleagues and reviewers.
    case english = "en"

    /// What a reader gets who has not asked for a language.
    public static let standard = Language.indonesian

    /// How numbers are written in texts of this language.
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
