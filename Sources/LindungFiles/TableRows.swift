import Policy
import Quantities

/// Where the columns of a table of values stand.
///
/// Each is nil where the table does not have it.
struct TableColumns {
    /// The column of values that the entry names.
    let value: Int
    /// Codes; rows apply to every region without it.
    let region: Int?
    /// Segments or purses, whichever the parameter belongs to.
    let member: Int?
    /// Years in which values begin.
    let year: Int?
    /// Months of those years, 1 to 12; January where empty.
    let month: Int?
    /// Parameters, in tables that hold several; rows of others are passed over.
    let key: Int?
    /// Evidence marks.
    let mark: Int?
    /// Citations.
    let source: Int?
    /// Codes of regions whose figures stand in.
    let borrowedFrom: Int?
    /// Lower ends of 90 % ranges.
    let low: Int?
    /// Upper ends.
    let high: Int?

    /// Looks the columns up by name.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - value: where the column of values stands.
    ///   - scope: what the parameter belongs to; nil for the law.
    ///
    /// A table for purses may have a column `segment` too; it is a remark there and selects
    /// nothing. A table for the law has none of the three, which ``LawTable`` makes sure of.
    init(_ table: CSVTable, value: Int, scope: ParameterDefinition.Scope?) {
        self.value = value
        let name = table.header[value]
        region = scope == nil ? nil : table.index(of: "region")
        member =
            switch scope {
            case .segment: table.index(of: "segment")
            case .purse: table.index(of: "purse")
            case .region, nil: nil
            }
        year = table.index(of: "year")
        month = table.index(of: "month")
        key = table.index(of: "key")
        mark = table.index(of: "mark")
        source = table.index(of: "source")
        borrowedFrom = table.index(of: "borrowed_from")
        low = Self.end("low", of: name, in: table)
        high = Self.end("high", of: name, in: table)
    }

    /// The column of a range's end: `workers_low` or `workers_persons_low` for `workers_persons`,
    /// or just `low`.
    ///
    /// `quota_persons` is looked for as `quota_persons_low`, `quota_low`, `low`, the first that is
    /// there.
    private static func end(_ end: String, of name: String, in table: CSVTable) -> Int? {
        let stems = Unit.allCases.map { "_" + $0.columnSuffix }.filter(name.hasSuffix).map {
            String(name.dropLast($0.count))
        }
        let names = ([name] + stems).map { $0 + "_" + end } + [end]
        return names.lazy.compactMap { table.index(of: $0) }.first
    }

    /// The cell of a row in an optional column, unless it is empty.
    func filled(_ column: Int?, _ row: CSVRow) -> CSVCell? {
        guard let column, !row.cells[column].text.isEmpty else { return nil }
        return row.cells[column]
    }
}

/// Picks the rows of a table that belong to an address and to the scenario.
///
/// A row that speaks of another region, segment or purse is passed over without being looked at
/// further: tables usually hold more than one scenario needs. What each text means is looked up
/// once, so that long tables cost little.
///
/// A row is used when all of these hold: its `key` is the entry's or empty; its region exists and
/// touches both the address and the scenario; its segment or purse is asked for and of the
/// scenario; its year and month are ones.
struct TableRows {
    /// Where faults are noted.
    let session: ReadingSession
    /// What the scenario speaks of.
    let context: SettingContext
    /// What the entry asks for.
    let address: Address
    /// Where the columns stand.
    let columns: TableColumns
    /// What each region text of the table means; nil where it is not of the scenario.
    private var regions: [String: RegionCode?] = [:]
    /// Whether each member text of the table is of the scenario.
    private var members: [String: Bool] = [:]
    /// Regions that rows spoke of.
    private var covered: Set<RegionCode> = []

    /// Begins with no row looked at.
    init(
        session: ReadingSession, context: SettingContext, address: Address, columns: TableColumns
    ) {
        self.session = session
        self.context = context
        self.address = address
        self.columns = columns
    }

    /// The scenario's regions, within the address, that no row so far spoke of.
    var uncovered: [RegionCode] {
        (context.tables.regions ?? []).filter { region in
            (address.region?.contains(region) ?? true)
                && !covered.contains { $0.contains(region) }
        }
    }

    /// Whether a row is to be used; faulty regions, members and months are noted.
    ///
    /// A row counts as speaking of its region even where another column then rules it out, or where
    /// its value is empty.
    mutating func selects(_ row: CSVRow) -> Bool {
        if let key = columns.filled(columns.key, row), key.text != address.key { return false }
        if let column = columns.region {
            guard let region = scenarioRegion(row.cells[column]) else { return false }
            covered.insert(region)
        }
        if let cell = columns.filled(columns.member, row) {
            guard isScenarioMember(cell) else { return false }
        }
        return dateIsSound(row)
    }

