import Policy
import Quantities

/// Regions for which a table has no row.
///
/// Whether it is a fault is known only when all layers are read, since another setting may speak of
/// those regions.
struct TableGap {
    /// The parameter whose values are sought.
    let address: Address
    /// The entry that names the table.
    let position: Position
    /// The table's file.
    let table: String
    /// The scenario's regions without a row, in order of code; at least one.
    let regions: [RegionCode]
}

/// Reads an entry whose values stand in a table: one setting for each member and region.
///
/// Columns: `region`, `segment` or `purse`, `year`, `month`, `key`, the named column of values, the
/// ends of its range (`workers_low` and `workers_high` for `workers_persons`), `mark`, `source`,
/// `borrowed_from`. Only the named one must be there. An empty cell of it means that no value is
/// known; the row is passed over, with a warning where it would have counted.
///
/// Each member and region gets one setting with its values in order of month. Of the values up to
/// the start of the horizon the last is kept, which holds at the start; those after the end are
/// dropped. Provenance is that of the first value kept.
///
///     workers: { table: workforce/segments.csv, column: workers_persons, mark: A }
///
///     region,segment,year,workers_persons,workers_low,workers_high
///     35.05,petani,2025,1200,900,1500
struct TableSettings {
    /// A row that speaks of the scenario.
    private struct Point {
        /// For whom it is.
        let cell: Cell
        /// When it begins; nil for the start of the horizon.
        let month: Month?
        /// The value, in the entry's unit; nil where the cell is empty.
        let value: SettingValue?
        /// The row's own, over the entry's.
        let evidence: Evidence
        /// The cell of the value.
        let position: Position
    }

    /// The member and region of a row.
    private struct Cell: Hashable {
        /// The segment or purse; nil for all.
        let member: String?
        /// The region; nil for all.
        let region: RegionCode?
    }

    /// Where faults are noted.
    let session: ReadingSession
    /// The file that names the table.
    let context: SettingContext
    /// What the entry asks for.
    let address: Address
    /// The entry with its fields `table` and `column`.
    let entry: YAMLEntry
    /// Of the values; nil for law.
    let unit: Unit?

    /// The settings of all rows that belong to the address and to the scenario.
    ///
    /// - Returns: nothing after a fault of the table as a whole; after a fault of a row, those of
    ///   the
    /// others.
    /// - Complexity: linear in the rows, besides the sorting of those that are used.
    func read() -> SettingSections {
        guard let (table, columns) = table(), case .some(let locale) = locale(),
            LawTable(session: session, address: address).isUndivided(table)
        else { return SettingSections() }
        var rows = TableRows(session: session, context: context, address: address, columns: columns)
        let literals = LiteralReader(
            session: session, context: context, address: address, unit: unit,
            locale: locale)
        let own = evidence.evidence(entry.value, unit: unit)
        let points = table.rows.compactMap { row -> Point? in
            guard rows.selects(row) else { return nil }
            let cell = row.cells[columns.value]
            let value = value(cell, literals)
            if value == nil, !cell.text.isEmpty { return nil }
            return Point(
                cell: Cell(
                    member: rows.member(row) ?? address.member, region: rows.region(row)),
                month: rows.month(row), value: value,
                evidence: value == nil ? own : evidence(row, columns, literals, over: own),
                position: cell.position)
        }
        warnOfEmpty(points)
        var result = SettingSections()
        let spreads = SpreadReader(
            session: session, context: context, literals: literals, verb: .table)
        result.settings = settings(points.filter { $0.value != nil }, spreads)
        result.gaps = gap(rows.uncovered, table, columns).map { [$0] } ?? []
        return result
    }

    /// Warns of empty cells that would have counted, once, at the first of them.
    ///
    /// One counts where its row would have been kept: a cell after the horizon does not, nor one
    /// that a later row has replaced when the horizon starts.
    private func warnOfEmpty(_ points: [Point]) {
        guard points.contains(where: { $0.value == nil }) else { return }
        let kept = Dictionary(grouping: points, by: \.cell).values.flatMap {
            sorted($0).within(context.tables.horizon) { $0.month }
        }
        let empty = kept.filter { $0.value == nil }.map(\.position)
        guard let first = empty.min(by: { $0.line < $1.line }) else { return }
        session.warn(
            first, Messages.emptyValues("\(address)", empty.count), hint: Messages.emptyValuesHint)
    }

    /// Reads marks, sources and ranges.
    private var evidence: EvidenceReader {
        EvidenceReader(
            session: session, regions: nil,
            scalars: ScalarReader(session: session, locale: context.locale))
    }

    /// The table and its columns; nil where one of them is missing.
    ///
    /// Faults: `table` names no file, or one that cannot be read; `column` is not there; the table
    /// has no such column, told with the nearest or with all that it has.
    private func table() -> (CSVTable, TableColumns)? {
        guard let named = entry.value["table"], let path = named.value.text else {
            session.fault(entry.position, Messages.expected(Messages.aPath))
            return nil
        }
        guard let column = entry.value["column"], let name = column.value.text else {
            session.fault(entry.position, Messages.noColumnNamed, hint: Messages.columnHint)
            return nil
        }
        let file = context.tablePath(path)
        let reader = CSVReader(session: session)
        guard let table = reader.table(file, namedAt: named.value.position) else { return nil }
        guard let value = table.index(of: name) else {
            let near = Suggestion.closest(to: name, among: table.header)
            session.fault(
                column.value.position, Messages.noColumn(name, file: file),
                hint: near.map { Messages.didYouMean($0) } ?? Messages.columns(table.header))
            return nil
        }
        return (table, TableColumns(table, value: value, scope: address.scope))
    }

