import Analysis
import Costing
import Coverage
import Formats
import Policy
import Quantities

/// A row of a table of what was paid.
struct RealisationRow {
    /// The region and segment that were paid for.
    let place: StageAccount.Place
    /// The purse that paid, by its identifier.
    let purse: String
    /// Whole rupiah paid in the year.
    let amount: Rupiah
    /// Persons that were paid for.
    let persons: Double
    /// Months that were paid for, over all persons.
    let personMonths: Double
    /// Where the row stands, for faults.
    let position: Position
}

/// Holds what was paid against the plan before it: people, prices and ceilings that no plan has.
///
/// All are warnings. A plan may be wrong and the payment right; a slip of unit or of a column is
/// likelier.
struct RealisationCheck {
    /// The last stage before realisation.
    let plan: ScenarioResult
    /// The budget year.
    let year: Int
    /// Names regions.
    let regions: RegionTable

    /// How far a price may be from the tariff: cents of rounding on the fixed route, and wages that
    /// are not as planned on the other.
    private static let slack = (fixed: 1.005, wages: 3.0)

    /// Notes everything unlikely, each at the first row of its segment or purse.
    func warn(
        _ session: ReadingSession, _ rows: [RealisationRow], _ parts: [StageAccount.Part]
    ) {
        for part in parts {
            guard let row = rows.first(where: { $0.place == part.place }) else { continue }
            if let message = doubt(part) {
                session.warn(row.position, message, hint: Phrase.realisationDoubtHint)
            }
        }
        for (row, paid, ceiling) in overspent(rows) {
            session.warn(
                row.position,
                Phrase.paidAboveCeiling(
                    row.purse, regions.name(of: row.place.region), paid, ceiling),
                hint: Phrase.realisationDoubtHint)
        }
    }

    /// What is unlikely about one segment of a region; nil where nothing is.
    private func doubt(_ part: StageAccount.Part) -> Phrase? {
        let policy = plan.policy
        guard let region = policy.regions.firstIndex(of: part.place.region),
            let segment = policy.segments.firstIndex(where: { $0.id.name == part.place.segment })
        else { return Phrase.notInPlan(part.place) }
        let workers =
            plan.projection.segments[segment].months.indices.map {
                plan.projection.segments[segment].months[$0]
                    .exposure(Status.allCases, region: region)
            }.max() ?? 0
        if part.persons > workers * (1 + Tolerance.relative) {
            return Phrase.paidAboveWorkers(part.place, part.persons, workers)
        }
        guard part.personMonths > 0 else { return nil }
        let price = Double(part.bill.amount) / part.personMonths
        guard let tariff = tariff(segment, region),
            !tariff.accepted.contains(price)
        else { return nil }
        return Phrase.oddPrice(part.place, price, tariff.prices)
    }

    /// The lowest and highest price of a person-month in the year over all payers of the plan, and
    /// what is accepted of a table; nil where the law has none.
    private func tariff(
        _ segment: Int, _ region: Int
    ) -> (prices: ClosedRange<Double>, accepted: ClosedRange<Double>)? {
        let policy = plan.policy
        guard let book = try? TariffBook(policy, pricing: plan.pricing.pricing) else { return nil }
        let payers = Set(policy.fundingSources.map(\.payer) + [.apbd])
        let months = policy.horizon.enumerated().filter { $0.element.year == year }.map(\.offset)
        let prices = months.flatMap { month in
            payers.map { payer in
                book.contributions(segment: segment, region: region, month: month, payer: payer)
                    .reduce(0.0) { $0 + $1.expected.amount }
            }
        }
        guard let low = prices.min(), let high = prices.max(), low > 0 else { return nil }
        let routes = policy.timeline(
            Parameters.route, policy.segments[segment].id, policy.regions[region])
        let isFixed = routes.steps.allSatisfy { $0.value == .bpu }
        let slack = isFixed ? Self.slack.fixed : Self.slack.wages
        return (low...high, low / slack...high * slack)
    }

    /// The purses that paid more than their ceiling of a region and year, at their first row.
    private func overspent(
        _ rows: [RealisationRow]
    ) -> [(row: RealisationRow, paid: Rupiah, ceiling: Rupiah)] {
        var found: [(RealisationRow, Rupiah, Rupiah)] = []
        var seen: Set<[String]> = []
        for row in rows
        where row.purse != StageAccount.gap
            && seen.insert([row.purse, row.place.region.code]).inserted
        {
            let paid = rows.filter { $0.purse == row.purse && $0.place.region == row.place.region }
                .reduce(Rupiah.zero) { $0 + $1.amount }
            let ceiling =
                plan.purseRows.first {
                    $0.year == year && plan.costs.name(of: $0.bearer) == row.purse
                        && plan.policy.regions[$0.region] == row.place.region
                }?.closing ?? .zero
            if paid > ceiling { found.append((row, paid, ceiling)) }
        }
        return found
    }
}
