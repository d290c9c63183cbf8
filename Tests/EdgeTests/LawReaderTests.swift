import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// Law files: what is read of them, and what is said of each fault that they can have.
@Suite struct LawReaderTests {
    private static let rate = """
        checked: 2026-04
        sources:
          a: "Outlet - outlet.id/1"
        parameters:
          p.rate:
            doc: {id: "Iuran", en: "Rate"}
            unit: share
            range: [0, 0.2]
            values:
              - {from: 2015-07, value: 0.01, status: V2, legal: "PP 1", source: a}

        """

    private static let rule = """
        checked: 2026-04
        sources: {a: "Outlet"}
        overlays:
          cut:
            doc: {id: "Potongan", en: "Cut"}
            legal: "PP 2"
            status: V2
            source: a
            factor: 0.5
            excluded_payers: [apbd]
            open_payers: [csr]
            clauses:
              all:
                kind: cut
                programmes: [jkk, jkm]
                routes: [bpu]
                group: transport
                from: 2026-04
                until: 2026-12

        """

    private static func table(_ unit: String, _ rows: String) -> String {
        rate.replacing("unit: share", with: "unit: \(unit)")
            .replacing("[0, 0.2]", with: "[0, 1000]").replacing("value: 0.01", with: rows)
    }

    /// Reads texts as files of one law.
    private static func read(_ texts: [String: String]) throws -> Reading<LawTree> {
        try FixtureFolder.inFolder(texts) { folder in
            let session = ReadingSession(files: SourceFiles(root: folder))
            var reader = LawReader(session: session)
            let tree = reader.read(texts.keys.sorted())
            return Reading(value: tree, diagnostics: session.diagnostics)
        }
    }

    private static func law(_ text: String) throws -> LawTree {
        let reading = try read(["law.yaml": text])
        return try #require(reading.value, "\(reading.diagnostics.rendered(in: .english))")
    }

    @Test func aGoodFileReads() throws {
        let tree = try Self.law(Self.rate)
        #expect(tree.paths == ["p.rate"])
        let value = try tree.value("p.rate", at: Month(2020, 1))
        #expect(try value.decimal == ExactDecimal("0.01"))
        #expect(value.provenance.line == 10)
        #expect(value.provenance.column == 9)
        #expect(value.entry.checked == Month(2026, 4))
        #expect(try Self.law(Self.rate.replacing("0.01", with: "0.123")).paths == ["p.rate"])
    }

    @Test func scalesBandsAndWords() throws {
        let scale = "scale: [{above: 0, rate: 0.1}, {above: 10, rate: 0.2}]"
        _ = try Self.law(Self.table("share", scale))
        let bands = "brackets: [{up_to: 10, base: 5, status: V2}, {base: 12}]"
        _ = try Self.law(Self.table("Rp/month", bands))
        _ = try Self.law(Self.table("word", "text: labour"))
    }

    @Test func rules() throws {
        let law = try Self.law(Self.rule)
        let overlay = try #require(law.overlays.first)
        #expect(overlay.clauses.map(\.scope) == [.only(.transport)])
        #expect(overlay.payers == [.apbd, .csr])
        #expect(try law.decimal("overlay.cut.excludes.apbd", at: Month(2026, 4)) == ExactDecimal(1))
        #expect(try law.value("overlay.cut.excludes.csr", at: Month(2026, 4)).entry.mark == .gap)
        #expect(try law.value("overlay.cut.factor", at: Month(2026, 4)).provenance.line == 4)
    }

    private typealias Fault = (name: String, text: String)

    private static func edit(_ text: String, _ edits: (old: String, new: String)...) -> String {
        edits.reduce(text) { $0.replacing($1.old, with: $1.new) }
    }

    /// The sound text from a line on.
    private static func from(_ start: String) -> String {
        rate.firstRange(of: start).map { String(rate[$0.lowerBound...]) } ?? ""
    }