    /// How the table writes numbers; nothing at all where the entry's own locale is faulty.
    private func locale() -> NumberLocale?? {
        context.locale(of: entry.value["table"]?.value.text ?? "", in: entry.value, session)
    }

    /// The value of a cell; lists are words with blanks between them.
    ///
    /// A list needs no brackets in a cell: `jkk jkm`. A single blank-free word is a list of one.
    private func value(_ cell: CSVCell, _ literals: LiteralReader) -> SettingValue? {
        guard !cell.text.isEmpty else { return nil }
        let scalar = YAMLNode(
            content: .scalar(cell.text, isQuoted: false), position: cell.position)
        guard case .parameter(let definition) = address.subject else {
            return literals.value(scalar)
        }
        switch definition.domain {
        case .words, .purses:
            let words = cell.text.split(separator: " ").map {
                YAMLNode(content: .scalar(String($0), isQuoted: false), position: cell.position)
            }
            return literals.value(
                YAMLNode(content: .sequence(words), position: cell.position))
        default: return literals.value(scalar)
        }
    }

    /// What the row says of its value, over what the entry says of all.
    ///
    /// An empty cell leaves what the entry says. A range needs both ends, in the order low, high,
    /// and in the unit of the value. A region borrowed from must be a code, behind which a remark
    /// may stand; whether the region exists is not asked.
    private func evidence(
        _ row: CSVRow, _ columns: TableColumns, _ literals: LiteralReader, over own: Evidence
    ) -> Evidence {
        var evidence = own
        if let cell = columns.filled(columns.mark, row) {
            evidence.mark = self.evidence.mark(cell.text, at: cell.position)
        }
        if let cell = columns.filled(columns.source, row) { evidence.source = cell.text }
        if let cell = columns.filled(columns.borrowedFrom, row) {
            evidence.borrowedFrom = self.evidence.borrowed(code(in: cell.text), at: cell.position)
        }
        if let low = columns.filled(columns.low, row), let high = columns.filled(columns.high, row)
        {
            let ends = [low, high].compactMap {
                literals.scalars.number($0.text, unit: unit, at: $0.position)
            }
            if ends.count == 2 {
                evidence.range = literals.scalars.range(
                    ends[0], ends[1], written: "\(low.text) .. \(high.text)", at: low.position)
            }
        }
        return evidence
    }

    /// The code that a cell begins with; remarks may follow, as in `35 (trend)`.
    private func code(in text: String) -> String { String(text.prefix { $0 != " " }) }

    /// One setting for each member and region, in the order in which they first appear.
    private func settings(_ points: [Point], _ spreads: SpreadReader) -> [Setting] {
        var order: [Cell] = []
        var byCell: [Cell: [Point]] = [:]
        for point in points {
            if byCell[point.cell] == nil { order.append(point.cell) }
            byCell[point.cell, default: []].append(point)
        }
        return order.compactMap { cell in
            let points = sorted(byCell[cell] ?? [])
            noteDuplicates(points)
            return setting(cell, points, spreads)
        }
    }

    /// In order of month; rows without a year all begin at the start.
    private func sorted(_ points: [Point]) -> [Point] {
        points.enumerated().sorted {
            ($0.element.month?.ordinal ?? .min, $0.offset)
                < ($1.element.month?.ordinal ?? .min, $1.offset)
        }.map(\.element)
    }

    /// Tells of two rows for one month, at the later one.
    ///
    /// A table without a column `year` has one row for each member and region.
    private func noteDuplicates(_ sorted: [Point]) {
        for (first, second) in zip(sorted, sorted.dropFirst()) where first.month == second.month {
            session.fault(
                second.position, Messages.duplicateRow(second.cell.member, second.cell.region),
                hint: Messages.firstWritten(first.position.line))
        }
    }

    /// The setting of one member and region; nil where all its values lie after the horizon.
    ///
    /// - Parameters:
    ///   - cell: for whom it is.
    ///   - points: in order of month.
    ///   - spreads: checks the range of each value. One that stands alone is the median of draws
    ///     and must lie inside; on a path a range is evidence, whose ends are values like others.
    private func setting(_ cell: Cell, _ points: [Point], _ spreads: SpreadReader) -> Setting? {
        let kept = points.within(context.tables.horizon) { $0.month }
        guard let first = kept.first else { return nil }
        // All are judged, so that every row at fault is told.
        let isSound = kept.map { point in
            guard let number = point.value?.number, let range = point.evidence.range else {
                return true
            }
            return kept.count == 1
                ? spreads.isInside(number, range, at: point.position)
                : spreads.isWithin(number, range, at: point.position)
        }
        guard !isSound.contains(false) else { return nil }
        return Setting(
            address: Address(subject: address.subject, member: cell.member, region: cell.region),
            entry: address,
            points: kept.compactMap { point in
                point.value.map { Setting.Point(from: point.month, value: $0) }
            },
            provenance: first.evidence.provenance(at: first.position, layer: context.layer))
    }

    /// The scenario's regions that the table lacks; nil where it has all, or no regions at all.
    ///
    /// Regions are counted whatever segment a row is for: a table that lacks one segment of a
    /// region has no gap here.
    private func gap(
        _ missing: [RegionCode], _ table: CSVTable, _ columns: TableColumns
    ) -> TableGap? {
        guard columns.region != nil, !missing.isEmpty else { return nil }
        return TableGap(
            address: address, position: entry.position, table: table.file, regions: missing)
    }
}
