/// Whether a series recurs with its period, by its autocorrelation at that distance.
///
/// It does where `|r_m| > 1.645 sqrt((1 + 2 (r_1^2 + ... + r_{m-1}^2)) / n)`: a test at 10 %, the
/// rule of the M competitions.
///
/// Reference: V. Assimakopoulos and K. Nikolopoulos, The theta model, International Journal of
/// Forecasting 16 (2000), doi:10.1016/S0169-2070(00)00066-2.
public struct SeasonalTest: Sendable, Equatable {
    /// Whether the season stands out.
    public let isSeasonal: Bool

    /// Tests a series without gaps; one of no more than two seasons never passes.
    public init(_ series: TimeSeries) {
        let (values, period) = (series.values, series.period)
        guard period > 1, values.count > 2 * period else {
            isSeasonal = false
            return
        }
        let mean = values.reduce(0, +) / Double(values.count)
        let centred = values.map { $0 - mean }
        let power = centred.reduce(0) { $0 + $1 * $1 }
        guard power > 0 else {
            isSeasonal = false
            return
        }
        let correlations = (1...period).map { lag in
            var sum = 0.0
            for step in lag..<centred.count { sum += centred[step] * centred[step - lag] }
            return sum / power
        }
        let noise = correlations.dropLast().reduce(1) { $0 + 2 * $1 * $1 } / Double(values.count)
        isSeasonal = abs(correlations[period - 1]) > 1.6448536269514722 * noise.squareRoot()
    }
}
