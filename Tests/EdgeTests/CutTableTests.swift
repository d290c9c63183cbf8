import Analysis
import Costing
import Policy
import Quantities
import Testing

@testable import Coverage

/// What is cut of quotas is told: asked, in force, and what bound.
@Suite struct CutTableTests {
    /// Farmers of Kabupaten Malang in 2027, under a budget that is halved in July.
    private static func farmers(_ rule: String, from july: Int = 14_000) throws -> ScenarioResult {
        try RegionFixture.result(
            "35.07",
            levers: """
                  purse.ceiling.apbd-kabkota: { from: 2027-07, until: 2027-12, scale: 0.5 }
                  quota.petani: { values: { 2027-01: 12000, 2027-07: \(july), 2028-01: 0 } }
                  funding.months.petani: { from: 2027-01, until: 2027-12, value: 9 }
                  funding.start.petani: { from: 2027-01, until: 2027-12, value: 4 }
                  funding.purses.petani: [dbh-cht, apbd-kabkota]
                  budget.policy: \(rule)
                """)
    }

    /// The position of the farmers.
    private func position(_ result: ScenarioResult) throws -> Int {
        try #require(result.policy.segments.firstIndex { $0.id.name == "petani" })
    }

    /// What purses paid for farmers from July on, and what nobody did.
    private func bill(_ result: ScenarioResult, _ segment: Int) -> (paid: Double, gap: Double) {
        var sums = (paid: 0.0, gap: 0.0)
        for entry in result.costs.entries
        where entry.segment == segment && result.costs.month(of: entry) >= Month(2027, 7)
            && result.costs.month(of: entry).year == 2027
        {
            switch entry.bearer {
            case .purse: sums.paid += entry.cost.expected.amount
            case .gap: sums.gap += entry.cost.expected.amount
            case .worker, .employer: break
            }
        }
        return sums
    }

    @Test("By heads: the kept quota fits, one head more would not")
    func heads() throws {
        let result = try Self.farmers("cap-heads")
        let segment = try position(result)
        let row = try #require(result.cutRows.first { $0.year == 2027 && $0.segment == segment })
        let cut = try #require(row.cuts.last)
        #expect(row.heads.asked == 14_000)
        #expect(abs(row.heads.inForce - Double(cut.kept)) < 1e-6)
        #expect(cut.asked == 14_000 && !cut.isByMonths)
        #expect(cut.limits.allSatisfy { $0.rule == .ceiling })
        #expect(row.months == (9, 9))
        let used = cut.limits.reduce(0) { $0 + $1.offered - $1.left }
        #expect(abs(used - bill(result, segment).paid) <= 2)
        #expect(abs(used - Double(cut.kept) * 6 * 16_800) < 1)
        let rule = "cap-heads\n  budget.policy.petani: report"
        let kept = try Self.farmers(rule, from: cut.kept)
        #expect(bill(kept, segment).gap == 0)
        let more = try Self.farmers(rule, from: cut.kept + 1)
        #expect(abs(bill(more, segment).gap - cut.unpaid) <= 2)
    }

    @Test("By months: heads stay, months go")
    func months() throws {
        let result = try Self.farmers("cap-months")
        let segment = try position(result)
        let row = try #require(result.cutRows.first { $0.year == 2027 && $0.segment == segment })
        let cut = try #require(row.cuts.last)
        #expect(cut.isByMonths && cut.asked == 6)
        #expect(row.heads.asked == row.heads.inForce)
        #expect(row.months == (9, 3 + cut.kept))
        #expect(row.personMonths.asked == 3 * 12_000 + 6 * 14_000)
        #expect(row.personMonths.inForce == 3 * 12_000 + Double(cut.kept) * 14_000)
        let december = result.quota(35, region: 0, segment: segment)
        #expect(december.asked == 14_000 && december.inForce == 0)
    }

    @Test("A share of the eligible is asked for in cut months too", arguments: ["heads", "months"])
    func shares(_ rule: String) throws {
        let result = try RegionFixture.result(
            "35.07",
            levers: """
                  quota.petani: { from: 2027-01, unit: share, value: 0.2 }
                  budget.policy: cap-\(rule)
                """)
        let segment = try position(result)
        let cut = result.projection.segments[segment].cut
        var seen = false
        for month in 24..<36 where cut[month, 0] < 1 {
            let quota = result.quota(month, region: 0, segment: segment)
            seen = true
            #expect(quota.asked > 60_000 && quota.asked < 90_000)
            #expect(abs(quota.inForce - cut[month, 0] * quota.asked) < 1e-6 * quota.asked)
        }
        #expect(seen)
    }

    @Test("The table agrees with the months, and is empty where nothing is cut")
    func table() throws {
        let result = try Self.farmers("cap-heads")
        let table = result.cutTable
        #expect(table.rowCount == result.cutRows.count && table.rowCount > 0)
        for row in result.cutRows {
            let window = result.policy.yearWindows[row.year - 2025]
            let inForce = window.reduce(0.0) {
                $0 + result.projection.segments[row.segment].months[$1].quota[row.region]
            }
            #expect(abs(inForce - row.personMonths.inForce) < 1e-9 * inForce + 1e-9)
            #expect(row.personMonths.asked > row.personMonths.inForce)
            #expect(!result.bound(row.cuts).isEmpty)
        }
        #expect(try Self.farmers("report").cutTable.rowCount == 0)
    }
}
