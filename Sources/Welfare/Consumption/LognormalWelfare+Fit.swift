import Quantities
internal import RealModule

/// Why a share of poor people and a mean fix no lognormal distribution.
public enum LognormalFault: Error, Sendable, Hashable {
    /// No inequality gives that share below the line with that mean: with few poor the mean must
    /// lie above the line.
    case noSolution(headcount: Double, meanOverLine: Double)
    /// Two Gini coefficients do; which one holds must be said. It happens where more than half are
    /// poor and the mean lies below the line.
    case twoSolutions(ginis: [Double])
}

extension LognormalWelfare {
    /// The distribution with a share of people below a line and a mean.
    ///
    ///     P0 = N(q),  mean = exp(ln z - sigma q + sigma^2 / 2)
    ///     sigma^2 / 2 - q sigma - ln(mean / z) = 0,   sigma = q +- sqrt(q^2 + 2 ln(mean / z))
    ///
    /// Where the mean is above the line exactly one of both is above 0.
    ///
    /// - Parameters:
    ///   - headcount: P0, above 0 and below 1.
    ///   - line: rupiah per person-month, above 0.
    ///   - mean: in the same money, above 0.
    /// - Throws: ``LognormalFault`` where no sigma or two of them answer.
    public init(headcount: Double, line: Double, mean: Double) throws(LognormalFault) {
        let q = StandardNormal.quantile(headcount)
        let ratio = mean / line
        let discriminant = q * q + 2 * .log(ratio)
        let root = discriminant.squareRoot()
        // The product of both roots is -2 ln(mean / z), which keeps the digits of the small one.
        let large = q < 0 ? q - root : q + root
        let roots = [large, -2 * .log(ratio) / large].filter { $0 > 0 }
        guard discriminant >= 0, let sigma = roots.first else {
            throw .noSolution(headcount: headcount, meanOverLine: ratio)
        }
        guard roots.count == 1 || roots[0] == roots[1] else {
            throw .twoSolutions(
                ginis: roots.map { LognormalWelfare(location: 0, scale: $0).gini }.sorted())
        }
        self.init(location: .log(line) - sigma * q, scale: sigma)
    }
}
