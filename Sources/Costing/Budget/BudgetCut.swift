import Coverage

/// What a plan cut of one segment's quota in one region, and which purses bound it.
///
/// A plan of January is for the whole year; where a later plan of the year follows, the cut of the
/// first one holds up to there.
public struct BudgetCut: Sendable, Equatable {
    /// Why a purse pays no more of the bill.
    public enum Rule: String, Sendable, CaseIterable {
        /// It has nothing left of its ceiling.
        case ceiling
        /// A segment of higher priority was cut and drew on it.
        case priority
        /// Its partner pays no more.
        case match
        /// Its share of a bill.
        case share
        /// It may not pay one of the programmes.
        case programme
    }

    /// A purse of the segment when the plan was made.
    public struct Limit: Sendable, Equatable {
        /// Position in the scenario's purses.
        public let purse: Int
        /// Why it pays no more.
        public let rule: Rule
        /// Rupiah that it had left for the segment when the plan was made.
        public let offered: Double
        /// Rupiah of it that the kept quota leaves.
        public let left: Double
    }

    /// Position in the scenario's segments.
    public let segment: Int
    /// Position in the scenario's regions.
    public let region: Int
    /// The months for which the plan was made, counted from the start of the horizon.
    public let window: Range<Int>
    /// Those of them that no later plan took over.
    public internal(set) var months: Range<Int>
    /// Whether months were cut, and not heads.
    public let isByMonths: Bool
    /// Heads of the largest quota, or months of the window, that fit.
    public let kept: Int
    /// What they are kept of.
    public let asked: Int
    /// The segment's purses, first to pay first.
    public let limits: [Limit]
    /// Rupiah that no purse would pay of one head or one month more.
    public let unpaid: Double
}

extension BudgetPack {
    /// Why the purses of a world pay no more, once its search is over.
    ///
    /// Read off the smallest number that did not fit: a purse with nothing left there is bound by
    /// its ceiling, one that was closed by the priority of another segment, others by their rules.
    func cut(_ state: Bisection, _ segment: Int, _ window: BudgetWindow) -> BudgetCut {
        let (world, month) = (state.world, window.start)
        let region = regions[world]
        let order = rules.order(segment: segment, region: region, month: month)
        let limits = order.map { purse in
            let spare = refused.row(purse)[world]
            let rule: BudgetCut.Rule =
                if closed.row(purse)[world] != 0 {
                    .priority
                } else if spare <= BillPack.tolerance {
                    .ceiling
                } else if matches.row(month * purses + purse)[world] > 0 {
                    .match
                } else {
                    shares.row(month * purses + purse)[world] < 1 ? .share : .programme
                }
            return BudgetCut.Limit(
                purse: purse, rule: rule, offered: offered.row(purse)[world],
                left: left.row(purse)[world])
        }
        return BudgetCut(
            segment: segment, region: region, window: window.months, months: window.months,
            isByMonths: state.isByMonths, kept: state.low, asked: state.steps, limits: limits,
            unpaid: refused.row(purses)[world])
    }

    /// Ends the cuts of earlier plans of the year where a plan takes over.
    func supersede(_ segment: Int, _ window: BudgetWindow, _ due: WorldSet) {
        for (index, item) in planned.enumerated() where item.cut.segment == segment {
            let months = item.cut.months
            guard due[item.world], months.contains(window.start) else { continue }
            planned[index].cut.months = months.lowerBound..<window.start
        }
        planned.removeAll { $0.cut.months.isEmpty }
    }
}
