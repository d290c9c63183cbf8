import Costing
import Policy
import Quantities
import Testing

@testable import Analysis

/// What overlapping lists would pay twice in a run.
@Suite struct OverlapTableTests {
    /// The APBD pays half of each year's farmers, CSR the others.
    private static func twoPayers() throws -> ScenarioResult {
        try AnalysisFixture(
            settings: AnalysisFixture.standard + [
                AnalysisFixture.set("quota", .heads(300), member: "petani"),
                AnalysisFixture.set("quota", .heads(0), member: "ojek"),
                AnalysisFixture.set("purse.ceiling", .number(1.5e7), member: "apbd"),
                AnalysisFixture.set("purse.ceiling", .number(1e9), member: "csr"),
            ]
        ).result()
    }

    @Test("Matched lists waste nothing; nested ones the shorter list; random ones their product")
    func byHand() throws {
        let result = try Self.twoPayers()
        let rows = result.overlapRows
        #expect(rows.count == 2 * 2 * 3)
        for row in rows {
            /// Person-months and rupiah of a purse for JKK, and for all programmes.
            let paid = [0, 1].map { purse in
                let entries = result.costs.entries.filter {
                    $0.bearer == .purse(purse) && $0.region == row.region
                        && $0.segment == row.segment && result.costs.month(of: $0).year == row.year
                }
                let months = entries.filter { $0.programme == .jkk }
                    .reduce(0) { $0 + $1.personMonths }
                return (months, entries.reduce(0) { $0 + $1.cost.amount })
            }
            #expect(abs(row.paid - paid[0].0 - paid[1].0) < 1e-6)
            switch row.overlap {
            case .additive:
                #expect(row.twice < 1e-9)
                #expect(row.cost == .zero)
            case .nested:
                let shorter = min(paid[0].0, paid[1].0)
                #expect(abs(row.twice - shorter) < 1e-6)
                let cost = Double(paid[1].1) * shorter / paid[1].0
                #expect(abs(Double(row.cost.amount) - cost) <= 0.5 + 1e-6)
            case .random:
                // The eligible whom the product speaks of: more than are paid for, and no more
                // than all farmers of the region through a year.
                let eligible = paid[0].0 * paid[1].0 / row.twice
                #expect(eligible > row.paid && eligible <= 12 * 1200, "\(eligible)")
            }
        }
    }

    /// Where nobody comes, goes or pays for himself, 0.9 of 1,000 farmers are eligible in each of
    /// twelve months.
    @Test func theEligibleAreThoseWhomPursesMayPayFor() throws {
        let still = ["rate.lapse", "rate.death", "rate.moved_away", "opening.self"]
        let settings = still.map { AnalysisFixture.set($0, .number(0)) }
        let result = try AnalysisFixture(
            settings: AnalysisFixture.standard + settings + [
                AnalysisFixture.set("entrants", .perYear(0)),
                AnalysisFixture.set("quota", .heads(300), member: "petani"),
                AnalysisFixture.set("quota", .heads(0), member: "ojek"),
                AnalysisFixture.set("purse.ceiling", .number(1.5e7), member: "apbd"),
                AnalysisFixture.set("purse.ceiling", .number(1e9), member: "csr"),
            ]
        ).result()
        let rows = result.overlapRows.filter { $0.overlap == .random }
        #expect(rows.count == 4)
        for row in rows {
            let months = [0, 1].map { purse in
                result.costs.entries.filter {
                    $0.bearer == .purse(purse) && $0.region == row.region && $0.programme == .jkk
                        && result.costs.month(of: $0).year == row.year
                }.reduce(0) { $0 + $1.personMonths }
            }
            #expect(abs(row.twice - months[0] * months[1] / 10_800) < 1e-6, "\(row)")
        }
    }

    @Test("One payer leaves no rows") func onePayer() throws {
        let settings = [
            AnalysisFixture.set("purse.ceiling", .number(1e9), member: "apbd"),
            AnalysisFixture.set("purse.ceiling", .number(0), member: "csr"),
        ]
        let result = try AnalysisFixture(settings: AnalysisFixture.standard + settings).result()
        #expect(result.overlapRows.isEmpty && result.overlapTable.rowCount == 0)
    }
}
