import Coverage
import Formats
import Policy
import Quantities

/// Reads monthly probabilities that stand in place of intensities.
///
/// Columns: `from` (a status), `to` (a status, `S0` for who enrolled within the month, or a cause
/// of leaving), `probability`; optional `segment`, `region`, `mark`, `source`. They stand for
/// `expm(Q/12)`: consecutive months advance after them.
///
///     transitions: { table: ./peluang.csv }
///
/// In every segment and region that the table speaks of, the probabilities of each of the ten
/// statuses must add to one, or miss it by no more than the rounding of a sixth decimal, and are
/// then divided by their sum; pairs that are not listed have probability zero.
struct TransitionReader {
    /// The columns without which there is no probability.
    private static let columns = ["from", "to", "probability"]
    let session: ReadingSession
    let context: SettingContext

    /// The probabilities of the entry `transitions`; nil where they cannot be used.
    ///
    /// Faults: a field besides `table` and `locale`; a table that cannot be read, lacks a column or
    /// has no rows; a row with an unknown status, cause, segment, region or mark; a probability
    /// that is empty or outside 0 to 1; two rows for the same pair; no row for the scenario; a
    /// status whose probabilities do not add to one.
    ///
    /// - Parameter entry: the field `transitions` of the nearest file that has it.
    /// - Returns: one for each row, in order of the table, those of other scenarios' segments
    ///   included.
    func read(_ entry: YAMLEntry) -> [TransitionProbability]? {
        let fields = FieldReader(session: session)
        fields.check(entry.value, allowed: ["table", "locale"])
        guard let path = fields.text("table", of: entry.value, at: entry.position) else {
            return nil
        }
        let place = entry.value["table"]?.value.position
        let reader = CSVReader(session: session)
        guard let table = reader.table(context.tablePath(path), namedAt: place),
            reader.has(Self.columns, table),
            case .some(let locale) = context.locale(of: path, in: entry.value, session)
        else { return nil }
        reader.account(
            for: table, reading: Self.columns,
            optional: ["segment", "region", "mark", "source"], isShipped: context.isShipped(path))
        let scalars = ScalarReader(session: session, locale: locale)
        guard !table.rows.isEmpty else {
            session.fault(Position(file: table.file), Phrase.noRows)
            return nil
        }
        let read = table.rows.map { probability($0, table, scalars) }
        let entries = read.compactMap { $0 }
        guard entries.count == read.count, eachPairOnce(entries), speaks(entries, table, place),
            sumToOne(entries, entry)
        else { return nil }
        return entries
    }

    /// Whether no two rows are for the same segment, region, status and end.
    ///
    /// Told at the second of them. Added together they would pass as one larger probability.
    private func eachPairOnce(_ entries: [TransitionProbability]) -> Bool {
        var first: [[String]: Int] = [:]
        var isSound = true
        for entry in entries {
            let pair = [
                entry.segment?.name ?? "", entry.region?.code ?? "", entry.from, entry.to,
            ]
            if let line = first[pair] {
                session.fault(
                    Position(entry.provenance), Phrase.duplicatePair(entry.from, entry.to),
                    hint: Phrase.firstWritten(line))
                isSound = false
            } else {
                first[pair] = entry.provenance.line
            }
        }
        return isSound
    }

    /// Whether any row is for a segment and region of the scenario.
    ///
    /// A table of other scenarios' cells would leave this one with its intensities, which is not
    /// what naming the table asks for. A scenario whose segments or regions are not known is not
    /// judged.
    private func speaks(
        _ entries: [TransitionProbability], _ table: CSVTable, _ place: Position?
    ) -> Bool {
        guard let segments = context.tables.segments, let regions = context.tables.regions else {
            return true
        }
        let isUsed = segments.contains { segment in
            regions.contains { region in
                entries.contains { $0.covers(SegmentID(segment), region) }
            }
        }
        if !isUsed {
            session.fault(
                place ?? Position(file: table.file),
                Phrase(
                    id: "tabel '\(table.file)' tidak punya baris untuk segmen dan daerah skenario",
                    en: "table '\(table.file)' has no row for the scenario's segments and regions"))
        }
        return isUsed
    }

