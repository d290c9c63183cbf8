import Policy
import Quantities

/// Writes values of settings and laws as text.
struct SettingText {
    /// Whose marks numbers get; nil for plain digits with a decimal point.
    let language: Language?

    /// A value without its unit; no words is `–`.
    func text(_ value: SettingValue) -> String {
        switch value {
        case .number(let number), .heads(let number), .share(let number), .perMonth(let number),
            .perYear(let number):
            self.number(number)
        case .flag(let flag): self.flag(flag)
        case .word(let word): word
        case .words(let words): words.isEmpty ? "–" : words.joined(separator: " ")
        }
    }

    /// The unit that a value of a parameter is in.
    func unit(_ value: SettingValue, of definition: ParameterDefinition) -> Unit {
        switch value {
        case .number: definition.standardUnit
        case .heads: .person
        case .share: .share
        case .perMonth: .personPerMonth
        case .perYear: .perYear
        case .flag: .flag
        case .word, .words: .word
        }
    }

    /// A value of the law; the rates of a scale or the bases of bands after each other.
    func text(_ value: LawValue) -> String {
        switch value {
        case .decimal(let number): self.number(number.value)
        case .text(let word): word
        case .scale(let scale):
            scale.brackets.map { number($0.rate.value) }.joined(separator: " / ")
        case .brackets(let table):
            table.rows.map { number(Double($0.base.amount)) }.joined(separator: " / ")
        }
    }

    /// `ya` or `tidak`; what files write for programs and English readers.
    func flag(_ flag: Bool) -> String {
        language == .indonesian ? (flag ? "ya" : "tidak") : "\(flag)"
    }

    /// A text in the language; in English for programs. Nothing where there is none.
    func said(_ text: Phrase?) -> String {
        text.map { $0[language ?? .english] } ?? ""
    }

    /// A number in the marks of the language, or in plain digits.
    func number(_ number: Double) -> String {
        if let language { return Messages.plain(number, language) }
        return number == number.rounded() && number.magnitude < 1e15
            ? String(Int64(number)) : "\(number)"
    }
}

extension Provenance {
    /// The file and line, `–` for a standard value that nobody set.
    var place: String { line > 0 ? "\(file):\(line)" : "–" }

    /// The mark, and the region that a figure is borrowed from.
    var markText: String {
        (mark?.rawValue ?? "") + (borrowedFrom.map { " (\($0.code))" } ?? "")
    }
}
