import Formats
import Foundation
import Quantities
import Reading
import Testing

/// The shipped outlines of regions.
@Suite struct OutlineReaderTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    @Test(
        "Every region of the shipped provinces has an outline of its own", arguments: ["35", "62"])
    func shipped(_ province: String) throws {
        let workspace = try Workspace(asked: nil, files: SourceFiles(root: Self.root))
        let code = try #require(RegionCode(province))
        let regions = workspace.catalogue.regions.kabkota(in: code)
        let outlines = try OutlineReader(workspace).outlines(of: regions)
        #expect(outlines.map(\.region) == regions)
        for ring in outlines.flatMap(\.parts).flatMap({ $0 }) {
            #expect(ring.points.count >= 3)
            #expect(ring.points.allSatisfy { (110...117).contains($0.longitude) })
            #expect(ring.points.first != ring.points.last)
        }
    }
}
