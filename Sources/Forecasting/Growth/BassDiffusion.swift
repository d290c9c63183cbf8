internal import LinearAlgebra
internal import Optimization
internal import RealModule

/// The diffusion of Bass learnt from new adopters by the step, the first step being 1.
///
/// Reference: F. Bass, A new product growth for model consumer durables, Management Science 15
/// (1969), doi:10.1287/mnsc.15.5.215.
public struct BassDiffusion: Sendable, Equatable {
    /// All who will ever adopt.
    public var market: Double
    /// The coefficient of innovation, by the step.
    public var innovation: Double
    /// The coefficient of imitation, by the step.
    public var imitation: Double

    /// How the parameters are estimated.
    public enum Estimation: Sendable, Hashable {
        /// Regression of a step's adopters on those before it and their square, as in 1969.
        case regression
        /// Least squares of a step's adopters from the density at its end, `m f(t)`.
        case density
        /// Least squares of a step's adopters from `m (F(t) - F(t - 1))` (Srinivasan and Mason).
        case increments
    }

    /// Learns a diffusion from new adopters.
    ///
    /// - Throws: `missing`, `outOfRange` below 0, `tooShort` below five steps, `notConverged`, also
    ///   where the regression gives no diffusion.
    public init(_ adopters: [Double], by estimation: Estimation) throws(FitFault) {
        if let step = adopters.firstIndex(where: { $0.isNaN }) { throw .missing(step: step) }
        if let step = adopters.firstIndex(where: { $0 < 0 }) { throw .outOfRange(step: step) }
        if adopters.count < 5 { throw .tooShort(needed: 5, have: adopters.count) }
        if estimation == .regression {
            self = try Self.regressed(adopters)
        } else {
            self = try Self.searched(adopters, isDensity: estimation == .density)
        }
    }

    private init(market: Double, innovation: Double, imitation: Double) {
        (self.market, self.innovation, self.imitation) = (market, innovation, imitation)
    }

    /// The share of the market that has adopted by a time in steps.
    public func share(_ time: Double) -> Double {
        let decay = Double.exp(-(innovation + imitation) * time)
        return (1 - decay) / (1 + imitation / innovation * decay)
    }

    /// New adopters by the step at a time, `m f(t)`.
    public func density(_ time: Double) -> Double {
        let sum = innovation + imitation
        let decay = Double.exp(-sum * time)
        let below = 1 + imitation / innovation * decay
        return market * sum * sum / innovation * decay / (below * below)
    }

    private static func regressed(_ adopters: [Double]) throws(FitFault) -> BassDiffusion {
        var (sum, before) = (0.0, [Double]())
        for count in adopters {
            before.append(sum)
            sum += count
        }
        let design = Matrix(rows: before.count, columns: 3) { row, power in
            power == 0 ? 1 : power == 1 ? before[row] : before[row] * before[row]
        }
        guard let fit = try? LeastSquaresFit(Vector(adopters), on: design) else {
            throw .notConverged
        }
        let (a, b, c) = (fit.coefficients[0], fit.coefficients[1], fit.coefficients[2])
        let root = (b * b - 4 * a * c).squareRoot()
        let market = (-b - root) / (2 * c)
        guard a > 0, market > 0, market.isFinite else { throw .notConverged }
        return BassDiffusion(market: market, innovation: a / market, imitation: -market * c)
    }

    private static func searched(
        _ adopters: [Double], isDensity: Bool
    ) throws(FitFault) -> BassDiffusion {
        let total = adopters.reduce(0, +)
        func diffusion(_ free: UnsafeBufferPointer<Double>) -> BassDiffusion {
            BassDiffusion(
                market: total * .exp(free[0]), innovation: .exp(free[1]), imitation: .exp(free[2]))
        }
        var best: LevenbergMarquardt.Result?
        for (p, q) in [(0.003, 0.6), (0.01, 0.3), (0.03, 0.3), (0.03, 0.05)] {
            let found = LevenbergMarquardt(tolerance: 1e-12, maximumSteps: 500).minimum(
                from: [.log(1.2), .log(p), .log(q)], count: adopters.count
            ) { point, residuals in
                let curve = diffusion(point)
                for (step, count) in adopters.enumerated() {
                    let time = Double(step + 1)
                    let expected =
                        isDensity
                        ? curve.density(time)
                        : curve.market * (curve.share(time) - curve.share(time - 1))
                    residuals[step] = (expected - count) / total
                }
            }
            if let found, found.sumOfSquares < best?.sumOfSquares ?? .infinity { best = found }
        }
        guard let best, best.hasConverged, best.point[0] < .log(1000) else { throw .notConverged }
        return best.point.withUnsafeBufferPointer(diffusion)
    }
}
