import Analysis
import Policy
import Quantities

/// An input as sentences speak of it: what it is, and its numbers with their unit.
///
///     faktor pagu dbh-cht sejak 2026-01 (purse.ceiling.dbh-cht scale 2026-01)   0,52 kali
///
/// A sweep's folder knows inputs by name only, so the name is enough: it is read as a key, with a
/// verb and a month behind it. Where the file is at hand its units are used; they matter for keys
/// that take several, such as a quota in persons or as a share.
struct InputLabel: Sendable {
    /// As tables and files name it.
    let name: String
    /// In words, the name in brackets.
    let phrase: Phrase
    /// In words alone.
    let short: Phrase
    /// Of its numbers; nil for a pure number, and where only a file that is gone knew it.
    private let unit: Unit?
    /// Words that stand for the numbers of a choice.
    private let choices: [String]?
    /// Whether values multiply what the scenario says.
    private let isFactor: Bool

    /// - Parameters:
    ///   - unit: of numbers; that of the parameter where nil and it has only one.
    ///   - choices: what numbers stand for.
    init(_ name: String, unit: Unit? = nil, choices: [String]?) {
        let words = name.split(separator: " ").map(String.init)
        let place = (words.first ?? name).split(separator: "@", maxSplits: 1).map(String.init)
        let found = AddressReader.definition(in: place.first ?? name)
        self.name = name
        self.choices = choices
        isFactor = words.dropFirst().first == "scale"
        short = Self.words(
            found.map { ($0.0.path, $0.member) }, place: place, verbs: Array(words.dropFirst()))
        self.unit = unit ?? found.flatMap { $0.0.onlyUnit }
        let isKnown = found != nil && name != SweptPoints.policyInput
        phrase = isKnown ? Phrase { [short] in "\(short[$0]) (\(name))" } : short
    }

    /// The label of an input of a scenario.
    init(_ input: VariedInput) {
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
        guard key != SweptPoints.policyInput else { return Messages.policyName }
        var phrase = found.flatMap { Messages.shortName($0.path) } ?? Phrase { _ in key }
        if let member = found?.member { phrase = Messages.of(phrase, member) }
        if verbs.contains("scale") { phrase = Messages.factorOn(phrase) }
        if verbs.contains("add") { phrase = Messages.additionTo(phrase) }
        if let month = verbs.first(where: { Month($0) != nil }) {
            phrase = Messages.since(phrase, month)
        }
        return phrase
    }

    /// A number of the input as a sentence writes it; the value of a choice by its position.
    func value(_ number: Double) -> Phrase {
        if let choices {
            let place = Int(number)
            return choices.indices.contains(place)
                ? Messages.choiceWord(choices[place]) : Phrase { _ in "–" }
        }
        if isFactor { return Phrase { Messages.times(Messages.significant(number, $0))[$0] } }
        return UnitText(unit: unit ?? .factor).phrase(number)
    }
}

extension ParameterDefinition {
    /// The unit of its numbers where it accepts only one.
    fileprivate var onlyUnit: Unit? {
        if case .number(let units, _) = domain, units.count == 1 { units.first } else { nil }
    }
}

/// Numbers of a unit as sentences write them.
///
/// Tables write numbers in full with the unit in the heading; sentences say them with three digits
/// and the unit beside.
struct UnitText: Sendable {
    /// What numbers are in; decides words, scale and decimals.
    let unit: Unit

    /// A number with its unit: `Rp 1,2 miliar`, `30 %`, `0,3 per tahun`, `4.098 orang`.
    func phrase(_ number: Double) -> Phrase {
        Phrase { language in
            guard number.isFinite else { return language.numbers.format(number) }
            let text = Messages.significant(number, language)
            switch unit {
            case .share: return Messages.significant(number * 100, language) + " %"
            case .percent: return text + " %"
            case .rupiah: return Messages.money(number, language)
            case .rupiahPerMonth, .rupiahPerYear, .rupiahPerPersonMonth, .rupiahPerFamily:
                let per = Messages.name(unit)[language].drop { $0 != " " }
                return Messages.money(number, language) + per
            case .person, .family, .personMonth, .personPerMonth:
                let count = abs(number) >= 100 ? language.numbers.format(number) : text
                return count + " " + Messages.name(unit)[language]
            case .perYear, .monthsPerYear, .month:
                return text + " " + Messages.name(unit)[language]
            case .monthOfYear: return Messages.monthOfYear(text)[language]
            case .riskClass: return Messages.riskClass(text)[language]
            case .factor, .flag, .word: return text
            }
        }
    }
}

/// An outcome as sentences speak of it.
///
///     kebutuhan iuran petani 2027
///
/// Segment, region and year follow the words as they stand in the name.
struct OutcomeLabel: Sendable {
    /// As tables and files name it.
    let name: String
    /// The unit of its values.
    let unit: Unit
    /// In words.
    let phrase: Phrase

    /// Words for an outcome that is known by its name alone.
    ///
    /// The part before the first point, blank or `@` is looked up among the columns; an unknown one
    /// stands for itself. The rest follows as it is written.
    init(_ name: String, unit: Unit) {
        self.name = name
        self.unit = unit
        let quantity = String(name.prefix { $0 != "." && $0 != "@" && $0 != " " })
        let rest = name.dropFirst(quantity.count).drop { $0 == "." || $0 == " " }
        let word = Messages.column(quantity)
        phrase = Phrase { language in
            let name = word?[language] ?? quantity
            return rest.isEmpty ? name : name + " " + rest
        }
    }

    /// Words for an outcome with the unit of its quantity.
    init(_ outcome: Outcome) { self.init(outcome.name, unit: outcome.quantity.unit) }

    /// A number of the outcome as a sentence writes it.
    func value(_ number: Double) -> Phrase { UnitText(unit: unit).phrase(number) }
}
