import Foundation
import Testing

/// Every shipped target comes to what stands beside it.
@Suite struct ShippedTargetTests {
    /// Paths from the package's folder: `scenarios/jawa-timur/sasaran-anggaran.yaml`.
    static let targets: [String] = {
        let folder = LindungProcess.root + "/scenarios"
        let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") && $0.contains("/sasaran-") }.sorted()
            .map { "scenarios/" + $0 }
    }()

    @Test("There are several, one of them out of reach")
    func several() {
        #expect(Self.targets.count >= 3)
        #expect(Self.targets.contains { $0.hasSuffix("sasaran-tak-terjangkau.yaml") })
    }

    /// Processors differ in the last bits, so numbers are equal to 1e-6: a root is known to 1e-9 of
    /// the dial, and what is read there is as near. With `LINDUNG_WRITE_SNAPSHOTS` set the expected
    /// files are written instead.
    @Test("A target equals the expected result beside it", arguments: targets)
    func equalsExpected(_ target: String) throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            "target", target, "--draws", "0", "--quiet", "--out", folder.path("out"))
        #expect(run.status == (target.contains("tak-terjangkau") ? 1 : 0), "\(run.errors)")
        let text = try String(contentsOfFile: folder.path("out/target.csv"), encoding: .utf8)
        let file = LindungProcess.root + "/" + target.dropLast(5) + ".expected.csv"
        if ProcessInfo.processInfo.environment["LINDUNG_WRITE_SNAPSHOTS"] != nil {
            try text.write(toFile: file, atomically: true, encoding: .utf8)
        }
        let expected = Self.cells(try String(contentsOfFile: file, encoding: .utf8))
        let found = Self.cells(text)
        #expect(expected.map(\.count) == found.map(\.count))
        #expect(expected.first == found.first)
        for (line, pair) in zip(expected, found).enumerated().dropFirst() {
            for (column, cells) in zip(pair.0, pair.1).enumerated() where cells.0 != cells.1 {
                let (a, b) = (Double(cells.0) ?? .nan, Double(cells.1) ?? .infinity)
                #expect(
                    abs(a - b) <= max(1.5e-6, 1e-6 * abs(a)),
                    "\(target) line \(line + 1) \(expected[0][column]): \(cells.0), \(cells.1)")
            }
        }
    }

    private static func cells(_ text: String) -> [[String]] {
        text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
