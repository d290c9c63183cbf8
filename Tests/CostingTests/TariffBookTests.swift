import Policy
import Quantities
import Testing

@testable import Costing

struct TariffBookTests {
    private struct Refusal: Error, Equatable {
        let month: Month
    }

    private func fixture() -> BudgetFixture {
        var fixture = BudgetFixture.still([("petani", 10), ("ojek", 10)])
        fixture.regions = ["35.05", "35.74"]
        fixture.set("route", "ojek", "35.74", .word("pu"), from: Month(2026, 4))
        fixture.set("base", "ojek", "35.74", .number(2_345_678.4))
        fixture.set("risk_class", "ojek", nil, .number(3))
        fixture.set("group", "ojek", nil, .word("transport"))
        return fixture
    }

    @Test("a registration follows segment, region and month; an employer registers wage earners")
    func subjects() throws {
        let book = try TariffBook(fixture().policy(), pricing: BudgetFixture.pricing)
        let early = book.subject(segment: 1, region: 1, month: 2, payer: .apbd)
        #expect(early.route == .bpu && early.base == .earnings(Rupiah(2_345_678)))
        #expect(early.riskClass == 3 && early.group == .transport && early.payer == .apbd)
        let later = book.subject(segment: 1, region: 1, month: 3, payer: .csr)
        #expect(later.route == .pu && later.payer == .csr)
        let other = book.subject(segment: 1, region: 0, month: 3, payer: .employer)
        #expect(other.route == .pu && other.base == .earnings(Rupiah(1_000_000)))
        #expect(book.programmes(segment: 0, region: 0, month: 0) == [.jkk, .jkm])
    }

    @Test("prices are those of the payer in the month")
    func prices() throws {
        let book = try TariffBook(fixture().policy()) { subject, month in
            [Rupiah(Int64(month.monthOfYear)), Rupiah(subject.payer == .apbd ? 1 : 2)]
        }
        for month in 0..<12 {
            let found = book.contributions(segment: 0, region: 1, month: month, payer: .apbd)
            #expect(found == [Rupiah(Int64(month + 1)), Rupiah(1)])
            let own = book.contributions(segment: 0, region: 1, month: month, payer: .`self`)
            #expect(own.map(\.amount) == [Int64(month + 1), 2])
        }
    }

    @Test("what pricing refuses, the run refuses")
    func refusal() throws {
        let policy = try fixture().policy()
        #expect(throws: Refusal(month: Month(2026, 6))) {
            try BudgetRun(policy) { _, month in
                if month == Month(2026, 6) { throw Refusal(month: month) }
                return [Rupiah(1), Rupiah(1)]
            }
        }
    }
}
