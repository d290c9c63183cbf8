import Analysis
import Formats
import Policy
import Quantities

/// The table of points of a design of the kind `list`: a column for each input, a row for each
/// point.
///
///     points: { table: ./titik.csv, locale: id-ID }
///
/// A cell is written as the value of its key would be; columns of other names are not read, and
/// told.
struct SweepPoints {
    /// Reads keys; knows where faults are noted.
    let keys: SweepKeys
    /// The cells.
    let table: CSVTable
    /// How they write numbers.
    let locale: NumberLocale?

    /// The table that a field names; nil with a fault where it cannot be used.
    init?(_ entry: YAMLEntry, keys: SweepKeys) {
        let fields = FieldReader(session: keys.session)
        fields.check(entry.value, allowed: ["table", "locale"])
        guard let path = fields.text("table", of: entry.value, at: entry.position) else {
            return nil
        }
        let context = keys.context(layer: SweepPlan.layerName)
        guard
            let table = CSVReader(session: keys.session).table(
                context.tablePath(path), namedAt: entry.value["table"]?.value.position),
            case .some(let locale) = context.locale(of: path, in: entry.value, keys.session)
        else { return nil }
        if table.rows.isEmpty { keys.session.fault(table.position, Phrase.noRows) }
        self.keys = keys
        self.table = table
        self.locale = locale
    }

    /// What the cells are checked against.
    var context: SettingContext {
        var context = keys.context(layer: SweepPlan.layerName)
        (context.locale, context.isDrawn) = (locale, true)
        return context
    }

    /// The cells of an input's column as the items of a list; empty without such a column.
    func cells(_ key: String) -> [YAMLNode] {
        guard let index = table.index(of: key) else { return [] }
        return table.rows.map { row in
            let cell = row.cells[index]
            return YAMLNode(
                content: cell.text.isEmpty ? .null : .scalar(cell.text, isQuoted: false),
                position: cell.position)
        }
    }

    /// The numbers of an input's column: values, or positions among its choices. Nil with a fault
    /// where there is no such column or a cell is none of them.
    func column(_ input: VariedInput, key: String) -> [Double]? {
        guard let index = table.index(of: key) ?? table.index(of: input.name) else {
            keys.session.fault(
                table.position, Phrase.noColumn(key, file: table.file),
                hint: Phrase.nearest(
                    key, among: table.header, else: Phrase.columns(table.header)))
            return nil
        }
        keys.session.columns.note(table, reading: [table.header[index]], tells: true)
        let literals = LiteralReader(
            session: keys.session, context: context, address: input.setting.address,
            unit: input.unit, locale: locale)
        let numbers = table.rows.map { number($0.cells[index], input, literals) }
        return numbers.contains { $0 == nil } ? nil : numbers.compactMap { $0 }
    }

    /// The number that a cell stands for; nil with a fault.
    private func number(
        _ cell: CSVCell, _ input: VariedInput, _ literals: LiteralReader
    ) -> Double? {
        let node = YAMLNode(
            content: cell.text.isEmpty ? .null : .scalar(cell.text, isQuoted: true),
            position: cell.position)
        guard let choices = input.choices else {
            guard input.setting.verb == .replace else { return literals.number(node) }
            return literals.value(node)?.number
        }
        guard let value = literals.value(node) else { return nil }
        guard let position = choices.firstIndex(of: value) else {
            keys.session.fault(
                cell.position, Phrase.notAmongValues(cell.text, input.name),
                hint: Phrase.choices(choices.map { SettingText(language: nil).text($0) }))
            return nil
        }
        return Double(position)
    }
}

extension VariedInput {
    /// What the number of an input counts; nil for law and for choices.
    var unit: Unit? {
        guard setting.verb != .scale else { return .factor }
        guard case .parameter(let definition) = setting.address.subject else { return nil }
        switch setting.points.first?.value {
        case .share: return .share
        case .heads: return .person
        case .perMonth: return .personPerMonth
        case .perYear: return .perYear
        default: return definition.standardUnit
        }
    }
}
