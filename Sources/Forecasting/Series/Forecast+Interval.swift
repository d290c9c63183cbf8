internal import LinearAlgebra
internal import Quantities
internal import Sampling

extension Forecast {
    /// Means with intervals of normal errors.
    init(mean: [Double], deviations: [Double], level: Double) {
        let reach = -StandardNormal.quantile((1 - level) / 2)
        self.init(
            mean: mean, lower: zip(mean, deviations).map { $0 - reach * $1 },
            upper: zip(mean, deviations).map { $0 + reach * $1 }, level: level)
    }

    /// The deviation of a normal outcome that would have each interval's width.
    var deviations: [Double] {
        let reach = -StandardNormal.quantile((1 - level) / 2)
        return zip(lower, upper).map { ($1 - $0) / (2 * reach) }
    }

    /// The mixture of forecasts of one level and length: means by weight, and the deviation of the
    /// mixture, within the parts and between them.
    static func mixture(_ parts: [Forecast], weights: [Double]) -> (
        mean: [Double], deviations: [Double]
    ) {
        var (mean, power) = ([Double](), [Double]())
        let spreads = parts.map(\.deviations)
        for step in parts[0].mean.indices {
            let centre = zip(parts, weights).reduce(0) { $0 + $1.1 * $1.0.mean[step] }
            var sum = 0.0
            for place in parts.indices {
                let distance = parts[place].mean[step] - centre
                sum +=
                    weights[place]
                    * (spreads[place][step] * spreads[place][step] + distance * distance)
            }
            mean.append(centre)
            power.append(sum.squareRoot())
        }
        return (mean, power)
    }

    /// Means with the quantiles of paths, one row for each path.
    init(mean: [Double], paths: Matrix, level: Double) {
        var (lower, upper) = ([Double](), [Double]())
        for step in mean.indices {
            let sorted = (0..<paths.rows).map { paths[$0, step] }.filter { !$0.isNaN }.sorted()
            lower.append(Self.quantile(sorted, (1 - level) / 2))
            upper.append(Self.quantile(sorted, (1 + level) / 2))
        }
        self.init(mean: mean, lower: lower, upper: upper, level: level)
    }

    /// The quantile of sorted values, between the two nearest (type 7 of Hyndman and Fan).
    static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        guard !sorted.isEmpty else { return .nan }
        let place = share * Double(sorted.count - 1)
        let below = min(max(Int(place), 0), sorted.count - 1)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
}

extension RandomStream {
    /// The paths from which intervals are read, the same in every run.
    static let ofIntervals = RandomStream(seed: 0, name: "forecast intervals")
}
