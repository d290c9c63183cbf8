import Coverage
import Policy
import Quantities

extension BudgetPack {
    /// Simulates a window and cuts the quota of the worlds whose purses cannot pay.
    ///
    /// By heads, the largest `k/K` with `K` the window's largest quota in persons, rounded up; by
    /// months, the largest number of months from the window's start. All worlds are searched at
    /// once: every probe is one simulation of the pack. The search halves an interval, so it relies
    /// on a bill that does not fall as more of the quota is kept.
    ///
    /// Afterwards the segment's record holds the window under the cuts that were found, and its
    /// states stand at the next plan and at the year's end.
    ///
    /// - Parameters:
    ///   - due: the worlds that plan in this window; the others keep their cuts.
    ///   - isFirst: whether the year begins with it.
    /// - Returns: what was found for the worlds that were cut.
    /// - Complexity: at most `log2(K) + 2` simulations of the window.
    func fit(
        _ segment: Int, _ window: BudgetWindow, _ due: WorldSet, _ isFirst: Bool
    ) -> [Bisection] {
        let isReset = lift(segment, window, due)
        if isFirst || isReset || window.next != window.year.upperBound {
            simulate(segment, window)
        } else {
            // The plan before has simulated these months as they still are.
            nexts[segment].copy(ends[segment])
        }
        let rule = budgetPolicies[segment].row(window.start)
        let mayCut = (0..<worldCount).contains { due[$0] && rule[$0] != 0 }
        guard mayCut else { return [] }
        let record = records.row(segment, window.offset * PackRecord.rows)
        pay(segment, window, record)
        var search: [Bisection] = []
        keepRefused(0..<worldCount)
        for world in 0..<worldCount
        where due[world] && rule[world] != 0 && gap.base[world] > BillPack.tolerance {
            let isByMonths = BudgetPolicy(position: rule[world]) == .capMonths
            let steps = isByMonths ? window.months.count : largestQuota(record, window, world)
            search.append(
                Bisection(
                    world: world, isByMonths: isByMonths, low: 0, high: steps, steps: steps))
        }
        if !search.isEmpty { narrow(&search, segment, window) }
        return search
    }

    /// Notes what purses have left, and what nobody pays, in worlds whose bill does not fit.
    private func keepRefused(_ worlds: some Sequence<Int>) {
        for world in worlds {
            for purse in 0..<purses { refused.row(purse)[world] = left.row(purse)[world] }
            refused.row(purses)[world] = gap.base[world]
        }
    }

    /// Takes cuts of the plan before away where a new plan is due; whether there were any. What
    /// January's plan cut, perubahan may find money for.
    private func lift(_ segment: Int, _ window: BudgetWindow, _ due: WorldSet) -> Bool {
        var isReset = false
        let cut = cuts.row(segment, window.start)
        for cell in 0..<window.months.count * worldCount
        where cut[cell] != 1 && due[cell % worldCount] {
            cut[cell] = 1
            isReset = true
        }
        return isReset
    }

    /// Searches until no world has a number left to try, then simulates what was found.
    ///
    /// A world whose search is over keeps its number while others go on, so that how many worlds
    /// are searched together does not matter to any of them.
    private func narrow(_ search: inout [Bisection], _ segment: Int, _ window: BudgetWindow) {
        let cut = cuts.row(segment, window.start)
        while search.contains(where: \.isOpen) {
            candidate.base.update(
                from: cut, count: window.months.count * worldCount)
            for state in search {
                state.apply(state.isOpen ? state.middle : state.low, window, candidate.base)
            }
            probe.copy(starts[segment])
            segments[segment].advance(
                probe, window.months, cut: candidate.base, record: probeRecord.base)
            pay(segment, window, probeRecord.base)
            for position in search.indices where search[position].isOpen {
                let world = search[position].world
                let fits = gap.base[world] <= BillPack.tolerance
                if !fits { keepRefused([world]) }
                search[position].narrow(fits: fits)
            }
        }
        for state in search { state.apply(state.low, window, cut) }
        simulate(segment, window)
    }

