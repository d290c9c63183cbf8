import Analysis
import Formats
import Policy
import Quantities
import Sampling

/// Reads how far a value may be off.
///
///     rate.lapse: 0.05 .. 0.5                                    # a 90 % range alone
///     retention: { value: 0.08, range: 0.02 .. 0.3 }             # with the median
///     mortality.load: { distribution: { pert: [0.7, 1, 1.5] } }  # any other form
///     workers: { from: 2026-01, scale: 0.9 .. 1.1 }              # of a factor
///
/// At most one of the three stands in an entry, and only where the entry has one value: a path of
/// several dates would need draws for each. Without a value the median is the written value.
struct SpreadReader {
    let session: ReadingSession
    let context: SettingContext
    let literals: LiteralReader
    let verb: SettingDates.Verb

    /// Whether a text is a range and not one value; no number, word or month has two dots.
    static func isRange(_ text: String?) -> Bool { text?.contains("..") ?? false }

    private var domain: ClosedRange<Double> {
        verb.settingVerb.domain(of: literals.address, unit: literals.unit)
    }

    /// Of the numbers that the spread speaks of; a factor has none of the key's units.
    var unit: Quantities.Unit? { verb == .scale ? .factor : literals.unit }

    // MARK: An entry with one spread

    /// What an entry says of its spread besides `range`; nothing at all after a fault.
    ///
    /// Faults: two spreads in one entry; a spread on several dates; what the forms themselves
    /// refuse.
    func spread(_ node: YAMLNode) -> Spread?? {
        let bare = node[verb.rawValue].flatMap { Self.isRange($0.value.text) ? $0 : nil }
        let given = [bare, node["range"], node["distribution"]].compactMap { $0 }
        if given.count > 1 {
            session.fault(
                given[1].position, Phrase.twoVerbs(given[0].key, given[1].key),
                hint: Phrase.leaveOneOut)
            return nil
        }
        if verb == .values, let field = given.first, node["values"]?.value.entries?.count != 1 {
            session.fault(
                field.position, Phrase.spreadOnPath(field.key), hint: Phrase.commonFactor)
            return nil
        }
        let read: Spread?
        if let field = node["distribution"] {
            read = DistributionReader(spreads: self).spread(field)
        } else if let bare {
            read = range(bare.value)
        } else {
            return .some(nil)
        }
        guard let read else { return nil }
        return .some(read)
    }

    /// The spread of a range alone: `5 .. 50`.
    ///
    /// Faults: a key that is no number; ends that are none, not finite, reversed, or outside of
    /// what the key accepts.
    func range(_ node: YAMLNode) -> Spread? {
        guard isNumeric(node.position, "range"),
            let range = literals.scalars.range(node.text ?? "", unit: unit, at: node.position),
            accepts(range.lowerBound, as: node.text, at: node.position),
            accepts(range.upperBound, as: node.text, at: node.position)
        else { return nil }
        return sound(.range(range, median: nil), at: node.position)
    }

    /// The value that stands where none is written: the median, or the heaviest choice.
    ///
    /// `run` without draws computes with it, so that every scenario has a result. Of a range it is
    /// the geometric middle for numbers above 0, the logit middle for shares between 0 and 1, and
    /// the arithmetic middle elsewhere.
    func written(_ spread: Spread) -> SettingValue? {
        if case .choice(let values, _) = spread {
            return spread.heaviestChoice.map { values[$0] }
        }
        guard let median = try? spread.distribution(in: domain).median else { return nil }
        return value(median)
    }

    /// A number as a value of the entry, whole where only whole numbers make sense.
    func value(_ number: Double) -> SettingValue {
        guard verb != .scale else { return .number(number) }
        return literals.kind(literals.unit?.isCount == true ? number.rounded() : number)
    }

    // MARK: A value with a spread

