/// A text for a reader, in both languages of the product.
public struct Phrase: Sendable, Hashable {
    /// The default language of the product.
    public let indonesian: String
    /// The same in English.
    public let english: String

    /// A phrase from its two texts; neither is filled in for the other.
    public init(id: String, en: String) {
        indonesian = id
        english = en
    }

    /// A phrase made the same way in each language.
    ///
    /// For texts that hold numbers or other phrases, which each language writes in its own way. The
    /// closure is called once for each language, and must not depend on anything else.
    public init(_ text: (Language) -> String) {
        self.init(id: text(.indonesian), en: text(.english))
    }

    /// The text in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }
}
