internal import RealModule

/// What a poverty target by a date needs, one lever at a time.
///
/// Regions stand together: their figures are summed over people, and a lever moves all of them
/// alike.
public struct PovertyTarget: Sendable {
    /// An answer; what is best where the target is beyond reach.
    public enum Answer: Sendable, Hashable {
        /// A rate per year, rupiah a year, or growth as a whole where no years are asked for.
        case needs(Double)
        /// The lever at its end, and the index that it gives.
        case notReachable(at: Double, best: Double)
        /// The target is met without it.
        case alreadyMet
    }

    /// Rates per year beyond which a lever does not go; those of the parameters.
    public static let limit = 0.5

    /// The regions, all known.
    public let regions: [PovertyOutlook]
    /// From the start of the horizon, above 0.
    public let months: Int
    /// Which index, and what it should be at most.
    public let index: PovertyIndex
    /// Above 0.
    public let target: Double

    /// - Parameters:
    ///   - index: which is to fall.
    ///   - target: to what.
    public init(
        _ regions: [PovertyOutlook], after months: Int, index: PovertyIndex, target: Double
    ) {
        self.regions = regions
        self.months = months
        self.index = index
        self.target = target
    }

    /// Poverty at the date with levers as they are.
    public func figures() -> PovertyFigures {
        .total(regions.map { $0.figures(after: months) })
    }

    /// The growth per year, in place of the regions' own, that meets the target.
    ///
    /// Poverty falls with growth, so halving finds it.
    public var growth: Answer {
        solved(
            regions.map { region in
                var region = region
                region.growth = region.growth.map { _ in 0 }
                return region
            }, sign: 1
        ) { $0.figures(meanFactor: $1) }
    }

    /// The change of the Gini per year, in place of the regions' own, that meets the target.
    ///
    /// Where the mean is below the line less inequality need not help; then the answer is that it
    /// is not reachable.
    public var giniGrowth: Answer {
        solved(
            regions.map { region in
                var region = region
                region.giniGrowth = region.giniGrowth.map { _ in 0 }
                return region
            }, sign: -1
        ) { $0.figures(giniFactor: $1) }
    }

    /// Rupiah a year of payments at the date that meet the target, prices of the start.
    public func budget(leakage: Double, exclusion: Double) -> Answer {
        let figures = figures()
        let now = figures[index]
        let gap = PovertyGap(
            perfect: figures.gapRupiah, leakage: leakage, exclusion: exclusion)
        guard now > target else { return .alreadyMet }
        guard let budget = gap.budget(from: now, to: target) else {
            return .notReachable(at: gap.budget, best: now * exclusion)
        }
        return .needs(budget)
    }

    /// The rate at which the index is the target, between the limits.
    ///
    /// - Parameters:
    ///   - level: the regions with the lever at rest.
    ///   - sign: 1 where poverty falls with the rate, -1 where it rises.
    ///   - figures: a region with the lever at a factor.
    private func solved(
        _ level: [PovertyOutlook], sign: Double,
        _ figures: (PovertyStanding, Double) -> PovertyFigures
    ) -> Answer {
        let standings = level.map { $0.standing(after: months) }
        let years = Double(months) / 12
        /// The index over all regions with the lever at a yearly rate, compounded up to the date.
        func value(_ rate: Double) -> Double {
            let factor = Double.exp(.log(onePlus: rate) * years)
            return PovertyFigures.total(standings.map { figures($0, factor) })[index]
        }
        let (bad, good) = (-sign * Self.limit, sign * Self.limit)
        let best = value(good)
        guard best <= target else { return .notReachable(at: good, best: best) }
        guard value(bad) > target else { return .needs(bad) }
        var (above, below) = (bad, good)
        while true {
            let middle = (above + below) / 2
            guard middle != above, middle != below else { return .needs(below) }
            if value(middle) > target { above = middle } else { below = middle }
        }
    }
}
