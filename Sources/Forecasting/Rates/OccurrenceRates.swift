internal import Optimization
internal import RealModule
internal import Sampling

/// Rates of several regions out of events and the person-years in which they fell, each with what
/// the others lend it.
///
///     D[r] ~ Poisson(lambda[r] E[r]),   lambda[r] ~ Gamma(a, mean m)
///
/// D is then negative binomial, by whose likelihood m and a are found, 1/a with the weak prior that
/// ``PooledRates`` has for tau squared. Given its events, lambda[r] is a gamma variable of shape
/// `a + D[r]` and rate `a/m + E[r]`; m and a are taken as found.
///
/// Reference: D. Clayton, J. Kaldor, Empirical Bayes estimates of age-standardized relative risks
/// for use in disease mapping, Biometrics 43 (1987), doi:10.2307/2532003.
public struct OccurrenceRates: Sendable {
    /// What is known of one region.
    public struct Region: Sendable, Equatable {
        /// The mean, per person-year.
        public var value: Double
        /// The ends of the 90 % interval.
        public var low: Double, high: Double
        /// Of the logarithm.
        public var standardError: Double
        /// What the region's own events weigh, against the other regions.
        public var weight: Double
    }

    /// The regions, in the order given.
    public let regions: [Region]

    private static let (priorRegions, priorDeviation) = (2.0, 0.3)

    /// Learns the rates.
    ///
    /// - Parameters:
    ///   - events: by region.
    ///   - exposures: person-years, by region.
    /// - Throws: ``FitFault/tooShort(needed:have:)`` where there is no event or no exposure,
    ///   ``FitFault/notConverged`` where the likelihood has no maximum.
    public init(events: [Double], exposures: [Double]) throws(FitFault) {
        let (all, years) = (events.reduce(0, +), exposures.reduce(0, +))
        guard all > 0, years > 0 else { throw .tooShort(needed: 1, have: 0) }
        let square = Self.priorDeviation * Self.priorDeviation
        let found = NelderMead(bounds: [-40...10, -12...3]).minimum(
            from: [Double.log(all / years), Double.log(square)]
        ) { point in
            let (shape, rate) = (Double.exp(-point[1]), Double.exp(-point[1] - point[0]))
            var sum = Self.priorRegions / 2 * (point[1] + square * Double.exp(-point[1]))
            for (count, exposure) in zip(events, exposures) {
                sum += Double.logGamma(shape) - Double.logGamma(shape + count)
                sum += shape * Double.log(onePlus: exposure / rate)
                sum += count * Double.log(rate + exposure)
            }
            return sum
        }
        guard found.value.isFinite else { throw .notConverged }
        let shape = Double.exp(-found.point[1])
        let rate = shape * Double.exp(-found.point[0])
        do {
            regions = try zip(events, exposures).map { count, exposure in
                let known = try Distribution.gamma(
                    shape: shape + count, scale: 1 / (rate + exposure))
                let inverse = 1 / (shape + count)
                return Region(
                    value: (shape + count) / (rate + exposure), low: known.quantile(0.05),
                    high: known.quantile(0.95),
                    standardError: (inverse + inverse * inverse / 2).squareRoot(),
                    weight: exposure / (rate + exposure))
            }
        } catch {
            throw .notConverged
        }
    }
}
