public import LinearAlgebra
internal import Optimization
internal import Quantities
internal import RealModule
public import Sampling

/// A growth curve with its parameters.
public struct FittedGrowth: FittedSeries {
    /// The series that it was fitted to.
    public let series: TimeSeries

    /// The curve at each step of the series, all observations known.
    public let fitted: [Double]

    /// The ceiling; its error is 0 where it was given.
    public let ceiling: Estimate

    /// The other parameters in the order of the curve's formula: rate and midpoint, for Richards
    /// the shape too; innovation and imitation for Bass.
    public let parameters: [Estimate]

    /// The sum of the squared residuals.
    public let sumOfSquares: Double

    /// The standard deviation of an observation about the curve.
    public let deviation: Double

    private let growth: Growth
    private let scale: Double
    private let free: [Double]
    /// The lower factor of `J'J`, with J in units of the scale.
    private let factor: CholeskyFactorization

    init?(
        _ growth: Growth, series: TimeSeries, known: [Int], scale: Double,
        result: LevenbergMarquardt.Result
    ) {
        let normal = result.jacobian.transpose * result.jacobian
        guard let factor = try? CholeskyFactorization(normal),
            factor.reciprocalCondition > 1e-14
        else { return nil }
        self.growth = growth
        self.series = series
        self.scale = scale
        self.factor = factor
        let free = result.point
        self.free = free
        sumOfSquares = result.sumOfSquares * scale * scale
        let unit = (result.sumOfSquares / Double(known.count - free.count)).squareRoot()
        deviation = unit * scale
        let inverse = factor.solve(Matrix.identity(free.count))
        let errors = free.indices.map { unit * inverse[$0, $0].squareRoot() }
        fitted = series.values.indices.map { step in
            free.withUnsafeBufferPointer { growth.value(Double(step), $0, scale) }
        }
        let first: Int
        if let given = growth.ceiling {
            ceiling = Estimate(value: given, standardError: 0)
            first = 0
        } else {
            let value = scale * .exp(free[0])
            ceiling = Estimate(value: value, standardError: value * errors[0])
            first = 1
        }
        parameters = (first..<free.count).map { place in
            guard growth.curve.isLogarithm(place - first) else {
                return Estimate(value: free[place], standardError: errors[place])
            }
            let value = Double.exp(free[place])
            return Estimate(value: value, standardError: value * errors[place])
        }
    }

    /// `Logistic`, `Gompertz`, `Richards` or `Bass`.
    public var method: String {
        switch growth.curve {
        case .logistic: "Logistic"
        case .gompertz: "Gompertz"
        case .richards: "Richards"
        case .bass: "Bass"
        }
    }

    private func value(_ step: Int, _ free: [Double]) -> Double {
        free.withUnsafeBufferPointer {
            growth.value(Double(series.count + step), $0, scale)
        }
    }

    /// Where outcomes of a curve may lie.
    private func outcome(_ center: Double, _ deviation: Double, ceiling: Double) -> CutNormal {
        CutNormal(center: center, deviation: deviation, lower: 0, upper: ceiling)
    }

    /// Mean and central interval of outcomes cut off at 0 and at a given ceiling: scatter about the
    /// curve and, by the delta method, what is not known of it.
    public func forecast(steps: Int, level: Double) -> Forecast {
        var forecast = Forecast(mean: [], lower: [], upper: [], level: level)
        let highest = growth.ceiling ?? .infinity
        for step in 0..<steps {
            let center = value(step, free)
            let slopes = free.indices.map { axis in
                var (above, below) = (free, free)
                above[axis] += 0x1p-17
                below[axis] -= 0x1p-17
                return (value(step, above) - value(step, below)) / 0x1p-16
            }
            let along = factor.solve(Vector(slopes))
            let unknown = Vector(slopes).dot(along) * (deviation / scale) * (deviation / scale)
            let law = outcome(
                center, (unknown + deviation * deviation).squareRoot(), ceiling: highest)
            forecast.mean.append(law.mean)
            forecast.lower.append(law.quantile(0.5 - level / 2))
            forecast.upper.append(law.quantile(0.5 + level / 2))
        }
        return forecast
    }

    /// Paths about curves whose parameters are drawn once for a path; each stays between 0 and the
    /// ceiling, the path's own where it was estimated.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        var out = Matrix(rows: paths, columns: steps)
        let unit = deviation / scale
        for path in 0..<paths {
            // L' d = z gives d the covariance (L L')^-1.
            var drawn = free.indices.map {
                unit * StandardNormal.quantile(stream.uniform(path, -1 - $0))
            }
            for row in free.indices.reversed() {
                for other in row + 1..<free.count {
                    drawn[row] -= factor.lower[other, row] * drawn[other]
                }
                drawn[row] /= factor.lower[row, row]
            }
            for axis in free.indices { drawn[axis] += free[axis] }
            let top = growth.ceiling ?? scale * GrowthCurve.power(drawn[0])
            for step in 0..<steps {
                out[path, step] = outcome(value(step, drawn), deviation, ceiling: top)
                    .quantile(stream.uniform(path, step))
            }
        }
        return out
    }
}

/// A normal distribution cut off at two ends.
struct CutNormal {
    let center: Double
    let deviation: Double
    let lower: Double
    let upper: Double

    private func standard(_ x: Double) -> Double { (x - center) / deviation }

    /// The quantile, inside the ends whatever the rounding.
    func quantile(_ u: Double) -> Double {
        guard deviation > 0 else { return min(max(center, lower), upper) }
        let (a, b) = (standard(lower), standard(upper))
        // From the end at which probabilities are small.
        let z: Double
        if a > 0 {
            let (high, low) = (StandardNormal.cdf(-a), StandardNormal.cdf(-b))
            z = -StandardNormal.quantile(high - u * (high - low))
        } else {
            let (low, high) = (StandardNormal.cdf(a), StandardNormal.cdf(b))
            z = StandardNormal.quantile(low + u * (high - low))
        }
        return min(max(center + deviation * z, lower), upper)
    }

    /// The mean, `c + s (phi(a) - phi(b)) / (Phi(b) - Phi(a))`.
    var mean: Double {
        guard deviation > 0 else { return min(max(center, lower), upper) }
        let (a, b) = (standard(lower), standard(upper))
        let mass =
            a > 0
            ? StandardNormal.cdf(-a) - StandardNormal.cdf(-b)
            : StandardNormal.cdf(b) - StandardNormal.cdf(a)
        guard mass > 0 else { return min(max(center, lower), upper) }
        let shift = (StandardNormal.density(a) - StandardNormal.density(b)) / mass
        return min(max(center + deviation * shift, lower), upper)
    }
}
