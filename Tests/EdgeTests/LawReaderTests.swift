import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

@Suite struct LawReaderTests {
    private static let head = """
        checked: 2026-04
        sources:
          a: "Outlet - outlet.id/1"
        parameters:
          p.rate:
            doc: {id: "Iuran", en: "Rate"}
            unit: share
            range: [0, 0.2]

        """

    private static let good =
        head + """
                values:
                  - {from: 2015-07, value: 0.01, status: V2, legal: "PP 1", source: a}

            """

    private func faults(_ text: String) -> [LawFileFault] {
        do {
            _ = try LawReader.read([("law.yaml", text)])
            return []
        } catch {
            return error.faults
        }
    }

    /// The faults of a parameter with these lines after its head, which has 8 lines.
    private func faults(values: String) -> [LawFileFault] { faults(Self.head + values) }

    private func at(_ line: Int, _ column: Int, _ kind: LawFileFault.Kind) -> LawFileFault {
        LawFileFault(file: "law.yaml", line: line, column: column, kind: kind)
    }

    @Test func aGoodFileReads() throws {
        let tree = try LawReader.read([("law.yaml", Self.good)])
        #expect(tree.paths == ["p.rate"])
        let value = try tree.value("p.rate", at: Month(2020, 1))
        #expect(try value.decimal == ExactDecimal("0.01"))
        #expect(value.provenance.line == 10)
        #expect(value.provenance.column == 9)
        #expect(value.entry.checked == Month(2026, 4))
    }

    @Test(
        arguments: [
            ("value: 0.01, ", .notOneValue(among: LawValueReader.keys)),
            ("from: 2015-07, ", .missingKey("from")), ("status: V2, ", .missingKey("status")),
            ("legal: \"PP 1\", ", .missingKey("legal")),
        ] as [(String, LawFileFault.Kind)])
    func aMissingKey(key: String, kind: LawFileFault.Kind) {
        let text = Self.good.replacing(key, with: "")
        #expect(faults(text) == [at(10, 9, kind)])
    }

    @Test func citations() {
        let missing = Self.good.replacing(", source: a}", with: "}")
        #expect(faults(missing) == [at(10, 9, .missingKey("source"))])
        let unknown = Self.good.replacing("source: a}", with: "source: b}")
        #expect(faults(unknown).map(\.kind) == [.unknownSource("b", known: ["a"])])
        let unused = Self.good.replacing("  a: ", with: "  b: \"Other\"\n  a: ")
        #expect(faults(unused) == [at(3, 3, .unusedSource("b"))])
    }

    @Test(
        arguments: [
            ("value: 0.01", "value: '0,01'", 32, .malformedNumber("0,01")),
            ("value: 0.01", "value: 1e-2", 32, .malformedNumber("1e-2")),
            ("value: 0.01", "value: .nan", 32, .malformedNumber(".nan")),
            ("from: 2015-07", "from: 2015-7", 16, .malformedMonth("2015-7")),
            ("from: 2015-07", "from: 2015-13", 16, .malformedMonth("2015-13")),
        ] as [(String, String, Int, LawFileFault.Kind)])
    func aMalformedWord(old: String, new: String, column: Int, kind: LawFileFault.Kind) {
        #expect(faults(Self.good.replacing(old, with: new)) == [at(10, column, kind)])
    }

    @Test func aNumberWithTwoReadings() throws {
        let text = Self.good.replacing("value: 0.01", with: "value: 1.234")
        let kind = LawFileFault.Kind.unclearNumber(
            .ambiguous("1.234", asIndonesian: "1234", asEnglish: "1.234"))
        #expect(faults(text) == [at(10, 32, kind)])
        let told = faults(text)[0].diagnostic
        #expect(told.message.english.hasPrefix("'1.234' has two meanings"))
        #expect(told.hint?.english.hasSuffix("add a zero: 1.2340") == true)
        #expect(faults(Self.good.replacing("value: 0.01", with: "value: 0.123")) == [])
    }

    @Test func oneFaultIsToldOnce() {
        let values = faults(values: "    values: none\n")
        #expect(values == [at(9, 13, .expected(.list))])
        #expect(faults(values: "    values: []\n") == [at(9, 13, .expected(.list))])
        let range = Self.good.replacing("range: [0, 0.2]", with: "range: [0, much]")
        #expect(faults(range) == [at(8, 16, .malformedNumber("much"))])
        let unit = Self.good.replacing("unit: share", with: "unit: wrd")
            .replacing("    range: [0, 0.2]\n", with: "")
        #expect(faults(unit).map(\.line) == [7])
    }

