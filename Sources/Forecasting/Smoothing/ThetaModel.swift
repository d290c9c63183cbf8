internal import RealModule

/// A theta model at the end of a series without season.
struct ThetaModel: Sendable, Equatable {
    let variant: Theta.Variant
    /// The share of an error that the level takes.
    let alpha: Double
    /// What the line counts for, `1 - 1 / theta`.
    let pull: Double
    let line: ThetaLine
    /// The smoothed level after the last step.
    let level: Double
    let fitted: [Double]
    /// The variance of errors.
    let variance: Double

    /// The state as a path goes on.
    struct Path {
        private let model: ThetaModel
        private let start: Int
        private var level: Double
        private var line: ThetaLine
        private var decay: Double

        init(_ model: ThetaModel) {
            self.model = model
            level = model.level
            line = model.line
            start = model.line.count
            decay = .pow(1 - model.alpha, model.line.count)
        }

        /// The observation of the next step under an error.
        mutating func advance(error: Double) -> Double {
            let (alpha, pull) = (model.alpha, model.pull)
            if model.variant == .standard {
                let rise = pull * line.slope
                let value = level + rise * (1 - decay) / alpha + error
                level += rise + alpha * error
                return value
            }
            let drawn = line.intercept * decay + line.slope * (1 - decay * (1 - alpha)) / alpha
            let value = level + pull * drawn + error
            level += alpha * (value - level)
            decay *= 1 - alpha
            if model.variant == .dynamicOptimised { line.append(value) }
            return value
        }
    }

    func means(steps: Int) -> [Double] { path(steps: steps, shockAt: nil) }

    /// Deviations of the steps: the path is linear in its errors.
    func deviations(steps: Int) -> [Double] {
        let calm = means(steps: steps)
        var powers = [Double](repeating: 0, count: steps)
        for shock in 0..<steps {
            if variant != .dynamicOptimised {
                for step in shock..<steps { powers[step] += step == shock ? 1 : alpha * alpha }
                continue
            }
            let shaken = path(steps: steps, shockAt: shock)
            for step in shock..<steps {
                let effect = (shaken[step] - calm[step]) / unit
                powers[step] += effect * effect
            }
        }
        return powers.map { ($0 * variance).squareRoot() }
    }

    /// An error of the size of the level, so that differences keep their digits.
    private var unit: Double { max(abs(line.mean), variance.squareRoot(), 1e-300) }

    private func path(steps: Int, shockAt shock: Int?) -> [Double] {
        var path = Path(self)
        return (0..<steps).map { path.advance(error: $0 == shock ? unit : 0) }
    }
}