    /// The narrower of the row's region and the address's.
    ///
    /// A row for `35` under the key `workers@35.74` speaks of `35.74` alone. Nil is everywhere.
    /// Only for rows that were selected.
    func region(_ row: CSVRow) -> RegionCode? {
        guard let column = columns.region, let code = RegionCode(row.cells[column].text) else {
            return address.region
        }
        guard let asked = address.region, code.contains(asked) else { return code }
        return asked
    }

    /// The segment or purse of a row; nil without such a column, and where its cell is empty, which
    /// speaks of all.
    func member(_ row: CSVRow) -> String? { columns.filled(columns.member, row)?.text }

    /// The month in which a row's value begins; nil without a column `year`.
    ///
    /// Only for rows that were selected, whose year and month are known to be ones.
    func month(_ row: CSVRow) -> Month? {
        guard let year = columns.year.flatMap({ Int(row.cells[$0].text) }) else { return nil }
        let month = columns.filled(columns.month, row).flatMap { Int($0.text) } ?? 1
        return Month(year, month)
    }

    /// Whether year and month, where given, are ones: four digits, and 1 to 12.
    ///
    /// A column `year` must be filled in every row that is used; an empty month is January.
    private func dateIsSound(_ row: CSVRow) -> Bool {
        if let column = columns.year {
            let cell = row.cells[column]
            guard cell.text.count == 4, cell.text.allSatisfy(\.isDigit),
                let year = Int(cell.text), year > 0
            else {
                session.fault(
                    cell.position, Messages.notAYear(cell.text), hint: Messages.yearHint)
                return false
            }
        }
        if let cell = columns.filled(columns.month, row) {
            guard cell.text.allSatisfy(\.isDigit), let month = Int(cell.text),
                (1...12).contains(month)
            else {
                session.fault(cell.position, Messages.notAMonthNumber(cell.text))
                return false
            }
        }
        return true
    }

    /// What a region cell means, looked up once.
    private mutating func scenarioRegion(_ cell: CSVCell) -> RegionCode? {
        if let known = regions[cell.text] { return known }
        let region = readRegion(cell)
        regions[cell.text] = .some(region)
        return region
    }

    /// The code of a cell, where it exists and touches both the address and the scenario.
    ///
    /// A code that is none, or that no region has, is a fault even in a row that would not be used:
    /// the table is wrong then. An existing region of elsewhere is none.
    private func readRegion(_ cell: CSVCell) -> RegionCode? {
        guard let code = RegionCode(cell.text) else {
            session.fault(
                cell.position, Messages.notARegionCode(cell.text),
                hint: Messages.regionCodeHint(cell.text))
            return nil
        }
        guard context.catalogue.regions.exists(code) else {
            session.fault(
                cell.position, Messages.noSuchRegion(cell.text), hint: Messages.seeRegions)
            return nil
        }
        let isAsked =
            address.region.map { $0.contains(code) || code.contains($0) } ?? true
        return isAsked && context.tables.touches(code) ? code : nil
    }

    /// Whether a member cell is of the scenario, looked up once.
    private mutating func isScenarioMember(_ cell: CSVCell) -> Bool {
        if let known = members[cell.text] { return known }
        let isMember = readMember(cell)
        members[cell.text] = isMember
        return isMember
    }

    /// Whether the segment or purse of a cell exists, is asked for, and is of the scenario.
    ///
    /// One that no catalogue has is a fault, with the nearest; one of another scenario is passed
    /// over.
    private func readMember(_ cell: CSVCell) -> Bool {
        let scope = address.scope ?? .region
        let existing = context.existing(scope)
        guard existing.contains(cell.text) else {
            let near = Suggestion.closest(to: cell.text, among: existing)
            session.fault(
                cell.position, Messages.unknownMember(scope, cell.text),
                hint: near.map { Messages.didYouMean($0) } ?? Messages.choices(existing))
            return false
        }
        let isAsked = address.member.map { $0 == cell.text } ?? true
        return isAsked && context.tables.members(scope)?.contains(cell.text) ?? true
    }
}

extension Character {
    /// Whether it is one of `0` to `9`; a sign is not, though `Int` would read it.
    fileprivate var isDigit: Bool { "0"..."9" ~= self }
}

extension Address {
    /// What a value belongs to; nil for law.
    var scope: ParameterDefinition.Scope? {
        guard case .parameter(let definition) = subject else { return nil }
        return definition.scope
    }
}
