import RealModule
import Testing

@testable import Welfare

@Suite struct LognormalWelfareTests {
    @Test("The headcount and the Gini that made it come back")
    func fit() {
        let welfare = LognormalWelfare(headcount: 0.095, line: 558_029, gini: 0.37)
        #expect(abs(welfare.headcount(below: 558_029) - 0.095) < 1e-14)
        #expect(abs(welfare.gini - 0.37) < 1e-14)
        // G = 2 N(sigma / sqrt(2)) - 1; sigma of a Gini of 0.37 from tables of the normal.
        #expect(abs(welfare.scale - 0.681_246) < 1e-4)
        #expect(welfare.headcount(below: 0) == 0)
    }

    @Test(
        "Indices are those of a quadrature with 30 digits",
        arguments: [
            ("lognormal-1", 0.095, 558_029, 0.369), ("lognormal-2", 0.0356, 775_597, 0.25),
            ("lognormal-3", 0.62, 300_000, 0.45),
        ])
    func indices(_ name: String, _ headcount: Double, _ line: Double, _ gini: Double) {
        let welfare = LognormalWelfare(headcount: headcount, line: line, gini: gini)
        let found = welfare.indices(below: line)
        PovertyReference.expect(
            [
                "headcount": found.headcount, "gap": found.gap, "severity": found.severity,
                "watts": found.watts, "mean": welfare.mean,
            ], of: name, within: 1e-11)
    }

    /// By the definition alone: `max(0, ln(z / y))` over people at the middles of equal ranks.
    @Test("Watts is the mean logarithm over a population of ranks", arguments: [0.04, 0.3, 0.9])
    func wattsOfRanks(headcount: Double) {
        let welfare = LognormalWelfare(headcount: headcount, line: 558_029, gini: 0.37)
        let people = 200_000
        let sum = (0..<people).reduce(0.0) { sum, person in
            let y = welfare.quantile((Double(person) + 0.5) / Double(people))
            return sum + max(0, Double.log(558_029 / y))
        }
        let watts = welfare.indices(below: 558_029).watts
        #expect(abs(watts - sum / Double(people)) < 1e-5)
    }

    @Test("Watts has no unit, falls with growth, is above P1 + P2 / 2, and ends where all are poor")
    func wattsProperties() {
        for (headcount, gini) in [(0.001, 0.2), (0.05, 0.37), (0.4, 0.3), (0.95, 0.6)] {
            let welfare = LognormalWelfare(headcount: headcount, line: 500, gini: gini)
            let indices = welfare.indices(below: 500)
            let scaled = welfare.growing(by: 1000).indices(below: 500_000)
            #expect(abs(scaled.watts - indices.watts) < 1e-12)
            // -ln x = (1 - x) + (1 - x)^2 / 2 + ...
            #expect(indices.watts > indices.gap + indices.severity / 2)
            #expect(welfare.growing(by: 1.1).indices(below: 500).watts < indices.watts)
            // Far above all it is ln z less the mean of ln y; far below all nothing.
            let far = welfare.indices(below: 1e30).watts
            #expect(abs(far - (Double.log(1e30) - welfare.location)) < 1e-9)
            #expect((0..<1e-12).contains(welfare.indices(below: 1e-3).watts))
        }
    }

    @Test("Growth moves the mean alone, redistribution the Gini alone")
    func changes() {
        let welfare = LognormalWelfare(headcount: 0.1, line: 500_000, gini: 0.35)
        let grown = welfare.growing(by: 1.2)
        #expect(abs(grown.mean / welfare.mean - 1.2) < 1e-13)
        #expect(abs(grown.gini - 0.35) < 1e-14)
        let even = LognormalWelfare(mean: welfare.mean, gini: 0.2)
        #expect(abs(even.mean / welfare.mean - 1) < 1e-13)
        #expect(abs(even.gini - 0.2) < 1e-14)
        #expect(even.indices(below: 500_000).gap < welfare.indices(below: 500_000).gap)
    }

    @Test(
        "A headcount and a mean fix the distribution",
        arguments: [("mean-1", 0.095, 2.1), ("mean-2", 0.6, 1.3)])
    func mean(_ name: String, _ headcount: Double, _ ratio: Double) throws {
        let welfare = try LognormalWelfare(headcount: headcount, line: 7, mean: 7 * ratio)
        PovertyReference.expect(["scale": welfare.scale], of: name, within: 1e-13)
        #expect(abs(welfare.mean - 7 * ratio) < 1e-12)
        #expect(abs(welfare.headcount(below: 7) - headcount) < 1e-14)
    }

    @Test("A mean below the line with few poor is refused, with many poor it has two answers")
    func noMean() {
        #expect(throws: LognormalFault.noSolution(headcount: 0.1, meanOverLine: 0.9)) {
            try LognormalWelfare(headcount: 0.1, line: 10, mean: 9)
        }
        #expect(throws: LognormalFault.noSolution(headcount: 0.6, meanOverLine: 0.9)) {
            try LognormalWelfare(headcount: 0.6, line: 10, mean: 9)
        }
        do {
            _ = try LognormalWelfare(headcount: 0.7, line: 10, mean: 9)
            Issue.record("two answers were taken for one")
        } catch {
            guard case .twoSolutions(let ginis) = error else {
                Issue.record("\(error)")
                return
            }
            for gini in ginis {
                let welfare = LognormalWelfare(mean: 9, gini: gini)
                #expect(abs(welfare.headcount(below: 10) - 0.7) < 1e-12)
            }
        }
    }
}
