import Quantities

/// Writes values of settings and laws as text.
package struct SettingText {
    /// Whose marks numbers get; nil for plain digits, as programs read them.
    package let language: Language?
    /// Whose decimal mark plain digits get.
    package let locale: NumberLocale

    package init(language: Language?, locale: NumberLocale = .english) {
        (self.language, self.locale) = (language, locale)
    }

    /// The language of sentences in tables for programs: that of the marks.
    package var programs: Language { locale == .indonesian ? .indonesian : .english }

    /// A value without its unit; no words is `–`.
    package func text(_ value: SettingValue) -> String {
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
    package func unit(_ value: SettingValue, of definition: ParameterDefinition) -> Unit {
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
    package func text(_ value: LawValue) -> String {
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
    package func flag(_ flag: Bool) -> String {
        language == .indonesian ? (flag ? "ya" : "tidak") : "\(flag)"
    }

    /// A text in the language; in English for programs. Nothing where there is none.
    package func said(_ text: Phrase?) -> String {
        text.map { $0[language ?? .english] } ?? ""
    }

    /// A number in the marks of the language, or in plain digits.
    package func number(_ number: Double) -> String {
        if let language { return language.plain(number) }
        guard number != number.rounded() || number.magnitude >= 1e15 else {
            return String(Int64(number))
        }
        return locale == .indonesian ? Self.withComma("\(number)") : "\(number)"
    }

    /// A decimal comma in place of the point. Three decimals behind it could be thousands, so a
    /// zero is put behind them.
    private static func withComma(_ digits: String) -> String {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return digits }
        let isOpen = parts[1].utf8.count == 3 && parts[1].allSatisfy(\.isNumber)
        return "\(parts[0]),\(parts[1])" + (isOpen ? "0" : "")
    }
}

extension Provenance {
    /// The file and line, `–` for a standard value that nobody set.
    package var place: String { line > 0 ? "\(file):\(line)" : "–" }

    /// The mark, and the region that a figure is borrowed from.
    package var markText: String {
        (mark?.rawValue ?? "") + (borrowedFrom.map { " (\($0.code))" } ?? "")
    }
}

extension SettingText {
    /// A spread as a scenario writes it: `0.05 .. 0.5`, `pert: [0.7, 1, 1.5]`,
    /// `choice: { true: 3, false: 1 }`.
    ///
    /// With plain digits it can be put back into a file; in the marks of a language it is for
    /// people, who see decimal commas and semicolons between numbers.
    package func text(_ spread: Spread) -> String {
        switch spread {
        case .range(let range, _):
            "\(number(range.lowerBound)) .. \(number(range.upperBound))"
        case .uniform(let range): form("uniform", [range.lowerBound, range.upperBound])
        case .triangular(let range, let mode):
            form("triangular", [range.lowerBound, mode, range.upperBound])
        case .pert(let range, let mode): form("pert", [range.lowerBound, mode, range.upperBound])
        case .normal(let mean, let deviation): form("normal", [mean, deviation])
        case .lognormal(let median, let deviation): form("lognormal", [median, deviation])
        case .beta(let alpha, let beta, 0...1): form("beta", [alpha, beta])
        case .beta(let alpha, let beta, let range):
            form("beta", [alpha, beta, range.lowerBound, range.upperBound])
        case .gamma(let shape, let scale): form("gamma", [shape, scale])
        case .empirical(let values): observed(values)
        case .paths(let paths): "paths: \(paths.count)"
        case .truncated(let whole): "\(text(whole))\(separator)truncate: true"
        case .choice(let values, let weights):
            "choice: { "
                + zip(values, weights).map { "\(text($0)): \(listed($1))" }.joined(
                    separator: separator) + " }"
        }
    }

    /// What stands between numbers, which may have commas of their own: `[0,7; 1; 1,5]`.
    private var separator: String { language == .indonesian ? "; " : ", " }

    /// A form with its numbers in the order in which files have them.
    private func form(_ name: String, _ numbers: [Double]) -> String {
        name + ": [" + numbers.map(listed).joined(separator: separator) + "]"
    }

    /// A number of a list; in quotes where plain digits have a comma, which would end it.
    private func listed(_ number: Double) -> String {
        let text = self.number(number)
        return language == nil && text.contains(",") ? "\"\(text)\"" : text
    }

    /// Values that were observed; of many the least and the greatest.
    private func observed(_ values: [Double]) -> String {
        guard values.count > 6, let low = values.min(), let high = values.max() else {
            return form("empirical", values)
        }
        return "empirical: \(values.count) [\(number(low)) … \(number(high))]"
    }
}
