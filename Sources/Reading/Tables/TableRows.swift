import Formats
import Policy
import Quantities

/// Where the columns of a table of values stand.
///
/// Each is nil where the table does not have it.
struct TableColumns {
    let value: Int
    /// Codes; rows apply to every region without it.
    let region: Int?
    /// Names of regions, which must agree with the codes.
    let regionName: Int?
    let member: Int?
    let year: Int?
    /// Months of those years, 1 to 12; January where empty.
    let month: Int?
    let key: Int?
    let mark: Int?
    let source: Int?
    /// Of when figures are, and how long they may be used.
    let asOf: Int?
    let validUntil: Int?
    /// Codes of regions whose figures stand in.
    let borrowedFrom: Int?
    /// Lower ends of 90 % ranges.
    let low: Int?
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
        regionName =
            region == nil ? nil : Self.regionNames.lazy.compactMap { table.index(of: $0) }.first
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
        asOf = table.index(of: "as_of")
        validUntil = table.index(of: "valid_until")
        borrowedFrom = table.index(of: "borrowed_from")
        let ends = ["low", "high"].map { end in
            Self.names(of: end, for: name).lazy.compactMap { table.index(of: $0) }.first
        }
        (low, high) = (ends[0], ends[1])
    }

    /// What the column of a range's end may be called: `quota_persons_low`, `quota_low` or `low`
    /// for `quota_persons`, the first that is there.
    private static func names(of end: String, for name: String) -> [String] {
        let stems = Unit.allCases.map { "_" + $0.columnSuffix }.filter(name.hasSuffix).map {
            String(name.dropLast($0.count))
        }
        return ([name] + stems).map { $0 + "_" + end } + [end]
    }

    static let regionNames = [
        "name", "region_name", "nama_kabupaten_kota", "nama_wilayah", "nama_daerah", "nama",
    ]

    /// The columns that would be read if the table had them.
    ///
    /// Of a range's end that the table has, only that.
    func optional(_ table: CSVTable, scope: ParameterDefinition.Scope?) -> [String] {
        let ends = [("low", low), ("high", high)].flatMap { end, column in
            column.map { [table.header[$0]] } ?? Self.names(of: end, for: table.header[value])
        }
        let dividing = scope.map { $0 == .region ? ["region"] : ["region", $0.rawValue] } ?? []
        return dividing + [
            "year", "month", "key", "mark", "source", "as_of", "valid_until", "borrowed_from",
        ] + ends
    }

    /// The columns that are understood without giving values: those that a table of law must leave
    /// empty, the remark for whom a purse's ceiling is, and names beside codes.
    func remarks(_ table: CSVTable, scope: ParameterDefinition.Scope?) -> [String] {
        switch scope {
        case nil: ["region", "segment", "purse"]
        case .purse: ["segment"] + (regionName.map { [table.header[$0]] } ?? [])
        case .segment, .region: regionName.map { [table.header[$0]] } ?? []
        }
    }

    /// The column of a range's end whose other end the table lacks; nil where it has both or none,
    /// or seems to have it under a misspelt name.
    func lonelyEnd(_ table: CSVTable) -> CSVCell? {
        guard (low == nil) != (high == nil), let end = low ?? high else { return nil }
        let other = Self.names(of: low == nil ? "low" : "high", for: table.header[value])
        let isMisspelt = other.contains { TableColumnName.likest(to: $0, in: table) != nil }
        return isMisspelt ? nil : table.names[end]
    }

    func areDoubtful(_ table: CSVTable, scope: ParameterDefinition.Scope?) -> Bool {
        let dividing =
            ["year", "month", "key"] + (scope == nil ? [] : ["region"])
            + (scope.map { [$0.rawValue] } ?? [])
        return dividing.contains { name in
            table.index(of: name) == nil
                && TableColumnName.likest(to: name, in: table, words: true) != nil
        }
    }

    /// Of when the figure of a row is; nil where nobody said, and for a remark.
    func date(_ row: CSVRow) -> SourceDate? {
        filled(asOf, row).flatMap { SourceDate($0.text, until: filled(validUntil, row)?.text) }
    }

    /// The cell of a row in an optional column, unless it is empty.
    func filled(_ column: Int?, _ row: CSVRow) -> CSVCell? {
        guard let column, case let cell = row.cells[column], !cell.isEmpty else { return nil }
        return cell
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
///
/// Of a table of totals, such as persons, the rows of provinces and of the nation are not used:
/// their number says nothing of one kabupaten. Rows that sum up others are passed over in any
/// table.
struct TableRows {
    let session: ReadingSession
    let context: SettingContext
    let address: Address
    let columns: TableColumns
    let areTotals: Bool
    /// What each region text of the table means; nil where it is not of the scenario.
    private var regions: [String: RegionCode?] = [:]
    private var members: [String: Bool] = [:]
    private(set) var wider: Set<RegionCode> = []
    /// Whether any row was refused, so that its cell is missing for a reason that is told.
    private(set) var hasFaults = false

    /// Begins with no row looked at.
    init(
        session: ReadingSession, context: SettingContext, address: Address, columns: TableColumns,
        areTotals: Bool
    ) {
        self.session = session
        self.context = context
        self.address = address
        self.columns = columns
        self.areTotals = areTotals
    }

    /// Whether a row is to be used; faulty regions, members and months are noted.
    mutating func selects(_ row: CSVRow) -> Bool {
        if let key = columns.filled(columns.key, row), key.text != address.key { return false }
        if let column = columns.region {
            guard scenarioRegion(row.cells[column], row) != nil else { return false }
        }
        if let cell = columns.filled(columns.member, row) {
            guard isScenarioMember(cell) else { return false }
        }
        guard dateIsSound(row) else {
            hasFaults = true
            return false
        }
        guard areTotals, let region = written(row), region.level != .kabkota else { return true }
        wider.insert(region)
        return false
    }

    /// The narrower of the row's region and the address's.
    ///
    /// A row for `35` under the key `workers@35.74` speaks of `35.74` alone. Nil is everywhere.
    /// Only for rows that were selected.
    func region(_ row: CSVRow) -> RegionCode? {
        guard let code = written(row) else { return address.region }
        guard let asked = address.region, code.contains(asked) else { return code }
        return asked
    }

    /// The region that a selected row names; nil without a column of regions.
    func written(_ row: CSVRow) -> RegionCode? {
        columns.region.flatMap { regions[row.cells[$0].text] ?? nil }
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
                    cell.position, Phrase.notAYear(cell.text), hint: Phrase.yearHint(cell.text))
                return false
            }
        }
        if let cell = columns.filled(columns.month, row) {
            guard cell.text.allSatisfy(\.isDigit), let month = Int(cell.text),
                (1...12).contains(month)
            else {
                session.fault(
                    cell.position,
                    Phrase(
                        id: "'\(cell.text)' bukan bulan 1 sampai 12",
                        en: "'\(cell.text)' is not a month from 1 to 12"))
                return false
            }
        }
        return true
    }

    /// What a region cell means, looked up once.
    private mutating func scenarioRegion(_ cell: CSVCell, _ row: CSVRow) -> RegionCode? {
        if let known = regions[cell.text] { return known }
        let region = readRegion(cell, row)
        regions[cell.text] = .some(region)
        return region
    }

    /// The region of a cell, where it touches both the address and the scenario.
    ///
    /// A text that names no region, or several, is a fault even in a row that would not be used:
    /// the table is wrong then. An existing region of elsewhere is none.
    private mutating func readRegion(_ cell: CSVCell, _ row: CSVRow) -> RegionCode? {
        if isTotal(cell) { return nil }
        guard let code = session.region(cell.text, context.catalogue.regions, at: cell.position),
            nameAgrees(row, code)
        else {
            hasFaults = true
            return nil
        }
        let isAsked =
            address.region.map { $0.contains(code) || code.contains($0) } ?? true
        return isAsked && context.tables.touches(code) ? code : nil
    }

    /// Whether the name beside a code is that of its region, or of one around it.
    ///
    /// Names that are unknown are remarks. A wrong one is a sign of codes of another list, such as
    /// those of BPS with a dot put in.
    private func nameAgrees(_ row: CSVRow, _ code: RegionCode) -> Bool {
        guard let cell = columns.filled(columns.regionName, row) else { return true }
        let regions = context.catalogue.regions
        let named: [RegionCode]
        do throws(RegionFault) {
            named = [try regions.code(of: cell.text)]
        } catch {
            guard error.kind == .ambiguous else { return true }
            named = error.candidates.map(\.code)
        }
        if named.contains(where: { $0.contains(code) }) { return true }
        session.fault(
            cell.position,
            Phrase(
                id: "nama '\(cell.text)' tidak cocok dengan kode \(code), yaitu"
                    + " \(regions.name(of: code))",
                en: "the name '\(cell.text)' does not fit code \(code), which is"
                    + " \(regions.name(of: code))"
            ),
            hint: Phrase.codeOfName(named.map(\.code)))
        return false
    }

    private func isTotal(_ cell: CSVCell) -> Bool {
        guard CSVTrim.isTotal(cell.text) else { return false }
        session.warn(cell.position, Phrase.passedOver(.total))
        return true
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
    private mutating func readMember(_ cell: CSVCell) -> Bool {
        let scope = address.scope ?? .region
        let existing = context.existing(scope)
        guard existing.contains(cell.text) else {
            if isTotal(cell) { return false }
            hasFaults = true
            session.fault(
                cell.position, Phrase.unknownMember(scope, cell.text),
                hint: Phrase.nearest(cell.text, among: existing))
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

/// Makes sure that a table of values of the law holds for everybody.
///
/// The law is one for all regions, segments and purses, so a row cannot be for one of them. A
/// column that divides the rows is a fault as soon as it holds anything: passed over, a proposal
/// for one kabupaten would hold nationwide.
struct LawTable {
    private static let dividing = ["region", "segment", "purse"]

    let session: ReadingSession
    let address: Address

    /// Whether the table does not divide its rows; true for every parameter that is no law.
    ///
    /// Told at the first filled cell of each dividing column. Rows of other keys are passed over:
    /// a table may hold levers too.
    func isUndivided(_ table: CSVTable) -> Bool {
        guard case .law = address.subject else { return true }
        let key = table.index(of: "key")
        let rows = table.rows.filter { row in
            key.map { ["", address.key].contains(row.cells[$0].text) } ?? true
        }
        var isSound = true
        for name in Self.dividing {
            guard let column = table.index(of: name),
                let cell = rows.map({ $0.cells[column] }).first(where: { !$0.text.isEmpty })
            else { continue }
            session.fault(
                cell.position,
                Phrase(
                    id: "'\(address)' berlaku nasional; kolom '\(name)' harus kosong",
                    en: "'\(address)' holds nationwide; column '\(name)' must be empty"))
            isSound = false
        }
        return isSound
    }
}

/// Cells of a scenario for which a table has no value when the horizon starts.
///
/// Whether it is a fault is known only when all layers are read, since another setting may speak of
/// those cells.
struct TableGap {
    struct Cell: Hashable {
        let member: String?
        let region: RegionCode

        /// The areas of which each would give it a value, the nearest first; nil is all.
        var areas: [RegionCode?] { [region, region.parent, .indonesia, nil] }

        /// The members and areas of which each would give it a value.
        var covering: [(member: String?, area: RegionCode?)] {
            areas.flatMap { [(member, $0), (nil, $0)] }
        }
    }

    let address: Address
    let position: Position
    let table: String
    /// Those without a value, in order of region; at least one.
    var cells: [Cell]
    /// How many segments or purses the table is asked about; 1 for a parameter of regions.
    let members: Int
    let wider: [RegionCode]
}
