import Sampling
import Testing

@testable import Forecasting

@Suite("Theta") struct ThetaTests {
    @Test("The standard method is R's", arguments: ["nile", "airmiles", "ukgas", "deaths"])
    func sameAsR(name: String) throws {
        let reference = try ReferenceSeries(name)
        let forecast = try Theta().fit(reference.series).forecast(steps: 6, level: 0.9)
        #expect(worst(forecast.mean, try reference.answer("Theta", "mean")) < 1e-6)
        // R leaves the season out of the width, which we do not.
        if name == "nile" || name == "airmiles" {
            #expect(worst(forecast.upper, try reference.answer("Theta", "upper")) < 1e-6)
        }
    }

    @Test("The search by lines finds the least squares of a search over all three numbers")
    func leastSquares() throws {
        for name in ["nile", "airmiles"] {
            let series = try ReferenceSeries(name).series
            for variant in [Theta.Variant.optimised, .dynamicOptimised] {
                let fitted = try Theta(variant).fit(series)
                let least = squares(fitted.residuals)
                #expect((0.1...0.99).contains(fitted.alpha))
                let line = variant == .optimised ? ThetaLine(series.values) : nil
                for alpha in stride(from: 0.1, through: 0.99, by: 0.01) {
                    for pull in [0, 0.25, 0.5, 0.75, 1.0] {
                        let other = plainErrors(
                            series.values, alpha: alpha, pull: pull,
                            level: series.values[0] / 2, line: line)
                        #expect(least <= squares(other) * (1 + 1e-9))
                    }
                }
            }
        }
    }

    private func squares(_ errors: [Double]) -> Double {
        errors.dropFirst(3).reduce(0) { $0 + $1 * $1 }
    }

    /// The state space form of Fiorucci et al., step by step.
    private func plainErrors(
        _ values: [Double], alpha: Double, pull: Double, level start: Double, line fixed: ThetaLine?
    ) -> [Double] {
        var (level, line) = (start, fixed ?? ThetaLine(first: values[0]))
        var decay = 1.0
        return values.enumerated().map { step, value in
            let drawn = line.intercept * decay + line.slope * (1 - decay * (1 - alpha)) / alpha
            let error = value - level - pull * drawn
            level = alpha * value + (1 - alpha) * level
            decay *= 1 - alpha
            if fixed == nil && step > 0 {
                line = ThetaLine(Array(values.prefix(step + 1)))
            }
            return error
        }
    }

    @Test("The line of a growing series is that of least squares")
    func line() {
        let values: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
        var grown = ThetaLine(first: 3)
        for value in values.dropFirst() { grown.append(value) }
        let whole = ThetaLine(values)
        #expect(abs(grown.slope - whole.slope) < 1e-12 && abs(grown.mean - whole.mean) < 1e-12)
    }

    @Test(
        "Paths spread as the interval does",
        arguments: [Theta.Variant.standard, .optimised, .dynamicOptimised])
    func paths(variant: Theta.Variant) throws {
        let fitted = try Theta(variant).fit(try ReferenceSeries("ukgas").series)
        let paths = fitted.simulate(
            steps: 8, paths: 4000, stream: RandomStream(seed: 3, name: "paths"))
        let forecast = fitted.forecast(steps: 8, level: 0.8)
        for step in 0..<8 {
            let outside = (0..<4000).count {
                paths[$0, step] < forecast.lower[step] || paths[$0, step] > forecast.upper[step]
            }
            #expect((680...920).contains(outside), "\(step): \(outside)")
        }
    }

    @Test("A season is subtracted where zeros stand in the way of dividing")
    func zeros() throws {
        let values = (0..<48).map { step in step % 4 == 0 ? 0 : Double(10 * (step % 4)) }
        let fitted = try Theta(.dynamicOptimised).fit(TimeSeries(values, period: 4))
        #expect(fitted.season?.kind == .additive)
        let mean = fitted.forecast(steps: 4, level: 0.9).mean
        #expect(worst(mean, [0, 10, 20, 30]) < 1e-6)
    }

    @Test("Four points are too few")
    func short() {
        #expect(throws: FitFault.tooShort(needed: 5, have: 4)) {
            try Theta().fit(TimeSeries([1, 2, 3, 4]))
        }
    }
}
