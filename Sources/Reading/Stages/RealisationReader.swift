import Analysis
import Costing
import Coverage
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

    let session: ReadingSession
    let catalogue: Catalogue
    /// How the table writes numbers; nil where the stages file does not say.
    let locale: NumberLocale?

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
            session.fault(
                Position(file: file),
                Phrase(
                    "seluruh baris melebihi Rp \(Self.largest / 1e12) triliun; periksa satuannya",
                    en: "all rows together exceed Rp \(Self.largest / 1e12) trillion; check their"
                        + " unit"
                ))
            return nil
        }
        let parts = self.parts(found)
        guard parts.count == Set(found.map(\.place)).count else { return nil }
        plan?.warn(session, found, parts)
        let paying = Set(found.map(\.purse))
        let purses = catalogue.purses.map(\.id.name).filter(paying.contains)
        return StageAccount(parts, purses: purses)
    }

    /// A row's cells; nil after a fault of any of them.
    private func row(_ row: CSVRow, _ table: CSVTable) -> Row? {
        let cells = Dictionary(
            zip(table.header, row.cells), uniquingKeysWith: { first, _ in first })
        let purses = catalogue.purses.map(\.id.name) + [StageAccount.gap]
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
                cell.position,
                Phrase(
                    id: "baris ini untuk \(catalogue.regions.name(of: code)), bukan untuk satu"
                        + " kabupaten atau kota",
                    en: "this row is for \(catalogue.regions.name(of: code)), not for one kabupaten"
                        + " or kota"
                ),
                hint: Phrase(
                    id: "hapus baris jumlah; tulis satu baris untuk tiap kabupaten atau kota",
                    en: "leave rows of totals out; write a row for each kabupaten or kota"))
            return nil
        }
        return code
    }

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
                cell.position, Phrase.negative(column),
                hint: Phrase(
                    id: "kurangkan pengembalian dari jumlah yang dibayar, lalu tulis hasilnya",
                    en: "take refunds off what was paid, and write what is left"))
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
                    row.position,
                    Phrase(
                        id: "dua baris untuk '\(row.purse)', \(row.place.segment),"
                            + " \(row.place.region.code)",
                        en: "two rows for '\(row.purse)', \(row.place.segment),"
                            + " \(row.place.region.code)"
                    ),
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
                    own[0].position,
                    Phrase(
                        id: "lebih dari 12 bulan per orang untuk \(place.segment),"
                            + " \(place.region.code)",
                        en: "more than 12 months for each person of \(place.segment),"
                            + " \(place.region.code)"
                    ),
                    hint: Phrase(
                        id: "'persons' adalah orang yang dibayari, 'person_months' orang kali"
                            + " bulannya",
                        en: "'persons' are those paid for, 'person_months' persons times their"
                            + " months"
                    ))
                return nil
            }
            guard part.personMonths > 0 || part.bill == .zero else {
                session.fault(
                    own[0].position,
                    Phrase(
                        id: "ada uang tanpa orang-bulan untuk \(place.segment),"
                            + " \(place.region.code)",
                        en: "there is money without person-months for \(place.segment),"
                            + " \(place.region.code)"
                    ),
                    hint: Phrase(
                        id: "isi 'persons' dan 'person_months' pada salah satu baris segmen itu",
                        en: "fill in 'persons' and 'person_months' in one row of that segment"))
                return nil
            }
            return part
        }
    }
}

/// A row of a table of what was paid.
struct RealisationRow {
    let place: StageAccount.Place
    let purse: String
    /// Whole rupiah paid in the year.
    let amount: Rupiah
    let persons: Double
    /// Months that were paid for, over all persons.
    let personMonths: Double
    let position: Position
}

/// Holds what was paid against the plan before it: people, prices and ceilings that no plan has.
///
/// All are warnings. A plan may be wrong and the payment right; a slip of unit or of a column is
/// likelier.
struct RealisationCheck {
    /// The last stage before realisation.
    let plan: ScenarioResult
    let year: Int
    let regions: RegionTable

    /// How far a price may be from the tariff: cents of rounding on the fixed route, and wages that
    /// are not as planned on the other.
    private static let slack = (fixed: 1.005, wages: 3.0)

