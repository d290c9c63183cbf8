import Formats
import Quantities

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
        var seen: [RegionCode: Position] = [:]
        let regions = table.rows.compactMap { row -> RegionTable.Region? in
            let cell = row.cells[code]
            guard let region = RegionCode(cell.text) else {
                session.fault(
                    cell.position, Phrase.notARegionCode(cell.text),
                    hint: Phrase.regionCodes)
                return nil
            }
            if let first = seen.updateValue(row.position, forKey: region) {
                session.fault(cell.position, Phrase.duplicateRegion(cell.text, line: first.line))
                return nil
            }
            return RegionTable.Region(
                code: region,
                bpsCode: bps.flatMap { row.cells[$0].text.isEmpty ? nil : row.cells[$0].text },
                name: row.cells[name].text,
                villages: villages.flatMap { Int(row.cells[$0].text) })
        }
        noteMissingParents(seen)
        return RegionTable(regions)
    }

    /// Every kabupaten and kota must have its province in the table.
    private func noteMissingParents(_ places: [RegionCode: Position]) {
        for (code, position) in places where code.level == .kabkota {
            guard let parent = code.parent, places[parent] == nil else { continue }
            session.fault(position, Phrase.noParentRegion(code.code, parent.code))
        }
    }
}
