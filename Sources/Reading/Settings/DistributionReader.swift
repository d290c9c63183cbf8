import Formats
import Policy
import Quantities
import Sampling

/// Reads the forms of `distribution`.
///
///     mortality.load: { distribution: { pert: [0.7, 1, 1.5] } }
///     route.petani: { value: bpu, distribution: { choice: { pu: 1, bpu: 3 } } }
///
/// Numbers are in the entry's unit, and percentages and `Rp` are read as in a value. Standard
/// deviations of a normal and scales of a gamma are in that unit too; shapes and deviations of
/// logarithms have none.
///
/// | Written | Means |
/// |---|---|
/// | `uniform: [a, b]` | anywhere between |
/// | `triangular: [a, mode, b]`, `pert: [a, mode, b]` | most likely at the mode |
/// | `normal: [mean, sd]` | |
/// | `lognormal: [median, sd]` | the deviation is that of the logarithm |
/// | `beta: [alpha, beta]` or `[alpha, beta, low, high]` | |
/// | `gamma: [shape, scale]` | |
/// | `empirical: [..]` or `{ table: .., column: .. }` | one of the values |
/// | `choice: { value: weight, .. }` | one of numbers, words or flags |
///
/// `truncate: true` beside a form keeps what the key accepts and leaves the rest out; without it
/// draws that the key does not accept are refused, and their share is told beforehand.
struct DistributionReader {
    let spreads: SpreadReader

    enum Form: String, CaseIterable {
        case uniform, triangular, pert, normal, lognormal, beta, gamma, empirical, choice

        /// How it is written with numbers between two ends, for a hint.
        func example(_ low: Double, _ high: Double) -> String {
            let middle = (low + high) / 2
            let numbers: [Double] =
                switch self {
                case .uniform: [low, high]
                case .triangular, .pert: [low, middle, high]
                case .normal: [middle, (high - low) / 4]
                case .lognormal: [middle, 0.2]
                case .beta: low >= 0 && high <= 1 ? [2, 3] : [2, 3, low, high]
                case .gamma: [4, middle / 4]
                case .empirical, .choice: [low, middle, high]
                }
            let texts = numbers.compactMap(MeantNumber.plain)
            guard self == .choice else {
                return "\(rawValue): [\(texts.joined(separator: ", "))]"
            }
            return "choice: { " + texts.map { "\($0): 1" }.joined(separator: ", ") + " }"
        }

        /// How many numbers it may have; empty where any number of them is right.
        var counts: [Int] {
            switch self {
            case .uniform, .normal, .lognormal, .gamma: [2]
            case .triangular, .pert: [3]
            case .beta: [2, 4]
            case .empirical, .choice: []
            }
        }

        /// Which of its numbers are in the unit of the key and must be such as it accepts; the
        /// others are shapes, logarithms or deviations.
        func isValue(_ position: Int) -> Bool {
            switch self {
            case .uniform, .triangular, .pert, .empirical, .choice: true
            case .normal, .lognormal: position == 0
            case .beta: position > 1
            case .gamma: false
            }
        }
    }

    private var session: ReadingSession { spreads.session }

    /// The spread of a field `distribution`; nil after a fault.
    ///
    /// Faults: no mapping with one form; an unknown form; too few or too many numbers; a number
    /// that the key does not accept; numbers of which no distribution comes.
    func spread(_ field: YAMLEntry) -> Spread? {
        let entries = (field.value.entries ?? []).filter { $0.key != "truncate" }
        guard let entry = entries.first, entries.count == 1 else {
            session.fault(
                entries.last?.position ?? field.value.position,
                Phrase(
                    id: "'distribution' harus berisi satu bentuk dengan parameternya",
                    en: "'distribution' must hold one form with its parameters"),
                hint: entries.count > 1
                    ? Phrase.leaveOneOut : Phrase.forms(Form.allCases.map(\.rawValue)))
            return nil
        }
        guard let form = Form(rawValue: entry.key) else {
            let names = Form.allCases.map(\.rawValue)
            session.fault(
                entry.position,
                Phrase(
                    id: "distribusi '\(entry.key)' tidak dikenal",
                    en: "unknown distribution '\(entry.key)'"),
                hint: Phrase.nearest(entry.key, among: names, else: Phrase.forms(names)))
            return nil
        }
        guard case .some(let truncates) = truncates(field.value["truncate"], form) else {
            return nil
        }
        switch form {
        case .choice: return choice(entry)
        case .empirical where entry.value["table"] != nil: return observed(entry)
        default:
            guard spreads.isNumeric(entry.position, form.rawValue),
                let numbers = numbers(entry, form),
                let whole = spread(form, numbers, entry),
                let spread = spreads.sound(
                    truncates ? .truncated(whole) : whole, at: entry.value.position)
            else { return nil }
            if !truncates { spreads.tellRefused(spread, at: entry.position) }
            return spread
        }
    }

