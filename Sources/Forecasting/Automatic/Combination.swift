/// Several methods at once, weighed and widened by their errors at earlier origins.
///
/// Up to six earlier origins are gone back to. At each, every method is fitted to what was known
/// and continued over the next period and a half (six steps without a season). A method counts for
/// the inverse of its root mean squared error there. Intervals are those of the mixture of the
/// methods, widened by the root mean square of its errors in units of its deviation, where that is
/// above one: what was too narrow at earlier origins is too narrow now. Too wide intervals stay as
/// they are, since few origins prove little.
///
/// Methods take their slope as known. That of a walk's drift is not, which multiplies its variance
/// `h` steps ahead by `1 + h / (n - 1)`; a combination may be widened by a multiple of that.
///
/// References: J. M. Bates and C. W. J. Granger, The combination of forecasts, Operational Research
/// Quarterly 20 (1969), doi:10.1057/jors.1969.103; C. Chatfield, Calculating interval forecasts,
/// Journal of Business & Economic Statistics 11 (1993), doi:10.1080/07350015.1993.10509938.
public struct Combination: ForecastMethod {
    /// What the combination is called.
    public let name: String
    /// The methods.
    public let members: [any ForecastMethod]

    /// What an unknown slope counts for, in parts of what it does to a walk with drift.
    public let slope: Double

    /// The combination of methods, at least one.
    public init(_ name: String, _ members: [any ForecastMethod], slope: Double = 0) {
        precondition(!members.isEmpty, "a combination of nothing")
        self.name = name
        self.members = members
        self.slope = slope
    }

    /// Fits all methods to the series and to its beginnings.
    ///
    /// - Throws: What the first method throws that cannot be fitted to the whole series.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedCombination {
        var fitted = [any FittedSeries]()
        for member in members { fitted.append(try member.fit(series)) }
        let trials = EarlierOrigins.trials(members, series)
        let weights = EarlierOrigins.weights(trials, members: members.count)
        return FittedCombination(
            name, series, fitted, weights: weights,
            stretch: EarlierOrigins.stretch(trials, weights: weights), slope: slope,
            degreesOfFreedom: series.count - 4)
    }
}

/// What methods would have said at earlier origins.
enum EarlierOrigins {
    /// One origin: the forecasts of all methods and what came.
    struct Trial {
        var forecasts: [Forecast]
        var actual: [Double]
    }

    static func trials(_ members: [any ForecastMethod], _ series: TimeSeries) -> [Trial] {
        let horizon = series.period > 1 ? min(2 * series.period, 18) : 6
        let least = series.period > 1 ? max(8, 2 * series.period + 2) : 8
        let stride = max(1, horizon / 6)
        return (0..<6).compactMap { back in
            let origin = series.count - 1 - back * stride
            guard origin >= least else { return nil }
            let known = series.prefix(origin)
            let steps = min(horizon, series.count - origin)
            var forecasts = [Forecast]()
            for member in members {
                guard let fitted = try? member.fit(known) else { return nil }
                forecasts.append(fitted.forecast(steps: steps, level: 0.9))
            }
            return Trial(
                forecasts: forecasts, actual: Array(series.values[origin..<origin + steps]))
        }
    }

    /// Inverse root mean squared errors, made to sum to one; equal ones where they say nothing.
    static func weights(_ trials: [Trial], members: Int) -> [Double] {
        let inverse = (0..<members).map { member in
            let power = trials.reduce(0) { sum, trial in
                zip(trial.forecasts[member].mean, trial.actual).reduce(sum) {
                    $1.1.isNaN ? $0 : $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
                }
            }
            return 1 / power.squareRoot()
        }
        let sum = inverse.reduce(0, +)
        guard sum.isFinite, sum > 0 else {
            return [Double](repeating: 1 / Double(members), count: members)
        }
        return inverse.map { $0 / sum }
    }

    /// The root mean square of errors in deviations of the mixture, at least one; an error counts
    /// as five deviations at most, so that no single shock decides.
    static func stretch(_ trials: [Trial], weights: [Double]) -> Double {
        var (sum, count) = (0.0, 0.0)
        for trial in trials {
            let mixture = Forecast.mixture(trial.forecasts, weights: weights)
            for step in trial.actual.indices where mixture.deviations[step] > 0 {
                guard !trial.actual[step].isNaN else { continue }
                let error = (trial.actual[step] - mixture.mean[step]) / mixture.deviations[step]
                sum += min(error * error, 25)
                count += 1
            }
        }
        return count > 0 ? max(1, (sum / count).squareRoot()) : 1
    }
}
