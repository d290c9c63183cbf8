import Formats
import Quantities

/// Reads the outlines of regions, for maps.
///
/// One row a point: `region`, `part` and `ring` from 1, `order` along the ring, degrees.
package struct OutlineReader {
    package static let file = "regions/boundaries.csv"

    private let table: DataTable

    /// - Throws: ``InputFaults`` where the table is missing or lacks a column.
    package init(_ workspace: Workspace) throws(InputFaults) {
        table = try DataTable(
            Self.file,
            DataTable.Columns(
                key: ["region", "part", "ring", "order"],
                numbers: [("longitude", -180...180), ("latitude", -90...90)]), in: workspace)
    }

    /// The outlines of some regions, in the order of the table; a region that it lacks has none.
    ///
    /// - Throws: ``InputFaults`` with every cell that is no number or out of range.
    package func outlines(of regions: [RegionCode]) throws(InputFaults) -> [RegionOutline] {
        let asked = Set(regions.map(\.code))
        var outlines: [RegionOutline] = []
        var place: [String] = []
        for row in try table.rows(of: asked).rows {
            guard let code = RegionCode(row["region"]), let east = row.number("longitude"),
                let north = row.number("latitude")
            else { continue }
            let here = ["region", "part", "ring"].map { row[$0] }
            if outlines.last?.region != code {
                outlines.append(RegionOutline(region: code, parts: []))
            }
            let last = outlines.count - 1
            if place.prefix(2) != here.prefix(2) { outlines[last].parts.append([]) }
            let part = outlines[last].parts.count - 1
            if place != here { outlines[last].parts[part].append(.init(points: [])) }
            let ring = outlines[last].parts[part].count - 1
            outlines[last].parts[part][ring].points.append(
                .init(longitude: east, latitude: north))
            place = here
        }
        return outlines
    }
}