    /// Finds the gap of a simulated window out of what purses offer.
    ///
    /// Nothing is promised by it: `available` stays as it is.
    private func pay(
        _ segment: Int, _ window: BudgetWindow, _ record: UnsafePointer<Double>
    ) {
        left.copy(offered)
        bills[segment].settle(
            window.months, record: record, shares: shares, matches: matches, available: left,
            payments: nil, gap: gap)
    }

    /// Lets a window's months happen under its cut; notes where people stand at the next plan.
    ///
    /// In two parts, up to the next plan and from there to December: the bill is that of the whole
    /// window, but only the first part happens under this plan.
    private func simulate(_ segment: Int, _ window: BudgetWindow) {
        func advance(_ months: Range<Int>, to state: PackState) {
            if !months.isEmpty {
                segments[segment].advance(
                    probe, months, cut: cuts.row(segment, months.lowerBound),
                    record: records.row(
                        segment, (months.lowerBound - window.year.lowerBound) * PackRecord.rows))
            }
            state.copy(probe)
        }
        probe.copy(starts[segment])
        advance(window.start..<window.next, to: nexts[segment])
        advance(window.next..<window.year.upperBound, to: ends[segment])
    }

    /// `K`: the window's largest quota in persons, rounded up, so that one step is at most one
    /// person.
    private func largestQuota(
        _ record: UnsafePointer<Double>, _ window: BudgetWindow, _ world: Int
    ) -> Int {
        let quotas = window.months.map { month in
            let row = (month - window.start) * PackRecord.rows + PackRecord.quota
            return record[row * worldCount + world]
        }
        return Int((quotas.max() ?? 0).settled.rounded(.up))
    }
}

/// Some of the eight worlds of a pack.
struct WorldSet: Equatable {
    private var bits: UInt8

    static let all = WorldSet(bits: 0xFF)
    static let none = WorldSet(bits: 0)

    private init(bits: UInt8) { self.bits = bits }

    /// The worlds for which something holds.
    init(where holds: (Int) -> Bool) {
        bits = 0
        for world in 0..<worldCount where holds(world) { bits |= 1 << UInt8(world) }
    }

    subscript(world: Int) -> Bool { bits >> UInt8(world) & 1 != 0 }
}

/// The months that one plan is made for.
///
///     2026, perubahan in October    year 0..<12
///     January's plan                start 0, next 9, months 0..<12
///     October's plan                start 9, next 12, months 9..<12
struct BudgetWindow {
    let year: Range<Int>
    let start: Int
    let next: Int

    var months: Range<Int> { start..<year.upperBound }
    /// Months of the year before the plan.
    var offset: Int { start - year.lowerBound }
}

/// A search for the largest whole number that fits; `low` is known to fit, `high` not to.
///
/// A quota of 1,000 persons takes ten steps.
struct Bisection {
    let world: Int
    /// Whether months are cut, and not heads.
    let isByMonths: Bool
    /// The largest number known to fit; zero does, since it funds nobody.
    var low: Int
    /// The smallest number known not to fit.
    var high: Int
    /// What stands for no cut.
    let steps: Int

    /// Whether a number between the two is left to try. Once it is not, `low` is the answer.
    var isOpen: Bool { high - low > 1 }
    var middle: Int { (low + high) / 2 }

    mutating func narrow(fits: Bool) {
        if fits { low = middle } else { high = middle }
    }

    /// Writes the factors that `found` persons or months mean, one world's in each month. By heads
    /// `found / K` in every month, by months 1 in the first `found` and 0 after.
    ///
    /// - Parameter factors: `[months][8]` of the window.
    func apply(
        _ found: Int, _ window: BudgetWindow, _ factors: UnsafeMutablePointer<Double>
    ) {
        for month in 0..<window.months.count {
            factors[month * worldCount + world] =
                isByMonths ? (month < found ? 1 : 0) : Double(found) / Double(max(1, steps))
        }
    }
}
