import Policy
import Quantities

/// Where the columns of a table of values stand.
struct TableColumns {
    let value: Int
    let region: Int?
    let member: Int?
    let year: Int?
    let month: Int?
    let key: Int?
    let mark: Int?
    let source: Int?
    let borrowedFrom: Int?
    let low: Int?
    let high: Int?

    init(_ table: CSVTable, value: Int, scope: ParameterDefinition.Scope?) {
        self.value = value
        let name = table.header[value]
        region = table.index(of: "region")
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
struct TableRows {
    let session: ReadingSession
    let context: SettingContext
    let address: Address
    let columns: TableColumns
    /// What each region text of the table means; nil where it is not of the scenario.
    private var regions: [String: RegionCode?] = [:]
    private var members: [String: Bool] = [:]
    private var covered: Set<RegionCode> = []

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
    mutating func selects(_ row: CSVRow) -> Bool {
        if let key = columns.filled(columns.key, row), key.text != address.key { return false }
        if let column = columns.region {
            guard let region = scenarioRegion(row.cells[column]) else { return false }
            covered.insert(region)
        }
        if let column = columns.member {
            guard isScenarioMember(row.cells[column]) else { return false }
        }
        return dateIsSound(row)
    }

    /// The narrower of the row's region and the address's.
    func region(_ row: CSVRow) -> RegionCode? {
        guard let column = columns.region, let code = RegionCode(row.cells[column].text) else {
            return address.region
        }
        guard let asked = address.region, code.contains(asked) else { return code }
        return asked
    }

    func member(_ row: CSVRow) -> String? { columns.member.map { row.cells[$0].text } }

    /// The month in which a row's value begins; nil without a column `year`.
    func month(_ row: CSVRow) -> Month? {
        guard let year = columns.year.flatMap({ Int(row.cells[$0].text) }) else { return nil }
        let month = columns.filled(columns.month, row).flatMap { Int($0.text) } ?? 1
        return Month(year, month)
    }

    private func dateIsSound(_ row: CSVRow) -> Bool {
        if let column = columns.year {
            let cell = row.cells[column]
            guard cell.text.count == 4, let year = Int(cell.text), year > 0 else {
                session.fault(
                    cell.position, Messages.notAYear(cell.text), hint: Messages.yearHint)
                return false
            }
        }
        if let cell = columns.filled(columns.month, row) {
            guard let month = Int(cell.text), (1...12).contains(month) else {
                session.fault(cell.position, Messages.notAMonthNumber(cell.text))
                return false
            }
        }
        return true
    }

    private mutating func scenarioRegion(_ cell: CSVCell) -> RegionCode? {
        if let known = regions[cell.text] { return known }
        let region = readRegion(cell)
        regions[cell.text] = .some(region)
        return region
    }

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

    private mutating func isScenarioMember(_ cell: CSVCell) -> Bool {
        if let known = members[cell.text] { return known }
        let isMember = readMember(cell)
        members[cell.text] = isMember
        return isMember
    }

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

extension Address {
    /// What a value belongs to; nil for law.
    var scope: ParameterDefinition.Scope? {
        guard case .parameter(let definition) = subject else { return nil }
        return definition.scope
    }
}
