import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// What comes of a hint that is typed in: the value that its author meant.
@Suite struct HintMeaningTests {
    /// An entry as it was written wrongly, and what it means; `|` stands behind its section.
    static let entries: [(entry: String, value: SettingValue)] = [
        ("assumptions|retention: 20", .number(0.2)),
        ("assumptions|retention: 12.5", .number(0.125)),
        ("assumptions|retention: { value: 40, mark: A }", .number(0.4)),
        ("assumptions|retention: 40 persen", .number(0.4)),
        ("levers|quota.petani: 40 %", .share(0.4)),
        ("levers|quota.petani: 0.4", .share(0.4)),
        ("levers|quota.petani: 1200 orang", .heads(1200)),
        ("levers|quota.petani: 1.200", .heads(1200)),
        ("levers|quota.petani: { value: 1,200 }", .heads(1200)),
        ("levers|quota.petani@3574: 7", .heads(7)),
        ("levers|quota.petan: 7", .heads(7)),
        ("levers|qouta.petani: 7", .heads(7)),
        ("levers|funding.months: 9 bulan", .number(9)),
        ("levers|refill: ya", .flag(true)),
        ("levers|refill: Tidak", .flag(false)),
        ("levers|funding.purses.petani: [dbh]", .words(["dbh-cht"])),
        ("levers|funding.purses.nelayan: [apbd]", .words(["apbd-kabkota"])),
        ("levers|purse.ceiling.apbd: 500", .number(500)),
        ("levers|purse.ceiling.dbh: 500", .number(500)),
        ("assumptions|mortality.load: { value: 1,25, mark: A }", .number(1.25)),
        ("levers|route.petani: bp", .word("bpu")),
    ]

    @Test("A hint that is typed in gives the value that was meant", arguments: entries)
    func value(_ written: String, _ value: SettingValue) throws {
        let parts = written.split(separator: "|").map(String.init)
        let text = """
            name: x
            title: x
            extends: \(FixtureFolder.root)/Broken/parts/dasar.yaml
            \(parts[0]):
              \(parts[1])
            """
        let faults = try FixtureFolder.reading(text).diagnostics
        let fault = try #require(faults.first)
        let hint = try #require(fault.hint, "\(fault.rendered())")
        let typing = try #require(HintTyping(fault, text, isTable: false, parent: ""))
        for language in [Language.english, .indonesian] {
            let accepted = try typing.candidates(hint, in: language).lazy
                .compactMap { try FixtureFolder.reading($0).value }.first
            let layer = accepted?.layers.last { $0.name == "x" }
            let found = layer?.settings.first?.points.first?.value
            #expect(found == value, "\(fault.rendered(in: language))")
        }
    }

    /// Wrong ranges, and what they mean.
    static let ranges: [(entry: String, range: ClosedRange<Double>)] = [
        ("retention: { value: 0.1, range: 0.05 - 0.5 }", 0.05...0.5),
        ("retention: { value: 10 %, range: 5 % sampai 50 % }", 0.05...0.5),
        ("retention: { value: 0.1, range: 0.5 .. 0.05 }", 0.05...0.5),
        ("retention: 20 .. 40", 0.2...0.4),
    ]

    @Test("So does the hint of a range", arguments: ranges)
    func range(_ entry: String, _ range: ClosedRange<Double>) throws {
        let text = """
            name: x
            title: x
            extends: \(FixtureFolder.root)/Broken/parts/dasar.yaml
            assumptions:
              \(entry)
            """
        let fault = try #require(try FixtureFolder.reading(text).diagnostics.first)
        let hint = try #require(fault.hint, "\(fault.rendered())")
        let typing = try #require(HintTyping(fault, text, isTable: false, parent: ""))
        for language in [Language.english, .indonesian] {
            let accepted = try typing.candidates(hint, in: language).lazy
                .compactMap { try FixtureFolder.reading($0).value }.first
            let spread = accepted?.uncertainInputs.first?.spread
            guard case .range(let found, _)? = spread else {
                Issue.record("\(fault.rendered(in: language))")
                continue
            }
            #expect(found == range)
        }
    }

    @Test("A common factor above a path or a table is accepted as its hint writes it")
    func commonFactor() throws {
        let factor = HintText.quoted(Phrase.commonFactor.english)[0]
        for hint in [Phrase.oneNumberHere, Phrase.tableRanges] {
            #expect(HintText.quoted(hint.english).last == factor)
            #expect(HintText.quoted(hint.indonesian).last == factor)
        }
        let reading = try FixtureFolder.reading(
            """
            name: x
            title: x
            extends: y.yaml
            levers:
              quota: \(factor)
            """,
            [
                "y.yaml": """
                name: y
                title: y
                extends: \(FixtureFolder.root)/Broken/parts/dasar.yaml
                levers:
                  quota: { values: { 2025-01: 100, 2026-01: 150 } }
                """
            ])
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.value?.uncertainInputs.map(\.name) == ["quota scale"])
    }

    @Test("A misspelt file is named with its folder, as it must be written")
    func folders() throws {
        let others = ["sub/dasar.yaml": "name: dasar", "tabel/kuota.csv": "year,jumlah"]
        let text = """
            name: x
            title: x
            extends: ./sub/dasr.yaml
            """
        let parent = try FixtureFolder.reading(text, others).diagnostics
        #expect(parent.map(\.hint?.english) == ["did you mean './sub/dasar.yaml'?"])
        let table = try FixtureFolder.reading(
            """
            name: x
            title: x
            extends: \(FixtureFolder.root)/Broken/parts/dasar.yaml
            levers:
              quota: { table: "./tabel/kuotaa.csv", column: jumlah }
            """, others
        ).diagnostics
        #expect(table.map(\.hint?.english) == ["did you mean './tabel/kuota.csv'?"])
    }
}
