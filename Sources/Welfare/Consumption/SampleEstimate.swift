internal import RealModule

/// A figure of a sample with its standard error.
public struct SampleEstimate: Sendable, Hashable {
    /// The estimate.
    public let value: Double
    /// Of the estimate, by Taylor linearisation; 0 where all units agree.
    public let standardError: Double
}

/// Poverty and inequality of a sample.
///
/// Each figure is a weighted mean or is made linear around one; the variance is that of the sums of
/// the linear terms over primary sampling units, drawn with replacement within strata:
///
///     V = sum_h n_h / (n_h - 1) sum_j (t_hj - mean_h)^2,   t_hj = sum of w_i (x_i - X) / W
///
/// Reference: J. Haughton and S. Khandker, Handbook on poverty and inequality, World Bank (2009),
/// ch. 4-6; for the Gini, D. A. Binder and M. S. Kovacevic, Survey Methodology 21 (1995).
public struct SampleWelfare: Sendable, Hashable {
    /// P0, P1, P2.
    public let poverty: [SampleEstimate]
    /// NaN where a poor household consumes nothing.
    public let watts: SampleEstimate
    /// Consumption per head.
    public let mean: SampleEstimate
    /// Of consumption per head.
    public let gini: SampleEstimate

    /// The figures of a sample at a line above 0.
    public init(_ sample: HouseholdSample, line: Double) {
        let gaps = sample.households.map { max(0, (line - $0.consumption) / line) }
        poverty = [
            sample.average(sample.households.map { $0.consumption < line ? 1 : 0 }),
            sample.average(gaps), sample.average(gaps.map { $0 * $0 }),
        ]
        watts = sample.average(
            sample.households.map {
                $0.consumption < line ? .log(line / $0.consumption) : 0
            })
        mean = sample.average(sample.households.map(\.consumption))
        gini = sample.giniEstimate
    }

    /// The indices without their errors.
    public var indices: PovertyIndices {
        PovertyIndices(
            headcount: poverty[0].value, gap: poverty[1].value, severity: poverty[2].value,
            watts: watts.value)
    }
}

extension HouseholdSample {
    /// The weighted mean of a figure of each household.
    func average(_ values: [Double]) -> SampleEstimate {
        let total = persons
        let mean = zip(households, values).reduce(0) { $0 + $1.0.weight * $1.1 } / total
        guard mean.isFinite else { return SampleEstimate(value: .nan, standardError: .nan) }
        let error = standardError(
            zip(households, values).map { $0.weight * ($1 - mean) / total })
        return SampleEstimate(value: mean, standardError: error)
    }

    /// The Gini coefficient.
    ///
    ///     G = sum w (2 F - 1) y / (W mean),  F the share of people below, half of those at y
    ///     u = 2 (y (F - (G + 1) / 2) + B - mean (G + 1) / 2) / mean
    ///     B = sum of w y over those above, half of those at y, over W
    var giniEstimate: SampleEstimate {
        let total = persons
        let mean = average(households.map(\.consumption)).value
        let (below, above) = ranks(total)
        let gini =
            households.indices.reduce(0) {
                $0 + households[$1].weight * (2 * below[$1] - 1) * households[$1].consumption
            } / (total * mean)
        let terms = households.indices.map { index in
            let y = households[index].consumption
            let u = 2 * (y * (below[index] - (gini + 1) / 2) + above[index]) / mean - (gini + 1)
            return households[index].weight * u / total
        }
        return SampleEstimate(value: gini, standardError: standardError(terms))
    }

    /// For each household the share of people below it and the consumption of those above it over
    /// all people; those of equal consumption count half.
    private func ranks(_ total: Double) -> (below: [Double], above: [Double]) {
        let order = households.indices.sorted {
            (households[$0].consumption, $0) < (households[$1].consumption, $1)
        }
        var below = Array(repeating: 0.0, count: order.count)
        var above = below
        var (people, money) = (0.0, 0.0)
        let all = order.reduce(0) { $0 + households[$1].weight * households[$1].consumption }
        var first = 0
        while first < order.count {
            let y = households[order[first]].consumption
            let ties = order[first...].prefix { households[$0].consumption == y }
            let weight = ties.reduce(0) { $0 + households[$1].weight }
            for index in ties {
                below[index] = (people + weight / 2) / total
                above[index] = (all - money - weight * y / 2) / total
            }
            people += weight
            money += weight * y
            first += ties.count
        }
        return (below, above)
    }

    /// The standard error of a sum of terms, one for each household.
    func standardError(_ terms: [Double]) -> Double {
        var sums = Array(repeating: 0.0, count: units.stratum.count)
        for (index, unit) in units.of.enumerated() { sums[unit] += terms[index] }
        let strata = (units.stratum.max() ?? 0) + 1
        var counts = Array(repeating: 0.0, count: strata)
        var totals = counts
        for (unit, stratum) in units.stratum.enumerated() {
            counts[stratum] += 1
            totals[stratum] += sums[unit]
        }
        var variance = 0.0
        for (unit, stratum) in units.stratum.enumerated() {
            let distance = sums[unit] - totals[stratum] / counts[stratum]
            variance += counts[stratum] / (counts[stratum] - 1) * distance * distance
        }
        return variance.squareRoot()
    }
}
