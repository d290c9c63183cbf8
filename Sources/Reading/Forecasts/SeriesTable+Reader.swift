import Analysis
import Forecasting
import Formats
import Quantities

extension SeriesTable {
    /// Reads series of a long file: a row for each series and time.
    ///
    /// What is odd about a series and can still be continued is a warning that says what was done.
    ///
    /// - Parameters:
    ///   - period: steps of one season; nil infers it from the times.
    ///   - bounds: what every value must lie in.
    ///   - scale: on which every value must have a place.
    /// - Throws: ``InputFaults`` with every cell and series that cannot be used.
    package static func read(
        _ path: String, columns: SeriesColumns = SeriesColumns(), period: Int? = nil,
        bounds: ClosedRange<Double>? = nil, scale: ScaleName = .level,
        locale: NumberLocale? = nil, files: SourceFiles
    ) throws(InputFaults) -> Checked<SeriesTable> {
        let session = ReadingSession(files: files)
        let reader = CSVReader(session: session)
        guard let table = reader.table(path), let places = columns.places(in: table, session)
        else { throw InputFaults(session.diagnostics) }
        reader.account(for: table, reading: places.all.map { table.header[$0] }, optional: [])
        let rows = SeriesRows(
            session: session, table: table, places: places, bounds: bounds, scale: scale,
            locale: locale)
        let groups = rows.groups()
        let builder = SeriesBuilder(
            session: session, file: path, period: period,
            isPartial: session.diagnostics.hasErrors)
        let members = groups.compactMap { builder.member($0.name, $0.rows) }
        if members.isEmpty, !session.diagnostics.hasErrors {
            session.fault(table.position, Phrase.noSeries)
        }
        builder.noteGaps(members)
        builder.noteTotals(members, at: table)
        let diagnostics = session.diagnostics
        guard !diagnostics.hasErrors else { throw InputFaults(diagnostics) }
        return Checked(SeriesTable(file: path, members: members), diagnostics)
    }
}

/// The rows of a long file as observations.
private struct SeriesRows {
    /// Texts that stand for a value that is not known.
    static let missing: Set = ["", "-", "–", "…", "...", "na", "n/a", "n.a.", "nan", "null"]

    let session: ReadingSession
    let table: CSVTable
    let places: SeriesColumns.Places
    let bounds: ClosedRange<Double>?
    let scale: ScaleName
    let locale: NumberLocale?

    /// The observations of each series, in the order of the file.
    func groups() -> [(name: String, rows: [SeriesRow])] {
        let areNumbers = areNumbers
        var order: [String] = []
        var groups: [String: [SeriesRow]] = [:]
        for row in table.rows {
            guard let (name, observation) = observation(row, areNumbers) else { continue }
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append(observation)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    /// Whether texts of digits are numbers from 1 on, and not years.
    private var areNumbers: Bool {
        let numbers = table.rows.compactMap { Int($0.cells[places.time].text) }
        return numbers.contains { $0 < SeriesTime.years.lowerBound }
    }

    private func observation(
        _ row: CSVRow, _ areNumbers: Bool
    ) -> (name: String, row: SeriesRow)? {
        let (timeCell, cell) = (row.cells[places.time], row.cells[places.value])
        if CSVTrim.isTotal(timeCell.text) {
            session.warn(row.position, Phrase.passedOver(.total))
            return nil
        }
        let name = places.series.map { row.cells[$0].text } ?? FilePath.stem(of: table.file)
        if let place = places.series, name.isEmpty {
            session.fault(
                row.cells[place].position,
                Phrase(id: "di sini belum ada nama deret", en: "a name of a series is missing here")
            )
            return nil
        }
        guard let time = SeriesTime(time(row), areNumbers: areNumbers) else {
            session.fault(
                timeCell.position, Phrase.notATime(timeCell.text),
                hint: Phrase.timeHint(timeCell.text))
            return nil
        }
        guard let value = value(cell, name, time) else { return nil }
        return (name, SeriesRow(time: time, value: value, position: row.position))
    }

    /// The time of a row, of a year and its part where they stand in two columns.
    private func time(_ row: CSVRow) -> String {
        let text = row.cells[places.time].text
        guard let (column, count) = places.part,
            let part = SeriesColumns.part(row.cells[column].text, of: count)
        else { return text }
        return count == 4 ? "\(text)-Q\(part)" : part < 10 ? "\(text)-0\(part)" : "\(text)-\(part)"
    }

    /// A value, NaN for none; nil with a fault.
    private func value(_ cell: CSVCell, _ name: String, _ time: SeriesTime) -> Double? {
        if Self.missing.contains(cell.text.lowercased()) { return .nan }
        do throws(NumberTextFault) {
            let value = try parseDouble(cell.text, locale: locale)
            if let bounds, !bounds.contains(value) {
                session.fault(
                    cell.position, Phrase.outsideBounds(name, time, value, bounds),
                    hint: Phrase.boundsHint(value, bounds))
                return nil
            }
            if scale == .log, value <= 0 {
                session.fault(
                    cell.position, Phrase.noLogarithm(name, time, value),
                    hint: Phrase.levelScale)
                return nil
            }
            return value
        } catch {
            var hint = Phrase.numberHint(error, locale, nil)
            if case .ambiguous = error { hint = Phrase.addLocale }
            session.fault(cell.position, Phrase.number(error), hint: hint)
            return nil
        }
    }
}

struct SeriesRow {
    let time: SeriesTime
    /// NaN for none.
    let value: Double
    let position: Position
}

extension FilePath {
    /// A file's name without its ending.
    fileprivate static func stem(of path: String) -> String {
        let name = name(of: path)
        return name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
    }
}
