import Formats
import Policy
import Quantities

/// Reads single values of a parameter or of the law.
///
/// Numbers must be finite, inside the parameter's range, and whole where parts make no sense; a
/// percentage is accepted only where the unit is relative, and an amount with `Rp` only where it is
/// money. Words must be among the parameter's choices.
///
///     quota.petani: 1200                    # a number
///     refill: true                          # a flag
///     route.rt-rw: pu                       # a word
///     programmes.petani: [jkk, jkm]         # words
///     funding.purses.petani: [dbh-cht]      # purses
///
/// Cells of tables come here as well, each as a text without quotes.
struct LiteralReader {
    let session: ReadingSession
    let context: SettingContext
    let address: Address
    /// The unit that the entry names or the parameter's own; nil for law without a unit.
    let unit: Unit?
    let scalars: ScalarReader

    /// - Parameters:
    ///   - session: where faults are noted.
    ///   - context: what the file may speak of.
    ///   - address: for whom the values are.
    ///   - unit: of their numbers; nil accepts any.
    ///   - locale: how they are written; nil where that is not declared.
    init(
        session: ReadingSession, context: SettingContext, address: Address, unit: Unit?,
        locale: NumberLocale?
    ) {
        self.session = session
        self.context = context
        self.address = address
        self.unit = unit
        scalars = ScalarReader(
            session: session, locale: locale,
            takesShare: address.units?.contains(.share) == true)
    }

    /// Two values with weights, as `choice` has them; nil for a number.
    func choiceExample(_ domain: ParameterDefinition.Domain) -> String? {
        let values: [String]
        switch domain {
        case .number: return nil
        case .flag: values = ["true", "false"]
        case .word(let words), .words(let words): values = words
        case .purses, .purse: values = context.existing(.purse)
        }
        return values.prefix(2).enumerated().map { "\($0.element): \($0.offset + 1)" }
            .joined(separator: ", ")
    }

    /// The value that a node gives; nil where it gives none that is accepted.
    ///
    /// The parameter's domain decides how the text is read: `1` is a number for a quota and no flag
    /// for `refill`. Nothing behind a colon is a fault and not a zero.
    func value(_ node: YAMLNode) -> SettingValue? {
        guard !node.isNull else {
            session.fault(node.position, Phrase.noValue("\(address)"))
            return nil
        }
        guard case .parameter(let definition) = address.subject else { return lawValue(node) }
        switch definition.domain {
        case .number:
            return number(node).flatMap {
                checked($0, definition, as: context.whole ?? node.text, at: node.position)
            }
        case .flag: return flag(node)
        case .word(let choices): return word(node, choices).map(SettingValue.word)
        case .words(let choices): return words(node, choices)
        case .purses: return purses(node)
        case .purse: return word(node, context.existing(.purse)).map(SettingValue.word)
        }
    }

    /// The number that a node gives, not yet compared with the accepted range.
    ///
    /// Lists, mappings, `true` and `false` are faults, with the unit as a hint.
    func number(_ node: YAMLNode) -> Double? {
        guard let text = node.text, !["true", "false"].contains(text) else {
            session.fault(
                node.position, Phrase.expected(Phrase.aNumber),
                hint: unit.map(Phrase.unitHint))
            return nil
        }
        return scalars.number(
            text, unit: unit, isAverage: isAverage, endOf: context.whole, at: node.position)
    }

    /// Whether the key counts few persons on average, as `household.size` does; counts of people
    /// have wide ranges.
    private var isAverage: Bool {
        guard unit == .person, case .parameter(let definition) = address.subject,
            case .number(_, let range) = definition.domain
        else { return false }
        return range.upperBound <= 100
    }

    /// A number as a value in the entry's unit.
    ///
    /// Where a parameter accepts several units the unit becomes part of the value: a quota of 0.4
    /// is forty percent of the eligible or less than one person. Elsewhere it is just a number.
    func kind(_ number: Double) -> SettingValue {
        guard case .parameter(let definition) = address.subject,
            case .number(let units, _) = definition.domain, units.count > 1
        else { return .number(number) }
        return switch unit {
        case .person: .heads(number)
        case .share: .share(number)
        case .personPerMonth: .perMonth(number)
        case .perYear: .perYear(number)
        default: .number(number)
        }
    }