    /// What is said of truncation, false where nothing is; nil after a fault.
    ///
    /// Faults: no yes or no; a choice, whose values are each accepted or not.
    private func truncates(_ entry: YAMLEntry?, _ form: Form) -> Bool? {
        guard let entry else { return false }
        guard form != .choice else {
            session.fault(
                entry.position,
                Phrase(
                    id: "pilihan tidak dapat dipotong", en: "a choice cannot be truncated"),
                hint: Phrase.leaveOneOut)
            return nil
        }
        guard let text = entry.value.text, let isTrue = Bool(text) else {
            session.fault(
                entry.value.position,
                Phrase(
                    id: "'truncate' harus 'true' atau 'false'",
                    en: "'truncate' must be 'true' or 'false'"),
                hint: Phrase.writtenAs("truncate: true"))
            return nil
        }
        return isTrue
    }

    /// The numbers of a form, each checked; nil where one of them is faulty.
    ///
    /// Every number is looked at before the form is given up, so that all faults are told at once.
    private func numbers(_ entry: YAMLEntry, _ form: Form) -> [Double]? {
        let items = entry.value.items ?? []
        guard !items.isEmpty, form.counts.isEmpty || form.counts.contains(items.count) else {
            session.fault(
                entry.value.position, Phrase.numbersOf(form.rawValue, form.counts),
                hint: Phrase.writtenAs(example(form, items)))
            return nil
        }
        let numbers = items.enumerated().map { position, item -> Double? in
            guard let text = item.text else {
                session.fault(item.position, Phrase.expected(Phrase.aNumber))
                return nil
            }
            let isValue = form.isValue(position)
            let unit = isValue || form == .normal || form == .gamma ? spreads.unit : .factor
            guard
                let number = spreads.literals.scalars.number(text, unit: unit, at: item.position),
                !isValue || spreads.accepts(number, at: item.position)
            else { return nil }
            return number
        }
        let read = numbers.compactMap { $0 }
        return read.count == numbers.count ? read : nil
    }

    private func example(_ form: Form, _ items: [YAMLNode]) -> String {
        if form == .choice, case .parameter(let definition) = spreads.literals.address.subject,
            let words = spreads.literals.choiceExample(definition.domain)
        {
            return "choice: { \(words) }"
        }
        let given = items.compactMap { item in
            (try? parseDouble(item.text ?? "", locale: spreads.literals.scalars.locale))
        }
        let standard: (low: Double, high: Double) =
            switch spreads.unit {
            case .person, .family: (1000, 2000)
            case .monthsPerYear, .monthOfYear, .month: (4, 12)
            case .factor: (0.5, 1.5)
            case let unit? where unit.isMoney: (1_000_000, 2_000_000)
            default: (0.2, 0.4)
            }
        guard let low = given.min(), let high = given.max(), low < high else {
            return form.example(standard.low, standard.high)
        }
        return form.example(low, high)
    }

    /// The spread of a form with as many numbers as it takes; nil where its ends are reversed.
    private func spread(_ form: Form, _ n: [Double], _ entry: YAMLEntry) -> Spread? {
        switch form {
        case .uniform: return range(n[0], n[1], entry).map { .uniform($0) }
        case .triangular: return range(n[0], n[2], entry).map { .triangular($0, mode: n[1]) }
        case .pert: return range(n[0], n[2], entry).map { .pert($0, mode: n[1]) }
        case .normal: return .normal(mean: n[0], deviation: n[1])
        case .lognormal: return .lognormal(median: n[0], deviation: n[1])
        case .beta:
            let ends = n.count == 4 ? range(n[2], n[3], entry) : 0...1
            return ends.map { .beta(alpha: n[0], beta: n[1], $0) }
        case .gamma: return .gamma(shape: n[0], scale: n[1])
        case .empirical, .choice: return .empirical(n)
        }
    }
}