    /// Notes everything unlikely, each at the first row of its segment or purse.
    func warn(
        _ session: ReadingSession, _ rows: [RealisationRow], _ parts: [StageAccount.Part]
    ) {
        for part in parts {
            guard let row = rows.first(where: { $0.place == part.place }) else { continue }
            if let message = doubt(part) {
                session.warn(row.position, message, hint: Phrase.realisationDoubtHint)
            }
        }
        for (row, paid, ceiling) in overspent(rows) {
            session.warn(
                row.position,
                Phrase(
                    "'\(row.purse)' di \(regions.name(of: row.place.region)) membayar \(paid),"
                        + " padahal pagunya \(ceiling)",
                    en: "'\(row.purse)' in \(regions.name(of: row.place.region)) paid \(paid), but"
                        + " its ceiling is \(ceiling)"
                ),
                hint: Phrase.realisationDoubtHint)
        }
    }

    /// What is unlikely about one segment of a region; nil where nothing is.
    private func doubt(_ part: StageAccount.Part) -> Phrase? {
        let policy = plan.policy
        guard let region = policy.regions.firstIndex(of: part.place.region),
            let segment = policy.segments.firstIndex(where: { $0.id.name == part.place.segment })
        else {
            return Phrase(
                id: "\(part.place.segment), \(part.place.region.code) tidak ada dalam skenario"
                    + " tahap terakhir",
                en: "\(part.place.segment), \(part.place.region.code) is not in the scenario of the"
                    + " last stage"
            )
        }
        let workers =
            plan.projection.segments[segment].months.indices.map {
                plan.projection.segments[segment].months[$0]
                    .exposure(Status.allCases, region: region)
            }.max() ?? 0
        if part.persons > workers * (1 + Tolerance.relative) {
            return Phrase(
                "\(part.persons) orang dibayari untuk \(part.place.segment),"
                    + " \(part.place.region.code), padahal pekerjanya \(workers)",
                en: "\(part.persons) persons were paid for of \(part.place.segment),"
                    + " \(part.place.region.code), which has \(workers) workers"
            )
        }
        guard part.personMonths > 0 else { return nil }
        let price = Double(part.bill.amount) / part.personMonths
        guard let tariff = tariff(segment, region),
            !tariff.accepted.contains(price)
        else { return nil }
        return Phrase.oddPrice(part.place, price, tariff.prices)
    }

    /// The lowest and highest price of a person-month in the year over all payers of the plan, and
    /// what is accepted of a table; nil where the law has none.
    private func tariff(
        _ segment: Int, _ region: Int
    ) -> (prices: ClosedRange<Double>, accepted: ClosedRange<Double>)? {
        let policy = plan.policy
        guard let book = try? TariffBook(policy, pricing: plan.pricing.pricing) else { return nil }
        let payers = Set(policy.purses.map(\.payer) + [.apbd])
        let months = policy.horizon.enumerated().filter { $0.element.year == year }.map(\.offset)
        let prices = months.flatMap { month in
            payers.map { payer in
                book.contributions(segment: segment, region: region, month: month, payer: payer)
                    .reduce(0.0) { $0 + $1.expected.amount }
            }
        }
        guard let low = prices.min(), let high = prices.max(), low > 0 else { return nil }
        let routes = policy.timeline(
            Parameters.route, policy.segments[segment].id, policy.regions[region])
        let isFixed = routes.steps.allSatisfy { $0.value == .bpu }
        let slack = isFixed ? Self.slack.fixed : Self.slack.wages
        return (low...high, low / slack...high * slack)
    }

    /// The purses that paid more than their ceiling of a region and year, at their first row.
    private func overspent(
        _ rows: [RealisationRow]
    ) -> [(row: RealisationRow, paid: Rupiah, ceiling: Rupiah)] {
        var found: [(RealisationRow, Rupiah, Rupiah)] = []
        var seen: Set<[String]> = []
        for row in rows
        where row.purse != StageAccount.gap
            && seen.insert([row.purse, row.place.region.code]).inserted
        {
            let paid = rows.filter { $0.purse == row.purse && $0.place.region == row.place.region }
                .reduce(Rupiah.zero) { $0 + $1.amount }
            let ceiling =
                plan.purseRows.first {
                    $0.year == year && plan.costs.name(of: $0.bearer) == row.purse
                        && plan.policy.regions[$0.region] == row.place.region
                }?.closing ?? .zero
            if paid > ceiling { found.append((row, paid, ceiling)) }
        }
        return found
    }
}
