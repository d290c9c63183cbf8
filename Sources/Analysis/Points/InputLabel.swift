import Policy
import Quantities

/// An input as sentences speak of it: what it is, and its numbers with their unit.
///
///     faktor pagu dbh-cht sejak 2026-01 (purse.ceiling.dbh-cht scale 2026-01)   0,52 kali
///
/// A sweep's folder knows inputs by name only, so the name is enough: it is read as a key, with a
/// verb and a month behind it. Where the file is at hand its units are used; they matter for keys
/// that take several, such as a quota in persons or as a share.
package struct InputLabel: Sendable {
    package let name: String
    package let phrase: Phrase
    package let short: Phrase
    /// Of its numbers; nil for a pure number, and where only a file that is gone knew it.
    private let unit: Unit?
    private let choices: [String]?
    private let isFactor: Bool

    /// In what a column of its numbers counts.
    package var columnUnit: Unit { isFactor ? .factor : unit ?? .factor }

    /// - Parameters:
    ///   - unit: of numbers; that of the parameter where nil and it has only one.
    ///   - choices: what numbers stand for.
    package init(_ name: String, unit: Unit? = nil, choices: [String]?) {
        let words = name.split(separator: " ").map(String.init)
        let place = (words.first ?? name).split(separator: "@", maxSplits: 1).map(String.init)
        let found = Parameters.definition(in: place.first ?? name)
        self.name = name
        self.choices = choices
        isFactor = words.dropFirst().first == "scale"
        short = Self.words(
            found.map { ($0.0.path, $0.member) }, place: place, verbs: Array(words.dropFirst()))
        self.unit = unit ?? found.flatMap { $0.0.onlyUnit }
        let isKnown = found != nil && name != ExperimentPoints.policyInput
        phrase = isKnown ? Phrase { [short] in "\(short[$0]) (\(name))" } : short
    }

    /// Inputs that are moved together, by the name of their group.
    ///
    ///     kelompok curah (quota.petani, rate.lapse)
    package init(group name: String, of inputs: [String]) {
        self.name = name
        (unit, choices, isFactor) = (nil, nil, false)
        short = Phrase(id: "kelompok \(name)", en: "group \(name)")
        phrase = Phrase { [short] in
            "\(short[$0]) (\(inputs.joined(separator: ", ")))"
        }
    }

    package init(_ input: VariedInput) {
        let text = SettingText(language: nil)
        let value = input.setting.points.first?.value
        var unit: Unit?
        if case .parameter(let definition) = input.setting.address.subject, let value {
            unit = text.unit(value, of: definition)
        }
        self.init(input.name, unit: unit, choices: input.choices.map { $0.map(text.text) })
    }

    /// The parameter with member, verb and month in words; the region stands in the name.
    ///
    ///     purse.ceiling.dbh-cht scale 2026-01 -> faktor pagu dbh-cht sejak 2026-01
    ///     rate.lapse.ojek@35.74               -> tingkat putus iuran ojek
    ///
    /// A key that has no short name, such as one of the law, stands for itself.
    ///
    /// - Parameters:
    ///   - found: the parameter and its segment or purse; nil for other keys.
    ///   - place: the key, and the region where it has one.
    ///   - verbs: what follows the key: `scale` or `add`, a month.
    private static func words(
        _ found: (path: String, member: String?)?, place: [String], verbs: [String]
    ) -> Phrase {
        let key = place.first ?? ""
        guard key != ExperimentPoints.policyInput else { return Self.policyName }
        var phrase =
            found.flatMap { Parameters.definition($0.path)?.shortName } ?? Phrase { _ in key }
        if let member = found?.member { phrase = Self.of(phrase, member) }
        if verbs.contains("scale") { phrase = Self.factorOn(phrase) }
        if verbs.contains("add") { phrase = Self.additionTo(phrase) }
        if let month = verbs.first(where: { Month($0) != nil }) {
            phrase = Self.since(phrase, month)
        }
        return phrase
    }

    /// A number of the input as a sentence writes it; the value of a choice by its position.
    package func value(_ number: Double) -> Phrase {
        if let choices {
            let place = Int(number)
            return choices.indices.contains(place)
                ? Self.choiceWord(choices[place]) : Phrase { _ in "–" }
        }
        if isFactor { return Phrase { Phrase.times($0.significant(number))[$0] } }
        return UnitText(unit: unit ?? .factor).phrase(number)
    }

    /// A word that stands for a number of a choice; yes and no in the reader's language.
    private static func choiceWord(_ word: String) -> Phrase {
        switch word {
        case "true": Phrase(id: "ya", en: word)
        case "false": Phrase(id: "tidak", en: word)
        default: Phrase { _ in word }
        }
    }

    /// A parameter of one segment or purse.
    ///
    ///     kuota petani        quota of petani
    ///     pagu dbh-cht        ceiling of dbh-cht
    private static func of(_ name: Phrase, _ member: String) -> Phrase {
        Phrase(id: "\(name.indonesian) \(member)", en: "\(name.english) of \(member)")
    }

    /// A factor on what the scenario says.
    ///
    ///     faktor pagu dbh-cht        factor on the ceiling of dbh-cht
    private static func factorOn(_ name: Phrase) -> Phrase {
        Phrase(id: "faktor \(name.indonesian)", en: "factor on the \(name.english)")
    }

    /// Something added to what the scenario says.
    ///
    ///     tambahan kuota petani      addition to the quota of petani
    private static func additionTo(_ name: Phrase) -> Phrase {
        Phrase(id: "tambahan \(name.indonesian)", en: "addition to the \(name.english)")
    }

    /// From a month on.
    ///
    ///     faktor pagu dbh-cht sejak 2026-01
    private static func since(_ name: Phrase, _ month: String) -> Phrase {
        Phrase(id: "\(name.indonesian) sejak \(month)", en: "\(name.english) from \(month)")
    }

    package static let policyName = Phrase(id: "kebijakan", en: "policy")
}

extension ParameterDefinition {
    /// The unit of its numbers where it accepts only one.
    fileprivate var onlyUnit: Unit? {
        if case .number(let units, _) = domain, units.count == 1 { units.first } else { nil }
    }
}