    private static let faults: [Fault] = [
        ("no value", edit(rate, ("value: 0.01, ", ""))),
        ("two values", table("word", "text: labour, value: 1")),
        ("no month", edit(rate, ("from: 2015-07, ", ""))),
        ("no status", edit(rate, ("status: V2, ", ""))),
        ("no legal reference", edit(rate, ("legal: \"PP 1\", ", ""))),
        ("no source", edit(rate, (", source: a}", "}"))),
        ("an unknown source", edit(rate, ("source: a}", "source: b}"))),
        ("an unused source", edit(rate, ("  a: ", "  b: \"Other\"\n  a: "))),
        ("a decimal comma", edit(rate, ("value: 0.01", "value: '0,01'"))),
        ("an exponent", edit(rate, ("value: 0.01", "value: 1e-2"))),
        ("no number", edit(rate, ("value: 0.01", "value: .nan"))),
        ("two readings", edit(rate, ("value: 0.01", "value: 1.234"))),
        ("a month of one digit", edit(rate, ("from: 2015-07", "from: 2015-7"))),
        ("a month that no year has", edit(rate, ("from: 2015-07", "from: 2015-13"))),
        ("values that are no list", edit(rate, ("values:\n", "values: none\n#"))),
        ("no values", edit(rate, ("values:\n", "values: []\n#"))),
        ("a range with a word", edit(rate, ("[0, 0.2]", "[0, much]"))),
        ("a range that falls", edit(rate, ("[0, 0.2]", "[1, 0]"))),
        ("no range", edit(rate, ("    range: [0, 0.2]\n", ""))),
        ("a unit without a range", edit(rate, ("share", "wrd"), ("    range: [0, 0.2]\n", ""))),
        ("an unknown status", edit(rate, ("status: V2", "status: V9"))),
        ("outside its range", edit(rate, ("value: 0.01", "value: 0.21"))),
        ("an unknown field", edit(rate, ("unit:", "units:"))),
        ("an unknown unit", edit(rate, ("unit: share", "unit: rupees"))),
        ("a number for a word", edit(rate, ("unit: share", "unit: word"))),
        ("a field of no value", edit(rate, ("source: a}", "source: a, colour: red}"))),
        ("one language", edit(rate, (", en: \"Rate\"", ""))),
        ("a key twice", rate + from("  p.rate")),
        ("the same month", rate + from("      - {")),
        (
            "a month before the last",
            rate + edit(from("      - {"), ("2015-07", "2014-01"))
        ),
        ("an end before its start", edit(rate, ("2015-07", "2015-07, until: 2015-06"))),
        (
            "four faults",
            edit(rate, ("[0, 0.2]", "[1, 0]"), ("from: 2015-07", "from: May"), ("id: ", "di: "))
        ),
        ("an open bracket", "checked: ["), ("an empty file", ""), ("a list", "- a"),
        ("no sources", "checked: 2026-04"),
        ("a scale of money", table("Rp", "scale: [{above: 0, rate: 0.1}]")),
        (
            "a scale that does not rise",
            table("share", "scale: [{above: 10, rate: 0.1}, {above: 10, rate: 0.2}]")
        ),
        ("an empty scale", table("share", "scale: []")),
        ("half a rupiah", table("share", "scale: [{above: 0.5, rate: 0.1}]")),
        ("a bounded last band", table("Rp/month", "brackets: [{up_to: 10, base: 5}]")),
        (
            "bands that fall",
            table("Rp/month", "brackets: [{up_to: 10, base: 5}, {up_to: 9, base: 6}, {base: 7}]")
        ),
        ("a word for money", table("Rp", "text: labour")),
        ("a factor of words", edit(rule, ("factor: 0.5", "factor: half"))),
        ("the month of a clause", edit(rule, ("until: 2026-12", "until: 2026-3"))),
        ("a rule without reference", edit(rule, ("    legal: \"PP 2\"\n", ""))),
        ("a rule without factor", edit(rule, ("    factor: 0.5\n", ""))),
        ("a clause without routes", edit(rule, ("        routes: [bpu]\n", ""))),
        ("a name in capitals", edit(rule, ("cut:\n    doc", "Cut:\n    doc"))),
        ("an unknown programme", edit(rule, ("[jkk, jkm]", "[jkk, jkn]"))),
        ("an unknown route", edit(rule, ("[bpu]", "[pbu]"))),
        ("an unknown payer", edit(rule, ("[csr]", "[csrr]"))),
        ("an unknown kind", edit(rule, ("kind: cut", "kind: gift"))),
        ("an unknown group", edit(rule, ("group: transport", "group: cars"))),
        ("a rule that ends before it begins", edit(rule, ("2026-12", "2026-03"))),
        (
            "two groups",
            edit(rule, ("group: transport", "group: transport\n        except_group: general"))
        ),
    ]

    @Test("What is said of each fault", arguments: Language.allCases)
    func everyFault(_ language: Language) throws {
        let told = try Self.faults.map { fault in
            let reading = try Self.read(["law.yaml": fault.text])
            #expect(reading.value == nil, "\(fault.name)")
            return "# '\(fault.name)'\n" + reading.diagnostics.rendered(in: language)
        }
        try FixtureFolder.compare(told.joined(separator: "\n\n"), "BrokenLaw", in: language)
    }

    @Test func oneParameterInTwoFiles() throws {
        let reading = try Self.read(["a.yaml": Self.rate, "b.yaml": Self.rate])
        #expect(
            reading.diagnostics.map(\.message) == [
                Phrase(
                    id: "'p.rate' sudah ada di a.yaml:5",
                    en: "'p.rate' is already given at a.yaml:5")
            ])
        #expect(reading.diagnostics.map { "\($0.position)" } == ["b.yaml:5:3"])
    }
}
