import Policy
import Quantities

/// Short names of inputs and outcomes, and numbers as sentences write them.
///
/// A parameter's meaning fills a line; within a sentence two or three words must do.
extension Messages {
    /// What a sentence calls a parameter: its short name, or else its title as it stands within a
    /// sentence; nil for what is no parameter.
    ///
    /// The key itself stands beside it in brackets, so that a reader finds it in the file.
    static func shortName(_ path: String) -> Phrase? {
        Parameters.definition(path)?.shortName
    }

    /// Money in words that can be said: `Rp 1,21 miliar`.
    ///
    /// Three digits or four and a size: enough to compare, and what is said in a meeting. Files
    /// have every rupiah. Below a million all digits stand.
    static func money(_ rupiah: Double, _ language: Language) -> String { language.money(rupiah) }

    /// A number to three digits, without zeros at its end.
    ///
    ///     0.5238 -> 0,524    7.2123 -> 7,21    4098 -> 4.098    0.3 -> 0,3
    ///
    /// Whole digits are never rounded away.
    static func significant(_ number: Double, _ language: Language) -> String {
        language.numbers.significant(number)
    }

}
