import Costing
import Policy
import Quantities
import Testing

@testable import Analysis

@Suite struct MonthsBeforeDifferenceTests {
    /// The whole rupiah of each entry, by what it is.
    private static func rupiah(_ result: ScenarioResult) -> [String: Int64] {
        Dictionary(
            uniqueKeysWithValues: result.costs.entries.map { entry in
                (
                    "\(entry.month) \(entry.region) \(entry.segment) \(entry.programme)"
                        + " \(entry.bearer)", entry.cost.amount
                )
            })
    }

    @Test("months before two scenarios first differ cost the same rupiah", arguments: 2...12)
    func months(_ from: Int) throws {
        let settings =
            AnalysisFixture.standard + [
                AnalysisFixture.set("quota", .heads(151.37)),
                // Enough for all: a later month of a segment may take what another's January had.
                AnalysisFixture.set("purse.ceiling", .number(9e9)),
            ]
        let base = AnalysisFixture(settings: settings)
        let changed = base.with(
            "berubah", [AnalysisFixture.set("quota", .heads(173.91), from: Month(2025, from))])
        let (one, other) = (Self.rupiah(try base.result()), Self.rupiah(try changed.result()))
        let before = one.filter { (Int($0.key.prefix { $0 != " " }) ?? 99) < from - 1 }
        #expect(before.count > 4)
        for (key, rupiah) in before { #expect(other[key] == rupiah, "\(key)") }
        #expect(one != other)
    }
}
