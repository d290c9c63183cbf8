import Coverage
import Policy
import Quantities
import Testing

@testable import Costing

/// Who pays which part of a bill.
struct BillPackTests {
    private func thousand(_ purses: [BudgetFixture.PlainPurse]) -> BudgetFixture {
        var fixture = BudgetFixture.still([("petani", 1_000)])
        fixture.purses = purses
        fixture.set("purse.ceiling", .number(1e12))
        return fixture
    }

    @Test("purses pay by rank until their ceilings")
    func rank() throws {
        var fixture = thousand([.init(name: "a"), .init(name: "b"), .init(name: "c")])
        fixture.set("purse.ceiling", "a", .number(60_000_000))
        fixture.set("purse.ceiling", "b", .number(80_000_000))
        var table = try fixture.table()
        #expect(table.cost(.purse(0)) == 60_000_000)
        #expect(table.cost(.purse(1)) == 80_000_000)
        #expect(table.cost(.purse(2)) == 61_600_000)
        #expect(table.cost(.gap) == 0)
        fixture.set("funding.purses", "petani", .words(["c", "a"]))
        fixture.set("purse.ceiling", "c", .number(150_000_000))
        table = try fixture.table()
        #expect(table.cost(.purse(2)) == 150_000_000)
        #expect(table.cost(.purse(0)) == 51_600_000)
        #expect(table.cost(.purse(1)) == 0)
    }

    @Test("a purse pays no more than its share of a bill")
    func shares() throws {
        var fixture = thousand([.init(name: "kab"), .init(name: "prov")])
        fixture.set("purse.share", "kab", .number(0.6))
        fixture.set("purse.share", "prov", .number(0.4))
        var table = try fixture.table()
        #expect(table.cost(.purse(0)) == 120_960_000)
        #expect(table.cost(.purse(1)) == 80_640_000)
        #expect(table.cost(.gap) == 0)
        fixture.set("purse.share", "prov", .number(0.3))
        table = try fixture.table()
        #expect(table.cost(.purse(1)) == 60_480_000)
        #expect(table.cost(.gap) == 20_160_000)
        for month in 0..<12 {
            #expect(table.cost { $0.month == month && $0.bearer == .gap } == 1_680_000)
        }
    }

    @Test("a purse pays only the programmes and segments that it may")
    func eligibility() throws {
        var fixture = thousand([
            .init(name: "cht", programmes: [.jkm]), .init(name: "dd", segments: ["ojek"]),
        ])
        fixture.segments = ["petani", "ojek"]
        fixture.set("quota", "ojek", .heads(100))
        let table = try fixture.table()
        func paid(_ segment: Int, _ programme: Programme, _ bearer: Bearer) -> Int64 {
            table.cost {
                $0.segment == segment && $0.programme == programme && $0.bearer == bearer
            }
        }
        #expect(paid(0, .jkm, .purse(0)) == 81_600_000)
        #expect(paid(0, .jkk, .gap) == 120_000_000)
        #expect(paid(1, .jkm, .purse(0)) == 8_160_000)
        #expect(paid(1, .jkk, .purse(1)) == 12_000_000)
        #expect(table.cost(.gap) == 120_000_000)
    }

    @Test("each purse pays its own payer's price (PP 50/2025: a company half of it)")
    func payerPrice() throws {
        var fixture = thousand([.init(name: "csr", payer: .csr), .init(name: "apbd")])
        // Half price: 8,400 a month buys 4,000 of 12,000 person-months.
        fixture.set("purse.ceiling", "csr", .number(33_600_000))
        let table = try fixture.table()
        #expect(table.cost(.purse(0)) == 33_600_000)
        let months = table.entries.filter { $0.bearer == .purse(0) && $0.programme == .jkk }
            .reduce(0) { $0 + $1.personMonths }
        #expect(abs(months - 4_000) < 1e-6)
        #expect(table.cost(.purse(1)) == 8_000 * 16_800)
        // A gap has the price of who would have to close it, whichever purse comes first.
        fixture.set("purse.ceiling", "apbd", .number(0))
        #expect(try fixture.table().cost(.gap) == 8_000 * 16_800)
        fixture.set("funding.purses", .words(["apbd", "csr"]))
        #expect(try fixture.table().cost(.gap) == 8_000 * 16_800)
        fixture.set("gap.payer", .word("csr"))
        #expect(try fixture.table().cost(.gap) == 8_000 * 8_400)
    }

    @Test("a cheaper payer lets the same ceiling fund more heads")
    func capAtHalfPrice() throws {
        var fixture = thousand([.init(name: "csr", payer: .csr)])
        fixture.set("budget.policy", .word("cap-heads"))
        fixture.set("purse.ceiling", "csr", .number(300 * 8_400 * 12))
        #expect(isNear(try fixture.run().funded(), Array(repeating: 300, count: 12)))
    }

    @Test("ceilings are of a region: one region's money pays no other's bill")
    func regionsApart() throws {
        var fixture = thousand([.init(name: "apbd")])
        fixture.regions = ["35.05", "35.74"]
        fixture.set("purse.ceiling", "apbd", "35.05", .number(1_000_000))
        let table = try fixture.table()
        #expect(table.cost { $0.region == 0 && $0.bearer == .purse(0) } == 1_000_000)
        #expect(table.cost { $0.region == 0 && $0.bearer == .gap } == 200_600_000)
        #expect(table.cost { $0.region == 1 && $0.bearer == .purse(0) } == 201_600_000)
    }

    @Test("route, programmes and dates of a segment set the price")
    func datedRegistration() throws {
        var fixture = thousand([.init(name: "apbd", programmes: [.jkk, .jkm, .jht])])
        fixture.set("route", .word("pu"), from: Month(2026, 7))
        fixture.set("programmes", .words(["jht", "jkk", "jkm"]), from: Month(2026, 10))
        let table = try fixture.table()
        let months = (0..<12).map { month in table.cost { $0.month == month } / 1_000 }
        #expect(
            months == [16_800, 16_800, 16_800, 16_800, 16_800, 16_800]
                + [5_400, 5_400, 5_400, 62_400, 62_400, 62_400])
    }
}
