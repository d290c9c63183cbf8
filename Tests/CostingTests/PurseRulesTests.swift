import Policy
import Quantities
import Testing

@testable import Costing

struct PurseRulesTests {
    private func fixture() -> BudgetFixture {
        var fixture = BudgetFixture.still([("petani", 10), ("ojek", 10)])
        fixture.regions = ["35.05", "35.74"]
        fixture.purses = [
            .init(name: "apbd"), .init(name: "cht", segments: ["petani"], programmes: [.jkm]),
            .init(name: "csr", payer: .csr),
        ]
        return fixture
    }

    @Test("without a choice every purse that may pay does, in rank; a choice sets its own order")
    func order() throws {
        var fixture = fixture()
        fixture.set("funding.purses", "petani", "35.74", .words(["csr", "apbd"]), from: nil)
        fixture.set(
            "funding.purses", "ojek", "35.05", .words(["csr"]), from: Month(2026, 3))
        let rules = PurseRules(try fixture.policy())
        #expect(rules.order(segment: 0, region: 0, month: 0) == [0, 1, 2])
        #expect(rules.order(segment: 0, region: 1, month: 0) == [2, 0])
        #expect(rules.order(segment: 1, region: 0, month: 1) == [0, 2])
        #expect(rules.order(segment: 1, region: 0, month: 2) == [2])
        #expect(rules.order(segment: 1, region: 1, month: 2) == [0, 2])
    }

    @Test("ceilings are whole rupiah, by region and month")
    func ceilings() throws {
        var fixture = fixture()
        fixture.set("purse.ceiling", "cht", .number(1_000.6))
        fixture.set("purse.ceiling", "cht", "35.74", .number(7), from: Month(2026, 10))
        let rules = PurseRules(try fixture.policy())
        #expect(rules.ceilings(region: 0, month: 11) == [0, 1_001, 0])
        #expect(rules.ceilings(region: 1, month: 8) == [0, 1_001, 0])
        #expect(rules.ceilings(region: 1, month: 9) == [0, 7, 0])
    }

    @Test("programmes and shares")
    func programmesAndShares() throws {
        var fixture = fixture()
        fixture.set("purse.share", "csr", "35.05", .number(0.4))
        let rules = PurseRules(try fixture.policy())
        #expect(rules.mayPay(1, .jkm, segment: 0) && !rules.mayPay(1, .jkk, segment: 0))
        #expect(!rules.mayPay(1, .jkm, segment: 1) && rules.mayPay(0, .jkk, segment: 1))
        #expect(rules.share(2, region: 0, month: 5) == 0.4)
        #expect(rules.share(2, region: 1, month: 5) == 1)
    }
}
