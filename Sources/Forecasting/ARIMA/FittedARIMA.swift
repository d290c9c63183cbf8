public import LinearAlgebra
internal import Quantities
public import Sampling

/// An ARIMA model with its coefficients.
public struct FittedARIMA: FittedSeries {
    /// The orders that were fitted.
    public let order: ARIMAOrder

    /// Coefficients of the autoregression, nearest lag first.
    public let autoregressive: [Double]

    /// Coefficients of the seasonal autoregression.
    public let seasonalAutoregressive: [Double]

    /// Coefficients of the moving average, in `1 + theta B`.
    public let movingAverage: [Double]

    /// Coefficients of the seasonal moving average.
    public let seasonalMovingAverage: [Double]

    /// The mean of a model without differences, or the drift by the step of one with one; nil for a
    /// model without a constant.
    public let constant: Estimate?

    /// What each intervention adds, in the order in which they were given.
    public let effects: [Estimate]

    /// The variance of an innovation: squares over observations less coefficients.
    public let variance: Double

    /// The logarithm of the likelihood, with the variance that makes it greatest.
    public let logLikelihood: Double

    /// Akaike's criterion corrected for short series (AICc); the variance is one of its parameters.
    public let correctedCriterion: Double

    /// The series that it was fitted to.
    public let series: TimeSeries

    /// The expectation of each step from those before it, NaN while differences use steps up.
    public let fitted: [Double]

    private let problem: ArimaProblem
    private let solution: ArimaProblem.Solution

    init(problem: ArimaProblem, solution: ArimaProblem.Solution) {
        self.problem = problem
        self.solution = solution
        order = solution.order
        series = problem.series
        let likelihood = problem.likelihood(
            order, hasConstant: solution.hasConstant, radius: solution.radius)
        _ = solution.free.withUnsafeBufferPointer { likelihood.deviance($0) }
        let terms = likelihood.polynomials.terms
        let places = [order.p, order.seasonalP, order.q, order.seasonalQ]
            .reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
        autoregressive = Array(terms[places[0]..<places[1]])
        seasonalAutoregressive = Array(terms[places[1]..<places[2]])
        movingAverage = Array(terms[places[2]..<places[3]])
        seasonalMovingAverage = Array(terms[places[3]..<places[4]])
        let fit = likelihood.estimates()
        let variance =
            (fit?.squares ?? .nan) / Double(solution.observed - solution.parameters)
        self.variance = variance
        logLikelihood = -0.5 * solution.deviance
        correctedCriterion = solution.correctedCriterion
        let columns = likelihood.columns - 1
        var estimates = (likelihood.gaps..<columns).map { place in
            Estimate(
                value: fit?.coefficients[place] ?? .nan,
                standardError: ((fit?.covariance[place * (columns + 1)] ?? .nan) * variance)
                    .squareRoot())
        }
        var constant = solution.hasConstant ? estimates.removeFirst() : nil
        constant?.value += likelihood.constant
        self.constant = constant
        effects = estimates
        fitted = OneStep.expectations(
            problem, likelihood, coefficients: fit?.coefficients ?? [])
    }

    var free: [Double] { solution.free }
    var radius: Double { solution.radius }
    var interventions: [Intervention] { problem.interventions }

    /// `ARIMA(0,1,1)(0,1,1)[12]`, then `with drift` or `with mean` where it has one.
    public var method: String {
        var name = order.name(period: series.period)
        if solution.hasConstant {
            name += order.d + order.seasonalD > 0 ? " with drift" : " with mean"
        }
        return name
    }

    /// Means of the next steps, and the lower triangle by rows of the factor of their covariance.
    private func ahead(_ steps: Int) -> (mean: [Double], factor: [Double]) {
        let likelihood = problem.likelihood(
            order, hasConstant: solution.hasConstant, radius: solution.radius,
            ahead: problem.trailing + steps)
        _ = solution.free.withUnsafeBufferPointer { likelihood.deviance($0) }
        guard let fit = likelihood.estimates() else {
            let unknown = [Double](repeating: .nan, count: steps)
            return (unknown, [Double](repeating: .nan, count: steps * steps))
        }
        let columns = likelihood.columns - 1
        let first = likelihood.gaps - steps
        let mean = (0..<steps).map { problem.last - fit.coefficients[first + $0] }
        var factor = [Double](repeating: 0, count: steps * steps)
        for row in 0..<steps {
            for column in 0...row {
                var sum = fit.covariance[(first + row) * columns + first + column] * variance
                for k in 0..<column { sum -= factor[row * steps + k] * factor[column * steps + k] }
                let pivot = factor[column * (steps + 1)]
                factor[row * steps + column] =
                    row == column ? max(sum, 0).squareRoot() : (pivot > 0 ? sum / pivot : 0)
            }
        }
        return (mean, factor)
    }

    /// Mean and central interval; what is not known of constant, effects and gaps widens it, what
    /// is not known of the other terms does not.
    public func forecast(steps: Int, level: Double) -> Forecast {
        let z = StandardNormal.quantile(0.5 + level / 2)
        let (mean, factor) = ahead(steps)
        let reach = (0..<steps).map { row in
            z
                * (0...row).reduce(0) { $0 + factor[row * steps + $1] * factor[row * steps + $1] }
                .squareRoot()
        }
        return Forecast(
            mean: mean, lower: zip(mean, reach).map { $0 - $1 },
            upper: zip(mean, reach).map { $0 + $1 }, level: level)
    }

    /// Paths from the joint normal distribution of the next steps, later steps given earlier ones.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        let (mean, factor) = ahead(steps)
        var out = Matrix(rows: paths, columns: steps)
        for path in 0..<paths {
            let normals = (0..<steps).map { StandardNormal.quantile(stream.uniform(path, $0)) }
            for row in 0..<steps {
                out[path, row] =
                    mean[row] + (0...row).reduce(0) { $0 + factor[row * steps + $1] * normals[$1] }
            }
        }
        return out
    }
}
