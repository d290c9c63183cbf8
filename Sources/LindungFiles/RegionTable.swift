import Policy
import Quantities

/// The regions that exist, of one edition of the codes.
///
/// Codes are reissued by decree, so the table's edition is part of its data. The hierarchy is in
/// the codes themselves: `35.74` lies in `35`.
public struct RegionTable: Sendable {
    /// A province, kabupaten or kota.
    public struct Region: Sendable, Hashable {
        /// The Kemendagri code.
        public let code: RegionCode
        /// The code of BPS, which for two in five differs from that of Kemendagri; nil where the
        /// table does not say.
        public let bpsCode: String?
        /// As the table writes it: `Kota Probolinggo`.
        public let name: String
        /// How many desa it has; nil where the table does not say.
        public let villages: Int?
        /// The row it was read from.
        public let position: Position
    }

    /// In order of code.
    public let regions: [Region]
    /// For looking up by code.
    private let byCode: [RegionCode: Region]
    /// For looking up as people write them.
    let names: RegionNames

    /// Sorts the regions; of two with one code the first counts.
    init(_ regions: [Region]) {
        self.regions = regions.sorted { $0.code < $1.code }
        byCode = Dictionary(
            regions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        names = RegionNames(self.regions)
    }

    /// The region with that code; nil where there is none.
    public subscript(code: RegionCode) -> Region? { byCode[code] }

    /// Whether a code is the nation or a region of the table.
    public func exists(_ code: RegionCode) -> Bool { code == .indonesia || byCode[code] != nil }

    /// The kabupaten and kota that a code stands for, in order of code.
    ///
    /// For `00` all of them, for a province those in it, for a kabupaten itself; empty for an
    /// unknown code.
    public func kabkota(in code: RegionCode) -> [RegionCode] {
        regions.map(\.code).filter { $0.level == .kabkota && code.contains($0) }
    }

    /// The name of a region, or its code where the table does not have it.
    public func name(of code: RegionCode) -> String { byCode[code]?.name ?? code.code }
}

/// Reads `regions/regions.csv`: columns `region` (the code) and `name`, optional `bps_code` and
/// `villages`.
struct RegionTableReader {
    /// Where faults are noted.
    let session: ReadingSession

    /// The regions of a file; rows with faults are left out.
    ///
    /// Faults: a column or the file is missing; a code is none, is given twice, or has no province
    /// in the table. A count of villages that is no whole number counts as not given.
    func read(_ path: String) -> RegionTable? {
        let reader = CSVReader(session: session)
        guard let table = reader.table(path), reader.has(["region", "name"], table),
            let code = table.index(of: "region"), let name = table.index(of: "name")
        else { return nil }
        let (villages, bps) = (table.index(of: "villages"), table.index(of: "bps_code"))
        reader.account(
            for: table, reading: ["region", "name"], optional: ["villages", "bps_code"],
            isShipped: true)
        var seen: [RegionCode: Int] = [:]
        let regions = table.rows.compactMap { row -> RegionTable.Region? in
            let cell = row.cells[code]
            guard let region = RegionCode(cell.text) else {
                session.fault(
                    cell.position, Messages.notARegionCode(cell.text),
                    hint: Messages.regionCodes)
                return nil
            }
            if let line = seen.updateValue(row.position.line, forKey: region) {
                session.fault(cell.position, Messages.duplicateRegion(cell.text, line: line))
                return nil
            }
            return RegionTable.Region(
                code: region,
                bpsCode: bps.flatMap { row.cells[$0].text.isEmpty ? nil : row.cells[$0].text },
                name: row.cells[name].text,
                villages: villages.flatMap { Int(row.cells[$0].text) }, position: row.position)
        }
        noteMissingParents(regions)
        return RegionTable(regions)
    }

    /// Every kabupaten and kota must have its province in the table.
    private func noteMissingParents(_ regions: [RegionTable.Region]) {
        let codes = Set(regions.map(\.code))
        for region in regions where region.code.level == .kabkota {
            guard let parent = region.code.parent, !codes.contains(parent) else { continue }
            session.fault(region.position, Messages.noParentRegion(region.code.code, parent.code))
        }
    }
}
