import Foundation
import Sampling

@testable import Exploration

/// A function of the unit cube whose Sobol indices are known.
struct KnownFunction: Sendable {
    let names: [String]
    let variance: Double
    let first: [Double]
    let total: [Double]
    /// In the order of pairs (0, 1), (0, 2), ...
    let pairs: [Double]
    /// The value at the point that begins at a place of a list of points.
    let value: @Sendable (_ points: [Double], _ start: Int) -> Double

    init(
        names: [String], variance: Double, first: [Double], total: [Double], pairs: [Double],
        value: @escaping @Sendable (_ points: [Double], _ start: Int) -> Double
    ) {
        self.names = names
        self.variance = variance
        self.first = first
        self.total = total
        self.pairs = pairs
        self.value = value
    }

    /// All indices, in the order in which a design estimates them.
    func indices(secondOrder: Bool) -> [Double] { first + total + (secondOrder ? pairs : []) }

    /// The function's values at all runs of a design.
    func outputs(of design: some SensitivityDesign) -> [Double] {
        var points: [Double] = []
        design.fill(0..<design.count, into: &points)
        let width = names.count
        return (0..<design.count).map { value(points, $0 * width) }
    }

    /// The variances of the normal numbers behind ``lognormalProduct`` and ``event(_:)``.
    private static let parts = [0.6, 0.3, 0.1]

    /// The product of three lognormal numbers, whose logarithm has variance 1: skewness 6.2.
    ///
    ///     V(E(f | x_i)) / V = (exp(part) - 1) / (e - 1)
    static let lognormalProduct: KnownFunction = {
        let whole = exp(1.0) - 1
        return KnownFunction(
            names: ["x1", "x2", "x3"], variance: whole * exp(1), closed: { (exp($0) - 1) / whole },
            value: { exp($0) })
    }()

    /// Whether a sum of three normal numbers exceeds what it does with some chance.
    ///
    ///     V(E(f | x_i)) = E P(event | x_i)^2 - chance^2
    static func event(_ chance: Double) throws -> KnownFunction {
        let limit = try Distribution.normal(mean: 0, deviation: 1).quantile(1 - chance)
        let variance = chance * (1 - chance)
        return KnownFunction(
            names: ["x1", "x2", "x3"], variance: variance,
            closed: { part in
                // Simpson's rule over the known part, whose square is smooth.
                let steps = 4000
                var sum = 0.0
                for step in 0...steps {
                    let z = -8 + 16 * Double(step) / Double(steps)
                    let rest = (limit - part.squareRoot() * z) / (1 - part).squareRoot()
                    let known = erfc(rest / 2.0.squareRoot()) / 2
                    let weight: Double = step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2
                    sum += weight * known * known * exp(-z * z / 2)
                }
                let mean = sum * 16 / Double(steps) / 3 / (2 * Double.pi).squareRoot()
                return (mean - chance * chance) / variance
            }, value: { $0 > limit ? 1 : 0 })
    }

    /// A function of the sum of three normal numbers.
    ///
    /// - Parameter closed: the share of variance of a part of the sum, by that part's own share.
    private init(
        names: [String], variance: Double, closed: (Double) -> Double,
        value: @escaping @Sendable (Double) -> Double
    ) {
        let parts = Self.parts
        let (first, without) = (parts.map(closed), parts.map { closed(1 - $0) })
        self.names = names
        self.variance = variance
        self.first = first
        total = without.map { 1 - $0 }
        pairs = [
            without[2] - first[0] - first[1], without[1] - first[0] - first[2],
            without[0] - first[1] - first[2],
        ]
        guard let normal = try? Distribution.normal(mean: 0, deviation: 1) else {
            preconditionFailure("the standard normal distribution")
        }
        let roots = parts.map { $0.squareRoot() }
        self.value = { points, start in
            var sum = 0.0
            for input in 0..<3 { sum += roots[input] * normal.quantile(points[start + input]) }
            return value(sum)
        }
    }

    /// G1: sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, inputs uniform in -pi...pi.
    static let ishigami: KnownFunction = {
        let (a, b, pi4) = (7.0, 0.1, pow(Double.pi, 4))
        let alone = (1 + b * pi4 / 5) * (1 + b * pi4 / 5) / 2
        let together = b * b * pi4 * pi4 * (1.0 / 18 - 1.0 / 50)
        let variance = alone + a * a / 8 + together
        return KnownFunction(
            names: ["x1", "x2", "x3"], variance: variance,
            first: [alone / variance, a * a / 8 / variance, 0],
            total: [
                (alone + together) / variance, a * a / 8 / variance, together / variance,
            ], pairs: [0, together / variance, 0],
            value: { points, start in
                let s = sin(Double.pi * (2 * points[start] - 1))
                let t = sin(Double.pi * (2 * points[start + 1] - 1))
                let x = Double.pi * (2 * points[start + 2] - 1)
                return s + a * t * t + b * x * x * x * x * s
            })
    }()

    /// G3: the product of (|4u - 2| + a) / (1 + a), a = 0, 1, 4.5, 9, 99 x 4.
    static let sobolG: KnownFunction = {
        let a: [Double] = [0, 1, 4.5, 9, 99, 99, 99, 99]
        let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
        let all = parts.reduce(1) { $0 * (1 + $1) }
        let variance = all - 1
        let pairs = parts.indices.flatMap { i in
            parts.indices.dropFirst(i + 1).map { parts[i] * parts[$0] / variance }
        }
        return KnownFunction(
            names: a.indices.map { "x\($0 + 1)" }, variance: variance,
            first: parts.map { $0 / variance },
            total: parts.map { $0 * all / (1 + $0) / variance }, pairs: pairs,
            value: { points, start in
                var (product, place) = (1.0, 0)
                while place < a.count {
                    product *= (abs(4 * points[start + place] - 2) + a[place]) / (1 + a[place])
                    place += 1
                }
                return product
            })
    }()
}

extension SobolIndices.Output {
    /// All indices, first order, total, pairs.
    var estimates: [SensitivityEstimate] { first + total + pairs.map(\.estimate) }
}
