import Formats
import Policy
import Quantities

/// Reads an entry whose values stand in a table: one setting for each member and region.
///
/// Columns: `region`, `segment` or `purse`, `year`, `month`, `key`, the named column of values, the
/// ends of its range (`workers_low` and `workers_high` for `workers_persons`), `mark`, `source`,
/// `borrowed_from`. Only the named one must be there. An empty cell of it means that no value is
/// known; the row is passed over, with a warning where it would have counted.
///
/// Of two rows that speak of one cell that of the narrower region holds, in whatever order they
/// stand. The share or rate of a wider region stands in for those in it and is marked as borrowed;
/// its total, such as its workers, does not. A cell of the scenario without a value is a fault,
/// unless another setting gives it one.
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
    struct Point {
        let cell: Cell
        let written: RegionCode?
        /// When it begins; nil for the start of the horizon.
        let month: Month?
        /// The value, in the entry's unit; nil where the cell is empty.
        let value: SettingValue?
        let evidence: Evidence
        let position: Position
    }

    /// The member and region of a row.
    struct Cell: Hashable {
        /// The segment or purse; nil for all.
        let member: String?
        /// The region; nil for all.
        let region: RegionCode?
    }

    let session: ReadingSession
    let context: SettingContext
    let address: Address
    let entry: YAMLEntry
    let unit: Unit?
    /// What continues the values beyond the last of them; nil where they hold as they stand.
    var forecast: ForecastEntry?

    /// Where table and column are named.
    private var node: YAMLNode { forecast?.node ?? entry.value }

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
        account(for: table, columns)
        guard saysForWhom(table, columns) else { return SettingSections() }
        var rows = TableRows(
            session: session, context: context, address: address, columns: columns,
            areTotals: areTotals)
        let literals = LiteralReader(
            session: session, context: context, address: address, unit: unit,
            locale: locale)
        let own = evidence.evidence(entry.value, unit: unit)
        var hasFaults = columns.areDoubtful(table, scope: address.scope)
        let points = table.rows.compactMap { row -> Point? in
            guard isOfSeries(row, table), rows.selects(row) else { return nil }
            let cell = row.cells[columns.value]
            let value = value(cell, literals)
            if value == nil, !cell.text.isEmpty {
                hasFaults = true
                return nil
            }
            return Point(
                cell: Cell(
                    member: rows.member(row) ?? address.member, region: rows.region(row)),
                written: rows.written(row), month: rows.month(row), value: value,
                evidence: value == nil
                    ? own
                    : borrowing(evidence(row, columns, literals, over: own), rows.written(row)),
                position: cell.position)
        }
        warnOfEmpty(points)
        var result = SettingSections()
        let known = session.errorCount
        let spreads = SpreadReader(
            session: session, context: context, literals: literals, verb: .table)
        result.settings = settings(points.filter { $0.value != nil }, spreads, once: !hasFaults)
        warnOfYears(result.settings, table)
        // A row that was refused is told already; its cell is not missing besides.
        let isSound = session.errorCount == known
        if !hasFaults, !rows.hasFaults, isSound {
            result.gaps = gap(result.settings, rows.wider, table).map { [$0] } ?? []
            if result.gaps.isEmpty { warnOfMembers(table, columns) }
        }
        return result
    }

    /// What a parameter belongs to; nil for law.
    private var definition: ParameterDefinition? {
        guard case .parameter(let definition) = address.subject else { return nil }
        return definition
    }

    /// Whether the values count something of their regions, so that none stands for another's.
    private var areTotals: Bool {
        guard let unit else { return false }
        return definition?.isTotal(in: unit) ?? false
    }

    private var isShipped: Bool {
        node["table"]?.value.text.map(context.isShipped) ?? false
    }

    private func account(for table: CSVTable, _ columns: TableColumns) {
        CSVReader(session: session).account(
            for: table,
            reading: [table.header[columns.value]] + columns.remarks(table, scope: address.scope),
            optional: columns.optional(table, scope: address.scope), isShipped: isShipped)
        if let end = columns.lonelyEnd(table) {
            session.fault(end.position, Phrase.rangeWithoutEnd, hint: Phrase.bothEnds)
        }
    }

    /// Tells for whom a table without a column of regions is held to be.
    ///
    /// - Returns: false, with a fault, where its totals would hold for each of several regions.
    private func saysForWhom(_ table: CSVTable, _ columns: TableColumns) -> Bool {
        guard definition != nil, columns.region == nil, let regions = regions,
            TableColumnName.likest(to: "region", in: table, words: true) == nil
        else { return true }
        if areTotals, regions.count > 1 {
            session.fault(
                entry.position,
                Phrase(
                    id: "tabel '\(table.file)' tidak punya kolom 'region'; jumlah di dalamnya akan"
                        + " berlaku penuh bagi tiap-tiap dari \(regions.count) daerah",
                    en: "table '\(table.file)' has no column 'region'; its totals would hold in"
                        + " full for each of \(regions.count) regions"
                ),
                hint: Phrase.addRegionColumn(table.header))
            return false
        }
        if address.region == nil, !isShipped {
            let name = context.catalogue.regions.name
            session.warn(
                table.position,
                Phrase.heldFor(
                    regions.map { "\($0) \(name($0))" },
                    segments: columns.member == nil && areTotals ? members.count : 1))
        }
        return true
    }

    /// Warns of totals that hold in full for each of several segments or purses, for want of a
    /// column that divides them.
    private func warnOfMembers(_ table: CSVTable, _ columns: TableColumns) {
        guard let scope = address.scope, scope != .region, areTotals, !isShipped,
            columns.region != nil, columns.member == nil, members.count > 1,
            TableColumnName.likest(to: scope.rawValue, in: table) == nil
        else { return }
        session.warn(
            table.position, Phrase.heldForMembers(scope, members.compactMap { $0 }),
            hint: Phrase(
                id: "tambahkan kolom '\(scope.rawValue)'", en: "add a column '\(scope.rawValue)'"))
    }

    /// The scenario's regions within the address; nil where they are not known.
    private var regions: [RegionCode]? {
        context.tables.regions?.filter { address.region?.contains($0) ?? true }
    }

    /// The scenario's segments or purses within the address; one of nil for a parameter of regions.
    private var members: [String?] {
        guard let scope = address.scope, scope != .region else { return [nil] }
        let all = context.tables.members(scope) ?? []
        return address.member.map { member in all.filter { $0 == member } } ?? all
    }

    /// What is said of a row of a wider region than a kabupaten: that its figure stands in.
    private func borrowing(_ evidence: Evidence, _ region: RegionCode?) -> Evidence {
        guard let region, region.level != .kabkota, evidence.borrowedFrom == nil else {
            return evidence
        }
        var evidence = evidence
        evidence.borrowedFrom = region
        return evidence
    }

    /// Warns of cells that lack a year which most others have, once for a table and key.
    ///
    /// What held before goes on there, which an author may not have in mind.
    private func warnOfYears(_ settings: [Setting], _ table: CSVTable) {
        guard let start = context.tables.horizon?.lowerBound, settings.count > 1 else { return }
        let months = settings.map { Set($0.points.compactMap(\.from).filter { $0 > start }) }
        let counts = months.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
        for (month, count) in counts.sorted(by: { $0.key < $1.key })
        where count < settings.count && 2 * count > settings.count {
            let lacking = zip(settings, months).filter { !$1.contains(month) }
                .map { "\($0.0.address)" }
            session.warn(
                table.position, Phrase.yearLacking(month, lacking.count),
                hint: Phrase.valueGoesOn(lacking))
            return
        }
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
            first, Phrase.emptyValues("\(address)", empty.count),
            hint: Phrase(
                id: "di situ berlaku baris sebelumnya atau lapisan di bawahnya",
                en: "an earlier row or the lower layers hold there"))
    }

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
        guard let named = node["table"], let path = named.value.text else {
            session.fault(
                entry.position, Phrase.expected(Phrase(id: "nama berkas", en: "the name of a file"))
            )
            return nil
        }
        let file = context.tablePath(path)
        let reader = CSVReader(session: session)
        guard let table = reader.table(file, namedAt: named.value.position) else { return nil }
        guard let column = node["column"], let name = column.value.text else {
            session.fault(
                entry.position, Phrase.noColumnNamed, hint: Phrase.columnHint(table.header))
            return nil
        }
        guard let value = table.index(of: name) else {
            session.fault(
                column.value.position, Phrase.noColumn(name, file: file),
                hint: Phrase.nearest(
                    name, among: table.header, else: Phrase.columns(table.header)))
            return nil
        }
        return (table, TableColumns(table, value: value, scope: address.scope))
    }

    /// How the table writes numbers; nothing at all where the entry's own locale is faulty.
    private func locale() -> NumberLocale?? {
        context.locale(of: node["table"]?.value.text ?? "", in: node, session)
    }

    /// The value of a cell; lists are words with blanks between them.
    ///
    /// A list needs no brackets in a cell: `jkk jkm`. A single blank-free word is a list of one.
    private func value(_ cell: CSVCell, _ literals: LiteralReader) -> SettingValue? {
        guard !cell.text.isEmpty else { return definition?.domain == .purses ? .words([]) : nil }
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
        if let date = columns.date(row) { evidence.date = date }
        if let cell = columns.filled(columns.borrowedFrom, row) {
            evidence.borrowedFrom = self.evidence.borrowed(code(in: cell.text), at: cell.position)
        }
        let (low, high) = (
            columns.filled(columns.low, row), columns.filled(columns.high, row)
        )
        if let end = low ?? high, low == nil || high == nil, columns.low != nil, columns.high != nil
        {
            session.fault(end.position, Phrase.rangeWithoutEnd, hint: Phrase.bothEnds)
        } else if let low, let high {
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
    ///
    /// - Parameter once: whether two rows of one cell and month are a fault.
    private func settings(
        _ points: [Point], _ spreads: SpreadReader, once: Bool
    ) -> [Setting] {
        var order: [Cell] = []
        var byCell: [Cell: [Point]] = [:]
        for point in points {
            if byCell[point.cell] == nil { order.append(point.cell) }
            byCell[point.cell, default: []].append(point)
        }
        let cells = order.map { cell in (cell: cell, points: sorted(narrowest(byCell[cell] ?? [])))
        }
        if once { for cell in cells { noteDuplicates(cell.points) } }
        if let forecast { return continued(cells, forecast) }
        return cells.compactMap { setting($0.cell, $0.points, spreads) }
    }

    private func narrowest(_ points: [Point]) -> [Point] {
        /// The area of a row, narrower where greater.
        func width(_ point: Point) -> Int {
            Address(subject: address.subject, region: point.written).specificity
        }
        let most = points.map(width).max()
        return points.filter { width($0) == most }
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
                second.position, Phrase.duplicateRow(second.cell.member, second.cell.region),
                hint: Phrase.firstWritten(first.position.line))
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

    /// The scenario's cells that have no value of the table when the horizon starts; nil where all
    /// have one, or where it is not known what the scenario speaks of.
    ///
    /// A cell whose values begin later is among them where a standard value would stand before; one
    /// without a standard is told when the layers are put together.
    private func gap(
        _ settings: [Setting], _ wider: Set<RegionCode>, _ table: CSVTable
    ) -> TableGap? {
        guard let definition, let regions else { return nil }
        let start = definition.standard == nil ? nil : context.tables.horizon?.lowerBound
        let places = Dictionary(
            grouping: settings.filter { $0.begins(by: start) }, by: \.address.member
        ).mapValues { Set($0.map(\.address.region)) }
        // By member: where it has a value, or everybody has.
        let covered = members.map { member in
            (places[member] ?? []).union(member == nil ? [] : places[nil] ?? [])
        }
        let cells = regions.flatMap { region in
            zip(members, covered).compactMap { member, areas in
                let cell = TableGap.Cell(member: member, region: region)
                return areas.isDisjoint(with: cell.areas) ? cell : nil
            }
        }
        guard !cells.isEmpty else { return nil }
        return TableGap(
            address: address, position: entry.position, table: table.file, cells: cells,
            members: members.count, wider: wider.sorted())
    }
}

extension Setting {
    /// Whether it gives values from a month on; any does where no month is asked for.
    func begins(by month: Month?) -> Bool {
        guard let month, let first = points.first?.from else { return true }
        return first <= month
    }
}
