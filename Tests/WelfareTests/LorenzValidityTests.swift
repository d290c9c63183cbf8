import RealModule
import Testing

@testable import Welfare

/// From where on fitted curves hold, and what is made of those below.
@Suite struct LorenzValidityTests {
    private static let india = LorenzFitTests.india

    private static func curve() throws -> BetaLorenz {
        try BetaLorenz(GroupedShares(people: india.people, consumption: india.shares))
    }

    /// Coefficients over the square in which fits of real tables lie, and beyond it.
    private static let coefficients: [BetaLorenz] = [0.3, 0.55, 0.8].flatMap { theta in
        [0.6, 0.85, 0.95, 0.99, 1.0005, 1.1, 1.5].flatMap { gamma in
            [0.35, 0.6, 0.9, 1].map { BetaLorenz(theta: theta, gamma: gamma, delta: $0) }
        }
    }

    /// By the definition: slope and curvature at places of every order of magnitude.
    @Test("Above the place a beta curve is a Lorenz curve, just below it is none")
    func place() throws {
        for curve in Self.coefficients {
            let valid = try #require(curve.validFrom)
            for step in 1...400 {
                let p = valid + (1 - valid) * .pow(10, -Double(step) / 40)
                guard p < 0.999 else { continue }
                #expect(curve.slope(p) >= -1e-9, "\(curve) at \(p)")
                #expect(curve.curvature(p) >= -1e-6, "\(curve) at \(p)")
            }
            let below = valid * (1 - 1e-6)
            #expect(curve.slope(below) < 0 || curve.curvature(below) < 0, "\(curve)")
        }
    }

    @Test("With gamma below 1 the very poorest have less than nothing, with 1 or a quadratic not")
    func lowEnd() {
        // p -> 0: 1 - theta gamma p^(gamma - 1) = 0.
        let curve = BetaLorenz(theta: 0.5, gamma: 0.98, delta: 0.5)
        let asymptote = Double.pow(0.5 * 0.98, 1 / 0.02)
        #expect(abs((curve.validFrom ?? 1) / asymptote - 1) < 1e-9)
        #expect(BetaLorenz(theta: 0.6, gamma: 1, delta: 0.5).validFrom == 0)
        #expect(QuadraticLorenz(a: 0.8, b: -1.44, c: 0.15).validFrom == 0)
        #expect(QuadraticLorenz(a: -3, b: 1, c: 0.5).validFrom == nil)
        #expect(BetaLorenz(theta: 0.5, gamma: 0.9, delta: -0.1).validFrom == nil)
    }

    @Test("A bend the grid does not see is found, and a line that counts on it refused")
    func bend() throws {
        let curve = BetaLorenz(theta: 0.5, gamma: 1.0005, delta: 0.5)
        #expect(curve.fault == nil)
        // A u^2 + B u + C = 0 by hand: 0.25 u^2 + 1.0005 u - 0.00050025 = 0, p = u / (1 + u).
        #expect(abs(try #require(curve.validFrom) - 0.000_499_687_734) < 1e-11)
        guard case .poorBelow(let valid, let headcount) = curve.fault(atLine: 0.01) else {
            Issue.record("served")
            return
        }
        #expect(valid == curve.validFrom && headcount < valid)
        #expect(curve.fault(atLine: 0.9) == nil)
    }

    @Test("Where most of the poor have less than nothing P2 is above P1, and the curve is refused")
    func nearTheEnd() throws {
        let curve = try Self.curve()
        let least = try #require(curve.leastHeadcount)
        #expect(least > (curve.validFrom ?? 0))
        for (headcount, serves) in [(least * 0.999, false), (least * 1.001, true), (0.3, true)] {
            let ratio = curve.slope(headcount)
            let indices = curve.indices(mean: 1, line: ratio)
            #expect((indices.severity <= indices.gap) == serves)
            #expect((curve.fault(atLine: ratio) == nil) == serves)
        }
        // Above P0 of all there is nothing to refuse.
        #expect(curve.fault(atLine: 1e9) == nil)
        #expect(throws: LorenzFit.Fault.self) {
            try LorenzFit(
                GroupedShares(
                    people: [0.2, 0.4, 0.6, 0.8, 0.999, 1],
                    consumption: [0.001, 0.002, 0.003, 0.004, 0.005, 1]), mean: 100, line: 20)
        }
    }

    /// By the definition: the mean of `max(0, ln(z / y))`, y = mean L'(p), over equal ranks; those
    /// with less than nothing are left out.
    @Test("Watts is the mean logarithm over a population of ranks", arguments: [60.0, 89, 140])
    func wattsOfRanks(line: Double) throws {
        let shares = try GroupedShares(
            people: Self.india.people, consumption: Self.india.shares)
        let curves: [any LorenzCurve] = [try QuadraticLorenz(shares), try BetaLorenz(shares)]
        for curve in curves {
            let people = 400_000
            let sum = (0..<people).reduce(0.0) { sum, person in
                let y = 109.9 * curve.slope((Double(person) + 0.5) / Double(people))
                return y > 0 && y < line ? sum + .log(line / y) : sum
            }
            let indices = curve.indices(mean: 109.9, line: line)
            #expect(abs(indices.watts - sum / Double(people)) < 2e-5)
            #expect(indices.watts > indices.gap)
        }
    }
}