    @Test func anUnknownStatus() {
        let kind = LawFileFault.Kind.unknownWord(
            "V9", allowed: EvidenceMark.allCases.map(\.rawValue))
        #expect(faults(Self.good.replacing("status: V2", with: "status: V9")).map(\.kind) == [kind])
    }

    @Test func aNumberOutsideItsRange() throws {
        let text = Self.good.replacing("value: 0.01", with: "value: 0.21")
        let allowed = ExactDecimal(0)...(try #require(ExactDecimal("0.2")))
        let number = try #require(ExactDecimal("0.21"))
        #expect(faults(text) == [at(10, 32, .outsideRange(number, allowed: allowed))])
    }

    @Test func anUnknownKeyAndAWrongUnit() {
        let unknown = Self.good.replacing("unit:", with: "units:")
        #expect(faults(unknown).map(\.line) == [6, 7])
        let unit = Self.good.replacing("unit: share", with: "unit: rupees")
        #expect(
            faults(unit).map(\.kind) == [
                .unknownWord("rupees", allowed: Unit.allCases.map(\.rawValue))
            ])
        let word = Self.good.replacing("unit: share", with: "unit: word")
        #expect(faults(word) == [at(10, 32, .unitDoesNotFit(.word, .decimal))])
        let nested = Self.good.replacing("source: a}", with: "source: a, colour: red}")
        let allowed = ["from"] + LawValueReader.keys + LawStated.keys + ["until", "note"]
        #expect(faults(nested).map(\.kind) == [.unknownKey("colour", allowed: allowed)])
    }

    @Test func aDuplicateKey() {
        let twice = Self.good + Self.good.split(separator: "\n")[4...].joined(separator: "\n")
        #expect(faults(twice).map(\.kind) == [.duplicateKey("p.rate")])
        let two = [("a.yaml", Self.good), ("b.yaml", Self.good)]
        do throws(LawFileFaults) {
            _ = try LawReader.read(two)
            Issue.record("two files with one path were read")
        } catch {
            let kind = LawFileFault.Kind.duplicatePath("p.rate", file: "a.yaml", line: 5)
            #expect(error.faults == [LawFileFault(file: "b.yaml", line: 5, column: 3, kind: kind)])
        }
    }

    @Test(arguments: [
        ("{from: 2015-07, V}", "{from: 2015-07, V}", "2015-07", "2015-07"),
        ("{from: 2015-07, V}", "{from: 2014-01, V}", "2014-01", "2015-07"),
        ("{from: 2015-07, until: 2016-03, V}", "{from: 2016-03, V}", "2016-03", "2016-03"),
    ])
    func datesOutOfOrder(first: String, second: String, month: String, after: String) throws {
        let rest = "value: 0.01, status: V2, legal: \"PP 1\", source: a"
        let lines = [first, second].map {
            "      - " + $0.replacing("V}", with: rest + "}") + "\n"
        }
        let expected = LawFileFault.Kind.monthOutOfOrder(
            try #require(Month(month)), after: try #require(Month(after)))
        #expect(faults(values: "    values:\n" + lines.joined()) == [at(11, 9, expected)])
    }

    @Test func anEndBeforeItsStart() {
        let text = Self.good.replacing("from: 2015-07", with: "from: 2015-07, until: 2015-06")
        let kind = LawFileFault.Kind.monthOutOfOrder(Month(2015, 6), after: Month(2015, 7))
        #expect(faults(text).map(\.kind) == [kind])
    }

    @Test func everyFaultIsReportedInOrder() {
        let text = Self.good.replacing("range: [0, 0.2]", with: "range: [1, 0]")
            .replacing("from: 2015-07", with: "from: May").replacing("id: ", with: "di: ")
        #expect(faults(text).map(\.line) == [6, 6, 8, 10])
    }

    @Test func textThatIsNotYAML() {
        guard case .notYAML(let problem)? = faults("checked: [").first?.kind else {
            Issue.record("an open bracket was read")
            return
        }
        #expect(!problem.isEmpty)
        #expect(faults("").map(\.kind) == [.expected(.table)])
        #expect(faults("- a").map(\.kind) == [.expected(.table)])
    }

    @Test func aFolderThatIsNotThere() {
        let place = LawFileFault(file: "/no/such/folder", line: 0, column: 0, kind: .unreadable)
        #expect(throws: LawFileFaults([place])) { try LawReader.read(directory: "/no/such/folder") }
    }
}
