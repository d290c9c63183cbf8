import Testing

@testable import Welfare

@Suite struct PovertyTargetTests {
    @Test("Components: the residual closes the first form, Shapley needs none")
    func components() {
        let first = (welfare: LognormalWelfare(mean: 900, gini: 0.38), line: 400.0)
        let second = (welfare: LognormalWelfare(mean: 1300, gini: 0.36), line: 560.0)
        for index in PovertyIndex.allCases {
            let parts = PovertyComponents(index, from: first, to: second)
            #expect(abs(parts.before - first.welfare.indices(below: 400)[index]) < 1e-14)
            #expect(abs(parts.after - second.welfare.indices(below: 560)[index]) < 1e-14)
            let change = parts.after - parts.before
            #expect(abs(parts.growth + parts.redistribution + parts.residual - change) < 1e-15)
            #expect(abs(parts.shapleyGrowth + parts.shapleyRedistribution - change) < 1e-15)
            #expect(parts.shapleyGrowth < 0 && parts.shapleyRedistribution < 0)
        }
        // Inequality that does not change has no part.
        let grown = (welfare: LognormalWelfare(mean: 1300, gini: 0.38), line: 400.0)
        let parts = PovertyComponents(.headcount, from: first, to: grown)
        #expect(abs(parts.shapleyRedistribution) < 1e-14)
    }

    @Test("Leakage and exclusion make it dearer and leave a rest")
    func gap() {
        let gap = PovertyGap(
            gap: 0.08, line: 500_000, persons: 1000, leakage: 0.2, exclusion: 0.1)
        #expect(gap.perfect == 480_000_000)
        #expect(abs(gap.budget - 540_000_000) < 1e-6)
        #expect(abs(gap.remaining - 48_000_000) < 1e-6)
        #expect(gap.budget(from: 0.1, to: 0.12) == 0)
        #expect(abs((gap.budget(from: 0.1, to: 0.05) ?? 0) - 300_000_000) < 1e-6)
        #expect(gap.budget(from: 0.1, to: 0.005) == nil)
    }

    private func outlook(
        _ headcount: Double, growth: Double = 0.02, giniGrowth: Double = 0
    ) -> PovertyOutlook {
        var outlook = PovertyOutlook(months: 60)
        outlook.headcount = headcount
        outlook.line = 500_000
        outlook.gini = 0.36
        outlook.set(.population, 100_000, 0..<60)
        outlook.set(.growth, growth, 0..<60)
        outlook.set(.giniGrowth, giniGrowth, 0..<60)
        return outlook
    }

    @Test("A path starts at what is published and compounds by the year")
    func path() {
        let outlook = outlook(0.1, growth: 0.03, giniGrowth: -0.01)
        #expect(abs(outlook.figures(after: 0)[.headcount] - 0.1) < 1e-14)
        let start = LognormalWelfare(headcount: 0.1, line: 500_000, gini: 0.36)
        let by2 = LognormalWelfare(mean: start.mean * 1.03 * 1.03, gini: 0.36 * 0.99 * 0.99)
        let expected = by2.indices(below: 500_000)
        let found = outlook.figures(after: 24)
        #expect(abs(found[.headcount] - expected.headcount) < 1e-13)
        #expect(abs(found[.gap] - expected.gap) < 1e-13)
        #expect(abs(found[.watts] - expected.watts) < 1e-13)
        #expect(abs(found.poor - expected.headcount * 100_000) < 1e-7)
        #expect(abs(found.gapRupiah - expected.gap * 500_000 * 100_000 * 12) < 1e-2)
    }

    @Test("Regions add over people; one unknown region leaves the total unknown")
    func total() {
        var (rich, poor) = (outlook(0.04), outlook(0.2))
        poor.set(.population, 300_000, 0..<60)
        let both = PovertyFigures.total([rich.figures(after: 0), poor.figures(after: 0)])
        #expect(abs(both[.headcount] - 0.16) < 1e-13)
        let watts = [rich, poor].map { $0.figures(after: 0)[.watts] }
        #expect(abs(both[.watts] - (watts[0] + 3 * watts[1]) / 4) < 1e-13)
        rich.gini = 0
        let unknown = PovertyFigures.total([rich.figures(after: 0), poor.figures(after: 0)])
        #expect(!unknown.isKnown && unknown[.headcount].isNaN)
    }

    @Test("What a target needs gives the target when it is put in")
    func inverse() {
        let regions = [outlook(0.06), outlook(0.14, giniGrowth: 0.01)]
        for (index, target) in [(PovertyIndex.headcount, 0.05), (.gap, 0.015)] {
            let question = PovertyTarget(regions, after: 48, index: index, target: target)
            guard case .needs(let growth) = question.growth,
                case .needs(let gini) = question.giniGrowth
            else {
                Issue.record("not reachable")
                return
            }
            let grown = regions.map { region in
                var region = region
                region.set(.growth, growth, 0..<60)
                return region.figures(after: 48)
            }
            #expect(abs(PovertyFigures.total(grown)[index] - target) < 1e-12)
            let shared = regions.map { region in
                var region = region
                region.set(.giniGrowth, gini, 0..<60)
                return region.figures(after: 48)
            }
            #expect(abs(PovertyFigures.total(shared)[index] - target) < 1e-12)
            guard case .needs(let budget) = question.budget(leakage: 0.25, exclusion: 0.1) else {
                Issue.record("not reachable")
                return
            }
            let now = question.figures()
            let lifted = 0.75 * budget / now.gapRupiah
            #expect(abs(now[index] * (1 - lifted) - target) < 1e-12)
        }
    }

    @Test("Beyond reach the best that the lever gives is told")
    func beyondReach() {
        let question = PovertyTarget(
            [outlook(0.2, growth: 0)], after: 12, index: .headcount, target: 0.001)
        guard
            case .notReachable(let exclusion, let best) = question.budget(
                leakage: 0, exclusion: 0.2)
        else {
            Issue.record("reachable")
            return
        }
        #expect(abs(best - 0.04) < 1e-12)
        #expect(abs(exclusion / question.figures().gapRupiah - 0.8) < 1e-12)
        guard case .notReachable(let rate, let even) = question.giniGrowth else {
            Issue.record("reachable")
            return
        }
        #expect(rate == -0.5)
        let start = LognormalWelfare(headcount: 0.2, line: 500_000, gini: 0.36)
        let half = LognormalWelfare(mean: start.mean, gini: 0.18).headcount(below: 500_000)
        #expect(abs(even - half) < 1e-13)
        let met = PovertyTarget([outlook(0.2)], after: 12, index: .gap, target: 0.5)
        #expect(met.budget(leakage: 0, exclusion: 0) == .alreadyMet)
    }
}
