import RealModule
import Sampling
import Testing

@testable import Forecasting

@Suite("Growth towards a ceiling") struct GrowthTests {
    /// NIST's Rat42 at its own days; the days between are missing.
    static var rats: TimeSeries {
        var values = [Double](repeating: .nan, count: 80)
        let days = [9, 14, 21, 28, 42, 57, 63, 70, 79]
        let weights = [8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08]
        for (day, weight) in zip(days, weights) { values[day] = weight }
        return TimeSeries(values)
    }

    static let adopters: [Double] = [
        840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890,
    ]

    @Test("is NIST's logistic curve (G27)") func logistic() throws {
        let fitted = try Growth(.logistic).fit(Self.rats)
        #expect(abs(fitted.ceiling.value / 72.462238 - 1) < 1e-6)
        #expect(abs(fitted.ceiling.standardError / 1.7340283401 - 1) < 1e-4)
        #expect(abs(fitted.parameters[0].value / 0.0673592 - 1) < 1e-6)
        #expect(abs(fitted.parameters[0].standardError / 3.4465663377e-3 - 1) < 1e-4)
        let product = fitted.parameters[0].value * fitted.parameters[1].value
        #expect(abs(product / 2.618077 - 1) < 1e-6)
        #expect(abs(fitted.sumOfSquares / 8.0565229 - 1) < 1e-7)
    }

    @Test("is NIST's Richards curve (Rat43)") func richards() throws {
        let onions = [
            16.08, 33.83, 65.80, 97.20, 191.55, 326.20, 386.87, 520.53, 590.03, 651.92, 724.93,
            699.56, 689.96, 637.56, 717.41,
        ]
        let fitted = try Growth(.richards).fit(TimeSeries(onions))
        #expect(abs(fitted.ceiling.value / 699.64151270 - 1) < 1e-6)
        #expect(abs(fitted.parameters[0].value / 0.75962938329 - 1) < 1e-6)
        #expect(abs(fitted.parameters[2].value / 1.2792483859 - 1) < 1e-5)
        #expect(abs(fitted.sumOfSquares / 8786.4049080 - 1) < 1e-8)
    }

    @Test("is Bass's diffusion by density and as in 1969 (F5)") func bass() throws {
        let density = try BassDiffusion(Self.adopters, by: .density)
        #expect(abs(density.market / 67980.91 - 1) < 1e-5)
        #expect(abs(density.innovation / 0.00659396 - 1) < 1e-5)
        #expect(abs(density.imitation / 0.63809127 - 1) < 1e-5)
        let first = try BassDiffusion(Self.adopters, by: .regression)
        #expect(abs(first.market / 62665.45 - 1) < 1e-5)
        #expect(abs(first.innovation / 0.0216468 - 1) < 1e-5)
        #expect(abs(first.imitation / 0.6805250 - 1) < 1e-5)
        let increments = try BassDiffusion(Self.adopters, by: .increments)
        #expect(abs(increments.market / 68000 - 1) < 0.05)
    }

    @Test("finds the curve that made the points", arguments: GrowthCurve.allCases)
    func recovers(_ curve: GrowthCurve) throws {
        let free: [Double] =
            curve == .bass ? [.log(0.02), .log(0.4)] : [.log(0.5), 8, .log(0.6)]
        let values = (0..<24).map { curve.value(Double($0), ceiling: 900, free) }
        for ceiling in [nil, 900.0] {
            let fitted = try Growth(curve, ceiling: ceiling).fit(TimeSeries(values))
            #expect(abs(fitted.ceiling.value - 900) < 1e-3)
            let rate = curve == .bass ? 0.02 : 0.5
            #expect(abs(fitted.parameters[0].value - rate) < 1e-5)
            let ahead = curve.value(26, ceiling: 900, free)
            #expect(abs(fitted.forecast(steps: 3, level: 0.9).mean[2] - ahead) < 1e-3)
        }
    }

    @Test("keeps intervals and paths below the ceiling and above 0") func bounds() throws {
        let values: [Double] = (0..<20).map { step in
            let wave = Double((step * 37) % 23 - 11) / 300
            let share = 1 / (1 + Double.exp(-0.4 * (Double(step) - 8)))
            return min(max(share + wave, 0), 1)
        }
        let fitted = try Growth(.logistic, ceiling: 1).fit(TimeSeries(values))
        let ahead = fitted.forecast(steps: 20, level: 0.9)
        #expect(ahead.upper.allSatisfy { $0 <= 1 } && ahead.lower.allSatisfy { $0 > 0.8 })
        #expect(zip(ahead.lower, ahead.mean).allSatisfy { $0 < $1 })
        #expect(zip(ahead.mean, ahead.upper).allSatisfy { $0 < $1 })
        let stream = RandomStream(seed: 5, name: "growth")
        let paths = fitted.simulate(steps: 20, paths: 2000, stream: stream)
        let inside = (0..<2000).map { path in
            (0..<20).allSatisfy { paths[path, $0] > 0 && paths[path, $0] <= 1 }
        }
        #expect(inside.allSatisfy { $0 })
        let low = Array(paths.column(4)).sorted()
        #expect(abs(low[100] - ahead.lower[4]) < 0.01)
        #expect(abs(low[1900] - ahead.upper[4]) < 0.01)
        let early = try Growth(.gompertz).fit(TimeSeries(Array(values.prefix(14))))
        let open = early.simulate(steps: 5, paths: 500, stream: stream)
        #expect((0..<500).allSatisfy { open[$0, 4] > 0 })
    }

    @Test("refuses what it cannot learn from") func faults() {
        #expect(throws: FitFault.outOfRange(step: 2)) {
            try Growth(.logistic, ceiling: 1).fit(TimeSeries([0.1, 0.2, 1.3, 0.9, 0.9]))
        }
        #expect(throws: FitFault.outOfRange(step: 0)) {
            try Growth(.logistic).fit(TimeSeries([-1, 2, 3, 4, 5, 6]))
        }
        #expect(throws: FitFault.tooShort(needed: 5, have: 4)) {
            try Growth(.gompertz).fit(TimeSeries([1, 2, .nan, 3, 4]))
        }
        #expect(throws: FitFault.falling(step: 3)) {
            try Growth(.bass).fit(TimeSeries([1, 2, .nan, 1.5, 3, 4, 5, 6]))
        }
        #expect(throws: FitFault.constant) {
            try Growth(.gompertz).fit(TimeSeries([Double](repeating: 2, count: 9)))
        }
        // Nothing bends: no ceiling can be told.
        #expect(throws: FitFault.notConverged) {
            try Growth(.logistic).fit(TimeSeries((0..<12).map { Double.exp(0.3 * Double($0)) }))
        }
    }
}
