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
