import Analysis
import Policy
import Quantities

/// What levers and their values are called on a page.
package struct TrialWords: Sendable {
    private let policy: ResolvedPolicy
    private let language: Language

    package init(_ trial: Trial, in language: Language) {
        policy = trial.parent.policy
        self.language = language
    }

    /// The segment, the purse, or the lever itself where it has neither.
    package func name(_ definition: ParameterDefinition, _ member: String?) -> String {
        guard let member else { return definition.meaning[language] }
        let segment = policy.segments.first { $0.id.name == member }?.name
        let purse = policy.purses.first { $0.id.name == member }?.name
        return (segment ?? purse)?[language] ?? member
    }

    /// A lever as a line of its own: `Pagu setahun · DBH CHT`.
    package func line(_ definition: ParameterDefinition, _ member: String?) -> String {
        let meaning = definition.meaning[language]
        return member == nil ? meaning : "\(meaning) · \(name(definition, member))"
    }

    /// A choice as people read it.
    package func word(_ word: String) -> String {
        guard let rule = BudgetPolicy(rawValue: word) else { return word.uppercased() }
        return switch rule {
        case .report: Phrase(id: "tampilkan kekurangan", en: "show the gap")[language]
        case .capHeads: Phrase(id: "kurangi orang", en: "fewer people")[language]
        case .capMonths: Phrase(id: "kurangi bulan", en: "fewer months")[language]
        }
    }

    /// A value with its unit.
    private func value(_ value: SettingValue, of definition: ParameterDefinition) -> String {
        if let word = value.word { return self.word(word) }
        let text = SettingText(language: language)
        return text.withUnit(
            ValueText(
                value: text.text(value), number: value.number,
                unit: text.unit(value, of: definition)))
    }

    /// The value of a lever, or what its change comes to.
    package func value(_ value: SettingValue, _ lever: Trial.Lever) -> String {
        guard lever.isFactor else { return self.value(value, of: lever.definition) }
        return Phrase.times(language.plain(value.number ?? 1))[language]
    }

    /// The unit of a lever alone; nil where values carry it.
    package func unit(_ lever: Trial.Lever) -> String? {
        guard lever.isFactor else { return unit(lever.value, of: lever.definition) }
        return Phrase(id: "kali nilai tiap daerah", en: "times each region's value")[language]
    }

    /// Where a lever's value is from; of one that regions have unlike each other how far apart
    /// they are.
    package func evidence(_ lever: Trial.Lever) -> String {
        func text(_ number: Double) -> String {
            value(
                lever.definition.standardUnit == .share ? .share(number) : .number(number),
                of: lever.definition)
        }
        func between(_ range: ClosedRange<Double>, _ words: Phrase) -> String {
            let until = Phrase(id: "sampai", en: "to")[language]
            return "\(words[language]) \(text(range.lowerBound)) \(until) \(text(range.upperBound))"
        }
        if let span = lever.span {
            return between(span, Phrase(id: "menurut daerah", en: "by region"))
        }
        let known = evidence(lever.provenance)
        let range: String? =
            if let range = lever.provenance.range {
                between(range, Phrase(id: "rentang", en: "range"))
            } else if case .number(_, let accepted) = lever.definition.domain,
                accepted.upperBound <= 1000
            {
                between(accepted, Phrase(id: "boleh", en: "may be"))
            } else {
                nil
            }
        return [range ?? "", known].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// The unit alone; nil where values carry it.
    private func unit(_ value: SettingValue, of definition: ParameterDefinition) -> String? {
        let unit = SettingText(language: language).unit(value, of: definition)
        return unit == .share
            ? Phrase(id: "bagian, 0 sampai 1", en: "share, 0 to 1")[language]
            : unit.heading?[language]
    }

    /// Where a value is from: its mark, the region it is borrowed from, its source, its place.
    private func evidence(_ provenance: Provenance) -> String {
        let parts = [provenance.markText, provenance.source ?? "", provenance.place]
        return parts.filter { !$0.isEmpty && $0 != "–" }.joined(separator: " · ")
    }
}
