/// The orders of a seasonal ARIMA model, `(p,d,q)(P,D,Q)`.
public struct ARIMAOrder: Sendable, Hashable {
    /// Autoregressive terms.
    public var p: Int
    /// First differences.
    public var d: Int
    /// Moving-average terms.
    public var q: Int
    /// Autoregressive terms at multiples of the season.
    public var seasonalP: Int
    /// Seasonal differences.
    public var seasonalD: Int
    /// Moving-average terms at multiples of the season.
    public var seasonalQ: Int

    /// An order without seasonal terms, or with the three given ones.
    public init(
        _ p: Int, _ d: Int, _ q: Int, seasonal: (p: Int, d: Int, q: Int) = (0, 0, 0)
    ) {
        precondition(min(p, d, q, seasonal.p, seasonal.d, seasonal.q) >= 0, "an order below 0")
        self.p = p
        self.d = d
        self.q = q
        seasonalP = seasonal.p
        seasonalD = seasonal.d
        seasonalQ = seasonal.q
    }

    /// Terms that are estimated, regressors apart.
    var termCount: Int { p + q + seasonalP + seasonalQ }

    /// Steps that differences use up.
    func lostSteps(period: Int) -> Int { d + seasonalD * period }

    /// `ARIMA(1,1,0)(0,1,1)[12]`, the seasonal part only where there is one.
    func name(period: Int) -> String {
        let seasonal = "(\(seasonalP),\(seasonalD),\(seasonalQ))[\(period)]"
        let hasSeason = seasonalP + seasonalD + seasonalQ > 0
        return "ARIMA(\(p),\(d),\(q))" + (hasSeason ? seasonal : "")
    }

    /// The series after both kinds of differences, `lostSteps` shorter.
    func differenced(_ values: [Double], period: Int) -> [Double] {
        var result = values
        let lags =
            [Int](repeating: period, count: seasonalD) + [Int](repeating: 1, count: d)
        for lag in lags {
            guard result.count > lag else { return [] }
            result = zip(result.dropFirst(lag), result).map { $0 - $1 }
        }
        return result
    }
}
