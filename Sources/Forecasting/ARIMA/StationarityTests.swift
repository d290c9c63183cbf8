internal import RealModule

/// How often a series has to be differenced before its level, and its season, stand still.
///
/// References: D. Kwiatkowski, P. Phillips, P. Schmidt and Y. Shin, Testing the null hypothesis of
/// stationarity, J. Econometrics 54 (1992), doi:10.1016/0304-4076(92)90104-Y; X. Wang, K. Smith and
/// R. Hyndman, Characteristic-based clustering for time series data, 2006,
/// doi:10.1007/s10618-005-0039-x (strength of a season).
enum StationarityTests {
    /// The 5 % point of the statistic for a level without a trend.
    private static let critical = 0.463

    /// The statistic of Kwiatkowski, Phillips, Schmidt and Shin for a level, with Bartlett weights
    /// over `floor(3 sqrt(n) / 13)` lags.
    static func kpss(_ values: [Double]) -> Double {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let rest = values.map { $0 - mean }
        var (sum, squares) = (0.0, 0.0)
        for value in rest {
            sum += value
            squares += sum * sum
        }
        let lags = Int((3 * count.squareRoot() / 13).rounded(.towardZero))
        var long = rest.reduce(0) { $0 + $1 * $1 }
        for lag in stride(from: 1, through: lags, by: 1) {
            let weight = 1 - Double(lag) / Double(lags + 1)
            long += 2 * weight * zip(rest.dropFirst(lag), rest).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return squares / (count * long)
    }

    /// First differences, at most `limit`, until the level is not found to wander.
    static func differences(_ values: [Double], limit: Int) -> Int {
        var values = values.filter { !$0.isNaN }
        var count = 0
        while count < limit, !isConstant(values), kpss(values) > critical {
            values = zip(values.dropFirst(), values).map { $0 - $1 }
            count += 1
        }
        return count
    }

    /// Whether all are equal, to rounding.
    static func isConstant(_ values: [Double]) -> Bool {
        guard let first = values.first(where: { !$0.isNaN }) else { return true }
        return values.allSatisfy { $0.isNaN || abs($0 - first) <= 1e-10 * max(1, abs(first)) }
    }

    /// `max(0, 1 - Var(remainder) / Var(remainder + season))` of a decomposition by loess.
    static func seasonalStrength(_ values: [Double], period: Int) -> Double {
        let parts = LoessDecomposition(values, period: period)
        let season = zip(parts.remainder, parts.season).map { $0 + $1 }
        return max(0, min(1, 1 - Self.variance(parts.remainder) / Self.variance(season)))
    }

    /// 1 where the season is strong enough (above 0.64) to be differenced away.
    static func seasonalDifferences(_ values: [Double], period: Int) -> Int {
        guard period > 1, values.count > 2 * period, !isConstant(values) else { return 0 }
        return seasonalStrength(values, period: period) > 0.64 ? 1 : 0
    }

    private static func variance(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
}
