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
    /// The last observation, and how many steps without one follow it.
    private let last: Double
    private let age: Int
    /// Steps from the first observation to the last.
    private let span: Double
    /// How many observations there are.
    private let seen: Double

    init(_ simple: SimpleMethod, _ series: TimeSeries) {
        self.simple = simple
        self.series = series
        let values = series.values
        let present = values.indices.filter { !values[$0].isNaN }
        let (first, last) = (present[0], present[present.count - 1])
        let mean = present.reduce(0) { $0 + values[$1] } / Double(present.count)
        let span = Double(last - first)
        let rise = simple == .drift ? (values[last] - values[first]) / span : 0
        centre = mean
        self.rise = rise
        self.last = values[last]
        age = values.count - 1 - last
        self.span = span
        seen = Double(present.count)
        let (fitted, gaps) = Self.fitted(simple, series, mean: mean, rise: rise)
        self.fitted = fitted
        let errors = values.indices.map { (values[$0] - fitted[$0]) / gaps[$0].squareRoot() }
            .filter { !$0.isNaN }
        let squares = errors.reduce(0) { $0 + $1 * $1 }
        let estimated = simple == .mean || simple == .drift ? 1 : 0
        deviation = (squares / Double(max(errors.count - estimated, 1))).squareRoot()
    }

    /// What is expected of each step, and the variance of its error in that of one step: a walk
    /// moves on where nobody looks.
    private static func fitted(
        _ simple: SimpleMethod, _ series: TimeSeries, mean: Double, rise: Double
    ) -> (values: [Double], variances: [Double]) {
        let values = series.values
        var variances = [Double](repeating: 1, count: values.count)
        switch simple {
        case .mean: return (values.map { _ in mean }, variances)
        case .seasonalNaive:
            let lag = series.period
            return (values.indices.map { $0 >= lag ? values[$0 - lag] : .nan }, variances)
        case .naive, .drift:
            var fitted = [Double](repeating: .nan, count: values.count)
            var seen: Int?
            for step in values.indices {
                if let seen {
                    variances[step] = Double(step - seen)
                    fitted[step] = values[seen] + rise * variances[step]
                }
                if !values[step].isNaN { seen = step }
            }
            return (fitted, variances)
        }
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
        for path in 0..<paths {
            func error(_ item: Int) -> Double {
                deviation * StandardNormal.quantile(stream.uniform(path, item))
            }
            let lag = simple == .seasonalNaive ? series.period : 1
            var sums = [Double](repeating: 0, count: lag)
            // Steps count from 0: the items below are the path's own.
            let common = simple == .mean || simple == .drift ? error(-1 - steps) : 0
            if age > 0, simple == .naive || simple == .drift {
                sums[0] = error(-2 - steps) * Double(age).squareRoot()
            }
            for step in 0..<steps {
                let value: Double
                switch simple {
                case .mean: value = mean(step) + common / seen.squareRoot() + error(step)
                case .naive, .seasonalNaive, .drift:
                    sums[step % lag] += error(step)
                    let tilt = common * ahead(step) / span.squareRoot()
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
        case .naive, .drift: return last + rise * ahead(step)
        case .seasonalNaive:
            return values[values.count - series.period + step % series.period]
        }
    }

    /// Steps from the last observation.
    private func ahead(_ step: Int) -> Double { Double(step + 1 + age) }

    /// The deviation of a step in deviations of a residual.
    private func spread(_ step: Int) -> Double {
        let ahead = ahead(step)
        return switch simple {
        case .mean: (1 + 1 / seen).squareRoot()
        case .naive: ahead.squareRoot()
        case .seasonalNaive: Double(step / series.period + 1).squareRoot()
        case .drift: (ahead * (1 + ahead / span)).squareRoot()
        }
    }
}
