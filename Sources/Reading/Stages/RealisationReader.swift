import Analysis
import Formats
import Policy
import Quantities

/// Reads what was paid in a year: a table by region, segment and purse.
///
///     region,segment,purse,amount_rp,persons,person_months
///     35.74,nelayan,dbh-cht,371280000,1925,22100
///
/// Persons are those for whom anything was paid, person-months what was paid for them. A segment of
/// a region that two purses pay for may be one group of people or two:
///
///     equal persons                     one group, counted once; its months add
///     equal persons and person-months   one group whose contribution both pay a part of
///     other numbers                     people of the one are not those of the other
///
/// The word `gap` in place of a purse stands for bills that nobody has paid.
struct RealisationReader {
    /// The columns, all of which must be there.
    private static let columns = [
        "region", "segment", "purse", "amount_rp", "persons", "person_months",
    ]
    /// Above a year's budget of the whole state; larger amounts are slips of the keyboard.
    private static let largest = 9e15

    /// Where faults are noted.
    let session: ReadingSession
    /// What exists.
    let catalogue: Catalogue
    /// How the table writes numbers; nil where the stages file does not say.
    let locale: NumberLocale?

    /// One row.
    typealias Row = RealisationRow

    /// The account of a table; nil after any fault.
    ///
    /// Faults: a table without one of the columns or without rows; an unknown region, segment or
    /// purse; a cell that is empty, no number, negative or no whole rupiah; two rows for one purse
    /// of a segment and region; more than twelve months for a person; money for nobody. What is
    /// unlikely beside a plan is a warning.
    ///
    /// - Parameter plan: the last stage before it; nil where there is none.
    func read(_ file: String, beside plan: RealisationCheck?) -> StageAccount? {
        let reader = CSVReader(session: session)
        guard let table = reader.table(file), reader.has(Self.columns, table) else { return nil }
        reader.account(for: table, reading: Self.columns, optional: [])
        guard !table.rows.isEmpty else {
            session.fault(Position(file: file), Phrase.noRows)
            return nil
        }
        let rows = table.rows.map { row($0, table) }
        let found = rows.compactMap { $0 }
        guard found.count == rows.count, eachOnce(found) else { return nil }
        guard found.reduce(0, { $0 + Double($1.amount.amount) }) <= Self.largest else {
            session.fault(Position(file: file), Phrase.realisedTooMuch(Self.largest))
            return nil
        }
        let parts = self.parts(found)
        guard parts.count == Set(found.map(\.place)).count else { return nil }
        plan?.warn(session, found, parts)
        let paying = Set(found.map(\.purse))
        let purses = catalogue.fundingSources.map(\.id.name).filter(paying.contains)
        return StageAccount(parts, purses: purses)
    }

    /// A row's cells; nil after a fault of any of them.
    private func row(_ row: CSVRow, _ table: CSVTable) -> Row? {
        let cells = Dictionary(
            zip(table.header, row.cells), uniquingKeysWith: { first, _ in first })
        let purses = catalogue.fundingSources.map(\.id.name) + [StageAccount.gap]
        let region = self.region(cells["region"])
        let segment = word(cells["segment"], among: catalogue.segments.map(\.id.name), .segment)
        let purse = word(cells["purse"], among: purses, .purse)
        let amount = number(cells["amount_rp"], .rupiah, "amount_rp")
        let persons = number(cells["persons"], .person, "persons")
        let months = number(cells["person_months"], .personMonth, "person_months")
        guard let region, let segment, let purse, let amount, let persons, let months else {
            return nil
        }
        return Row(
            place: .init(region, segment), purse: purse, amount: Rupiah(Int64(amount)),
            persons: persons, personMonths: months, position: row.position)
    }

    /// A kabupaten or kota that exists.
    private func region(_ cell: CSVCell?) -> RegionCode? {
        guard let cell = filled(cell) else { return nil }
        guard let code = session.region(cell.text, catalogue.regions, at: cell.position) else {
            return nil
        }
        guard code.level == .kabkota else {
            session.fault(
                cell.position, Phrase.rowOfWiderRegion(catalogue.regions.name(of: code)),
                hint: Phrase.leaveTotalsOut)
            return nil
        }
        return code
    }

    /// A segment or purse that exists.
    private func word(
        _ cell: CSVCell?, among known: [String], _ scope: ParameterDefinition.Scope
    ) -> String? {
        guard let cell = filled(cell) else { return nil }
        return session.word(
            cell.text, among: known, at: cell.position, Phrase.unknownMember(scope, cell.text))
    }

    /// A number that is not negative; money is whole rupiah.
    private func number(_ cell: CSVCell?, _ unit: Unit, _ column: String) -> Double? {
        guard let cell = filled(cell),
            let number = ScalarReader(session: session, locale: locale)
                .number(cell.text, unit: unit, at: cell.position)
        else { return nil }
        guard number >= 0 else {
            session.fault(
                cell.position, Phrase.negative(column), hint: Phrase.realisationHint)
            return nil
        }
        guard number <= Self.largest, unit != .rupiah || number == number.rounded() else {
            session.fault(cell.position, Phrase.notWholeRupiah(cell.text))
            return nil
        }
        return number
    }

    /// A cell that holds anything; an empty one is a fault.
    private func filled(_ cell: CSVCell?) -> CSVCell? {
        guard let cell, !cell.text.isEmpty else {
            if let cell { session.fault(cell.position, Phrase.emptyCell) }
            return nil
        }
        return cell
    }

    /// Whether no purse has two rows for one segment of one region; told at the second.
    private func eachOnce(_ rows: [Row]) -> Bool {
        var seen: [StageAccount.Place: [String: Int]] = [:]
        var isSound = true
        for row in rows {
            if let line = seen[row.place]?[row.purse] {
                session.fault(
                    row.position, Phrase.purseTwice(row.purse, row.place),
                    hint: Phrase.firstWritten(line))
                isSound = false
            }
            seen[row.place, default: [:]][row.purse] = row.position.line
        }
        return isSound
    }

    /// The parts of the rows, in order of first appearance; those at fault are left out.
    private func parts(_ rows: [Row]) -> [StageAccount.Part] {
        var order: [StageAccount.Place] = []
        for row in rows where !order.contains(row.place) { order.append(row.place) }
        return order.compactMap { place in
            let own = rows.filter { $0.place == place }
            let groups = Dictionary(grouping: own, by: \.persons)
            let months = groups.values.flatMap { Set($0.map(\.personMonths)) }
            let part = StageAccount.Part(
                place, persons: groups.keys.sorted().reduce(0, +),
                personMonths: months.sorted().reduce(0, +),
                amounts: Dictionary(own.map { ($0.purse, $0.amount) }, uniquingKeysWith: +))
            guard part.personMonths <= 12 * part.persons else {
                session.fault(
                    own[0].position, Phrase.overTwelveMonths(place),
                    hint: Phrase.overTwelveMonthsHint)
                return nil
            }
            guard part.personMonths > 0 || part.bill == .zero else {
                session.fault(
                    own[0].position, Phrase.moneyForNobody(place),
                    hint: Phrase.moneyForNobodyHint)
                return nil
            }
            return part
        }
    }
}
