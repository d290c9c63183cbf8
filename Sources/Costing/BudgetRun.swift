import Coverage
import Policy
import Quantities

/// A projection that its purses pay for: budget windows planned one after another.
///
/// In January a year is planned against the murni ceilings, from the perubahan month on what is
/// left of the year against what is left of the revised ones. In each window the segments take
/// their turn in order of priority: the quota is kept (`report`) or cut (`cap`), the window is
/// simulated and its bill reserved. Then the months up to the next plan happen and are paid.
///
/// Regions plan apart, each in its own perubahan month and out of its own purses; they share the
/// segment's matrix, since each probe simulates all regions at once.
///
/// - Complexity: with cuts, about log2(largest quota) simulations of a window for each segment and
///   plan; without, one.
public struct BudgetRun: Sendable {
    /// What happened to people, cuts included.
    public let projection: Projection
    /// What purses paid and what none of them did, before rounding.
    let charges: [Charge]
    /// The prices that the bills were made of.
    public let tariffs: TariffBook

    /// Projects and pays a policy. In debug builds the projection's balance is checked too.
    ///
    /// - Throws: ``CoverageFault``, or what `pricing` throws.
    public init(_ policy: ResolvedPolicy, pricing: ContributionPricing) throws {
        let tariffs = try TariffBook(policy, pricing: pricing)
        let settlement = Settlement(rules: PurseRules(policy), tariffs: tariffs)
        var planner = BudgetPlanner(
            settlement: settlement,
            segments: try policy.segments.map { try SegmentModel(policy, $0.id) })
        planner.run()
        projection = Projection(policy: policy, segments: planner.projections)
        charges = planner.charges
        self.tariffs = tariffs
        #if DEBUG
            try projection.checkBalance()
        #endif
    }
}

/// Walks the budget windows: plan, let the months up to the next plan happen, plan again.
private struct BudgetPlanner {
    /// Pays bills out of purses.
    let settlement: Settlement
    /// By segment, highest priority first.
    private let models: [SegmentModel]
    /// By segment: where each stands, at the start of the next month to happen.
    private var simulations: [SegmentSimulation]
    /// By segment: the factors planned so far.
    private var cuts: [QuotaCut]
    /// By segment: the months that have happened.
    private var records: [[MonthRecord]]
    /// What was paid for the months that have happened, and their gaps.
    private(set) var charges: [Charge] = []
    /// By region and purse: rupiah spent in the current year.
    private var spent: [[Double]]
    /// By segment: parts of the current plan, by region. Those of months that have not happened
    /// yet are dropped when a new plan replaces it.
    private var planned: [[[Charge]]]
    /// By region: the month in which APBD perubahan takes effect.
    private let revisionMonths: [Timeline<Double>]
    /// By segment and region: what happens when the bill exceeds what purses have.
    private let budgetPolicies: [[Timeline<BudgetPolicy>]]

    private var policy: ResolvedPolicy { settlement.rules.policy }

    init(settlement: Settlement, segments: [SegmentModel]) {
        self.settlement = settlement
        models = segments
        let policy = settlement.rules.policy
        let regions = policy.regions.count
        simulations = segments.map(SegmentSimulation.init)
        cuts = segments.map { _ in QuotaCut(months: policy.monthCount, regions: regions) }
        records = segments.map { _ in [] }
        spent = policy.regions.map { _ in policy.fundingSources.map { _ in 0 } }
        planned = segments.map { _ in Array(repeating: [], count: regions) }
        revisionMonths = policy.regions.map { policy.timeline(Parameters.revisionMonth, $0) }
        budgetPolicies = policy.segments.map { segment in
            policy.regions.map { policy.timeline(Parameters.budgetPolicy, segment.id, $0) }
        }
    }

    /// The segments as they went, after ``run()``.
    var projections: [SegmentProjection] {
        models.indices.map { segment in
            SegmentProjection(
                segment: models[segment].segment, months: records[segment],
                closing: simulations[segment].closing(), cut: cuts[segment])
        }
    }

