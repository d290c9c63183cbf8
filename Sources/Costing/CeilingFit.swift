import Coverage
import Policy
import Quantities

/// Finds how far a segment's quota must be cut in a budget window so that its purses can pay.
///
/// By heads, the largest `k/K` with `K` the window's largest quota in persons, rounded up; by
/// months, the largest number of months from the window's start. All regions are searched at once,
/// since each has its own purses: every probe is one simulation of the segment's matrix.
///
/// The search halves an interval, so it relies on a bill that does not fall as more of the quota
/// is kept.
///
/// - Complexity: O(log K) simulations of the window, `K` being at most 12 by months.
struct CeilingFit {
    /// Pays a trial's bills.
    let settlement: Settlement
    /// Position in the scenario's segments.
    let segment: Int
    /// Months from the window's start to December.
    let window: Range<Int>
    /// By region: what each purse has left for this segment.
    let available: [[Double]]
    /// By region: whether the quota is kept, or cut by heads or by months.
    let policies: [BudgetPolicy]
    /// Regions whose plan is made now; the others keep their cut.
    let isPlanned: [Bool]

    /// A simulated window.
    struct Trial {
        /// The segment at the end of the window.
        let simulation: SegmentSimulation
        /// The window's months.
        let records: [MonthRecord]
    }

    /// The cut with the window's factors set, the window simulated under it, and which regions
    /// were cut.
    ///
    /// The window is first tried without a cut; only regions whose bill does not fit are searched.
    /// Those whose search is over stay at what they found while others go on.
    func fitted(
        _ cut: QuotaCut, from start: SegmentSimulation
    ) -> (cut: QuotaCut, trial: Trial, isCut: [Bool]) {
        var whole = cut
        for region in isPlanned.indices where isPlanned[region] {
            for month in window { whole[month, region] = 1 }
        }
        let uncut = run(start, whole)
        var search = isPlanned.indices.map { region -> Bisection? in
            guard isPlanned[region], policies[region] != .report, !fits(uncut, region) else {
                return nil
            }
            let steps =
                policies[region] == .capMonths ? window.count : largestQuota(uncut, region)
            return Bisection(low: 0, high: steps, steps: steps)
        }
        let isCut = search.map { $0 != nil }
        guard isCut.contains(true) else { return (whole, uncut, isCut) }
        while search.contains(where: { $0?.isOpen ?? false }) {
            var candidate = whole
            for (region, state) in search.enumerated() {
                if let state {
                    apply(state.isOpen ? state.middle : state.low, state, region, &candidate)
                }
            }
            let trial = run(start, candidate)
            for region in search.indices where search[region]?.isOpen ?? false {
                search[region]?.narrow(fits: fits(trial, region))
            }
        }
        for (region, state) in search.enumerated() {
            if let state { apply(state.low, state, region, &whole) }
        }
        return (whole, run(start, whole), isCut)
    }

    /// Lets the window's months happen under a cut. The start is copied, not moved.
    func run(_ start: SegmentSimulation, _ cut: QuotaCut) -> Trial {
        var simulation = start
        let records = window.map { month in
            simulation.advance(cut: isPlanned.indices.map { cut[month, $0] })
        }
        return Trial(simulation: simulation, records: records)
    }

    /// Whether the purses pay the whole of a region's bill in the window.
    private func fits(_ trial: Trial, _ region: Int) -> Bool {
        var left = available[region]
        let gap = settlement.pay(
            segment: segment, region: region, months: window,
            exposure: { exposure(trial, $0, region) }, available: &left)
        return gap <= Settlement.tolerance
    }

    /// Funded person-months of a month of the horizon, by a trial.
    func exposure(_ trial: Trial, _ month: Int, _ region: Int) -> Double {
        trial.records[month - window.lowerBound].exposure(Status.publiclyFunded, region: region)
    }

    /// `K`: the window's largest quota in persons, rounded up, so that one step is at most one
    /// person.
    private func largestQuota(_ trial: Trial, _ region: Int) -> Int {
        Int((trial.records.map { $0.quota[region] }.max() ?? 0).rounded(.up))
    }

    /// Writes the factors that `steps` persons or months mean. By heads `steps / K` in every
    /// month, by months 1 in the first `steps` and 0 after.
    private func apply(
        _ steps: Int, _ state: Bisection, _ region: Int, _ cut: inout QuotaCut
    ) {
        for (position, month) in window.enumerated() {
            cut[month, region] =
                policies[region] == .capMonths
                ? (position < steps ? 1 : 0) : Double(steps) / Double(max(1, state.steps))
        }
    }
}

/// A search for the largest whole number that fits; `low` is known to fit, `high` not to.
struct Bisection {
    /// The largest number known to fit; zero does, since it funds nobody.
    var low: Int
    /// The smallest number known not to fit.
    var high: Int
    /// What stands for no cut.
    let steps: Int

    /// Whether a number between the two is left to try.
    var isOpen: Bool { high - low > 1 }
    /// The number to try next.
    var middle: Int { (low + high) / 2 }

    /// Notes whether the middle fitted.
    mutating func narrow(fits: Bool) {
        if fits { low = middle } else { high = middle }
    }
}
