import Formats
import Policy
import Quantities

/// Reads age bands from a table.
///
/// Columns: `age_from` and `age_until` (inclusive, whole years), `sex` (`male`, `female`),
/// `stock_share` and `entrant_share` (each adding to one over all bands), `death_rate_per_year`
/// (per person, before the load factor); optional `group`, of which the entry picks one, `mark`,
/// `source`.
///
///     cohorts: { table: mortality/cohorts.csv, group: 35 }
///
/// Shares are never rescaled: a table whose shares miss one is a fault, because it is not known
/// which share is wrong. Within each sex bands must follow one another without gap or overlap, or
/// ageing would lose people or count them twice.
struct CohortReader {
    /// The columns without which there is no band.
    private static let columns = [
        "age_from", "age_until", "sex", "stock_share", "entrant_share", "death_rate_per_year",
    ]
    /// How far a sum of shares may be from one.
    ///
    /// It forgives the last bits of many additions and less than one unit of a sixth decimal:
    /// whoever rounds shares must make them add up.
    private static let slack = 1e-6

    let session: ReadingSession
    let context: SettingContext

    /// The bands of the entry `cohorts`; nil where they cannot be used.
    ///
    /// Faults: a field besides `table`, `group`, `locale`; a table that cannot be read or lacks a
    /// column; a group that it does not have; a cell that is not what its column holds; shares that
    /// miss one; bands that do not meet. The first kind of fault found ends the reading, as later
    /// ones would follow from it.
    ///
    /// - Parameter entry: the field `cohorts` of the nearest file that has it.
    /// - Returns: in order of the table, one for each age band and sex.
    func read(_ entry: YAMLEntry) -> [Cohort]? {
        let fields = FieldReader(session: session)
        fields.check(entry.value, allowed: ["table", "group", "locale"])
        guard let path = fields.text("table", of: entry.value, at: entry.position) else {
            return nil
        }
        let place = entry.value["table"]?.value.position
        let file = context.tablePath(path)
        guard let table = CSVReader(session: session).table(file, namedAt: place),
            let rows = rows(of: table, entry),
            case .some(let locale) = context.locale(of: path, in: entry.value, session)
        else { return nil }
        return cohorts(rows, table, locale, entry)
    }

    /// By province: its own bands, where the scenario speaks of several provinces and the entry
    /// names no group.
    ///
    /// A province whose group the table lacks has the bands of all. Faults: as in ``read(_:)``, and
    /// bands that are not those of all.
    ///
    /// - Parameter all: what ``read(_:)`` gave.
    func provinces(_ entry: YAMLEntry, besides all: [Cohort]) -> [RegionCode: [Cohort]] {
        let asked = Set((context.tables.regions ?? []).compactMap(\.parent))
        guard asked.count > 1, entry.value["group"] == nil,
            let path = entry.value["table"]?.value.text,
            let table = CSVReader(session: session).table(context.tablePath(path)),
            let column = table.index(of: "group"),
            case .some(let locale) = context.locale(of: path, in: entry.value, session)
        else { return [:] }
        let groups = Dictionary(grouping: table.rows) { $0.cells[column].text }
        var found: [RegionCode: [Cohort]] = [:]
        for province in asked.sorted() {
            guard let rows = groups[province.code],
                let own = cohorts(rows, table, locale, entry)
            else { continue }
            guard own.map(\.band) == all.map(\.band) else {
                session.fault(rows[0].position, Phrase.otherBands(province))
                continue
            }
            found[province] = own
        }
        return found
    }

    /// The bands of rows; nil after a fault.
    private func cohorts(
        _ rows: [CSVRow], _ table: CSVTable, _ locale: NumberLocale?, _ entry: YAMLEntry
    ) -> [Cohort]? {
        let cohorts = rows.compactMap { cohort($0, table, locale) }
        guard cohorts.count == rows.count, sharesAddUp(cohorts, entry), bandsMeet(cohorts) else {
            return nil
        }
        return cohorts
    }

    /// The rows of the group asked for, compared as text: `group: 35` picks the cells `35`.
    ///
    /// Without `group` the narrowest region whose group holds all regions of the scenario is taken,
    /// and all rows where no group is such a region. Faults: a column that is missing, a group
    /// without rows, told with those that there are, and a table with a header alone.
    private func rows(of table: CSVTable, _ entry: YAMLEntry) -> [CSVRow]? {
        let reader = CSVReader(session: session)
        guard reader.has(Self.columns, table) else { return nil }
        reader.account(
            for: table, reading: Self.columns + ["borrowed_from"],
            optional: ["group", "mark", "source"],
            isShipped: context.isShipped(entry.value["table"]?.value.text ?? ""))
        var rows = table.rows
        if let group = entry.value["group"] {
            guard let column = table.index(of: "group") else {
                session.fault(
                    group.position, Phrase.noColumn("group", file: table.file),
                    hint: Phrase.columns(table.header))
                return nil
            }
            let groups = Set(rows.map { $0.cells[column].text }).sorted()
            rows = rows.filter { $0.cells[column].text == group.value.text }
            if rows.isEmpty {
                session.fault(
                    group.value.position, Phrase.noGroup(group.value.text ?? ""),
                    hint: Phrase.choices(groups))
                return nil
            }
        } else if let column = table.index(of: "group"), let group = narrowestGroup(rows, column) {
            rows = rows.filter { $0.cells[column].text == group }
        }
        guard !rows.isEmpty else {
            session.fault(Position(file: table.file), Phrase.noRows)
            return nil
        }
        return rows
    }

