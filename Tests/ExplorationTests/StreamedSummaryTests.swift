import Testing
import _TestSupport

@testable import Exploration

@Suite struct StreamedSummaryTests {
    private func summary(_ numbers: [Double]) -> StreamedSummary {
        var summary = StreamedSummary()
        for number in numbers { summary.add(number) }
        return summary
    }

    @Test("Mean, deviation and error are those of the two-pass formulas")
    func moments() {
        var draws = SeededDraws(3)
        let numbers = (0..<1000).map { _ in 1e9 + draws.real(-1...1) }
        let mean = numbers.reduce(0) { $0 + ($1 - 1e9) } / 1000
        let squares = numbers.reduce(0) { $0 + ($1 - 1e9 - mean) * ($1 - 1e9 - mean) }
        let deviation = (squares / 999).squareRoot()
        let summary = summary(numbers)
        #expect(abs(summary.mean - (1e9 + mean)) < 1e-6)
        #expect(abs(summary.deviation / deviation - 1) < 1e-6)
        #expect(summary.error == summary.deviation / 1000.0.squareRoot())
        #expect(summary.minimum == numbers.min())
        #expect(summary.maximum == numbers.max())
    }

    @Test("One number, or many equal ones, are themselves to the last digit")
    func equalNumbers() {
        for number in [0.1, -7e15 / 3, 16800, 0] {
            for count in [1, 100] {
                let summary = summary(Array(repeating: number, count: count))
                #expect(summary.mean == number)
                #expect(summary.quantile(0.05) == number)
                #expect(summary.quantile(0.95) == number)
                #expect(count == 1 ? summary.deviation.isNaN : summary.deviation == 0)
            }
        }
    }

    @Test("Numbers that are none are left out and not counted")
    func missing() {
        let with = summary([.nan, 2, .infinity, 4, -.infinity])
        #expect(with == summary([2, 4]))
        #expect(with.count == 2)
        #expect(summary([.nan]).mean.isNaN)
        #expect(summary([]).quantile(0.5).isNaN)
        #expect(summary([]).minimum.isNaN)
    }

    @Test("Differences count draws above, below and equal")
    func differences() {
        var difference = DifferenceSummary()
        for (value, base) in [(3.0, 1.0), (1, 1), (0, 4), (5, 1), (.nan, 1), (1, .nan)] {
            difference.add(value, baseline: base)
        }
        #expect(difference.difference.count == 4)
        #expect(difference.difference.mean == 0.5)
        #expect(difference.aboveShare == 0.5)
        #expect(difference.belowShare == 0.25)
        #expect(DifferenceSummary().aboveShare.isNaN)
    }
}
