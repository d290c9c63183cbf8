import Analysis
import Policy
import Quantities
import Reading
import Reporting

/// Maps for a folder of results, and what they are drawn from.
struct ResultMaps {
    let pictures: [(name: String, bytes: [UInt8])]
    /// Tables of the data folder.
    let tables: [String]
}

extension Workspace {
    /// Maps of scenarios, the first of which the others are held against; none of a single region,
    /// of which a map says nothing, or where the data hold no outlines.
    ///
    /// - Throws: ``InputFaults`` for a table of outlines that cannot be read.
    func maps(of results: [ScenarioResult]) throws -> ResultMaps {
        let regions = results.first?.policy.regions ?? []
        guard regions.count > 1, files.exists(data.file(OutlineReader.file)) else {
            return ResultMaps(pictures: [], tables: [])
        }
        return ResultMaps(
            pictures: RegionMap.pictures(
                of: results, outlines: try OutlineReader(self).outlines(of: regions),
                names: catalogue.regions, in: Interface.language),
            tables: [OutlineReader.file])
    }
}
