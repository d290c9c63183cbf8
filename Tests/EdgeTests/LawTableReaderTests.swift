import Policy
import Quantities
import Testing

@testable import Reading

/// Scales, bands and temporary rules in law files, and what can be wrong with them.
@Suite struct LawTableReaderTests {
    private func faults(_ text: String) -> [LawFileFault.Kind] {
        do {
            _ = try LawReader.read([("law.yaml", text)])
            return []
        } catch {
            return error.faults.map(\.kind)
        }
    }

    private func table(_ unit: String, _ rows: String) -> String {
        """
        checked: 2026-04
        sources: {a: "Outlet"}
        parameters:
          t:
            doc: {id: "Tabel", en: "Table"}
            unit: \(unit)
            range: [0, 1000]
            status: V2
            legal: "PP 1"
            source: a
            values:
              - from: 2015-07
                \(rows)
        """
    }

    @Test func scales() {
        let good = "scale: [{above: 0, rate: 0.1}, {above: 10, rate: 0.2}]"
        #expect(faults(table("share", good)) == [])
        #expect(faults(table("Rp", good)) == [.unitDoesNotFit(.rupiah, .scale)])
        let falling = "scale: [{above: 10, rate: 0.1}, {above: 10, rate: 0.2}]"
        #expect(faults(table("share", falling)) == [.bracketOutOfOrder])
        #expect(faults(table("share", "scale: []")) == [.expected(.list)])
        let half = "scale: [{above: 0.5, rate: 0.1}]"
        #expect(faults(table("share", half)) == [.malformedNumber("0.5")])
    }

    @Test func bands() {
        let good = "brackets: [{up_to: 10, base: 5, status: V2}, {base: 12}]"
        #expect(faults(table("Rp/month", good)) == [])
        #expect(
            faults(table("Rp/month", "brackets: [{up_to: 10, base: 5}]")) == [.lastBandBounded])
        let falling = "brackets: [{up_to: 10, base: 5}, {up_to: 9, base: 6}, {base: 7}]"
        #expect(faults(table("Rp/month", falling)) == [.bracketOutOfOrder])
    }

    @Test func wordsHaveNoRange() {
        #expect(faults(table("word", "text: labour")) == [])
        #expect(faults(table("Rp", "text: labour")) == [.unitDoesNotFit(.rupiah, .text)])
        let two = "text: labour\n        value: 1"
        #expect(faults(table("word", two)) == [.notOneValue(among: LawValueReader.keys)])
    }

    private let rule = """
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

    @Test func rules() throws {
        let law = try LawReader.read([("law.yaml", rule)])
        let overlay = try #require(law.overlays.first)
        #expect(overlay.clauses.map(\.scope) == [.only(.transport)])
        #expect(overlay.payers == [.apbd, .csr])
        #expect(try law.decimal("overlay.cut.excludes.apbd", at: Month(2026, 4)) == ExactDecimal(1))
        #expect(try law.value("overlay.cut.excludes.csr", at: Month(2026, 4)).entry.mark == .gap)
        #expect(try law.value("overlay.cut.factor", at: Month(2026, 4)).provenance.line == 4)
    }

    @Test(
        arguments: [
            ("factor: 0.5", "factor: half", .malformedNumber("half")),
            ("until: 2026-12", "until: 2026-3", .malformedMonth("2026-3")),
            ("    legal: \"PP 2\"\n", "", .missingKey("legal")),
            ("    factor: 0.5\n", "", .missingKey("factor")),
            ("        routes: [bpu]\n", "", .missingKey("routes")),
            ("cut:\n    doc", "Cut:\n    doc", .malformedPath("overlay.Cut")),
        ] as [(String, String, LawFileFault.Kind)])
    func brokenRules(old: String, new: String, kind: LawFileFault.Kind) {
        #expect(faults(rule.replacing(old, with: new)) == [kind])
    }

    @Test(
        arguments: [
            ("[jkk, jkm]", "[jkk, jkn]", "jkn", Programme.allCases.map(\.rawValue)),
            ("[bpu]", "[pbu]", "pbu", RegistrationRoute.allCases.map(\.rawValue)),
            ("[csr]", "[csrr]", "csrr", Payer.allCases.map(\.rawValue)),
            ("kind: cut", "kind: gift", "gift", LawOverlay.Kind.allCases.map(\.rawValue)),
            ("group: transport", "group: cars", "cars", WorkerGroup.allCases.map(\.rawValue)),
        ])
    func unknownWords(old: String, new: String, word: String, allowed: [String]) {
        let found = faults(rule.replacing(old, with: new))
        #expect(found == [.unknownWord(word, allowed: allowed)])
    }

    @Test func aRuleThatEndsBeforeItBegins() {
        let kind = LawFileFault.Kind.monthOutOfOrder(Month(2026, 3), after: Month(2026, 4))
        #expect(faults(rule.replacing("until: 2026-12", with: "until: 2026-03")) == [kind])
    }

    @Test func aGroupIsNamedOnce() {
        let both = rule.replacing(
            "group: transport", with: "group: transport\n        except_group: general")
        #expect(faults(both) == [.notOneValue(among: ["group", "except_group"])])
    }
}
