internal import RealModule

/// A continuous distribution as it is where its numbers are known to lie in a range.
///
///     quantile(u) = whole.quantile(below + u (upTo - below))
struct Truncated: Sendable, Hashable {
    let whole: Distribution
    let range: ClosedRange<Double>
    /// The probability below the range, before truncation.
    let below: Double
    /// The probability up to the end of the range.
    let upTo: Double

    func quantile(_ u: Double) -> Double {
        let place = min(below + u * (upTo - below), upTo)
        return min(max(whole.quantile(place), range.lowerBound), range.upperBound)
    }

    var mean: Double { expectation { $0 } }

    /// About the median, so that a narrow range far from 0 keeps its digits.
    var standardDeviation: Double {
        let middle = quantile(0.5)
        let first = expectation { $0 - middle }
        let second = expectation { ($0 - middle) * ($0 - middle) }
        return max(0, second - first * first).squareRoot()
    }

    /// The integral of a function of the quantile over u, to about 1e-9.
    ///
    /// Tanh-sinh quadrature, whose nodes crowd at the ends, where quantiles may run to infinity.
    ///
    /// Reference: H. Takahasi and M. Mori, Double exponential formulas for numerical integration,
    /// Publications of RIMS 9 (1974), doi:10.2977/prims/1195192451.
    private func expectation(_ term: (Double) -> Double) -> Double {
        let step = 1.0 / 64
        var sum = 0.0
        for node in -224...224 {
            let t = Double(node) * step
            let angle = Double.pi / 2 * .sinh(t)
            // 1 / (1 + e^(2 angle)) from the nearer end, which keeps the digits of small u.
            let end = 1 / (1 + .exp(2 * abs(angle)))
            let u = angle < 0 ? end : 1 - end
            let weight = Double.pi / 2 * .cosh(t) / (2 * .cosh(angle) * .cosh(angle))
            guard weight > 1e-300, u > 0, u < 1 else { continue }
            sum += weight * term(quantile(u))
        }
        return sum * step
    }
}

extension Distribution {
    /// The distribution of the numbers that lie in a range.
    ///
    /// Values out of a list keep their weights; a distribution that lies in the range as a whole
    /// stays as it is.
    ///
    /// - Parameter range: which may be infinite.
    /// - Throws: `nothingInside` where fewer than one number in a thousand lies in the range.
    public func truncated(to range: ClosedRange<Double>) throws(DistributionFault) -> Distribution {
        let outside = share(outside: range)
        guard outside > 0 else { return self }
        guard outside <= 0.999 else { throw .nothingInside(range, share: 1 - outside) }
        if case .weighted(let weighted) = law {
            var below = 0.0
            var kept: [(value: Double, weight: Double)] = []
            for (value, cumulative) in zip(weighted.values, weighted.cumulative) {
                if range.contains(value) { kept.append((value, cumulative - below)) }
                below = cumulative
            }
            return try .discrete(kept.map(\.value), weights: kept.map(\.weight))
        }
        return Distribution(
            .truncated(
                Truncated(
                    whole: self, range: range, below: place { $0 < range.lowerBound },
                    upTo: place { $0 <= range.upperBound })))
    }

    /// The share of numbers that do not lie in a range.
    public func share(outside range: ClosedRange<Double>) -> Double {
        min(1, place { $0 < range.lowerBound } + (1 - place { $0 <= range.upperBound }))
    }

    /// The largest u of 0...1 whose quantile fulfils a condition that holds for small numbers and
    /// not for large ones; 0 where none does.
    ///
    /// By halving the bits of u, which are in the order of the numbers, so to the last of them.
    private func place(where holds: (Double) -> Bool) -> Double {
        guard !holds(quantile(1)) else { return 1 }
        var (low, high) = (UInt64(0), Double(1).bitPattern)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(quantile(Double(bitPattern: middle))) { low = middle } else { high = middle }
        }
        return Double(bitPattern: low)
    }
}
