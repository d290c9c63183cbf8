internal import Quantities
internal import RealModule

extension SplitNormal {
    /// The expected value of the cut-off distribution.
    ///
    /// In closed form on the identity and the logarithm, by quadrature to about 1e-10 on the
    /// logit, where there is none.
    var mean: Double { reference + moment(1) }

    /// The standard deviation of the cut-off distribution, like the mean.
    var standardDeviation: Double {
        let first = moment(1)
        return max(0, moment(2) - first * first).squareRoot()
    }

    /// The median as a number; moments are taken about it, so that a narrow range far from 0
    /// keeps its digits.
    private var reference: Double { value(0) }

    /// `E[(value - reference)^power]`, power 1 or 2: two atoms and two smooth pieces.
    private func moment(_ power: Int) -> Double {
        let first = standardized(domain.lowerBound, below)
        let last = standardized(domain.upperBound, above)
        var sum = piece(power, below, first, 0) + piece(power, above, 0, last)
        // An atom of probability 0 may lie at infinity.
        let (under, over) = (StandardNormal.cdf(first), StandardNormal.cdf(-last))
        if under > 0 { sum += under * raised(domain.lowerBound - reference, power) }
        if over > 0 { sum += over * raised(domain.upperBound - reference, power) }
        return sum
    }

    private func standardized(_ bound: Double, _ deviation: Double) -> Double {
        (scale.apply(bound) - centre) / deviation
    }

    /// The number, or its square.
    private func raised(_ number: Double, _ power: Int) -> Double {
        power == 1 ? number : number * number
    }

    /// The integral of `(g^-1(centre + s z) - reference)^power` over the density of z in a...b.
    ///
    ///     identity   s^p times the normal's own partial moment
    ///     logarithm  m^p sum_k (+-) e^(k^2 s^2 / 2) (Phi(b - k s) - Phi(a - k s)),  m = e^centre
    ///     logit      Simpson's rule between -9 and 9, beyond which the density is below 1e-18
    private func piece(_ power: Int, _ s: Double, _ a: Double, _ b: Double) -> Double {
        switch scale {
        case .identity:
            return raised(s, power) * Self.normalMoment(power, a, b)
        case .logarithm:
            /// The integral of `e^(k s z)` over the density of z in a...b.
            func part(_ k: Double) -> Double {
                .exp(k * k * s * s / 2) * Self.probability(a - k * s, b - k * s)
            }
            let centred =
                power == 1 ? part(1) - part(0) : part(2) - 2 * part(1) + part(0)
            return raised(reference, power) * centred
        case .logit:
            return Self.simpson(max(a, -9), min(b, 9)) { z in
                raised(scale.invert(centre + s * z) - reference, power)
                    * StandardNormal.density(z)
            }
        }
    }

    /// The probability of a standard normal number between a and b; in the tail in which it is
    /// small.
    private static func probability(_ a: Double, _ b: Double) -> Double {
        a > 0
            ? StandardNormal.cdf(-a) - StandardNormal.cdf(-b)
            : StandardNormal.cdf(b) - StandardNormal.cdf(a)
    }

    /// The integral of `z^power` over the standard normal density in a...b, power 1 or 2.
    ///
    ///     phi(a) - phi(b)   and   Phi(b) - Phi(a) + a phi(a) - b phi(b)
    private static func normalMoment(_ power: Int, _ a: Double, _ b: Double) -> Double {
        let (first, last) = (StandardNormal.density(a), StandardNormal.density(b))
        if power == 1 { return first - last }
        let ends = (a.isFinite ? a * first : 0) - (b.isFinite ? b * last : 0)
        return probability(a, b) + ends
    }

    /// Simpson's rule with 2,000 steps. Zero where the piece has no width.
    private static func simpson(
        _ a: Double, _ b: Double, _ value: (Double) -> Double
    ) -> Double {
        guard a < b else { return 0 }
        let steps = 2000
        let width = (b - a) / Double(steps)
        let inner = (1..<steps).reduce(0.0) {
            $0 + ($1.isMultiple(of: 2) ? 2 : 4) * value(a + Double($1) * width)
        }
        return (value(a) + inner + value(b)) * width / 3
    }
}
