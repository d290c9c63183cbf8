public import LinearAlgebra
internal import Quantities
internal import RealModule
public import Sampling

/// An exponential smoothing model fitted to a series.
public struct FittedETS: FittedSeries {
    /// The series that it was fitted to.
    public let series: TimeSeries
    /// The kinds of error, trend and season.
    public let form: ETSForm
    /// Smoothing parameters and initial states.
    public let parameters: ETSParameters
    /// The expectation of each step from those before it.
    public let fitted: [Double]
    /// Minus twice the logarithm of the likelihood, up to a constant of the series.
    public let deviance: Double
    /// The variance of the errors: squares over steps less estimated numbers.
    public let variance: Double

    /// Level and trend after the last step; the season of the period after it.
    let level: Double
    let slope: Double
    let season: [Double]

    init?(
        _ series: TimeSeries, _ parameters: ETSParameters, _ recursion: ETSRecursion,
        _ likelihood: ETSLikelihood
    ) {
        let sums = recursion.run(parameters)
        let count = recursion.count
        guard sums.squares.isFinite else { return nil }
        self.series = series
        form = recursion.form
        self.parameters = parameters
        deviance = likelihood.value(sums)
        fitted = (0..<count).map { recursion.forecasts[$0] }
        level = recursion.levels[count]
        slope = recursion.form.trend == .none ? 0 : recursion.slopes[count]
        season =
            recursion.form.season == .none
            ? [] : (0..<recursion.period).map { recursion.seasons[count + $0] }
        let estimated = recursion.form.parameterCount(period: recursion.period)
        variance = sums.squares / Double(max(count - estimated, 1))
    }

    /// As the field writes it: `ETS(A,Ad,N)`.
    public var method: String { form.name }

    /// Estimated numbers, the variance of the errors among them.
    public var parameterCount: Int {
        form.parameterCount(period: series.period) + 1
    }

    /// Akaike's criterion corrected for short series, `deviance + 2 k n / (n - k - 1)` for k
    /// estimated numbers; infinite where the series is too short for it.
    public var aicc: Double {
        let (numbers, steps) = (Double(parameterCount), Double(series.count))
        guard steps - numbers - 1 > 0 else { return .infinity }
        return deviance + 2 * numbers + 2 * numbers * (numbers + 1) / (steps - numbers - 1)
    }

    /// Mean and central interval.
    ///
    /// Intervals follow from the variance of each step, exactly where level, trend and season are
    /// added and by the approximation of Hyndman et al. (2008, section 6.4) where all are
    /// multiplied; a multiplied season with an added error takes 2,000 paths of a stream of their
    /// own.
    public func forecast(steps: Int, level: Double) -> Forecast {
        let mean = means(steps: steps)
        guard form.season != .multiplicative || form.error == .multiplicative else {
            return Forecast(
                mean: mean, paths: simulate(steps: steps, paths: 2000, stream: .ofIntervals),
                level: level)
        }
        let deviations = variances(mean).map { $0.squareRoot() }
        return Forecast(mean: mean, deviations: deviations, level: level)
    }

    /// Paths with normal errors.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        var elements = [Double](repeating: 0, count: paths * steps)
        let deviation = variance.squareRoot()
        for path in 0..<paths {
            var state = State(self)
            for step in 0..<steps {
                let error = deviation * StandardNormal.quantile(stream.uniform(path, step))
                elements[step * paths + path] = state.advance(error: error)
            }
        }
        return Matrix(rows: paths, columns: steps, columnMajor: elements)
    }

    private func means(steps: Int) -> [Double] {
        var state = State(self)
        return (0..<steps).map { _ in state.advance(error: 0) }
    }

    /// Variances of the steps: sums of squares of what earlier errors leave.
    private func variances(_ mean: [Double]) -> [Double] {
        let weights = shockWeights(steps: mean.count)
        guard form.error == .multiplicative else {
            var sum = 1.0
            return mean.indices.map { step in
                if step > 0 { sum += weights[step - 1] * weights[step - 1] }
                return variance * sum
            }
        }
        let isProduct = form.season == .multiplicative
        var powers = [Double]()
        return mean.indices.map { step in
            let figure = isProduct ? season[step % season.count] : 1
            let base = mean[step] / figure
            var power = base * base
            for back in 0..<step {
                power += variance * weights[back] * weights[back] * powers[step - 1 - back]
            }
            powers.append(power)
            var spread = 1 + variance
            if isProduct {
                let recurred = Double(step / season.count)
                spread *= .pow(1 + parameters.gamma * parameters.gamma * variance, recurred)
            }
            return figure * figure * max(spread * power - base * base, 0)
        }
    }

    /// What an error of one leaves in the expectation of each later step.
    private func shockWeights(steps: Int) -> [Double] {
        var (rise, slope) = (parameters.alpha, parameters.beta)
        return (1...max(steps, 1)).map { distance in
            slope *= parameters.phi
            rise += slope
            let recurs = form.season == .additive && distance % series.period == 0
            return rise + (recurs ? parameters.gamma : 0)
        }
    }
}

extension FittedETS {
    /// The states as a path goes on.
    private struct State {
        private let form: ETSForm
        private let parameters: ETSParameters
        private var level: Double
        private var slope: Double
        private var season: [Double]
        private var place = 0

        init(_ fitted: FittedETS) {
            form = fitted.form
            parameters = fitted.parameters
            level = fitted.level
            slope = fitted.slope
            season = fitted.season
        }

        /// The observation of the next step under an error.
        mutating func advance(error: Double) -> Double {
            let damped = parameters.phi * slope
            let base = level + damped
            let figure = season.isEmpty ? 0 : season[place]
            let forecast = form.season == .multiplicative ? base * figure : base + figure
            let value = form.error == .additive ? forecast + error : forecast * (1 + error)
            let adjusted = form.season == .multiplicative ? value / figure : value - figure
            let share = form.season == .multiplicative ? value / base : value - base
            let next = base + parameters.alpha * (adjusted - base)
            slope =
                damped + parameters.beta / parameters.alpha * (next - level - damped)
            level = next
            if !season.isEmpty {
                season[place] = figure + parameters.gamma * (share - figure)
                place = (place + 1) % season.count
            }
            return value
        }
    }
}
