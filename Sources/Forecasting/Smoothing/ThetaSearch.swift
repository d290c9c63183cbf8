internal import RealModule

/// Estimates smoothing, pull and first level of a theta model by least squares.
///
/// For a smoothing parameter a, the errors are linear in the pull w and the first level l,
///
///     e_i = y_i - S_i(a) - w D_i(a) - l (1 - a)^i,
///
/// so that both follow from two normal equations, and the search has one dimension: a grid over
/// [0.1, 0.99], then golden sections. The first three errors are left out, and w stays in [0, 1].
struct ThetaSearch {
    private let values: [Double]
    private let isDynamic: Bool
    /// Intercept and slope that each step sees.
    private let intercepts: [Double]
    private let slopes: [Double]
    private let line: ThetaLine

    /// - Parameter line: the line that all steps see; nil for that of the observations before each.
    init(_ values: [Double], line fixed: ThetaLine?) {
        self.values = values
        isDynamic = fixed == nil
        var line = fixed ?? ThetaLine(first: values[0])
        var (intercepts, slopes) = ([line.intercept], [line.slope])
        for value in values.dropFirst() {
            intercepts.append(line.intercept)
            slopes.append(line.slope)
            if isDynamic { line.append(value) }
        }
        self.intercepts = intercepts
        self.slopes = slopes
        self.line = line
    }

    private struct Fit {
        var squares: Double
        var alpha: Double
        var pull: Double
        var level: Double
    }

    /// The model of least squares.
    func best() -> ThetaModel {
        let grid = (0...20).map { 0.1 + 0.89 * Double($0) / 20 }
        let fits = grid.map(fit)
        var best = 0
        for place in fits.indices where fits[place].squares < fits[best].squares { best = place }
        let refined = refine(
            fits[best], between: grid[max(best - 1, 0)], and: grid[min(best + 1, 20)])
        return model(refined)
    }

    private func refine(_ start: Fit, between low: Double, and high: Double) -> Fit {
        let golden = 0.618_033_988_749_894_9
        var (low, high, best) = (low, high, start)
        var inner = fit(high - golden * (high - low))
        var outer = fit(low + golden * (high - low))
        for _ in 0..<24 {
            if inner.squares < best.squares { best = inner }
            if outer.squares < best.squares { best = outer }
            if inner.squares < outer.squares {
                (high, outer) = (outer.alpha, inner)
                inner = fit(high - golden * (high - low))
            } else {
                (low, inner) = (inner.alpha, outer)
                outer = fit(low + golden * (high - low))
            }
        }
        return best
    }

    private func fit(_ alpha: Double) -> Fit {
        var (yy, yd, yp, dd, dp, pp) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        let keep = 1 - alpha
        var (smooth, decay) = (0.0, 1.0)
        for step in values.indices {
            if step >= 3 {
                let rest = values[step] - smooth
                let pulled = drawn(step, decay, alpha)
                yy += rest * rest
                yd += rest * pulled
                yp += rest * decay
                dd += pulled * pulled
                dp += pulled * decay
                pp += decay * decay
            }
            smooth += alpha * (values[step] - smooth)
            decay *= keep
        }
        let determinant = dd * pp - dp * dp
        var pull = determinant > 1e-12 * dd * pp ? (yd * pp - yp * dp) / determinant : 0.5
        pull = min(max(pull, 0), 1)
        let level = pp > 0 ? (yp - pull * dp) / pp : values[0]
        let squares =
            yy - 2 * pull * yd - 2 * level * yp + pull * pull * dd + 2 * pull * level * dp
            + level * level * pp
        return Fit(squares: squares, alpha: alpha, pull: pull, level: level)
    }

    /// What the line adds to a step, before its weight.
    private func drawn(_ step: Int, _ decay: Double, _ alpha: Double) -> Double {
        intercepts[step] * decay + slopes[step] * (1 - decay * (1 - alpha)) / alpha
    }

    private func model(_ fit: Fit) -> ThetaModel {
        var (level, decay, squares) = (fit.level, 1.0, 0.0)
        let fitted = values.indices.map { step in
            let mean =
                step == 0 && isDynamic
                ? values[0] : level + fit.pull * drawn(step, decay, fit.alpha)
            if step >= 3 { squares += (values[step] - mean) * (values[step] - mean) }
            level += fit.alpha * (values[step] - level)
            decay *= 1 - fit.alpha
            return mean
        }
        return ThetaModel(
            variant: isDynamic ? .dynamicOptimised : .optimised, alpha: fit.alpha, pull: fit.pull,
            line: line, level: level, fitted: fitted,
            variance: squares / Double(max(values.count - 6, 1)))
    }
}