extension DistributionReader {
    /// The range between two ends; equal ends are a range too, reversed ones are told with the
    /// distribution's other faults.
    private func range(_ low: Double, _ high: Double, _ entry: YAMLEntry) -> ClosedRange<Double>? {
        if low <= high { return low...high }
        session.fault(
            entry.value.position, Phrase.distribution(.emptyRange(low: low, high: high)),
            hint: Phrase.distributionHint(.emptyRange(low: low, high: high)))
        return nil
    }

    /// Values out of a column of a table, each as likely as another; empty cells are passed over.
    ///
    ///     rate.lapse: { distribution: { empirical: { table: ./amatan.csv, column: laju } } }
    ///
    /// The table is looked for as any other is: in the data folder, or beside the file.
    private func observed(_ entry: YAMLEntry) -> Spread? {
        FieldReader(session: session).check(entry.value, allowed: ["table", "column", "locale"])
        guard spreads.isNumeric(entry.position, entry.key),
            let table = entry.value["table"], let path = table.value.text
        else { return nil }
        let file = spreads.context.tablePath(path)
        guard
            let rows = CSVReader(session: session).table(file, namedAt: table.value.position),
            case .some(let locale) = spreads.context.locale(of: path, in: entry.value, session)
        else { return nil }
        guard let column = entry.value["column"], let name = column.value.text else {
            session.fault(
                entry.position, Phrase.noColumnNamed, hint: Phrase.columnHint(rows.header))
            return nil
        }
        let scalars = ScalarReader(session: session, locale: locale)
        guard let place = rows.index(of: name) else {
            session.fault(
                column.value.position, Phrase.noColumn(name, file: file),
                hint: Phrase.nearest(
                    name, among: rows.header, else: Phrase.columns(rows.header)))
            return nil
        }
        let cells = rows.rows.map { $0.cells[place] }.filter { !$0.text.isEmpty }
        let numbers = cells.compactMap { cell -> Double? in
            let number = scalars.number(cell.text, unit: spreads.unit, at: cell.position)
            guard let number, spreads.accepts(number, at: cell.position) else { return nil }
            return number
        }
        guard numbers.count == cells.count else { return nil }
        return spreads.sound(.empirical(numbers), at: column.value.position)
    }

    /// One of several values, by weight; lists of words stand with blanks between them.
    ///
    /// Weights need not sum to one. Faults: nothing to choose from; a value that the key does not
    /// accept; a weight that is no number, or all of them zero.
    private func choice(_ entry: YAMLEntry) -> Spread? {
        guard let entries = entry.value.entries, !entries.isEmpty else {
            session.fault(
                entry.value.position, Phrase.numbersOf(entry.key, []),
                hint: Phrase.writtenAs(example(.choice, [])))
            return nil
        }
        var values: [SettingValue] = []
        var weights: [Double] = []
        for item in entries {
            guard let value = value(item),
                let weight = spreads.literals.scalars.number(
                    item.value.text ?? "", unit: .factor, at: item.value.position)
            else { continue }
            values.append(value)
            weights.append(weight)
        }
        guard values.count == entries.count else { return nil }
        return spreads.sound(.choice(values, weights: weights), at: entry.value.position)
    }

    /// The value that a key of `choice` stands for, read as the entry's value would be; of a shift
    /// a number.
    private func value(_ item: YAMLEntry) -> SettingValue? {
        /// A text as if it stood unquoted behind the key, so that it is read like any value.
        func scalar(_ text: String) -> YAMLNode {
            YAMLNode(content: .scalar(text, isQuoted: false), position: item.position)
        }
        guard spreads.verb.settingVerb == .replace else {
            let number = spreads.literals.scalars.number(
                item.key, unit: spreads.unit, at: item.position)
            guard let number, spreads.accepts(number, at: item.position) else { return nil }
            return spreads.value(number)
        }
        guard case .parameter(let definition) = spreads.literals.address.subject else {
            return spreads.literals.value(scalar(item.key))
        }
        switch definition.domain {
        case .words, .purses:
            let words = item.key.split(separator: " ").map { scalar(String($0)) }
            return spreads.literals.value(
                YAMLNode(content: .sequence(words), position: item.position))
        case .number, .flag, .word, .purse: return spreads.literals.value(scalar(item.key))
        }
    }
}
