public import LinearAlgebra
internal import Quantities
public import Sampling

/// A simple method fitted to a series.
public struct FittedSimple: FittedSeries {
    /// The method.
    public let simple: SimpleMethod
    /// The series that it was fitted to.
    public let series: TimeSeries
    /// The expectation of each step from those before it.
    public let fitted: [Double]
    /// Standard deviation of the residuals, with a degree of freedom less for each number
    /// estimated.
    public let deviation: Double

    private let centre: Double
    private let rise: Double

    init(_ simple: SimpleMethod, _ series: TimeSeries) {
        self.simple = simple
        self.series = series
        let values = series.values
        let present = values.filter { !$0.isNaN }
        let mean = present.reduce(0, +) / Double(present.count)
        let rise =
            simple == .drift ? (values[values.count - 1] - values[0]) / Double(values.count - 1) : 0
        let lag = simple == .seasonalNaive ? series.period : 1
        centre = mean
        self.rise = rise
        fitted = values.indices.map { step in
            if simple == .mean { return mean }
            return step >= lag ? values[step - lag] + rise : .nan
        }
        let errors = zip(values, fitted).map { $0 - $1 }.filter { !$0.isNaN }
        let squares = errors.reduce(0) { $0 + $1 * $1 }
        let estimated = simple == .mean || simple == .drift ? 1 : 0
        deviation = (squares / Double(max(errors.count - estimated, 1))).squareRoot()
    }

    /// The method as the field writes it.
    public var method: String {
        switch simple {
        case .mean: "Mean"
        case .naive: "Naive"
        case .seasonalNaive: "Seasonal naive"
        case .drift: "Drift"
        }
    }

    /// Mean and interval of normal errors, by the formulas of the text books.
    public func forecast(steps: Int, level: Double) -> Forecast {
        Forecast(
            mean: (0..<steps).map(mean), deviations: (0..<steps).map { deviation * spread($0) },
            level: level)
    }

    /// Paths with normal errors.
    ///
    /// The mean and the drift of a path are drawn with their own errors, by the number past
    /// `steps`.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        var elements = [Double](repeating: 0, count: paths * steps)
        let count = Double(series.count)
        for path in 0..<paths {
            func error(_ item: Int) -> Double {
                deviation * StandardNormal.quantile(stream.uniform(path, item))
            }
            let lag = simple == .seasonalNaive ? series.period : 1
            var sums = [Double](repeating: 0, count: lag)
            // Steps count from 0: an item below is the path's own.
            let common = simple == .mean || simple == .drift ? error(-1 - steps) : 0
            for step in 0..<steps {
                let value: Double
                switch simple {
                case .mean: value = mean(step) + common / count.squareRoot() + error(step)
                case .naive, .seasonalNaive, .drift:
                    sums[step % lag] += error(step)
                    let tilt = common * Double(step + 1) / (count - 1).squareRoot()
                    value = mean(step) + sums[step % lag] + tilt
                }
                elements[step * paths + path] = value
            }
        }
        return Matrix(rows: paths, columns: steps, columnMajor: elements)
    }

    private func mean(_ step: Int) -> Double {
        let values = series.values
        switch simple {
        case .mean: return centre
        case .naive, .drift: return values[values.count - 1] + rise * Double(step + 1)
        case .seasonalNaive:
            return values[values.count - series.period + step % series.period]
        }
    }

    /// The deviation of a step in deviations of a residual.
    private func spread(_ step: Int) -> Double {
        let (ahead, count) = (Double(step + 1), Double(series.count))
        return switch simple {
        case .mean: (1 + 1 / count).squareRoot()
        case .naive: ahead.squareRoot()
        case .seasonalNaive: Double(step / series.period + 1).squareRoot()
        case .drift: (ahead * (1 + ahead / (count - 1))).squareRoot()
        }
    }
}
