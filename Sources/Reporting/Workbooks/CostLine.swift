import Analysis
import Costing
import Policy
import Quantities

/// A line of the cost sheet: what one purse pays of one programme for one segment in a year.
struct CostLine {
    /// By position among the results.
    let scenario: Int
    let year: Int
    let segment: Phrase
    /// The purse, or nobody.
    let purse: Phrase
    let programme: Programme
    let personMonths: Double
    let cost: Rupiah

    /// All lines of the public bill, in the order of scenarios, years, segments, purses.
    static func lines(_ results: [ScenarioResult]) -> [CostLine] {
        results.enumerated().flatMap { scenario, result in lines(result, scenario) }
    }

    private struct Place: Hashable {
        let year: Int
        let segment: Int
        /// Of purses; the gap after all of them.
        let bearer: Int
        let programme: Programme
    }

    private static func lines(_ result: ScenarioResult, _ scenario: Int) -> [CostLine] {
        let purses = result.policy.purses
        var sums: [Place: (personMonths: Double, cost: Rupiah)] = [:]
        for entry in result.costs.entries where entry.bearer.isPublic {
            let bearer = if case .purse(let purse) = entry.bearer { purse } else { purses.count }
            let place = Place(
                year: result.costs.month(of: entry).year, segment: entry.segment, bearer: bearer,
                programme: entry.programme)
            let known = sums[place] ?? (0, .zero)
            sums[place] = (known.personMonths + entry.personMonths, known.cost + entry.cost)
        }
        let sorted = sums.filter { $0.value.cost != .zero }.sorted { a, b in
            let (p, q) = (a.key, b.key)
            return (p.year, p.segment, p.bearer, p.programme.position)
                < (q.year, q.segment, q.bearer, q.programme.position)
        }
        return sorted.map { place, sum in
            CostLine(
                scenario: scenario, year: place.year,
                segment: result.policy.segments[place.segment].name,
                purse: place.bearer < purses.count ? purses[place.bearer].name : Phrase.unfunded,
                programme: place.programme, personMonths: sum.personMonths, cost: sum.cost)
        }
    }

    /// The contribution of a person-month, in the fewest decimals that give the cost when they are
    /// multiplied and rounded: the tariff of the law where it is one for all of the line.
    var contribution: Double {
        guard personMonths > 0 else { return Double(cost.amount) }
        let exact = Double(cost.amount) / personMonths
        var scale = 1.0
        for _ in 0...6 {
            let short = (exact * scale).rounded() / scale
            if (short * personMonths).rounded() == Double(cost.amount) { return short }
            scale *= 10
        }
        return exact
    }
}
