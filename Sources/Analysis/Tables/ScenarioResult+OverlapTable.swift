import Costing
import Coverage
import Policy
import Quantities

/// What is paid twice in a region, segment and year when lists of workers overlap.
package struct OverlapRow: Sendable, Equatable {
    package let year: Int
    package let region: Int
    package let segment: Int
    package let overlap: PayerOverlap
    package let paid: Double
    /// Of these, person-months of workers for whom a purse of higher rank pays too.
    package let twice: Double
    /// What those cost the purses that come second, whole rupiah.
    package let cost: Rupiah
}

extension ScenarioResult {
    /// Every region, segment and year that two or more purses pay for, under each overlap.
    ///
    /// The run itself pays for each worker once, as if lists were matched. With purse `i` paying
    /// for `n_i` person-months at `c_i` rupiah, out of `N` of the eligible,
    ///
    ///     p_i = n_i / N        twice = sum N twice_i        cost = sum round(c_i twice_i / p_i)
    ///
    /// so that the same money protects `paid - twice` person-months. Person-months are those of the
    /// programme that purses pay for most, the first of equals: a worker's programmes are paid
    /// together, but for the month in which a ceiling is met.
    package var overlapRows: [OverlapRow] {
        let (regions, segments) = (policy.regions.count, policy.segments.count)
        let cells = summary.years.count * regions * segments
        let none = Array(repeating: 0.0, count: Programme.allCases.count)
        var months = Array(
            repeating: Array(repeating: none, count: policy.purses.count), count: cells)
        var paid = Array(
            repeating: Array(repeating: Rupiah.zero, count: policy.purses.count),
            count: cells)
        for entry in costs.entries {
            guard case .purse(let purse) = entry.bearer else { continue }
            let year = costs.month(of: entry).year - summary.years[0]
            let cell = (year * regions + entry.region) * segments + entry.segment
            let programme = Programme.allCases.firstIndex(of: entry.programme) ?? 0
            months[cell][purse][programme] += entry.personMonths
            paid[cell][purse] += entry.cost
        }
        let shares = (0..<segments).map(eligibleShares)
        return months.indices.flatMap { cell -> [OverlapRow] in
            let sums = none.indices.map { programme in
                months[cell].reduce(0) { $0 + $1[programme] }
            }
            let main = sums.firstIndex(of: sums.max() ?? 0) ?? 0
            // What is left of a month's last cent is no list of workers: its part that is paid
            // twice would be all roundoff.
            let counts = months[cell].map { $0[main] > 1e-9 * sums[main] ? $0[main] : 0 }
            guard counts.filter({ $0 > 0 }).count > 1 else { return [] }
            let (year, region) = (cell / segments / regions, cell / segments % regions)
            let segment = cell % segments
            // More may be paid for than are eligible by the end of a year: nobody is left then.
            let open = eligible(
                shares[segment], segment, region: region, in: policy.yearWindows[year])
            let eligible = max(open.reduce(0, +), counts.reduce(0, +))
            return PayerOverlap.allCases.map { overlap in
                let twice = overlap.twice(counts.map { $0 / eligible }).map { $0 * eligible }
                let cost = zip(zip(twice, counts), paid[cell]).reduce(Rupiah.zero) {
                    guard $1.0.1 > 0 else { return $0 }
                    let part = Double($1.1.amount) * $1.0.0 / $1.0.1
                    return $0 + Rupiah(Int64(part.rounded()))
                }
                return OverlapRow(
                    year: summary.years[year], region: region, segment: segment, overlap: overlap,
                    paid: counts.reduce(0, +), twice: twice.reduce(0, +), cost: cost)
            }
        }
    }

    /// The share of a segment whom a quota may pay for, by `month * regions + region`.
    func eligibleShares(_ segment: Int) -> [Double] {
        policy.panel(Parameters.eligibleShare, policy.segments[segment].id)
    }

    /// Whom a quota may pay for in each of some months, persons:
    /// `eligible_share x (U + F1 + F2 + F + L + LV)`.
    ///
    /// - Parameter shares: of the segment; see ``eligibleShares(_:)``.
    func eligible(
        _ shares: [Double], _ segment: Int, region: Int, in months: Range<Int>
    ) -> [Double] {
        let open = Status.enrollable + Status.publiclyFunded
        return months.map { month in
            let record = projection.segments[segment].months[month]
            return shares[month * policy.regions.count + region]
                * record.exposure(open, region: region)
        }
    }

    /// What is paid twice when lists of purses overlap, by year, region, segment and overlap.
    ///
    /// Measures: person-months that purses pay for, of these those paid twice, and what they cost
    /// in whole rupiah. Only what two or more purses pay for has rows.
    package var overlapTable: ResultTable {
        ResultTable("overlap", overlapRows) {
            Key("year", \.year)
            Key("region") { policy.regions[$0.region].code }
            Key("segment") { policy.segments[$0.segment].id.name }
            Key("overlap", \.overlap.rawValue)
            Column("paid_person_months", .personMonth, \.paid)
            Column("twice_person_months", .personMonth, \.twice)
            Column("twice_rp", .rupiah, \.cost)
        }
    }
}
