/// The kind of error, trend and season of an exponential smoothing model.
///
/// Reference: R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, Forecasting with
/// Exponential Smoothing: The State Space Approach, 2008, doi:10.1007/978-3-540-71918-2.
public struct ETSForm: Sendable, Hashable {
    /// Whether an error is added to the expectation or is a share of it.
    public enum ErrorKind: String, Sendable, CaseIterable {
        /// `y = f + e`.
        case additive = "A"
        /// `y = f (1 + e)`.
        case multiplicative = "M"
    }

    /// How the level moves on.
    public enum Trend: String, Sendable, CaseIterable {
        /// It stays.
        case none = "N"
        /// By the same step each time.
        case additive = "A"
        /// By a step that shrinks each time.
        case damped = "Ad"
    }

    /// How the season acts.
    public enum Season: String, Sendable, CaseIterable {
        /// There is none.
        case none = "N"
        /// It is added to the level.
        case additive = "A"
        /// It multiplies the level.
        case multiplicative = "M"
    }

    /// How an error acts.
    public let error: ErrorKind
    /// How the level moves on.
    public let trend: Trend
    /// How the season acts.
    public let season: Season

    /// The model of these parts.
    public init(_ error: ErrorKind, _ trend: Trend, _ season: Season) {
        self.error = error
        self.trend = trend
        self.season = season
    }

    /// As the field writes it: `ETS(A,Ad,N)`.
    public var name: String { "ETS(\(error.rawValue),\(trend.rawValue),\(season.rawValue))" }

    /// The forms that an automatic choice tries: those whose variance stays finite.
    ///
    /// Multiplied parts are for positive series alone; a multiplied season with an added error is
    /// left out, as its errors explode where the season is near zero.
    static func candidates(isPositive: Bool, isSeasonal: Bool) -> [ETSForm] {
        ErrorKind.allCases.filter { $0 == .additive || isPositive }.flatMap { error in
            Trend.allCases.flatMap { trend in
                Season.allCases.filter { season in
                    season == .none
                        || isSeasonal && (season == .additive || error == .multiplicative)
                }.map { ETSForm(error, trend, $0) }
            }
        }
    }

    /// Numbers that are estimated: smoothing parameters and initial states.
    func parameterCount(period: Int) -> Int {
        let trendCount = trend == .none ? 0 : trend == .damped ? 3 : 2
        return 2 + trendCount + (season == .none ? 0 : period)
    }
}
