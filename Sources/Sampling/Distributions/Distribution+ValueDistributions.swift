extension Distribution {
    /// Values that were observed or forecast, each as likely as another.
    ///
    /// A draw is one of the values, never a number between them: with the values in ascending
    /// order, `quantile(u)` is the value in place `ceil(n u)`. A value that occurs twice counts
    /// twice.
    ///
    /// - Throws: `noValues`, `notFinite`.
    public static func empirical(_ values: [Double]) throws(DistributionFault) -> Distribution {
        try discrete(values, weights: [Double](repeating: 1, count: values.count))
    }

    /// One of some values, in proportion to weights that need not sum to 1.
    ///
    /// A value of weight 0 is never drawn. More of u gives a larger value, whatever the order in
    /// which values are given.
    ///
    /// - Throws: `noValues`, `unequalCounts`, `notFinite`, `badWeight`, `noWeight`.
    public static func discrete(
        _ values: [Double], weights: [Double]
    ) throws(DistributionFault) -> Distribution {
        guard !values.isEmpty else { throw .noValues }
        guard values.count == weights.count else {
            throw .unequalCounts(values: values.count, weights: weights.count)
        }
        for value in values { try DistributionFault.requireFinite(.value, value) }
        for (position, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
            throw .badWeight(position: position, weight: weight)
        }
        guard let weighted = WeightedValues(values, weights) else { throw .noWeight }
        return Distribution(.weighted(weighted))
    }
}

/// Values in ascending order with their cumulative probabilities.
///
/// Two lists with the same values and weights are equal, whatever their order was.
struct WeightedValues: Sendable, Hashable {
    let values: [Double]
    /// Probability of this value or a lower one; the last is 1.
    let cumulative: [Double]

    /// Nil where the weights, all finite and none negative, sum to 0.
    init?(_ values: [Double], _ weights: [Double]) {
        // Weights near the largest double would overflow their sum.
        guard let largest = weights.max(), largest > 0 else { return nil }
        let pairs = zip(values, weights).map { ($0, $1 / largest) }.filter { $0.1 > 0 }
            .sorted { $0.0 < $1.0 }
        var sum = 0.0
        let sums = pairs.map { pair in
            sum += pair.1
            return sum
        }
        self.values = pairs.map(\.0)
        cumulative = sums.map { $0 / sum }
    }

    /// The first value whose cumulative probability is u or more, by bisection.
    func quantile(_ u: Double) -> Double {
        var (first, last) = (0, values.count - 1)
        while first < last {
            let middle = (first + last) / 2
            if cumulative[middle] >= u { last = middle } else { first = middle + 1 }
        }
        return values[first]
    }

    var mean: Double { expectation { $0 } }

    /// `sqrt(sum_i p_i (v_i - mean)^2)`, of the values as a whole population.
    var standardDeviation: Double {
        let mean = mean
        return expectation { ($0 - mean) * ($0 - mean) }.squareRoot()
    }

    /// `sum_i p_i term(v_i)`, each p the step of the cumulative probability.
    private func expectation(_ term: (Double) -> Double) -> Double {
        var below = 0.0
        return zip(values, cumulative).reduce(0) { sum, pair in
            defer { below = pair.1 }
            return sum + (pair.1 - below) * term(pair.0)
        }
    }
}
