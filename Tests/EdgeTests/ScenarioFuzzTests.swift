import Foundation
import Policy
import Quantities
import Testing
import _TestSupport

@testable import Formats

/// Damaged scenarios are told about, whatever the damage; they never stop the program.
@Suite struct ScenarioFuzzTests {
    /// A scenario that uses every form, so that damage reaches every reader.
    static let whole =
        ScenarioReaderTests.base + """

              retention: &angka { value: 0.1, range: 0.05 .. 0.2, mark: A, source: uji }
              eligible_share: { <<: *angka, value: 90 % }
              rate.lapse: { table: t.csv, column: rate, locale: id-ID }
            cohorts: { table: cohorts.csv, group: 35 }
            packages: [./p.yaml]
            """
    private static let others = [
        "p.yaml": "package: p\nlevers: { funding.months: { values: { 2026-01: 9 } } }\n",
        "t.csv": "region;rate\n35;\"0,5\"\n",
    ]

    @Test("Cut off anywhere")
    func truncated() throws {
        let bytes = Array(Self.whole.utf8)
        for length in stride(from: 0, through: bytes.count, by: 3) {
            try readDamaged(Array(bytes[..<length]), "cut at \(length)")
        }
    }

    @Test("Bytes changed at random")
    func flipped() throws {
        let seed: UInt64 = 20_260_105
        var generator = SeededDraws(seed)
        for round in 0..<300 {
            var bytes = Array(Self.whole.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                let marks = Array("{}[],:-\"'#&*!|>%@ \n\t0x.\u{7}".utf8)
                bytes[place] =
                    Bool.random(using: &generator)
                    ? marks[Int.random(in: 0..<marks.count, using: &generator)]
                    : UInt8.random(in: 0...255, using: &generator)
            }
            try readDamaged(bytes, "seed \(seed), round \(round)")
        }
    }

    @Test("Tables cut off anywhere")
    func truncatedTable() throws {
        let table = Array(try FixtureFolder.text("Data/workforce.csv").utf8)
        let text = """
            name: uji
            title: { id: Uji, en: Test }
            extends: dasar.yaml
            assumptions: { workers: { table: ./w.csv, column: workers_persons } }
            """
        for length in stride(from: 0, through: table.count, by: 5) {
            let cut = String(decoding: table[..<length], as: UTF8.self)
            let reading = try FixtureFolder.reading(
                text, ["dasar.yaml": ScenarioReaderTests.base, "w.csv": cut])
            #expect((reading.value == nil) == reading.diagnostics.hasErrors, "cut at \(length)")
        }
    }

    @Test("Deep nesting and aliases of aliases end in a message")
    func bombs() throws {
        let deep = "name: " + String(repeating: "[", count: 5000)
        #expect(try FixtureFolder.reading(deep).diagnostics.hasErrors)
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let told = try FixtureFolder.reading(bomb).diagnostics.rendered(in: .english)
        #expect(told.contains("too large once its aliases are worked out"))
    }

    /// Reads and renders; a value is given exactly where there is no error.
    private func readDamaged(_ bytes: [UInt8], _ label: String) throws {
        try FixtureFolder.inFolder(Self.others) { folder in
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "/x.yaml"))
            let reading = try FixtureFolder.read(folder + "/x.yaml")
            for language in Language.allCases {
                #expect(
                    reading.diagnostics.isEmpty
                        == reading.diagnostics.rendered(in: language).isEmpty, "\(label)")
            }
            #expect((reading.value == nil) == reading.diagnostics.hasErrors, "\(label)")
        }
    }
}
