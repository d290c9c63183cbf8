public import LinearAlgebra
public import Sampling

/// Several methods fitted to one series, and what each counts for.
///
/// The outcome is drawn from one of them, by their weights: its mean is the weighted mean, its
/// variance that within the methods and that between them. Distances to the mean are stretched by
/// `stretch`, which the errors at earlier origins gave.
public struct FittedCombination: FittedSeries {
    /// What the combination is called.
    public let method: String
    /// The series that all were fitted to.
    public let series: TimeSeries
    /// The methods.
    public let members: [any FittedSeries]
    /// What each counts for; they sum to one.
    public let weights: [Double]
    /// What intervals are widened by.
    public let stretch: Double
    /// What an unknown slope adds: the variance `h` steps ahead grows by `slope h / (n - 1)` of
    /// itself.
    public let slope: Double
    /// Steps less numbers estimated, for intervals by Student's distribution; nil for normal ones.
    public let degreesOfFreedom: Int?

    init(
        _ method: String, _ series: TimeSeries, _ members: [any FittedSeries], weights: [Double],
        stretch: Double = 1, slope: Double = 0, degreesOfFreedom: Int? = nil
    ) {
        self.method = method
        self.series = series
        self.members = members
        self.weights = weights
        self.stretch = stretch
        self.slope = slope
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The weighted mean of what the methods expected.
    public var fitted: [Double] {
        series.values.indices.map { step in
            zip(members, weights).reduce(0) { $0 + $1.1 * $1.0.fitted[step] }
        }
    }

    /// The weighted mean, and the interval of the mixture's deviation.
    public func forecast(steps: Int, level: Double) -> Forecast {
        let parts = members.map { $0.forecast(steps: steps, level: level) }
        let mixture = Forecast.mixture(parts, weights: weights)
        let tail =
            degreesOfFreedom.map {
                StudentTail.factor(probability: (1 + level) / 2, freedom: Double(max($0, 3)))
            } ?? 1
        return Forecast(
            mean: mixture.mean,
            deviations: mixture.deviations.enumerated().map { tail * widening($0) * $1 },
            level: level)
    }

    /// Each path is one of a method that its own number decides, widened about the mean.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        let calm = members.map { $0.forecast(steps: steps, level: 0.5).mean }
        let mean = (0..<steps).map { step in
            zip(calm, weights).reduce(0) { $0 + $1.1 * $1.0[step] }
        }
        var elements = [Double](repeating: 0, count: paths * steps)
        let choices = (0..<paths).map { choice(stream.uniform($0, -1)) }
        for (place, member) in members.enumerated() where choices.contains(place) {
            let drawn = member.simulate(steps: steps, paths: paths, stream: stream)
            for path in 0..<paths where choices[path] == place {
                for step in 0..<steps {
                    elements[step * paths + path] =
                        mean[step] + widening(step) * (drawn[path, step] - mean[step])
                }
            }
        }
        return Matrix(rows: paths, columns: steps, columnMajor: elements)
    }

    /// By how much the deviation of a step is widened, but for Student's tails.
    private func widening(_ step: Int) -> Double {
        stretch * (1 + slope * Double(step + 1) / Double(series.count - 1)).squareRoot()
    }

    private func choice(_ share: Double) -> Int {
        var sum = 0.0
        for (place, weight) in weights.enumerated() {
            sum += weight
            if share < sum { return place }
        }
        return weights.count - 1
    }
}
