internal import LinearAlgebra
internal import RealModule

/// What a fit that came to rest says.
extension PooledFit {
    /// The result, with how far each pair lies from what is expected.
    mutating func result() throws(LinearAlgebraError) -> PooledRates {
        var (spread, expected) = (
            [Double](repeating: 0, count: count), [Double](repeating: 0, count: count)
        )
        var shares: [[Double]] = []
        for region in pairs.indices {
            likelihood.set(regions[region].mean, pairs[region], .pairs)
            regions[region].distances = likelihood.distances
            regions[region].deviations = likelihood.deviations
            let found = sandwich(region)
            shares.append(found.share)
            for row in 0..<count where found.spread[row].isFinite {
                spread[row] += found.spread[row]
                expected[row] += found.expected[row]
            }
        }
        let excess = (0..<count).map { expected[$0] > 0 ? max(1, spread[$0] / expected[$0]) : 1 }
        for region in pairs.indices {
            let factors = (0..<count).map {
                (1 + (excess[$0] - 1) * shares[region][$0] + tails(region, $0)).squareRoot()
            }
            let covariance = regions[region].covariance
            let guessed = guessed(region)
            regions[region].covariance = Matrix(rows: count, columns: count) {
                factors[$0] * covariance[$0, $1] * factors[$1] + guessed[$0, $1]
            }
        }
        return PooledRates(
            regions: regions, mean: mean, meanCovariance: meanCovariance,
            deviations: deviations, open: open, dispersion: likelihood.dispersion,
            usesCovariance: likelihood.usesCovariance, hasConverged: hasConverged)
    }

    /// The variances that the scores of single months show, those that information says they
    /// would show, and what counts add to the variance, all as parts of a region's variance.
    ///
    /// At the mode a month's score varies by `I_t - I_t C I_t`, since the mode follows the month.
    private func sandwich(
        _ region: Int
    ) -> (spread: [Double], expected: [Double], share: [Double]) {
        let own = owns[region]
        var spread = [Double](repeating: 0, count: count)
        var (expected, share) = (spread, spread)
        for (score, values) in zip(likelihood.scores, likelihood.informations) {
            let moved = own * Vector(score)
            let learnt = own * Matrix(rows: count, columns: count) { values[$0 * count + $1] }
            let between = learnt * own
            let followed = learnt * between
            for row in 0..<count {
                spread[row] += moved[row] * moved[row] / own[row, row]
                expected[row] += (between[row, row] - followed[row, row]) / own[row, row]
                share[row] += between[row, row] / own[row, row]
            }
        }
        return (spread, expected, share)
    }

    /// What the guess of tau adds to the variance of a region in parts of it, through the tails:
    /// what is lent by the others lies around `m` as Student's distribution has it, with the
    /// regions that count, `prior + regions' (1 - B)^2`, as degrees of freedom.
    private func tails(_ region: Int, _ row: Int) -> Double {
        let reach = StudentTail.factor(probability: 0.95, freedom: knownRegions(row))
        return (1 - regions[region].weights[row]) * (reach * reach - 1)
    }

    /// How many regions tell how far regions lie apart, the prior's among them.
    private func knownRegions(_ row: Int) -> Double {
        regions.reduce(Self.priorRegions) { $0 + $1.weights[row] * $1.weights[row] }
    }

    /// What the guess of tau adds to a region's covariance:
    ///
    ///     sum over p:  (d mode / d log tau[p]^2)(...)' 2 / (regions' (1 - B)^2 + prior)
    ///
    /// with `d mode / d log tau[p]^2 = C[., p] (mode[p] - m[p]) / tau[p]^2`.
    private func guessed(_ region: Int) -> Matrix {
        let slopes = (0..<count).map { row -> [Double] in
            let pull =
                (regions[region].mean[row] - mean[row]) / (deviations[row] * deviations[row])
            let error = (2 / knownRegions(row)).squareRoot()
            return (0..<count).map { owns[region][$0, row] * pull * error }
        }
        return Matrix(rows: count, columns: count) { row, column in
            slopes.reduce(0) { $0 + $1[row] * $1[column] }
        }
    }
}
