import Sampling
import Testing

@testable import Forecasting

@Suite("Exponential smoothing") struct ETSTests {
    static let plain = ["ANN", "AAN", "AAdN", "MNN", "MAN", "MAdN"]
    static let seasonal = ["AAA", "AAdA", "MNA", "MAA", "MAdA", "MNM", "MAM", "MAdM"]
    static let cases =
        plain.flatMap { [("nile", $0), ("airmiles", $0)] } + seasonal.map { ("ukgas", $0) }
        + [("deaths", "ANA")]

    static func form(_ letters: String) -> ETSForm {
        let trend = ETSForm.Trend(rawValue: String(letters.dropFirst().dropLast()))!
        return ETSForm(
            .init(rawValue: String(letters.prefix(1)))!, trend,
            .init(rawValue: String(letters.suffix(1)))!)
    }

    /// Two differences are R's: with a season that multiplies its mean counts the covariance of
    /// level and season, and without a trend its intervals have gamma in the wrong place of the
    /// state.
    @Test("R's search ends where R ends, in every form", arguments: cases)
    func sameAsR(name: String, letters: String) throws {
        let reference = try ReferenceSeries(name)
        let fitted = try ETS(Self.form(letters), search: .simplex).fit(reference.series)
        let aicc = try reference.answer(letters, "aicc")
        #expect(abs(fitted.aicc - aicc[0]) < 1e-6)
        let forecast = fitted.forecast(steps: 6, level: 0.9)
        let tolerance = letters.hasSuffix("M") ? 5e-3 : 1e-7
        let mean = worst(forecast.mean, try reference.answer(letters, "mean"))
        #expect(mean < tolerance)
        guard !letters.hasSuffix("NA") else { return }
        // Those of a multiplied season are read from paths.
        let upper = worst(forecast.upper, try reference.answer(letters, "upper"))
        #expect(upper < (letters.hasSuffix("M") ? 0.02 : tolerance))
    }

    @Test("R's choice is R's: accidental deaths, (A,N,A)")
    func automatic() throws {
        let series = try ReferenceSeries("deaths").series
        let fitted = try ETS(search: .simplex).fit(series)
        #expect(fitted.method == "ETS(A,N,A)")
        #expect(abs(fitted.aicc - 1148.7161) < 1e-3)
        let mean = fitted.forecast(steps: 3, level: 0.9).mean
        #expect(worst(mean, [8397.497, 7599.221, 8396.595]) < 1e-6)
    }

    @Test("The search by slopes is never worse than R's by 0.05", arguments: cases)
    func descent(name: String, letters: String) throws {
        let reference = try ReferenceSeries(name)
        let fitted = try ETS(Self.form(letters)).fit(reference.series)
        let aicc = try reference.answer(letters, "aicc")[0]
        #expect(fitted.aicc < aicc + 0.05, "\(fitted.aicc) and \(aicc)")
    }

    @Test("Slopes of the likelihood are those of its differences", arguments: seasonal + plain)
    func slopes(letters: String) throws {
        let reference = try ReferenceSeries("ukgas")
        let form = Self.form(letters)
        let likelihood = ETSLikelihood(recursion: ETSRecursion(form, reference.series))
        var parameters = ETSStart.parameters(form, reference.series)
        parameters.alpha = 0.4
        if form.trend != .none { parameters.beta = 0.1 }
        if form.season != .none { parameters.gamma = 0.3 }
        if form.trend == .damped { parameters.phi = 0.9 }
        let vector = parameters.vector(form)
        let sums = likelihood.recursion.run(parameters)
        var slopes = [Double](repeating: 0, count: vector.count)
        slopes.withUnsafeMutableBufferPointer {
            likelihood.recursion.likelihoodSlopes(parameters, sums, into: $0)
        }
        for axis in vector.indices {
            let reach = 1e-5 * max(abs(vector[axis]), 0.01)
            let sides = [reach, -reach].map { step in
                var moved = vector
                moved[axis] += step
                return likelihood.value(ETSParameters(form, vector: moved))
            }
            let difference = (sides[0] - sides[1]) / (2 * reach)
            #expect(abs(difference - slopes[axis]) <= 1e-4 * max(abs(difference), 1), "\(axis)")
        }
    }

    @Test("A model forgets where all roots of its equation lie inside")
    func stability() throws {
        var parameters = ETSParameters(
            alpha: 0.3, beta: 0.1, gamma: 0.2, phi: 0.95, level: 0, slope: 0, season: [])
        #expect(CharacteristicEquation.isStable(parameters, period: 4))
        parameters.gamma = 1.9
        #expect(!CharacteristicEquation.isStable(parameters, period: 4))
        // Without a trend one root is one itself, which counts as inside.
        parameters = ETSParameters(
            alpha: 0.3, beta: 0, gamma: 0.2, phi: 1, level: 0, slope: 0, season: [])
        #expect(CharacteristicEquation.isStable(parameters, period: 12))
    }

    @Test("Paths spread as the interval does", arguments: ["AAdA", "MNA", "ANA", "MAA", "MAM"])
    func paths(letters: String) throws {
        let fitted = try ETS(Self.form(letters)).fit(try ReferenceSeries("ukgas").series)
        let stream = RandomStream(seed: 1, name: "paths")
        let paths = fitted.simulate(steps: 6, paths: 4000, stream: stream)
        let forecast = fitted.forecast(steps: 6, level: 0.8)
        for step in 0..<6 {
            let outside = (0..<4000).count {
                paths[$0, step] < forecast.lower[step] || paths[$0, step] > forecast.upper[step]
            }
            #expect((650...950).contains(outside), "\(step): \(outside)")
        }
        #expect(fitted.simulate(steps: 6, paths: 10, stream: stream)[7, 3] == paths[7, 3])
    }

    @Test("What cannot be smoothed is named")
    func faults() throws {
        #expect(throws: FitFault.missing(step: 1)) { try ETS().fit(TimeSeries([1, .nan, 3])) }
        #expect(throws: FitFault.tooShort(needed: 4, have: 2)) {
            try ETS().fit(TimeSeries([1, 2]))
        }
        let share = ETSForm(.multiplicative, .none, .none)
        #expect(throws: FitFault.notPositive(step: 2)) {
            try ETS(share).fit(TimeSeries([1, 2, 0, 4, 5, 6]))
        }
        let constant = try ETS().fit(TimeSeries([Double](repeating: 7, count: 20), period: 4))
        #expect(constant.forecast(steps: 3, level: 0.9).mean.allSatisfy { abs($0 - 7) < 1e-9 })
    }
}
