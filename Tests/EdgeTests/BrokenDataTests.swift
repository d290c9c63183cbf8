import Foundation
import Testing

@testable import Formats
@testable import Quantities
@testable import Reading

/// One fault in one file of a data directory: `BrokenData/<fault>.<file>` takes that file's place.
@Suite struct BrokenDataTests {
    static let files = FixtureFolder.files.names(in: "BrokenData").filter {
        !$0.contains(".expected")
    }

    @Test("The message", arguments: files, Language.allCases)
    func isToldWordForWord(_ file: String, _ language: Language) throws {
        let fault = String(file.prefix { $0 != "." })
        let replaced = String(file.dropFirst(fault.count + 1))
        let place = replaced == "regions.csv" ? "regions/regions.csv" : replaced
        var contents: [String: String] = [:]
        for name in ["segments.yaml", "purses.yaml", "regions/regions.csv"] {
            contents["Data/" + name] = try FixtureFolder.text("Data/" + name)
        }
        contents["Data/" + place] = try FixtureFolder.text("BrokenData/" + file)
        let text = try FixtureFolder.inFolder(contents) { folder in
            CatalogueReader(files: SourceFiles(root: folder))
                .read(FixtureFolder.data, lawUnits: FixtureFolder.lawUnits).diagnostics.rendered(
                    in: language)
        }
        try FixtureFolder.compare(text, "BrokenData/\(fault)", in: language)
    }

    @Test("A data directory without its files names each of them")
    func missing() {
        let reading = CatalogueReader(files: FixtureFolder.files).read(
            DataDirectory(path: "Kosong"))
        let told = reading.diagnostics.map { $0.rendered(in: .english).prefix { $0 != "\n" } }
        #expect(
            told == [
                "Kosong/regions/regions.csv: error: there is no file 'Kosong/regions/regions.csv'",
                "Kosong/segments.yaml: error: there is no file 'Kosong/segments.yaml'",
                "Kosong/purses.yaml: error: there is no file 'Kosong/purses.yaml'",
            ])
        #expect(reading.value == nil)
    }
}
