import RealModule
import Testing

@testable import Welfare

/// Growth that brings the P0 of a grouped table down while the distribution stays.
@Suite struct GroupedTargetTests {
    private static let curves: [(String, any LorenzCurve)] = {
        guard
            let shares = try? GroupedShares(
                people: LorenzFitTests.india.people, consumption: LorenzFitTests.india.shares),
            let quadratic = try? QuadraticLorenz(shares), let beta = try? BetaLorenz(shares)
        else { return [] }
        return [("india-1983-quadratic", quadratic), ("india-1983-beta", beta)]
    }()

    private func target(
        _ curve: any LorenzCurve, _ headcount: Double, years: Int? = nil
    ) -> GroupedTarget {
        GroupedTarget(curve, mean: 109.9, line: 89, headcount: headcount, years: years)
    }

    /// `Tests/Reference/poverty.py`: root finding on the mean, not the closed form.
    @Test("Growth is that of a second implementation")
    func reference() {
        #expect(Self.curves.count == 2)
        for (name, curve) in Self.curves {
            PovertyReference.expect(
                [
                    "growth_to_20": target(curve, 0.2).growth,
                    "growth_to_5": target(curve, 0.05).growth,
                ], of: name, within: 1e-9)
        }
    }

    @Test("With the mean grown the target is the P0, and years compound to the whole")
    func inverse() throws {
        for (_, curve) in Self.curves {
            for headcount in [0.002, 0.01, 0.1, 0.3, 0.44] {
                let question = target(curve, headcount, years: 7)
                let grown = 109.9 * (1 + question.growth)
                let indices = curve.indices(mean: grown, line: 89)
                #expect(abs(indices.headcount - headcount) < 1e-12)
                #expect(indices.watts < curve.indices(mean: 109.9, line: 89).watts)
                let rate = try #require(question.yearlyGrowth)
                #expect(abs(.pow(1 + rate, 7) - (1 + question.growth)) < 1e-12)
                #expect(question.answer == .needs(rate) && question.fault == nil)
                #expect(target(curve, headcount).answer == .needs(question.growth))
            }
        }
    }

    /// By counting: people at equal ranks, each with `mean L'(p)`, grown alike.
    @Test("So many of a grown population are below the line")
    func population() {
        for (_, curve) in Self.curves {
            let factor = 1 + target(curve, 0.2).growth
            let people = 100_000
            let poor = (0..<people).count {
                109.9 * factor * curve.slope((Double($0) + 0.5) / Double(people)) < 89
            }
            #expect(abs(poor - people / 5) <= 1)
        }
    }

    @Test("Less growth is needed for more P0; a target above P0 is met")
    func order() {
        for (_, curve) in Self.curves {
            let growths = stride(from: 0.01, through: 0.6, by: 0.01).map {
                target(curve, $0).growth
            }
            #expect(zip(growths, growths.dropFirst()).allSatisfy { $0 > $1 })
            #expect(target(curve, 0.5).answer == .alreadyMet)
            #expect(target(curve, 0.5, years: 3).answer == .alreadyMet)
            #expect(target(curve, 0.5).growth < 0)
        }
    }

    @Test("More than half again a year is beyond reach, and what that brings is told")
    func beyondReach() {
        for (_, curve) in Self.curves {
            let question = target(curve, 0.05, years: 1)
            guard case .notReachable(let rate, let best) = question.answer else {
                Issue.record("reachable")
                continue
            }
            #expect(rate == 0.5)
            #expect(abs(109.9 * 1.5 * curve.slope(best) - 89) < 1e-9)
            #expect(best > 0.05 && best < question.now)
        }
    }

    @Test("A P0 where the curve does not hold is refused")
    func lowEnd() {
        for (name, curve) in Self.curves {
            for headcount in [1e-6, 8e-5, 0.0005] {
                let fault = target(curve, headcount).fault
                guard name.hasSuffix("beta") else {
                    #expect(fault == nil)
                    continue
                }
                guard case .poorBelow(let valid, let poor) = fault else {
                    Issue.record("served for \(headcount)")
                    continue
                }
                #expect(valid == curve.validFrom && abs(poor - headcount) < 1e-9)
            }
        }
    }
}
