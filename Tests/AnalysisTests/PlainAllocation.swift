import Policy
import Quantities

@testable import Analysis

/// Allocation over again, as plainly as it can be said: what may be done, and the best of it by
/// trying everything.
struct PlainAllocation {
    let problem: AllocationProblem

    /// Persons of a purse or all purses in some cells.
    func persons(
        _ plan: [Double], year: Int, regions: [Int], segments: [Int], purse: Int? = nil
    ) -> Double {
        zip(problem.options, plan).reduce(0) { sum, pair in
            let option = pair.0
            let counts =
                option.year == year && regions.contains(option.region)
                && segments.contains(option.segment) && (purse == nil || option.purse == purse)
            return counts ? sum + pair.1 : sum
        }
    }

    /// Rupiah of a purse, or of all.
    func rupiah(
        _ plan: [Double], year: Int, regions: [Int], segments: [Int], purse: Int? = nil
    ) -> Double {
        zip(problem.options, plan).reduce(0) { sum, pair in
            let option = pair.0
            let counts =
                option.year == year && regions.contains(option.region)
                && segments.contains(option.segment) && (purse == nil || option.purse == purse)
            return counts ? sum + pair.1 * option.price : sum
        }
    }

    private var allSegments: [Int] { Array(problem.data.segments.indices) }
    private var allRegions: [Int] { Array(problem.data.regions.indices) }

    /// Whether no purse is overspent and nobody is paid for who is not eligible.
    func keepsMoneyAndPeople(_ plan: [Double]) -> Bool {
        let data = problem.data
        for year in data.years.indices {
            for purse in data.purses.indices {
                let groups = problem.pooled.contains(purse) ? [allRegions] : allRegions.map { [$0] }
                for group in groups {
                    let ceiling = group.reduce(0) {
                        $0 + data.ceilings[purse][data.place(year, $1)]
                    }
                    let spent = rupiah(
                        plan, year: year, regions: group, segments: allSegments, purse: purse)
                    if spent > ceiling { return false }
                }
            }
            for region in allRegions {
                for segment in allSegments {
                    let sum = persons(plan, year: year, regions: [region], segments: [segment])
                    if sum > data.eligible[data.cell(year, region, segment)] { return false }
                }
            }
        }
        return true
    }

    /// Whether a plan keeps the parts of bills that purses pay, the coverage path and all rules.
    func keepsRules(_ plan: [Double]) -> Bool {
        let data = problem.data
        for (option, count) in zip(problem.options, plan) {
            let share = data.shares[option.purse][data.place(option.year, option.region)]
            let bill = rupiah(
                plan, year: option.year, regions: [option.region], segments: [option.segment])
            if count * option.price > share * bill + 1e-6 { return false }
            let match = data.matches[option.purse][data.place(option.year, option.region)]
            guard match > 0, let partner = data.partners[option.purse] else { continue }
            let partners = rupiah(
                plan, year: option.year, regions: [option.region], segments: [option.segment],
                purse: partner)
            if count * option.price > match * partners + 1e-6 { return false }
        }
        for (year, share) in problem.coverage {
            let covered = allRegions.reduce(0) { $0 + data.protected[data.place(year, $1)] }
            let workers = allRegions.reduce(0) { $0 + data.workers[data.place(year, $1)] }
            let paid = persons(plan, year: year, regions: allRegions, segments: allSegments)
            if covered + paid < share * workers - 1e-9 { return false }
        }
        return problem.rules.allSatisfy { keeps($0, plan) }
    }

    private func keeps(_ rule: AllocationRule, _ plan: [Double]) -> Bool {
        let regionGroups = rule.addsRegions ? [rule.regions] : rule.regions.map { [$0] }
        let segmentGroups = rule.addsSegments ? [rule.segments] : rule.segments.map { [$0] }
        return rule.years.allSatisfy { year in
            regionGroups.allSatisfy { regions in
                switch rule.demand {
                case .earmark(let purse, let side, let share):
                    let spent = rupiah(
                        plan, year: year, regions: regions, segments: allSegments, purse: purse)
                    let meant = rupiah(
                        plan, year: year, regions: regions, segments: rule.segments, purse: purse)
                    return lies(meant, side, share * spent)
                case .equity(let part):
                    return regions.allSatisfy { isFair(plan, year, $0, part) }
                default:
                    return segmentGroups.allSatisfy { keeps(rule, plan, year, regions, $0) }
                }
            }
        }
    }

    private func keeps(
        _ rule: AllocationRule, _ plan: [Double], _ year: Int, _ regions: [Int], _ segments: [Int]
    ) -> Bool {
        let now = persons(plan, year: year, regions: regions, segments: segments)
        switch rule.demand {
        case .share(let side, let share):
            let eligible = regions.reduce(0.0) { sum, region in
                segments.reduce(sum) {
                    $0 + problem.data.eligible[problem.data.cell(year, region, $1)]
                }
            }
            return lies(now, side, share * eligible)
        case .persons(let side, let count): return lies(now, side, count)
        case .growth(let side, let growth):
            guard year > 0 else { return true }
            let before = persons(plan, year: year - 1, regions: regions, segments: segments)
            return lies(now, side, (1 + growth) * before)
        default: return true
        }
    }

    private func isFair(_ plan: [Double], _ year: Int, _ region: Int, _ part: Double) -> Bool {
        let data = problem.data
        func coverage(_ regions: [Int]) -> Double {
            let workers = regions.reduce(0) { $0 + data.workers[data.place(year, $1)] }
            let others = regions.reduce(0) { $0 + data.protected[data.place(year, $1)] }
            let paid = persons(plan, year: year, regions: regions, segments: allSegments)
            return (others + paid) / workers
        }
        return coverage([region]) >= part * coverage(allRegions) - 1e-9
    }

    private func lies(_ value: Double, _ side: AllocationRule.Side, _ bound: Double) -> Bool {
        side == .atLeast ? value >= bound - 1e-9 : value <= bound + 1e-9
    }

    /// The best of all plans in whole persons, by trying every one; nil where none keeps all rules.
    func best() -> Double? {
        var best: Double?
        var plan = Array(repeating: 0.0, count: problem.options.count)
        let mostPersons = problem.options.map { problem.data.eligible[$0.cell].rounded(.down) }
        func visit(_ option: Int) {
            guard option < plan.count else {
                guard keepsRules(plan) else { return }
                let total = problem.total(plan)
                let isBetter = best.map { problem.objective == .cost ? total < $0 : total > $0 }
                if isBetter ?? true { best = total }
                return
            }
            var count = 0.0
            while count <= mostPersons[option] {
                plan[option] = count
                guard keepsMoneyAndPeople(plan) else { break }
                visit(option + 1)
                count += 1
            }
            plan[option] = 0
        }
        visit(0)
        return best
    }

    /// Every plan in whole persons that keeps everything.
    func plans() -> [[Double]] {
        var (found, plan) = ([[Double]](), problem.options.map { _ in 0.0 })
        func visit(_ option: Int) {
            guard option < plan.count else {
                if keepsRules(plan) { found.append(plan) }
                return
            }
            let most = problem.data.eligible[problem.options[option].cell]
            for count in stride(from: 0, through: most, by: 1) {
                plan[option] = count
                guard keepsMoneyAndPeople(plan) else { break }
                visit(option + 1)
            }
            plan[option] = 0
        }
        visit(0)
        return found
    }
}
