/// Expectations of each step from those before it, for a filtered ARIMA model.
enum OneStep {
    /// One for each step of the series, NaN while differences use steps up.
    ///
    /// A missing step is expected from what was seen before it, not after: its coefficient enters
    /// with the innovation's own variance at its step and is learnt from there on.
    static func expectations(
        _ problem: ArimaProblem, _ likelihood: ArmaLikelihood, coefficients: [Double]
    ) -> [Double] {
        var result = [Double](repeating: .nan, count: problem.series.count)
        let (count, gaps) = (likelihood.count, likelihood.gaps)
        let lost = problem.length - count
        var known = GapKnowledge(gaps: gaps)
        for step in 0..<count {
            let place = problem.origin + lost + step
            func row(_ column: Int) -> Double { likelihood.filtered[column * count + step] }
            var innovation = row(likelihood.columns - 1)
            for column in gaps..<likelihood.columns - 1 {
                innovation -= coefficients[column] * row(column)
            }
            let weights = (0..<gaps).map(row)
            let root = likelihood.variances[step].squareRoot()
            let own = problem.missing.firstIndex(of: lost + step)
            let rest = known.take(innovation, weights, own: own, root: root)
            guard let rest else { continue }
            result[place] = problem.filled[lost + step] - root * rest
            if let own { result[place] = problem.filled[lost + step] - known.coefficients[own] }
        }
        return result
    }
}

/// What is known of missing observations from the steps so far.
private struct GapKnowledge {
    private let gaps: Int
    private(set) var coefficients: [Double]
    private var covariance: [Double]

    /// The variance of a gap among the first steps, which no innovation tells anything of.
    private static let vague = 1e8

    init(gaps: Int) {
        self.gaps = gaps
        coefficients = [Double](repeating: 0, count: gaps)
        covariance = [Double](repeating: 0, count: gaps * gaps)
        for gap in 0..<gaps { covariance[gap * (gaps + 1)] = Self.vague }
    }

    /// Takes the standardised innovation of a step; returns what is left of it, nil where a gap
    /// among the first steps leaves it unknown.
    ///
    /// - Parameter own: the gap that the step itself is.
    mutating func take(
        _ innovation: Double, _ weights: [Double], own: Int?, root: Double
    ) -> Double? {
        if gaps == 0 { return innovation }
        var active = weights
        if let own { active[own] = 0 }
        let along = (0..<gaps).map { row in
            (0..<gaps).reduce(0) { $0 + covariance[row * gaps + $1] * active[$1] }
        }
        let rest = innovation - zip(active, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
        let variance = 1 + zip(active, along).reduce(0) { $0 + $1.0 * $1.1 }
        if let own {
            coefficients[own] = root * rest
            for other in 0..<gaps {
                covariance[own * gaps + other] = -root * along[other]
                covariance[other * gaps + own] = -root * along[other]
            }
            covariance[own * (gaps + 1)] = root * root * variance
            return variance < 1e4 ? rest : nil
        }
        for row in 0..<gaps {
            coefficients[row] += along[row] * rest / variance
            for column in 0..<gaps {
                covariance[row * gaps + column] -= along[row] * along[column] / variance
            }
        }
        return variance < 1e4 ? rest : nil
    }
}
