import RealModule
import Testing

@testable import Welfare

/// The probability that a benefit keeps a family above the line, against numerical integration.
@Suite struct BreadwinnerLossTests {
    private let welfare = LognormalWelfare(headcount: 0.095, line: 558_029, gini: 0.37)

    private func loss(_ fall: Double, months: Double = 12, persons: Double = 4.24)
        -> BreadwinnerLoss
    {
        BreadwinnerLoss(
            welfare: welfare, line: 558_029, fall: fall, months: months, persons: persons)
    }

    /// The mass of consumption at which a condition holds: the midpoint rule on `ln y`.
    private func mass(where holds: (Double) -> Bool) -> Double {
        let steps = 200_000
        var sum = 0.0
        for step in 0..<steps {
            let z = -9 + 18 * (Double(step) + 0.5) / Double(steps)
            let y = Double.exp(welfare.location + welfare.scale * z)
            if holds(y) { sum += .exp(-z * z / 2) }
        }
        return sum * 18 / Double(steps) / Double.sqrt(2 * .pi)
    }

    @Test(
        "Kept families are those below without and not with the benefit",
        arguments: [0, 0.1, 0.2, 0.5], [10e6, 42e6, 70e6])
    func kept(fall: Double, benefit: Double) {
        let loss = loss(fall, months: 24)
        let monthly = benefit / (24 * 4.24)
        let expected = mass { y in
            y * (1 - fall) < 558_029 && y * (1 - fall) + monthly >= 558_029
        }
        #expect(abs(loss.kept(benefit) - expected) < 2e-5)
        let poor = mass { y in y < 558_029 && y * (1 - fall) + monthly >= 558_029 }
        #expect(abs(loss.keptOfPoor(benefit) - poor) < 2e-5)
    }

    @Test("Kept families divide by what they consumed before", arguments: [0.1, 0.35, 1])
    func ranges(fall: Double) {
        let loss = loss(fall, months: 24)
        let monthly = 42e6 / (24 * 4.24)
        let ends = (0...10).map { welfare.quantile(Double($0) / 10) }
        #expect(ends.first == 0 && ends.last == .infinity)
        for (from, to) in zip(ends, ends.dropFirst()) {
            let expected = mass { y in
                y * (1 - fall) < 558_029 && y * (1 - fall) + monthly >= 558_029 && y >= from
                    && y < to
            }
            #expect(abs(loss.kept(42e6, from: from, to: to) - expected) < 2e-5)
            #expect(to == .infinity || abs(mass { $0 >= from && $0 < to } - 0.1) < 2e-5)
        }
    }

    @Test("No benefit keeps nobody, more of it keeps more, and never more than fall below")
    func limits() {
        let loss = loss(0.3)
        #expect(loss.kept(0) == 0 && loss.keptOfPoor(0) == 0)
        var last = 0.0
        for benefit in [1e6, 5e6, 10e6, 42e6, 1e9] {
            let kept = loss.kept(benefit)
            #expect(kept >= last && kept <= welfare.headcount(below: 558_029 / 0.7))
            #expect(loss.keptOfPoor(benefit) <= welfare.headcount(below: 558_029) + 1e-15)
            last = kept
        }
        #expect(last == welfare.headcount(below: 558_029 / 0.7))
    }

    @Test("Where all consumption is lost everybody is below, and a benefit of the line keeps all")
    func allLost() {
        let loss = loss(1, months: 1, persons: 1)
        #expect(loss.kept(558_028) == 0)
        #expect(loss.kept(558_029) == 1)
    }
}
