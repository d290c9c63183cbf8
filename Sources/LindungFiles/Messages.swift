import Policy
import Quantities

/// The catalogue of everything that a reader is told, in every language.
///
/// Entries are constants, or functions where a text carries data. Each part of the product adds its
/// own in an extension: `extension Messages { static let ... }` in a file `Messages<Part>.swift`.
///
/// A message is one sentence without a full stop, in words of a planner and not of a programmer; it
/// names the thing in single quotes as its author wrote it. A hint says what would be right,
/// preferably as text that can be copied. Indonesian is written first, not translated.
///
/// Catalogues of the reading side: ``Messages`` itself for words that many share, `MessagesFile`
/// for files and CSV, `MessagesYAML` for structure, `MessagesScenario` for headers, dates and
/// regions, `MessagesSetting` for keys and entries, `MessagesValue` for values, `MessagesTable` for
/// tables, `MessagesPolicy` for layers put together, `MessagesLaw` for what the law does not
/// answer.
public enum Messages {
    // MARK: Labels of a diagnostic

    /// Stands before a message that forbids using the input.
    public static let error = Phrase(id: "galat", en: "error")

    /// Stands before a message that its author should look at.
    public static let warning = Phrase(id: "peringatan", en: "warning")

    /// Stands before what would be right.
    public static let hint = Phrase(id: "petunjuk", en: "hint")

    /// Stands after the diagnostics that are shown, for those that are not.
    public static func andMore(_ count: Int) -> Phrase {
        Phrase(id: "... dan \(count) pesan lagi", en: "... and \(count) more")
    }

    // MARK: Hints that many messages share

    /// The nearest of the names that would be right.
    static func didYouMean(_ name: String) -> Phrase {
        Phrase(id: "maksud Anda '\(name)'?", en: "did you mean '\(name)'?")
    }

    /// The nearest name with a word on what it is or why it was meant.
    static func didYouMean(_ name: String, _ kind: Phrase) -> Phrase {
        Phrase { "\(didYouMean(name)[$0]) (\(kind[$0]))" }
    }

    /// The parameter that was meant, with its unit and role.
    static func didYouMean(_ definition: ParameterDefinition, member: String?) -> Phrase {
        let key = definition.path + (member.map { "." + $0 } ?? "")
        return didYouMean(
            key, Phrase { "\(definition.standardUnit.name[$0]), \(definition.role.name[$0])" })
    }

    /// What may be written; the nearest first where one is near.
    static func choices(_ words: [String], near: String? = nil) -> Phrase {
        let list = list(words)
        guard let near else {
            return Phrase(id: "pilihan: \(list)", en: "choices: \(list)")
        }
        return didYouMean(near, choices(words))
    }

    /// What may be written, however many there are, where none is likelier than the others.
    static func allChoices(_ words: [String]) -> Phrase {
        let list = words.joined(separator: ", ")
        return Phrase(id: "pilihan: \(list)", en: "choices: \(list)")
    }

    /// A list names the same thing a second time: `[jkk, jkm, jkk]`.
    static func twice(_ word: String) -> Phrase {
        Phrase(id: "'\(word)' ditulis dua kali", en: "'\(word)' is written twice")
    }

    /// Points from the second writing of something to the first.
    static func firstWritten(_ line: Int) -> Phrase {
        Phrase(id: "yang pertama ada di baris \(line)", en: "the first one is on line \(line)")
    }

    // MARK: Kinds of values

    /// For ``expected(_:)`` where a list or `true` stands.
    static let aNumber = Phrase(id: "sebuah angka", en: "a number")

    /// For ``expected(_:)`` where a list or a mapping stands.
    static let aMonth = Phrase(id: "bulan seperti 2026-05", en: "a month such as 2026-05")

    /// For ``expected(_:)`` where nothing, a list or a mapping stands.
    static let aText = Phrase(id: "sebuah teks", en: "a text")

    /// For ``expected(_:)`` where one value or a mapping stands.
    static let aList = Phrase(id: "sebuah daftar", en: "a list")

    /// For ``expected(_:)`` where `table` names no file.
    static let aPath = Phrase(id: "nama berkas", en: "the name of a file")

    /// For ``expected(_:)`` where a parameter takes one word and gets a list.
    static let oneWord = Phrase(id: "satu pilihan", en: "one choice")

    /// Another kind of value stands where one of this kind belongs.
    static func expected(_ kind: Phrase) -> Phrase {
        Phrase(
            id: "di sini seharusnya \(kind.indonesian)", en: "\(kind.english) is expected here")
    }

    // MARK: Numbers and lists inside texts

    /// Names, at most twelve of them.
    static func list(_ words: [String]) -> String {
        words.count <= 12
            ? words.joined(separator: ", ")
            : words.prefix(12).joined(separator: ", ") + ", …"
    }
}
