import Coverage
import Policy
import Quantities

/// Section 6 of the model once more, for one region, by plain loops and exhaustive search.
///
/// Uses the projection of a segment under given factors, and nothing of the budget code.
struct PlainBudget {
    let fixture: BudgetFixture
    let region: Int
    private let policy: ResolvedPolicy
    private let models: [SegmentModel]
    /// By segment, then month.
    private(set) var factors: [[Double]]
    /// By segment: how many heads or months the last plan of each window keeps, and of how many.
    private(set) var kept: [[(window: Int, count: Int, of: Int)]]
    /// By month, then purse; the last column is the gap. Rupiah.
    private(set) var paid: [[Double]]

    init(_ fixture: BudgetFixture, region: Int) throws {
        self.fixture = fixture
        self.region = region
        policy = try fixture.policy()
        let policy = policy
        models = try policy.segments.map { try SegmentModel(policy, $0.id) }
        factors = models.map { _ in Array(repeating: 1, count: policy.monthCount) }
        kept = models.map { _ in [] }
        paid = Array(
            repeating: Array(repeating: 0, count: policy.purses.count + 1),
            count: policy.monthCount)
    }

    private var code: RegionCode { policy.regions[region] }

    private func calendar(_ month: Int) -> Month {
        policy.horizon.lowerBound.advanced(by: month)
    }

    mutating func run() {
        for start in 0..<policy.monthCount {
            let month = calendar(start)
            let revision = Int(policy.timeline(Parameters.revisionMonth, code)[month])
            if start == 0 || month.isJanuary || month.monthOfYear == revision { plan(start) }
        }
    }

    private mutating func plan(_ start: Int) {
        let year = calendar(start).year
        let window = (start..<policy.monthCount).filter { calendar($0).year == year }
        var left = policy.purses.enumerated().map { position, purse in
            let ceiling = ceiling(of: purse.id, calendar(start))
            let spent = (0..<start).filter { calendar($0).year == year }
                .reduce(0) { $0 + paid[$1][position] }
            return max(0, ceiling.rounded() - spent)
        }
        for month in window { paid[month] = paid[month].map { _ in 0 } }
        // Cuts go by reverse priority: below a segment that is cut, nothing is left in its purses.
        var closed: Set<Int> = []
        for segment in models.indices {
            var offered = left
            if rule(segment, window) != .report { for purse in closed { offered[purse] = 0 } }
            let before = offered
            let isCut = choose(segment, window, offered)
            let exposure = exposures(segment, factors[segment])
            for month in window {
                let parts = pay(segment, month, exposure[month], &offered)
                for (bearer, part) in parts.enumerated() { paid[month][bearer] += part }
            }
            for purse in left.indices {
                if isCut, offered[purse] < before[purse] { closed.insert(purse) }
                left[purse] -= before[purse] - offered[purse]
            }
        }
    }

    private func ceiling(of purse: PurseID, _ month: Month) -> Double {
        func value(_ key: ParameterKey<Double>) -> Double {
            policy.timeline(key, purse, code)[month]
        }
        return value(Parameters.ceiling)
            + value(Parameters.revenueShare) * value(Parameters.purseRevenue)
    }

    private func rule(_ segment: Int, _ window: [Int]) -> BudgetPolicy {
        let id = policy.segments[segment].id
        return policy.timeline(Parameters.budgetPolicy, id, code)[calendar(window[0])]
    }

    /// Tries every count from the whole quota down until the bill fits; whether it had to.
    private mutating func choose(_ segment: Int, _ window: [Int], _ left: [Double]) -> Bool {
        let rule = rule(segment, window)
        for month in window { factors[segment][month] = 1 }
        guard rule != .report, gap(segment, window, left) > 1e-3 else { return false }
        let quotas = records(segment, factors[segment]).map { $0.quota[region] }
        let most =
            rule == .capMonths
            ? window.count : Int((window.map { quotas[$0] }.max() ?? 0).rounded(.up))
        for count in stride(from: most - 1, through: 0, by: -1) {
            for (position, month) in window.enumerated() {
                factors[segment][month] =
                    rule == .capMonths
                    ? (position < count ? 1 : 0) : Double(count) / Double(most)
            }
            if gap(segment, window, left) <= 1e-3 {
                kept[segment].append((window[0], count, most))
                return true
            }
        }
        return true
    }

    private func gap(_ segment: Int, _ window: [Int], _ left: [Double]) -> Double {
        var left = left
        let exposure = exposures(segment, factors[segment])
        return window.reduce(0) { sum, month in
            sum + (pay(segment, month, exposure[month], &left).last ?? 0)
        }
    }

    private func records(_ segment: Int, _ factors: [Double]) -> MonthRecords {
        var cut = QuotaReduction(months: policy.monthCount, regions: policy.regions.count)
        for (month, factor) in factors.enumerated() { cut[month, region] = factor }
        return models[segment].projected(cut: cut).months
    }

    private func exposures(_ segment: Int, _ factors: [Double]) -> [Double] {
        records(segment, factors).map { $0.exposure(Status.publiclyFunded, region: region) }
    }

    /// What each purse pays of a month's bill, and the gap.
    private func pay(
        _ segment: Int, _ month: Int, _ persons: Double, _ left: inout [Double]
    ) -> [Double] {
        let id = policy.segments[segment].id
        let date = calendar(month)
        let route = policy.timeline(Parameters.route, id, code)[date]
        let named = policy.timeline(Parameters.fundingPurses, id, code)[date]
        var order = policy.purses.indices.filter { purse in
            policy.purses[purse].segments.map { $0.contains(id) } ?? true
        }
        if !named.isEmpty {
            order = named.compactMap { name in
                order.first { policy.purses[$0].id == name }
            }
        }
        var parts = Array(repeating: 0.0, count: left.count + 1)
        for programme in policy.timeline(Parameters.programmes, id, code)[date] {
            var unpaid = persons
            var costs: [PurseID: Double] = [:]
            for purse in order {
                let source = policy.purses[purse]
                guard source.programmes.contains(programme) else { continue }
                let price = Double(BudgetFixture.price(programme, source.payer, route).amount)
                let share = policy.timeline(Parameters.purseShare, source.id, code)[date]
                let match = policy.timeline(Parameters.purseMatch, source.id, code)[date]
                var take = min(unpaid, share * persons, left[purse] / price)
                if match > 0, let partner = source.matches {
                    take = min(take, match * (costs[partner] ?? 0) / price)
                }
                costs[source.id] = take * price
                unpaid -= take
                left[purse] = max(0, left[purse] - take * price)
                parts[purse] += take * price
            }
            let payer = policy.payer(policy.timeline(Parameters.gapPayer, id, code)[date])
            parts[left.count] +=
                unpaid * Double(BudgetFixture.price(programme, payer, route).amount)
        }
        return parts
    }
}