    private func narrowestGroup(_ rows: [CSVRow], _ column: Int) -> String? {
        guard let regions = context.tables.regions else { return nil }
        let codes = Set(rows.map { $0.cells[column].text }).compactMap { RegionCode($0) }
        // Those that hold them all lie in one another, and codes are ordered from wide to narrow.
        return codes.filter { code in regions.allSatisfy { code.contains($0) } }.max()?.code
    }

    /// The band of a row; nil with a fault where a cell is not what its column holds.
    ///
    /// Accepted are whole ages from 0 to 150, shares from 0 to 1, death rates from 0 to 10 per
    /// person-year, the sexes `male` and `female`, and the known evidence marks. A rate above one
    /// is no mistake by itself: it is an intensity and not a probability.
    private func cohort(_ row: CSVRow, _ table: CSVTable, _ locale: NumberLocale?) -> Cohort? {
        /// The row's cell in a column; nil where the table has no such column.
        func cell(_ name: String) -> CSVCell? { table.index(of: name).map { row.cells[$0] } }
        let scalars = ScalarReader(session: session, locale: locale)
        /// A number within a range, bounds included; nil with a fault where it is none or outside.
        func number(_ name: String, _ range: ClosedRange<Double>) -> Double? {
            guard let cell = cell(name) else { return nil }
            guard let number = scalars.number(cell.text, unit: nil, at: cell.position) else {
                return nil
            }
            guard range.contains(number) else {
                session.fault(cell.position, Phrase.outOfRange(name, number, range))
                return nil
            }
            return number
        }
        let ages = 0...Double(150)
        guard let from = number("age_from", ages), let until = number("age_until", ages),
            let stock = number("stock_share", 0...1), let entrant = number("entrant_share", 0...1),
            let deaths = number("death_rate_per_year", 0...10), let sex = cell("sex")
        else { return nil }
        guard ["male", "female"].contains(sex.text) else {
            session.fault(
                sex.position, Phrase.notAChoice(sex.text, "sex"),
                hint: Phrase.choices(["male", "female"]))
            return nil
        }
        guard from <= until, from == from.rounded(), until == until.rounded() else {
            session.fault(
                row.position,
                Phrase(
                    id: "umur harus bulat dan age_until tidak mendahului age_from",
                    en: "ages must be whole, and age_until must not come before age_from"))
            return nil
        }
        var evidence = Evidence()
        if let mark = cell("mark"), !mark.text.isEmpty {
            evidence.mark = EvidenceReader(session: session, regions: nil, scalars: scalars)
                .mark(mark.text, at: mark.position)
        }
        evidence.source = cell("source").flatMap { $0.text.isEmpty ? nil : $0.text }
        return Cohort(
            ageFrom: Int(from), ageUntil: Int(until), sex: sex.text, stockShare: stock,
            entrantShare: entrant, deathRate: deaths,
            provenance: evidence.provenance(at: row.position, layer: context.layer))
    }

    /// Whether the shares of stocks and of entrants each add to one, within the slack.
    ///
    /// Told at the entry, with the sum, for each of the two columns: no single row is to blame.
    private func sharesAddUp(_ cohorts: [Cohort], _ entry: YAMLEntry) -> Bool {
        let totals = [
            ("stock_share", cohorts.reduce(0) { $0 + $1.stockShare }),
            ("entrant_share", cohorts.reduce(0) { $0 + $1.entrantShare }),
        ]
        let wrong = totals.filter { abs($0.1 - 1) > Self.slack }
        for (column, total) in wrong {
            session.fault(
                entry.position,
                Phrase(
                    "kolom '\(column)' berjumlah \(plain: total), seharusnya 1",
                    en: "column '\(column)' adds to \(plain: total), not to 1"))
        }
        return wrong.isEmpty
    }

    /// Whether the bands of each sex follow one another without gap or overlap.
    ///
    /// Each gap and each overlap is told at the band above it. Where the lowest band begins and the
    /// highest ends is not judged, nor whether both sexes have the same bands.
    private func bandsMeet(_ cohorts: [Cohort]) -> Bool {
        var isSound = true
        for sex in ["male", "female"] {
            let bands = cohorts.filter { $0.sex == sex }.sorted { $0.ageFrom < $1.ageFrom }
            for (lower, upper) in zip(bands, bands.dropFirst())
            where upper.ageFrom != lower.ageUntil + 1 {
                session.fault(
                    Position(upper.provenance),
                    Phrase(
                        id: "kelompok umur mulai \(upper.ageFrom), padahal yang sebelumnya"
                            + " berakhir \(lower.ageUntil)",
                        en: "this age band begins at \(upper.ageFrom), but the one before ends at"
                            + " \(lower.ageUntil)"
                    ))
                isSound = false
            }
        }
        return isSound
    }
}

extension Cohort {
    /// Ages and sex, without shares.
    fileprivate var band: [String] { ["\(ageFrom)", "\(ageUntil)", sex] }
}
