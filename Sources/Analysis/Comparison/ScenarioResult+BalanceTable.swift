import Costing
import Policy
import Quantities

/// The public bill of one segment in a region and year, and who pays it.
///
///     needs = sum over purses of paid + gap,   whole rupiah
package struct BalanceRow: Sendable, Equatable {
    package let year: Int
    package let region: Int
    package let segment: Int
    /// The public bill, as yearly figures have it.
    package let needs: Rupiah
    /// What each purse paid, in the order of the policy's purses.
    package let paid: [Rupiah]
    package let gap: Rupiah
}

extension ScenarioResult {
    /// Needs, payments and gap, year by year, region by region, segment by segment.
    ///
    /// Needs are taken from the yearly figures and payments from the cost table, which add up the
    /// same months by different ways. A cell for which nothing is due has a row of zeros.
    package var balanceRows: [BalanceRow] {
        let (regions, segments) = (policy.regions.count, policy.segments.count)
        let none = Array(repeating: Rupiah.zero, count: policy.purses.count)
        var paid = Array(repeating: none, count: summary.years.count * regions * segments)
        var gaps = Array(repeating: Rupiah.zero, count: paid.count)
        for entry in costs.entries {
            let year = costs.month(of: entry).year - summary.years[0]
            let cell = (year * regions + entry.region) * segments + entry.segment
            switch entry.bearer {
            case .purse(let purse): paid[cell][purse] += entry.cost
            case .gap: gaps[cell] += entry.cost
            case .worker, .employer: break
            }
        }
        return paid.indices.map { cell in
            let (year, region) = (cell / segments / regions, cell / segments % regions)
            let segment = cell % segments
            let needs = summary[.publicBill, year, region, segment]
            return BalanceRow(
                year: summary.years[year], region: region, segment: segment,
                needs: ExpectedRupiah(needs).rounded(), paid: paid[cell], gap: gaps[cell])
        }
    }

    /// What is needed and who pays it, by year, region and segment.
    ///
    /// Keys: `year`, `region`, `segment`. Measures, all in whole rupiah: needs, a column for each
    /// purse of the scenario, gap. In every row, and so in any sum of rows,
    ///
    ///     needs_rp = <purse>_rp + ... + <purse>_rp + gap_rp
    ///
    /// Sums over segments are the `paid_rp` of ``purseTable``.
    package var balanceTable: ResultTable { Self.balanceTable([self], isCompared: false) }

    /// The balances of several scenarios, one below the other.
    ///
    /// - Parameter isCompared: whether a first key `scenario` names each. A purse that a scenario
    ///   lacks paid nothing there.
    static func balanceTable(_ results: [ScenarioResult], isCompared: Bool) -> ResultTable {
        var paying: [Purse] = []
        for purse in results.flatMap(\.policy.purses)
        where !paying.contains(where: { $0.id == purse.id }) { paying.append(purse) }
        let purses = paying.map(\.id.name)
        let rows = results.flatMap { result in
            let known = result.policy.purses.map(\.id.name)
            let places = purses.map { known.firstIndex(of: $0) }
            return result.balanceRows.map { (result: result, places: places, balance: $0) }
        }
        return ResultTable("balance", rows) {
            if isCompared { Key("scenario", \.result.name) }
            Key("year", \.balance.year)
            Key("region") { $0.result.policy.regions[$0.balance.region].code }
            Key("segment") { $0.result.policy.segments[$0.balance.segment].id.name }
            Column("needs_rp", .rupiah, \.balance.needs)
            for (number, purse) in paying.enumerated() {
                Column(purse.id.name + "_rp", .rupiah, meaning: Self.paid(by: purse)) { row in
                    row.places[number].map { row.balance.paid[$0] } ?? .zero
                }
            }
            Column("gap_rp", .rupiah, \.balance.gap)
        }
    }

    private static func paid(by purse: Purse) -> Phrase {
        Phrase("dibayar \(purse.name)", en: "paid by \(purse.name)")
    }
}

extension Comparison {
    /// What is needed and who pays it in every scenario: ``ScenarioResult/balanceTable`` below a
    /// key `scenario`, the baseline first.
    package var balanceTable: ResultTable {
        ScenarioResult.balanceTable(results, isCompared: true)
    }
}