    /// Goes through the horizon from plan to plan.
    mutating func run() {
        var start = 0
        for (index, month) in policy.horizon.enumerated() {
            let due = regionsDue(month, isFirst: index == 0)
            guard due.contains(true) else { continue }
            if index > start { happen(start..<index) }
            if index == 0 || month.isJanuary { forgetSpending() }
            start = index
            plan(start, due)
        }
        happen(start..<policy.monthCount)
    }

    /// The regions that plan in a month: all in January, each in its own perubahan month.
    private func regionsDue(_ month: Month, isFirst: Bool) -> [Bool] {
        revisionMonths.map { revision in
            isFirst || month.isJanuary || Int(revision[month]) == month.monthOfYear
        }
    }

    /// A budget year opens: ceilings are those of the new year, and nothing is spent of them.
    private mutating func forgetSpending() {
        for region in spent.indices {
            for purse in spent[region].indices { spent[region][purse] = 0 }
        }
    }

    /// Plans from a month to December for the regions that are due.
    ///
    /// Segments take their turn in order of priority. What the purses have is
    ///
    ///     available = max(0, ceiling in the plan's month - spent in the year)
    ///
    /// less what the segments before were promised. A purse that a cut segment drew on is closed
    /// to cut segments of lower priority: they would be cut to nothing before it was cut at all.
    private mutating func plan(_ start: Int, _ due: [Bool]) {
        let first = policy.horizon.lowerBound.advanced(by: start)
        let window = start..<min(policy.monthCount, start + 13 - first.monthOfYear)
        var available = policy.regions.indices.map { region in
            zip(settlement.rules.ceilings(region: region, month: start), spent[region]).map {
                max(0, $0 - $1)
            }
        }
        // Purses that a cut segment drew on: the segments below it were cut to nothing there first.
        var closed = available.map { $0.map { _ in false } }
        for segment in models.indices {
            let rules = budgetPolicies[segment].map { $0[first] }
            var offered = available
            for region in due.indices where rules[region] != .report {
                for purse in closed[region].indices where closed[region][purse] {
                    offered[region][purse] = 0
                }
            }
            let fit = CeilingFit(
                settlement: settlement, segment: segment, window: window, available: offered,
                policies: rules, isPlanned: due)
            let fitted = fit.fitted(cuts[segment], from: simulations[segment])
            cuts[segment] = fitted.cut
            for region in due.indices where due[region] {
                let parts = reserve(fit, fitted.trial, region, &available[region])
                planned[segment][region] = parts
                guard fitted.isCut[region] else { continue }
                for case .purse(let purse) in parts.map(\.bearer) { closed[region][purse] = true }
            }
        }
    }

    /// The parts of a planned window's bill; what purses pay of it is no longer available. The
    /// bill of the whole window is promised, so a later segment cannot spend December's money in
    /// June.
    private func reserve(
        _ fit: CeilingFit, _ trial: CeilingFit.Trial, _ region: Int, _ available: inout [Double]
    ) -> [Charge] {
        var parts: [Charge] = []
        var left = fit.available[region]
        _ = settlement.pay(
            segment: fit.segment, region: region, months: fit.window,
            exposure: { fit.exposure(trial, $0, region) },
            available: &left, charges: { parts.append($0) })
        for purse in left.indices { available[purse] -= fit.available[region][purse] - left[purse] }
        return parts
    }

    /// Lets months happen as planned and books what was paid for them. Only charges of the months
    /// that happened count as spent; the plan's other months may be replaced.
    private mutating func happen(_ months: Range<Int>) {
        for segment in models.indices {
            for month in months {
                let cut = policy.regions.indices.map { cuts[segment][month, $0] }
                records[segment].append(simulations[segment].advance(cut: cut))
            }
            for region in policy.regions.indices {
                for charge in planned[segment][region] where months.contains(charge.month) {
                    charges.append(charge)
                    if case .purse(let purse) = charge.bearer {
                        spent[region][purse] += charge.amount.amount
                    }
                }
            }
        }
    }
}
