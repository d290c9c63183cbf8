public import LinearAlgebra
internal import Quantities
public import Sampling

/// A theta model fitted to a series.
public struct FittedTheta: FittedSeries {
    /// The series that it was fitted to.
    public let series: TimeSeries
    /// The season that was taken out, or nil.
    public let season: ClassicalDecomposition?
    /// The expectation of each step from those before it.
    public let fitted: [Double]
    let model: ThetaModel

    init(_ series: TimeSeries, _ season: ClassicalDecomposition?, _ model: ThetaModel) {
        self.series = series
        self.season = season
        self.model = model
        fitted = model.fitted.enumerated().map { season?.restored($1, step: $0) ?? $1 }
    }

    /// `Theta`, `OTM` or `DOTM`, as the literature has it.
    public var method: String {
        switch model.variant {
        case .standard: "Theta"
        case .optimised: "OTM"
        case .dynamicOptimised: "DOTM"
        }
    }

    /// The share of an error that the level takes.
    public var alpha: Double { model.alpha }

    /// The theta of the line that is pulled to: 2 in the standard method, infinite for the line
    /// itself.
    public var theta: Double { 1 / (1 - model.pull) }

    /// Mean and interval of normal errors, with the season put back on both.
    public func forecast(steps: Int, level: Double) -> Forecast {
        let plain = Forecast(
            mean: model.means(steps: steps), deviations: model.deviations(steps: steps),
            level: level)
        return Forecast(
            mean: restored(plain.mean), lower: restored(plain.lower),
            upper: restored(plain.upper), level: level)
    }

    /// Paths with normal errors.
    public func simulate(steps: Int, paths: Int, stream: RandomStream) -> Matrix {
        var elements = [Double](repeating: 0, count: paths * steps)
        let deviation = model.variance.squareRoot()
        for path in 0..<paths {
            var state = ThetaModel.Path(model)
            for step in 0..<steps {
                let error = deviation * StandardNormal.quantile(stream.uniform(path, step))
                let value = state.advance(error: error)
                elements[step * paths + path] =
                    season?.restored(value, step: series.count + step) ?? value
            }
        }
        return Matrix(rows: paths, columns: steps, columnMajor: elements)
    }

    private func restored(_ values: [Double]) -> [Double] {
        guard let season else { return values }
        return values.enumerated().map { season.restored($1, step: series.count + $0) }
    }
}