    /// The number as a value, where the parameter accepts it.
    ///
    /// Shares lie in 0 to 1 even where the parameter's range, meant for persons, is wider. Faults,
    /// the first that applies: below zero where nothing is; outside the range; a part of a month,
    /// of a class or of a person.
    func checked(
        _ number: Double, _ definition: ParameterDefinition, as written: String? = nil,
        at position: Position
    ) -> SettingValue? {
        guard case .number(_, let full) = definition.domain else { return nil }
        let range = unit == .share ? 0...1 : full
        if number < 0, range.lowerBound >= 0 {
            session.fault(
                position, Phrase.negative("\(address)"), hint: unit.map(Phrase.unitHint))
            return nil
        }
        guard range.contains(number) else {
            session.fault(
                position, Phrase.outOfRange("\(address)", number, range),
                hint: unit.map { Phrase.rangeOfUnit($0, range, number, as: written) })
            return nil
        }
        if let unit, unit.isCount, number != number.rounded() {
            session.fault(position, Phrase.notWhole("\(address)"), hint: Phrase.unitHint(unit))
            return nil
        }
        return isWhole(number, as: context.whole, at: position) ? kind(number) : nil
    }

    /// Whether a number of persons divides none of them; told with what was meant where it does.
    ///
    /// `quota: 0.4` is most likely a share of the eligible, and would pay for nobody. Points that
    /// a sweep drew may divide a person.
    ///
    /// - Parameters:
    ///   - written: what the hint repeats in place of the number, such as its whole range.
    ///   - isShift: whether the number is added to others, which no share can be.
    func isWhole(
        _ number: Double, as written: String? = nil, isShift: Bool = false, at position: Position
    ) -> Bool {
        guard unit == .person, !isAverage, !context.isDrawn, number != number.rounded() else {
            return true
        }
        let takesShare = !isShift && address.units?.contains(.share) == true
        session.fault(
            position,
            Phrase(
                "'\(address)' adalah \(plain: number) orang, padahal orang tidak dapat dibagi",
                en: "'\(address)' is \(plain: number) persons, but a person cannot be divided"),
            hint: Phrase.partOfPersonHint(number, written, takesShare: takesShare))
        return false
    }

    /// `true` or `false`; no other word is guessed at, neither `ya` nor `yes` nor `1`.
    private func flag(_ node: YAMLNode) -> SettingValue? {
        switch node.text {
        case "true": return .flag(true)
        case "false": return .flag(false)
        default:
            session.fault(
                node.position,
                Phrase(
                    id: "di sini seharusnya 'true' atau 'false'",
                    en: "true or false is expected here"), hint: Phrase.flagHint(node.text ?? ""))
            return nil
        }
    }

    /// One of the choices, in the case in which they are written.
    ///
    /// Faults: a list or a mapping; another word, with the nearest choice before the list of all.
    private func word(_ node: YAMLNode, _ choices: [String]) -> String? {
        guard let text = node.text else {
            session.fault(
                node.position, Phrase.expected(Phrase(id: "satu pilihan", en: "one choice")),
                hint: Phrase.choices(choices))
            return nil
        }
        return session.word(
            text, among: choices, at: node.position, Phrase.notAChoice(text, "\(address)"))
    }

    /// A set of choices, in the order of the catalogue, since their order means nothing.
    ///
    /// `[jkm, jkk]` and `[jkk, jkm]` are the same value, and compare as equal in results.
    private func words(_ node: YAMLNode, _ choices: [String]) -> SettingValue? {
        guard let words = list(node, choices) else { return nil }
        return .words(choices.filter(words.contains))
    }

    /// Words out of the choices, each once; one scalar is a list of one.
    ///
    /// An empty list is accepted: `programmes.petani: []` funds nothing, and whether that goes
    /// together with a quota is asked later.
    private func list(_ node: YAMLNode, _ choices: [String]) -> [String]? {
        var words: [String] = []
        var isSound = true
        for item in node.items ?? [node] {
            guard let word = word(item, choices) else {
                isSound = false
                continue
            }
            if words.contains(word) {
                session.fault(item.position, Phrase.twice(word))
                isSound = false
            }
            words.append(word)
        }
        return isSound ? words : nil
    }

    /// Purses in the order written, since that is the order in which they pay.
    ///
    /// Each must exist and, outside of catalogues, be listed by the scenario; an empty list means
    /// every purse of the scenario that may pay.
    private func purses(_ node: YAMLNode) -> SettingValue? {
        guard let words = list(node, context.existing(.purse)) else { return nil }
        guard let purses = context.reach.members(.purse), context.kind != .catalogue else {
            return .words(words)
        }
        for (index, word) in words.enumerated() where !purses.contains(word) {
            session.fault(
                (node.items?[index] ?? node).position, Phrase.notInScenario(.purse, word),
                hint: Phrase.addToList(.purse, word))
        }
        return .words(words)
    }

    /// A number, or a flag as 1 or 0; the law's tree judges what fits.
    ///
    /// A number in quotes, `"16.800,5"`, is a number: quotes are how commas get into braces. A word
    /// is a fault, quoted or not: scenarios change numbers of the law, none of its words.
    private func lawValue(_ node: YAMLNode) -> SettingValue? {
        switch node.text {
        case "true": .number(1)
        case "false": .number(0)
        default: number(node).map(SettingValue.number)
        }
    }
}
