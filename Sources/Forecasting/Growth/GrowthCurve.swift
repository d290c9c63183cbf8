internal import RealModule

/// The form of growth towards a ceiling; t counts steps from 0, the first of the series.
public enum GrowthCurve: Sendable, Hashable, CaseIterable {
    /// `K / (1 + exp(-r (t - t0)))`: rate r, midpoint t0.
    case logistic
    /// `K exp(-exp(-r (t - t0)))`: rate r; t0 where growth is fastest, at 37 % of the ceiling.
    case gompertz
    /// `K (1 + v exp(-r (t - t0)))^(-1/v)`: rate r; t0 where growth is fastest; shape v, 1 for the
    /// logistic curve and towards 0 for Gompertz's.
    case richards
    /// `K (1 - exp(-(p + q) s)) / (1 + q/p exp(-(p + q) s))`, `s = t + 1`: those who come by
    /// themselves (innovation p) and those who follow others (imitation q), from 0 one step before
    /// the series.
    case bass

    /// The numbers of the curve besides its ceiling: rate and midpoint, for Richards the shape too;
    /// innovation and imitation for Bass.
    var parameterCount: Int { self == .richards ? 3 : 2 }

    /// The curve at a step from free numbers: the logarithm of every positive parameter.
    func value(_ t: Double, ceiling: Double, _ free: UnsafePointer<Double>) -> Double {
        switch self {
        case .logistic:
            return ceiling / (1 + .exp(-Self.power(free[0]) * (t - free[1])))
        case .gompertz:
            return ceiling * .exp(-.exp(-Self.power(free[0]) * (t - free[1])))
        case .richards:
            let shape = Self.power(free[2])
            let rest = shape * .exp(-Self.power(free[0]) * (t - free[1]))
            return ceiling * .exp(-.log(onePlus: rest) / shape)
        case .bass:
            let (p, q) = (Self.power(free[0]), Self.power(free[1]))
            let decay = Double.exp(-(p + q) * (t + 1))
            return ceiling * (1 - decay) / (1 + q / p * decay)
        }
    }

    /// `exp`, kept within what products of a few such numbers can hold.
    static func power(_ x: Double) -> Double { .exp(min(max(x, -200), 200)) }

    /// Whether the free number at a place is a logarithm.
    func isLogarithm(_ place: Int) -> Bool { self == .bass || place != 1 }

    /// Free numbers to begin with for a ceiling, from times and the shares of the ceiling there.
    func starts(_ times: [Double], _ shares: [Double]) -> [[Double]] {
        let inside = shares.map { min(max($0, 0.005), 0.995) }
        switch self {
        case .logistic:
            return [Self.line(times, inside.map { .log($0 / (1 - $0)) })]
        case .gompertz:
            return [Self.line(times, inside.map { -.log(-.log($0)) })]
        case .richards:
            let line = Self.line(times, inside.map { .log($0 / (1 - $0)) })
            return [-2, 0, 1].map { line + [$0] }
        case .bass:
            return [0.001, 0.01, 0.05].flatMap { p in
                [0.1, 0.3, 0.6].map { [Double.log(p), .log($0)] }
            }
        }
    }

    /// Rate (its logarithm) and midpoint of the line through transformed shares.
    private static func line(_ times: [Double], _ values: [Double]) -> [Double] {
        let count = Double(times.count)
        let (meanTime, mean) = (times.reduce(0, +) / count, values.reduce(0, +) / count)
        let products = zip(times, values).reduce(0) { $0 + ($1.0 - meanTime) * ($1.1 - mean) }
        let squares = times.reduce(0) { $0 + ($1 - meanTime) * ($1 - meanTime) }
        let rate = max(products / squares, 1e-4)
        return [.log(rate), meanTime - mean / rate]
    }
}
