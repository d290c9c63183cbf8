import Formats
import Quantities

/// The command that a form asks for.
struct AskedCommand: Sendable {
    /// Longer texts are no settings.
    private static let longest = 200

    let kind: AskKind
    /// After the program's name, without what says where results go and in which language.
    let words: [String]
    /// The form without fields that are no part of the question.
    let form: FormFields

    /// Reads a form.
    ///
    /// - Throws: ``InputFaults`` for a choice that there is not, a number that is none, a field
    ///   that is needed.
    init(_ kind: AskKind, _ fields: [AskField], _ sent: FormFields, in language: Language)
        throws(InputFaults)
    {
        self.kind = kind
        var words = kind.command
        var form = FormFields([("soal", kind.rawValue)]).with("folder", sent["folder"])
        for field in fields {
            guard let value = try Self.value(of: field, sent) else { continue }
            form = form.with(field.name.rawValue, value)
            var option = field.option
            if case .optionAndText(let options, _) = field.control {
                let asked = sent[field.name.choice]
                guard let chosen = options.first(where: { $0.value == asked }) else {
                    throw Self.refused(field, asked ?? "")
                }
                option = chosen.value
                form = form.with(field.name.choice, chosen.value)
            }
            words += Self.words(option, value)
        }
        // Series are read with the marks that tables are written with.
        if language == .indonesian, kind != .forecast { words += ["--locale", "id-ID"] }
        (self.words, self.form) = (words, form)
    }

    private static func value(
        of field: AskField, _ sent: FormFields
    ) throws(InputFaults) -> String? {
        let text = (sent[field.name.rawValue] ?? "").trimmingBlanks
        guard !text.isEmpty else {
            guard field.isRequired else { return nil }
            throw InputFaults(
                option: field.name.rawValue,
                Phrase(
                    "\(field.name.label) belum diisi", en: "\(field.name.label) is not filled in"))
        }
        let isText =
            text.count <= longest && !ControlCharacters.hasAny(text)
            && !text.contains(where: \.isNewline)
        switch field.control {
        case .choice(let choices):
            guard choices.contains(where: { $0.value == text }) else { throw refused(field, text) }
        case .whole(let range, _):
            guard let number = Int(text), range.contains(number) else {
                throw refused(
                    field, text,
                    hint: Phrase(
                        "bilangan bulat \(digits: range.lowerBound) sampai"
                            + " \(digits: range.upperBound)",
                        en: "a whole number from \(digits: range.lowerBound) to"
                            + " \(digits: range.upperBound)"))
            }
        case .text, .optionAndText:
            guard isText else { throw refused(field, text) }
        }
        return text
    }

    private static func refused(
        _ field: AskField, _ text: String, hint: Phrase? = nil
    ) -> InputFaults {
        let shown = String(ControlCharacters.flat(text).prefix(60))
        return InputFaults(
            option: field.name.rawValue,
            Phrase(
                "\(field.name.label): '\(shown)' tidak dapat dipakai",
                en: "\(field.name.label): '\(shown)' cannot be used"), hint: hint)
    }

    /// A value that looks like an option is written behind an equals sign, and a file in a folder.
    private static func words(_ option: String?, _ value: String) -> [String] {
        guard let option else { return [value.hasPrefix("-") ? "./" + value : value] }
        return value.hasPrefix("-") ? ["\(option)=\(value)"] : [option, value]
    }

    /// The command as people type it, with a folder for its results.
    static func text(_ words: [String], in language: Language) -> String {
        let out = ["--out", language == .indonesian ? "hasil" : "results"]
        let tongue = language == .standard ? [] : ["--lang", language.rawValue]
        return (["lindung"] + (words + out + tongue).map(\.shellWord)).joined(separator: " ")
    }
}
