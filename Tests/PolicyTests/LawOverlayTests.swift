import Quantities
import Testing

@testable import Policy

@Suite struct LawOverlayTests {
    private func tree() throws -> LawTree {
        let overlay = try LawOverlay(
            id: "cut", doc: Phrase(id: "potongan", en: "cut"),
            entry: TestLaw.entry(.decimal(TestLaw.number("0.5"))),
            clauses: [
                .init(
                    name: "all", kind: .cut, programmes: [.jkk], routes: [.bpu], scope: .everyone,
                    months: Month(2026, 4)...Month(2026, 12))
            ],
            exclusions: [
                .init(payer: .apbd, excluded: true, mark: .secondary),
                .init(payer: .csr, excluded: false, mark: .gap),
            ], provenance: TestLaw.place)
        return try LawTree(parameters: [], overlays: [overlay])
    }

    @Test func itsNumbersAreParameters() throws {
        let law = try tree()
        #expect(
            law.paths == [
                "overlay.cut.all.active", "overlay.cut.excludes.apbd", "overlay.cut.excludes.csr",
                "overlay.cut.factor",
            ])
        #expect(try law.decimal("overlay.cut.factor", at: Month(2026, 4)) == TestLaw.number("0.5"))
        #expect(try law.value("overlay.cut.excludes.csr", at: Month(2026, 4)).entry.mark == .gap)
        #expect(try law.decimal("overlay.cut.excludes.apbd", at: Month(2026, 4)) == ExactDecimal(1))
    }

    @Test func itsMonthsAreAFlag() throws {
        let law = try tree()
        let path = "overlay.cut.all.active"
        #expect(throws: LawFault.self) { try law.value(path, at: Month(2026, 3)) }
        #expect(try law.decimal(path, at: Month(2026, 4)) == ExactDecimal(1))
        #expect(try law.decimal(path, at: Month(2026, 12)) == ExactDecimal(1))
        #expect(try law.decimal(path, at: Month(2027, 1)) == ExactDecimal(0))
        let longer = try law.overriding(
            path, from: Month(2027, 1), until: Month(2027, 12), change: .replaced(ExactDecimal(1)),
            provenance: TestLaw.scenario)
        #expect(try longer.decimal(path, at: Month(2027, 12)) == ExactDecimal(1))
        #expect(try longer.decimal(path, at: Month(2028, 1)) == ExactDecimal(0))
    }

    @Test func scopesNameTheirGroups() {
        let all = WorkerGroup.allCases
        #expect(all.filter(LawOverlay.Scope.everyone.includes) == all)
        #expect(all.filter(LawOverlay.Scope.only(.transport).includes) == [.transport])
        #expect(
            all.filter(LawOverlay.Scope.except(.transport).includes) == [
                .general, .labourIntensive,
            ])
    }

    @Test func aFactorAboveOneIsRefused() {
        #expect(throws: LawFault.self) {
            try LawOverlay(
                id: "rise", doc: Phrase(id: "", en: ""),
                entry: TestLaw.entry(.decimal(ExactDecimal(2))), clauses: [],
                provenance: TestLaw.place)
        }
    }
}
