internal import RealModule

/// What a poverty target by a date needs, one lever at a time.
///
/// Regions stand together: their figures are summed over people, and a lever moves all of them
/// alike.
public struct PovertyTarget: Sendable {
    /// An answer; what is best where the target is beyond reach.
    public enum Answer: Sendable, Hashable {
        /// A rate per year, or rupiah a year.
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

    /// Poverty at the date with levers as they are, or moved.
    public func figures(meanFactor: Double = 1, giniFactor: Double = 1) -> PovertyFigures {
        .total(
            regions.map {
                $0.figures(after: months, meanFactor: meanFactor, giniFactor: giniFactor)
            })
    }

    /// The growth per year, in place of the regions' own, that meets the target.
    ///
    /// Poverty falls with growth, so halving finds it.
    public var growth: Answer {
        let level = regions.map { region in
            var region = region
            region.growth = region.growth.map { _ in 0 }
            return region
        }
        return PovertyTarget(level, after: months, index: index, target: target).solved {
            $0.figures(meanFactor: $1)
        }
    }

    /// The change of the Gini per year, in place of the regions' own, that meets the target.
    ///
    /// Where the mean is below the line less inequality need not help; then the answer is that it
    /// is not reachable.
    public var giniGrowth: Answer {
        let level = regions.map { region in
            var region = region
            region.giniGrowth = region.giniGrowth.map { _ in 0 }
            return region
        }
        return PovertyTarget(level, after: months, index: index, target: target).solved(sign: -1) {
            $0.figures(giniFactor: $1)
        }
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
    /// - Parameter sign: 1 where poverty falls with the rate, -1 where it rises.
    private func solved(
        sign: Double = 1, _ figures: (PovertyTarget, Double) -> PovertyFigures
    ) -> Answer {
        let years = Double(months) / 12
        func value(_ rate: Double) -> Double {
            figures(self, .exp(.log(onePlus: rate) * years))[index]
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
