import Costing
import Policy
import Quantities

extension ScenarioResult {
    /// The first budget year, by position, in which two scenarios come to different figures; nil
    /// where they never do.
    ///
    /// Compared are all figures of every segment, and what each purse pays: scenarios that differ
    /// only in who pays differ. Numbers that agree to 1e-9 of the larger one are equal. Scenarios
    /// of other segments are compared in total.
    package func firstDifference(from other: ScenarioResult) -> Int? {
        let (mine, theirs) = (paidByPurseAndYear, other.paidByPurseAndYear)
        return summary.years.indices.first { year in
            let number = summary.years[year]
            return differs(from: other, in: year) || mine[number] != theirs[number]
        }
    }

    private func differs(from other: ScenarioResult, in year: Int) -> Bool {
        let names = policy.segments.map(\.id)
        let isSame = names == other.policy.segments.map(\.id)
        let segments: [Int?] = isSame ? policy.segments.indices.map { $0 } : [nil]
        return Measure.allCases.contains { measure in
            segments.contains { segment in
                let value = summary.total(measure, year: year, segment: segment)
                let base = other.summary.total(measure, year: year, segment: segment)
                return abs(value - base) > 1e-9 * max(abs(value), abs(base))
            }
        }
    }

    /// What each purse pays, and the gap, over all regions: by year, then by name; nothing for a
    /// purse that pays nothing.
    package var paidByPurseAndYear: [Int: [String: Rupiah]] {
        var paid: [Int: [String: Rupiah]] = [:]
        let bearers = policy.purses.indices.map(Bearer.purse) + [.gap]
        for (place, bearer) in bearers.enumerated() {
            let name = costs.name(of: bearer)
            for (year, number) in summary.years.enumerated() {
                let amount = policy.regions.indices.reduce(Rupiah.zero) {
                    $0 + costs.paid(year: year, region: $1, purse: place)
                }
                guard amount != .zero else { continue }
                paid[number, default: [:]][name, default: .zero] += amount
            }
        }
        return paid
    }
}

/// For how many people purses pay in a year, and for how long.
///
///     months  = funded person-months / persons
///     persons = sum over regions of person-months / months in which any purse pays
package struct PaidSpan: Sendable, Equatable {
    /// In a month with payments, on average.
    package let persons: Double
    /// How many of the twelve have payments, by person.
    package let months: Double
}

extension ScenarioResult {
    /// How many people purses pay for and in how many months, by segment, in a year by position.
    package func paidSpans(year: Int) -> [PaidSpan] {
        let number = summary.years[year]
        let regions = policy.regions.count
        var months = Array(repeating: Set<Int>(), count: policy.segments.count * regions)
        for entry in costs.entries {
            guard case .purse = entry.bearer, costs.month(of: entry).year == number else {
                continue
            }
            months[entry.segment * regions + entry.region].insert(entry.month)
        }
        return policy.segments.indices.map { segment in
            var (all, persons) = (0.0, 0.0)
            for region in 0..<regions {
                let count = months[segment * regions + region].count
                guard count > 0 else { continue }
                let personMonths = summary[.fundedPersonMonths, year, region, segment]
                all += personMonths
                persons += personMonths / Double(count)
            }
            return PaidSpan(persons: persons, months: persons > 0 ? all / persons : 0)
        }
    }
}