    /// The probability of a row; nil where a cell is not what its column holds.
    ///
    /// `from` is one of the ten statuses; `to` is a status, `S0` or a cause of leaving; empty
    /// `segment` and `region` mean all. A segment or region must exist, though not in this
    /// scenario: tables serve several. A probability may be written as `12,5 %`; an empty one is a
    /// fault, since a pair that is not meant has no row.
    private func probability(_ row: CSVRow, _ table: CSVTable, _ scalars: ScalarReader)
        -> TransitionProbability?
    {
        /// The row's cell in a column; nil where it is empty or there is no such column.
        func cell(_ name: String) -> CSVCell? {
            table.index(of: name).map { row.cells[$0] }.flatMap { $0.text.isEmpty ? nil : $0 }
        }
        let statuses = Status.allCases.map(\.symbol)
        let ends = statuses + ["S0"] + ExitCause.allCases.map(\.symbol)
        guard let from = word(cell("from"), statuses, row), let to = word(cell("to"), ends, row),
            let written = filled(cell("probability"), row),
            let number = scalars.number(written.text, unit: .share, at: written.position)
        else { return nil }
        guard (0...1).contains(number) else {
            session.fault(
                written.position, Phrase.outOfRange("probability", number, 0...1))
            return nil
        }
        let segments = context.existing(.segment)
        if let segment = cell("segment"), word(segment, segments, row) == nil { return nil }
        let reader = EvidenceReader(
            session: session, regions: context.catalogue.regions, scalars: scalars)
        var region: RegionCode?
        if let written = cell("region") {
            guard let code = reader.borrowed(written.text, at: written.position) else {
                return nil
            }
            region = code
        }
        var evidence = Evidence()
        evidence.mark = cell("mark").flatMap { reader.mark($0.text, at: $0.position) }
        evidence.source = cell("source")?.text
        return TransitionProbability(
            segment: cell("segment").map { SegmentID($0.text) }, region: region, from: from,
            to: to, probability: number,
            provenance: evidence.provenance(at: row.position, layer: context.layer))
    }

    /// A cell that must not be empty; an empty one is a fault of the row.
    private func filled(_ cell: CSVCell?, _ row: CSVRow) -> CSVCell? {
        if cell == nil { session.fault(row.position, Phrase.emptyCell) }
        return cell
    }

    /// A cell's word, which must be among the choices; an empty cell is a fault of the row.
    ///
    /// The hint has every choice, however many there are: a status may be sought among them.
    ///
    /// - Parameters:
    ///   - cell: nil where the cell is empty or the table has no such column.
    ///   - choices: as the table writes them; upper and lower case differ.
    ///   - row: where an empty cell is told.
    private func word(_ cell: CSVCell?, _ choices: [String], _ row: CSVRow) -> String? {
        guard let cell = filled(cell, row) else { return nil }
        guard choices.contains(cell.text) else {
            session.fault(
                cell.position, Phrase.unknownWord(cell.text),
                hint: Phrase.allChoices(choices))
            return nil
        }
        return cell.text
    }

    /// Whether the probabilities of every status sum to one, in every cell that has any.
    ///
    /// Rows for all segments and rows for one are added together, as the projection does. Only the
    /// first cell and status at fault is told: with one wrong row there are usually many.
    private func sumToOne(_ entries: [TransitionProbability], _ entry: YAMLEntry) -> Bool {
        for segment in context.tables.segments ?? [] {
            for region in context.tables.regions ?? [] {
                let held = entries.filter { $0.covers(SegmentID(segment), region) }
                if held.isEmpty { continue }
                for status in Status.allCases.map(\.symbol) {
                    let sum = held.reduce(0) { $0 + ($1.from == status ? $1.probability : 0) }
                    if abs(sum - 1) > TransitionOperator.roundedSlack {
                        session.fault(
                            entry.position,
                            Phrase(
                                "peluang dari status '\(status)' (\(segment), \(region)) berjumlah"
                                    + " \(plain: sum), seharusnya 1",
                                en: "probabilities from status '\(status)' (\(segment), \(region))"
                                    + " add to \(plain: sum), not to 1"
                            ))
                        return false
                    }
                }
            }
        }
        return true
    }
}
