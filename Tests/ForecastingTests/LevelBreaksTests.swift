import Forecasting
import Testing

@Suite("Breaks in level") struct LevelBreaksTests {
    @Test("finds the Nile's break after 1898, with the criteria of strucchange 1.5.3")
    func nile() throws {
        let breaks = try LevelBreaks(TimeSeries(StructuralModelTests.nile))
        // The first year is 1871, so that step 28 is 1899.
        #expect(breaks.starts == [28])
        #expect(abs(breaks.levels[0] - 1097.75) < 1e-9)
        #expect(abs(breaks.levels[1] - 849.972222222) < 1e-8)
        // R 4.2.2: b <- breakpoints(Nile ~ 1); for (m in 0:5) BIC(breakpoints(b, breaks = m))
        let expected = [
            1318.241806876, 1270.08373574, 1276.466700755, 1284.717667449, 1291.944476887,
            1310.765154766,
        ]
        #expect(worst(breaks.criteria, expected) < 1e-11)
        #expect(!breaks.isLastSuspect)
        // R 4.2.2: min(BIC(lm(Nile ~ t)), BIC(lm(Nile ~ t + I(t^2)))) with t <- 1:100
        #expect(abs(breaks.trendCriterion - 1288.04948538) < 1e-7 && !breaks.isTrend)
    }

    @Test("tells stairs along a trend from levels") func trend() throws {
        for power in 1...2 {
            let values = (0..<30).map { step in
                let time = Double(step)
                return (power == 1 ? 3 * time : time * time / 8) + Double((step * 37) % 23) / 23
            }
            let breaks = try LevelBreaks(TimeSeries(values))
            #expect(!breaks.starts.isEmpty && breaks.isTrend)
        }
    }

    @Test("counts steps over gaps, and finds the best cut of all") func brute() throws {
        var values: [Double] = (0..<24).map { step in
            let wave = Double((step * 37) % 23) / 23
            return (step < 9 ? 0 : step < 16 ? 3.0 : 1.5) + wave
        }
        values[3] = .nan
        let breaks = try LevelBreaks(TimeSeries(values))
        #expect(breaks.starts == [9, 16])
        func squares(_ range: Range<Int>) -> Double {
            let own = range.map { values[$0] }.filter { !$0.isNaN }
            let mean = own.reduce(0, +) / Double(own.count)
            return own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
        var best = (Double.infinity, [0, 0])
        for first in 4..<18 {
            for second in first + 3...21 {
                let sum = squares(0..<first) + squares(first..<second) + squares(second..<24)
                if sum < best.0 { best = (sum, [first, second]) }
            }
        }
        #expect(best.1 == breaks.starts)
    }

    @Test("flags a last value out of line, and nothing in a quiet or a constant series")
    func last() throws {
        let quiet: [Double] = (0..<20).map { 5 + Double(($0 * 37) % 23) / 23 }
        #expect(try LevelBreaks(TimeSeries(quiet)).starts.isEmpty)
        #expect(try !LevelBreaks(TimeSeries(quiet)).isLastSuspect)
        let broken = try LevelBreaks(TimeSeries(quiet + [9]))
        #expect(broken.isLastSuspect && (broken.lastDeviation ?? 0) > 5)
        let flat = try LevelBreaks(TimeSeries([Double](repeating: 7, count: 12)))
        #expect(flat.starts.isEmpty && flat.lastDeviation == nil)
        let step = try LevelBreaks(TimeSeries((0..<12).map { $0 < 6 ? 7 : 8 }))
        #expect(step.starts == [6])
        #expect(throws: FitFault.tooShort(needed: 4, have: 3)) {
            try LevelBreaks(TimeSeries([1, 2, 3]))
        }
    }
}
