public import LinearAlgebra
internal import RealModule

/// Rates of several regions of one segment, each with what the others lend it.
///
///     theta[r] ~ N(m, diag(tau^2)),   counts of r ~ CountLikelihood(theta[r])
///
/// Covariances of Laplace for theta, its means one step of skewness from the modes; m is
/// integrated out; tau by expectation and maximization with a weak prior, so that it does not
/// collapse where regions look alike. That tau is guessed too widens the covariances to first order
/// (Kass, Steffey).
///
/// References: A. Dempster, N. Laird, D. Rubin, Maximum likelihood from incomplete data, Journal
/// of the Royal Statistical Society B 39 (1977), doi:10.1111/j.2517-6161.1977.tb01600.x; C. Morris,
/// Parametric empirical Bayes inference, Journal of the American Statistical Association 78 (1983),
/// doi:10.1080/01621459.1983.10477920; R. Kass, D. Steffey, Approximate Bayesian inference in
/// conditionally independent hierarchical models, the same 84 (1989),
/// doi:10.1080/01621459.1989.10478825.
public struct PooledRates: Sendable {
    /// The parameters of one region: logarithms of rates, logit of rho.
    public struct Region: Sendable {
        /// The mean.
        public var mean: [Double]
        /// Covariances around it, what is not known of `m` and tau included.
        public var covariance: Matrix
        /// What the region's own counts weigh by parameter: 1 less the variance over that of
        /// the prior.
        public var weights: [Double]
        /// The squared standardized deviation of each pair, and of how many numbers it consists.
        public var distances: [(square: Double, count: Int)]
        /// By pair and status, `(z - m) / sqrt(V)`.
        public var deviations: [[Double]]
    }

    /// Directions of the parameters that all regions together leave open: a change along it by one
    /// standard error is a factor of e or more.
    public struct OpenDirection: Sendable {
        /// What moves along it, by parameter; of length 1.
        public var loadings: [Double]
        /// The standard error along it.
        public var standardError: Double
    }

    /// The regions, in the order given.
    public var regions: [Region]
    /// The mean `m` of the regions, and its covariance.
    public var mean: [Double]
    public var meanCovariance: Matrix
    /// The standard deviation of the regions around it, by parameter.
    public var deviations: [Double]
    /// What the counts cannot tell, found before regions are fitted.
    public var open: [OpenDirection]
    /// By how much variances exceed those of people who move independently; 1 where they do not.
    public var dispersion: Double
    /// Whether covariances told something: not where the dispersion is above 1.
    public var usesCovariance: Bool
    /// Whether the search came to rest.
    public var hasConverged: Bool
}

extension PooledRates.Region {
    /// A rate, or the share rho, with its 90 % interval and its standard error.
    public struct Estimate: Sendable, Equatable {
        /// The rate per year; of rho the share.
        public var value: Double
        /// The ends of the interval.
        public var low: Double, high: Double
        /// Of the logarithm; of rho's logit.
        public var standardError: Double
    }

    /// What is known of a parameter, the last of which is rho; normal on its own scale.
    public func estimate(_ parameter: Int) -> Estimate {
        let error = covariance[parameter, parameter].squareRoot()
        let reach = 1.6448536269514722 * error
        func value(_ point: Double) -> Double {
            parameter == mean.count - 1 ? 1 / (1 + Double.exp(-point)) : Double.exp(point)
        }
        return Estimate(
            value: value(mean[parameter]), low: value(mean[parameter] - reach),
            high: value(mean[parameter] + reach), standardError: error)
    }

    /// Spearman's correlation of two parameters, out of the normal one of their logarithms:
    /// `6/pi asin(r/2)`.
    public func rankCorrelation(_ first: Int, _ second: Int) -> Double {
        let scale = (covariance[first, first] * covariance[second, second]).squareRoot()
        return 6 / Double.pi * Double.asin(covariance[first, second] / scale / 2)
    }
}