    /// Whether a written value lies in what is said to spread around it.
    ///
    /// A range takes the value as its median, so that it must lie inside; the other forms have a
    /// middle of their own.
    func accepts(_ value: SettingValue, _ node: YAMLNode, _ spread: Spread?, _ evidence: Evidence)
        -> Bool
    {
        if let field = node["range"], let range = evidence.range {
            guard isNumeric(field.position, "range"), let number = value.number,
                accepts(range.lowerBound, endOf: field.value.text, at: field.value.position),
                accepts(range.upperBound, endOf: field.value.text, at: field.value.position)
            else { return false }
            return isInside(number, range, at: field.value.position)
        }
        guard let spread, let field = node["distribution"], node[verb.rawValue] != nil else {
            return true
        }
        if case .choice(let values, _) = spread, !values.contains(value) {
            let text = SettingText(language: nil)
            session.fault(
                field.value.position,
                Phrase(
                    id: "nilai '\(text.text(value))' tidak ada di antara pilihan distribusinya",
                    en: "value '\(text.text(value))' is not among the choices of its distribution"),
                hint: Phrase.choices(values.map(text.text)))
            return false
        }
        guard let support = spread.support, let number = value.number else { return true }
        guard support.contains(number) else {
            session.fault(field.value.position, Phrase.valueOutsideRange(number, support))
            return false
        }
        return true
    }

    /// Whether a value can be the median of its range: strictly inside, or all three equal.
    func isInside(_ number: Double, _ range: ClosedRange<Double>, at position: Position) -> Bool {
        let (low, high) = (range.lowerBound, range.upperBound)
        if number > low && number < high || low == high && number == low { return true }
        session.fault(
            position, Phrase.valueOutsideRange(number, range),
            hint: Phrase.valueInsideHint(number, range))
        return false
    }

    func isWithin(_ number: Double, _ range: ClosedRange<Double>, at position: Position) -> Bool {
        if range.contains(number) { return true }
        session.fault(position, Phrase.valueOutsideRange(number, range))
        return false
    }

    // MARK: Checks

    /// Whether the key is a number; ranges of words mean nothing.
    func isNumeric(_ position: Position, _ field: String) -> Bool {
        guard case .parameter(let definition) = literals.address.subject else { return true }
        if case .number = definition.domain { return true }
        session.fault(
            position, Phrase.cannotShift(field, definition.path),
            hint: literals.choiceExample(definition.domain).map(Phrase.choiceHint))
        return false
    }

    /// Whether a number lies where the key's numbers may; a fault where it does not.
    ///
    /// A factor is held against zero alone: whether what it scales stays in range is known when
    /// layers are put together.
    ///
    /// - Parameters:
    ///   - written: the value that the number is an end of, for hints that stand in its place.
    ///   - whole: the range beside a value that the number is an end of.
    func accepts(
        _ number: Double, as written: String? = nil, endOf whole: String? = nil,
        at position: Position
    ) -> Bool {
        if domain.contains(number) {
            // Ends of ranges may divide a person, but not leave less than one of them.
            return verb == .scale || !(0 < number && number < 1)
                || literals.isWhole(number, as: written, isShift: verb == .add, at: position)
        }
        let name = verb == .scale ? "scale" : "\(literals.address)"
        if number < 0, domain.lowerBound >= 0 {
            session.fault(position, Phrase.negative(name))
        } else {
            session.fault(
                position, Phrase.outOfRange(name, number, domain),
                hint: unit.map { Phrase.rangeOfUnit($0, domain, number, as: whole ?? written) })
        }
        return false
    }

    /// The spread, where a distribution comes of it; its own faults are told here, once, so that
    /// draws never meet them.
    func sound(_ spread: Spread, at position: Position) -> Spread? {
        do throws(DistributionFault) {
            _ = try spread.distribution(in: domain)
            return spread
        } catch {
            session.fault(
                position, Phrase.distribution(error), hint: Phrase.distributionHint(error))
            return nil
        }
    }

    /// Warns of draws that the key will not accept, where so many are to be expected that a
    /// thousand draws may meet one.
    func tellRefused(_ spread: Spread, at position: Position) {
        guard let outside = try? spread.distribution(in: domain).share(outside: domain),
            outside > 1e-4
        else { return }
        session.warn(
            position, Phrase.refusedShare(outside, domain),
            hint: Phrase(
                id: "tambahkan 'truncate: true' di dalam distribution",
                en: "add 'truncate: true' inside the distribution"))
    }
}

extension Spread {
    /// Where draws lie; nil where they may lie anywhere, or are not numbers.
    var support: ClosedRange<Double>? {
        switch self {
        case .uniform(let range), .triangular(let range, _), .pert(let range, _),
            .beta(_, _, let range):
            range
        case .truncated(let whole): whole.support
        case .range, .normal, .lognormal, .gamma, .empirical, .choice, .paths: nil
        }
    }
}
