/// How much of a change of poverty came from growth and how much from redistribution.
///
/// Poverty is a function of the mean over the line and of the distribution:
///
///     growth_0         = P(mean 2, distribution 1) - P(mean 1, distribution 1)
///     redistribution_0 = P(mean 1, distribution 2) - P(mean 1, distribution 1)
///     residual         = change - growth_0 - redistribution_0
///
/// The Shapley version takes each with both values of the other and averages: it has no residual.
///
/// Reference: G. Datt and M. Ravallion, Growth and redistribution components of changes in poverty
/// measures, Journal of Development Economics 38 (1992), doi:10.1016/0304-3878(92)90001-P; A.
/// Shorrocks, Journal of Economic Inequality 11 (2013), doi:10.1007/s10888-011-9214-z.
public struct PovertyComponents: Sendable, Hashable {
    /// Poverty at the first and at the second date.
    public let before, after: Double
    /// With the first date as reference.
    public let growth, redistribution: Double
    /// Adds to the change exactly with its partner.
    public let shapleyGrowth, shapleyRedistribution: Double

    /// What growth and redistribution with the first date as reference leave over.
    public var residual: Double { after - before - growth - redistribution }

    /// The components of one index.
    ///
    /// - Parameter poverty: the index with the mean of one date and the distribution of another;
    ///   false is the first date.
    public init(_ poverty: (_ mean: Bool, _ distribution: Bool) -> Double) {
        before = poverty(false, false)
        after = poverty(true, true)
        let (grown, shared) = (poverty(true, false), poverty(false, true))
        growth = grown - before
        redistribution = shared - before
        shapleyGrowth = (grown - before + after - shared) / 2
        shapleyRedistribution = after - before - shapleyGrowth
    }

    /// The components of an index between two lognormal distributions, each with its line: what
    /// counts as growth is that of the mean over the line.
    public init(
        _ index: PovertyIndex, from first: (welfare: LognormalWelfare, line: Double),
        to second: (welfare: LognormalWelfare, line: Double)
    ) {
        self.init { mean, distribution in
            let (a, b) = (mean ? second : first, distribution ? second : first)
            let mixed = LognormalWelfare(mean: a.welfare.mean / a.line, gini: b.welfare.gini)
            return mixed.indices(below: 1)[index]
        }
    }
}
