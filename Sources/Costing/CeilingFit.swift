import Coverage
import Policy
import Quantities

/// Finds how far a segment's quota must be cut in a budget window so that its purses can pay.
///
/// By heads, the largest `k/K` with `K` the window's largest quota in persons, rounded up; by
/// months, the largest number of months from the window's start. All regions are searched at once,
/// since each has its own purses: every probe is one simulation of the segment's matrix.
struct CeilingFit {
    let settlement: Settlement
    let segment: Int
    /// Months from the window's start to December.
    let window: Range<Int>
    /// By region: what each purse has left for this segment.
    let available: [[Double]]
    let policies: [BudgetPolicy]
    /// Regions whose plan is made now; the others keep their cut.
    let isPlanned: [Bool]

    /// A simulated window.
    struct Trial {
        let simulation: SegmentSimulation
        let records: [MonthRecord]
    }

    /// The cut with the window's factors set, the window simulated under it, and which regions
    /// were cut.
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

    /// Lets the window's months happen under a cut.
    func run(_ start: SegmentSimulation, _ cut: QuotaCut) -> Trial {
        var simulation = start
        let records = window.map { month in
            simulation.advance(cut: isPlanned.indices.map { cut[month, $0] })
        }
        return Trial(simulation: simulation, records: records)
    }

    private func fits(_ trial: Trial, _ region: Int) -> Bool {
        var left = available[region]
        let gap = settlement.pay(
            segment: segment, region: region, months: window,
            exposure: { exposure(trial, $0, region) }, available: &left)
        return gap <= Settlement.tolerance
    }

    func exposure(_ trial: Trial, _ month: Int, _ region: Int) -> Double {
        trial.records[month - window.lowerBound].exposure(Status.publiclyFunded, region: region)
    }

    private func largestQuota(_ trial: Trial, _ region: Int) -> Int {
        Int((trial.records.map { $0.quota[region] }.max() ?? 0).rounded(.up))
    }

    /// Writes the factors that `steps` persons or months mean.
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
    var low: Int
    var high: Int
    let steps: Int

    var isOpen: Bool { high - low > 1 }
    var middle: Int { (low + high) / 2 }

    mutating func narrow(fits: Bool) {
        if fits { low = middle } else { high = middle }
    }
}
