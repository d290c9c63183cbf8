import Policy
import Quantities
import Testing

@testable import Costing

/// Purses that match another, worked out by hand: JKK 10,000 and JKM 6,800 a month.
struct MatchingTests {
    /// 1,000 farmers: 201.6 million a year, of which the regency pays 60 % and the province 40 %.
    private func shared(regency: Double, province: Double = 1e9, match: Double = 2.0 / 3)
        -> BudgetFixture
    {
        var fixture = BudgetFixture.still([("petani", 1_000)])
        fixture.purses = [.init(name: "regency"), .init(name: "province", matches: "regency")]
        fixture.set("purse.ceiling", "regency", .number(regency))
        fixture.set("purse.ceiling", "province", .number(province))
        fixture.set("purse.share", "regency", .number(0.6))
        fixture.set("purse.match", "province", .number(match))
        return fixture
    }

    @Test("the province adds 40 where the regency pays 60")
    func sixtyToForty() throws {
        let table = try shared(regency: 1e9).table()
        #expect(table.cost(.purse(0)) == 120_960_000)
        #expect(table.cost(.purse(1)) == 80_640_000)
        #expect(table.cost(.gap) == 0)
    }

    @Test("what the province adds falls where the regency's ceiling binds")
    func regencyBinds() throws {
        let table = try shared(regency: 90_000_000).table()
        #expect(table.cost(.purse(0)) == 90_000_000)
        #expect(table.cost(.purse(1)) == 60_000_000)
        #expect(table.cost(.gap) == 51_600_000)
    }

    @Test("a share of 40 % alone does not fall with the regency's")
    func shareDoesNotFall() throws {
        var fixture = shared(regency: 90_000_000, match: 0)
        fixture.set("purse.share", "province", .number(0.4))
        #expect(try fixture.table().cost(.purse(1)) == 80_640_000)
    }

    @Test("a quota that is cut to matched money is cut to what both pay")
    func cutToMatchedMoney() throws {
        var fixture = shared(regency: 90_000_000, match: 0.6667)
        fixture.set("budget.policy", .word("cap-heads"))
        let table = try fixture.table()
        // 90 million are 60 % of 150 million: 744 heads for 12 months.
        #expect(table.cost(.purse(0)) + table.cost(.purse(1)) == 744 * 16_800 * 12)
        #expect(table.cost(.gap) == 0)
    }

    @Test("rupiah are matched, not heads: a company pays half for a head")
    func rupiahAreMatched() throws {
        var fixture = shared(regency: 1e9, match: 0.25)
        fixture.purses[1].payer = .csr
        let table = try fixture.table()
        #expect(table.cost(.purse(1)) == 120_960_000 / 4)
        // Its 30.24 million pay for 30 % of the heads, so 10 % of the bill is left.
        #expect(table.cost(.gap) == 20_160_000)
    }

    @Test("a ceiling is an amount and a share of a revenue")
    func revenueShare() throws {
        var fixture = BudgetFixture.still([("petani", 1_000)])
        fixture.set("purse.ceiling", .number(1_000_000))
        fixture.set("purse.revenue", .number(500_000_001))
        fixture.set("purse.revenue_share", .number(0.3))
        #expect(try fixture.table().cost(.purse(0)) == 151_000_000)
    }

    @Test("rules that cannot be kept are faults")
    func faults() {
        func faults(_ change: (inout BudgetFixture) -> Void) -> [PolicyFault] {
            var fixture = shared(regency: 1e9)
            change(&fixture)
            do { _ = try fixture.policy() } catch let faults as PolicyFaults {
                return faults.faults
            } catch {}
            return []
        }
        let (regency, province) = (PurseID("regency"), PurseID("province"))
        #expect(faults { _ in }.isEmpty)
        #expect(
            faults { $0.purses[1].matches = nil }
                == [.matchWithoutPartner(purse: province, .test)])
        #expect(
            faults { $0.purses[1].matches = "village" }.contains(
                .partnerLeftOut(purse: province, partner: PurseID("village"), .test)))
        #expect(
            faults { $0.purses.reverse() } == [
                .partnerNotBefore(
                    purse: province, partner: regency, segment: SegmentID("petani"), .test)
            ])
        let exceeding = faults { $0.set("purse.share", "regency", .number(0.8)) }
        guard case .matchExceedsBill(province, regency, _, let total, _) = exceeding.first else {
            Issue.record("\(exceeding)")
            return
        }
        #expect(abs(total - 0.8 * 5 / 3) < 1e-12)
    }
}
