import Formats
import Policy
import Quantities

/// Reads the dated values of an entry.
///
/// Three verbs: `from` replaces what lower layers say from a month on; `until` lets them hold again
/// afterwards; `scale` and `add` shift what they say and keep their later steps.
///
///     { values: { 2025-01: 100, 2026-01: 200 } }
///     { from: 2026-01, until: 2026-12, value: 0 }
///     { from: 2026-01, scale: 0.5 }
///
/// Without `from` a value holds from the start of the horizon. Months must lie within it.
///
/// An `until` needs something below that holds afterwards; whether there is, is known only when
/// layers are put together. Months are read as `2026-01`, without days.
struct SettingDates {
    /// The field that carries values.
    ///
    /// Exactly one of them stands in an entry; the raw value is its name in files.
    enum Verb: String {
        /// As written in files.
        case value, values, scale, add, table, forecast

        var settingVerb: Setting.Verb {
            switch self {
            case .value, .values, .table, .forecast: .replace
            case .scale: .scale
            case .add: .add
            }
        }
    }

    let session: ReadingSession
    /// Whose horizon the months must lie in.
    let context: SettingContext
    let spreads: SpreadReader
    private var literals: LiteralReader { spreads.literals }

    /// The values of an entry with the months they begin in; nil where one cannot be read.
    ///
    /// - Parameters:
    ///   - node: the entry's mapping.
    ///   - verb: the field of it that carries values.
    ///   - spread: what stands in place of a value, or beside it.
    /// - Returns: in order of month, at least one; a single value without `from` has no month.
    func points(_ node: YAMLNode, _ verb: Verb, _ spread: Spread?) -> [Setting.Point]? {
        if verb == .values { return series(node) }
        var from: Month?
        if let start = node["from"] {
            guard let month = monthWithin(start.value) else { return nil }
            from = month
        }
        guard let value = value(node[verb.rawValue]?.value, verb, spread) else { return nil }
        return [Setting.Point(from: from, value: value)]
    }

    /// The value of a field, or that of a spread where there is no field or a range in it.
    private func value(_ node: YAMLNode?, _ verb: Verb, _ spread: Spread?) -> SettingValue? {
        guard let node, !SpreadReader.isRange(node.text) else {
            return spread.flatMap(spreads.written)
        }
        return value(node, verb)
    }

    /// The value of a field; factors are numbers of no unit and must not be negative.
    ///
    /// `scale` multiplies, so `0.5` and `50 %` both halve; `add` is in the entry's unit and may be
    /// negative. Faults: either of them for a parameter that is no number, and a number that cannot
    /// be read. The range of the parameter is not compared here: it holds for the result.
    private func value(_ node: YAMLNode, _ verb: Verb) -> SettingValue? {
        guard verb == .scale || verb == .add else { return literals.value(node) }
        if case .parameter(let definition) = literals.address.subject {
            guard case .number = definition.domain else {
                session.fault(node.position, Phrase.cannotShift(verb.rawValue, definition.path))
                return nil
            }
        }
        let unit = verb == .scale ? Unit.factor : literals.unit
        guard let text = node.text,
            let number = literals.scalars.number(text, unit: unit, at: node.position)
        else {
            if node.text == nil {
                session.fault(node.position, Phrase.expected(Phrase.aNumber))
            }
            return nil
        }
        guard verb == .add || number >= 0 else {
            session.fault(node.position, Phrase.negative("scale"))
            return nil
        }
        if verb == .scale { return .number(number) }
        return literals.isWhole(number, isShift: true, at: node.position)
            ? literals.kind(number) : nil
    }

    /// The points of `values`, in order of month.
    ///
    /// Faults: `from` beside it; no mapping, or an empty one; a month that is none, lies outside
    /// the horizon, or does not come after the one before it; a value that cannot be read. Every
    /// entry is looked at before the series is given up.
    private func series(_ node: YAMLNode) -> [Setting.Point]? {
        if let from = node["from"] {
            session.fault(
                from.position,
                Phrase(
                    id: "'from' tidak dipakai bersama 'values', yang sudah menyebut bulannya",
                    en: "'from' is not used with 'values', which names its months"))
            return nil
        }
        guard let field = node["values"] else { return nil }
        guard let entries = field.value.entries, !entries.isEmpty else {
            session.fault(
                field.value.position,
                Phrase(
                    id: "'values' harus berisi bulan dan nilainya",
                    en: "'values' must hold months with their values"),
                hint: Phrase(
                    id: "contoh: values: { 2026-01: 100, 2027-01: 200 }",
                    en: "for example: values: { 2026-01: 100, 2027-01: 200 }"))
            return nil
        }
        var points: [Setting.Point] = []
        var isSound = true
        for entry in entries {
            let month = literals.scalars.month(entry.key, at: entry.position)
            let value = value(of: entry)
            guard let month, let value, isWithin(month, at: entry.position) else {
                isSound = false
                continue
            }
            if let last = points.last?.from, month <= last {
                session.fault(entry.position, Phrase.outOfOrder(month, after: last))
                isSound = false
            }
            points.append(Setting.Point(from: month, value: value))
        }
        return isSound ? points : nil
    }

    /// One value of a series; a range is none, since it would be drawn for each month by itself.
    private func value(of entry: YAMLEntry) -> SettingValue? {
        guard SpreadReader.isRange(entry.value.text) else { return literals.value(entry.value) }
        session.fault(
            entry.value.position, Phrase.spreadOnPath("values"), hint: Phrase.oneNumberHere)
        return nil
    }

    /// The month of `until`, nil where there is none; nothing at all where it is faulty.
    ///
    /// It is the last month in which the value holds. Faults: no month, one outside the horizon, or
    /// one before the last month in which a value begins.
    func until(_ node: YAMLNode, after from: Month?) -> Month?? {
        guard let field = node["until"] else { return .some(nil) }
        guard let until = monthWithin(field.value) else { return nil }
        if let from, until < from {
            session.fault(field.value.position, Phrase.untilBeforeFrom(until, from))
            return nil
        }
        return .some(until)
    }

    private func monthWithin(_ node: YAMLNode) -> Month? {
        guard let month = literals.scalars.month(node), isWithin(month, at: node.position) else {
            return nil
        }
        return month
    }

    /// Whether a month lies in the horizon; a fault where it does not.
    ///
    /// Every month is within a horizon that is not known: catalogues have none, and a faulty one is
    /// told by itself.
    private func isWithin(_ month: Month, at position: Position) -> Bool {
        guard let horizon = context.reach.horizon, !horizon.contains(month) else { return true }
        session.fault(
            position, Phrase.outsideHorizon(month), hint: Phrase.horizonHint(horizon))
        return false
    }
}
