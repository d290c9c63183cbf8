import RealModule
import Sampling
import Testing

@testable import Forecasting

/// Series of `Tests/Reference/forecasting/arima.R`.
struct ArimaReference {
    let series: [String: TimeSeries]
    let names: [String]

    init() throws {
        var values: [String: [Double]] = [:]
        var periods: [String: Int] = [:]
        var names: [String] = []
        for row in try ReferenceTable("arima-series").rows {
            let name = row["series"] ?? ""
            if values[name] == nil { names.append(name) }
            values[name, default: []].append(Double(row["value"] ?? "") ?? .nan)
            periods[name] = Int(row["period"] ?? "")
        }
        self.names = names
        series = values.reduce(into: [:]) {
            $0[$1.key] = TimeSeries($1.value, period: periods[$1.key] ?? 1)
        }
    }
}

@Suite("An ARIMA model") struct ARIMATests {
    static let passengers: [Double] = [
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149,
        170, 170, 158, 133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,
        171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243,
        264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
        242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374,
        413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,
        340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472,
        548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
    ]

    /// One row of `arima-fits.csv`.
    private struct Row {
        let cells: [String: String]
        func number(_ name: String) -> Double { Double(cells[name] ?? "") ?? .nan }
        func count(_ name: String) -> Int { Int(number(name)) }
        var order: ARIMAOrder {
            ARIMAOrder(
                count("p"), count("d"), count("q"), seasonal: (count("P"), count("D"), count("Q")))
        }
    }

    @Test("has R's likelihood, AICc, variance and forecasts, with gaps and steps too")
    func reference() throws {
        let series = try ArimaReference().series
        for cells in try ReferenceTable("arima-fits").rows {
            let row = Row(cells: cells)
            let name = cells["series"] ?? ""
            var given = try #require(series[name])
            let kind = cells["regressor"]
            if kind == "gaps" {
                var values = given.values
                let last = name == "ar2" ? [4, 5, 19, values.count - 2] : [14, 39, 40, 118]
                for step in last { values[step] = .nan }
                given = TimeSeries(values, period: given.period)
            }
            let fitted = try ARIMA(
                row.order, hasConstant: row.count("constant") == 1,
                interventions: kind == "step20" ? [.step(from: 20)] : []
            ).fit(given)
            let label = "\(name) \(row.order.name(period: given.period)) \(kind ?? "")"
            // R may stop short of the optimum; where both find one, they agree.
            let ahead = fitted.logLikelihood - row.number("loglik")
            #expect(ahead > -2e-5 && ahead < 3, "\(label): likelihood \(ahead)")
            guard abs(ahead) < 1e-5 else { continue }
            #expect(abs(fitted.correctedCriterion - row.number("aicc")) < 1e-3, "\(label)")
            #expect(abs(fitted.variance / row.number("sigma2") - 1) < 1e-3, "\(label)")
            let forecast = fitted.forecast(steps: 6, level: 0.9)
            let scale = row.number("sigma2").squareRoot()
            #expect(abs(forecast.mean[0] - row.number("first")) < 2e-3 * scale, "\(label)")
            #expect(abs(forecast.mean[5] - row.number("last")) < 5e-3 * scale, "\(label)")
            let reach = forecast.upper[5] - forecast.mean[5]
            let theirs = row.number("upper") - row.number("last")
            // Theirs leaves out what is not known of the regressors.
            let isPlain = fitted.constant == nil && fitted.effects.isEmpty
            #expect(reach > theirs * (1 - 2e-3), "\(label)")
            if isPlain { #expect(reach < theirs * (1 + 2e-3), "\(label)") }
        }
    }

    @Test("finds the airline model of the passengers (F1)") func golden() throws {
        let logs = Self.passengers.map { Double.log($0) }
        let fitted = try ARIMA(ARIMAOrder(0, 1, 1, seasonal: (0, 1, 1)))
            .fit(TimeSeries(logs, period: 12))
        #expect(abs(fitted.movingAverage[0] + 0.4018280) < 1e-4)
        #expect(abs(fitted.seasonalMovingAverage[0] + 0.5569448) < 1e-4)
        // The variance of greatest likelihood, over all 131 differences.
        #expect(abs(fitted.variance * 129 / 131 / 0.001348035 - 1) < 1e-4)
        // R 4.2.2 with a start of variance 1e9; of the differences themselves 244.696486833.
        #expect(abs(fitted.logLikelihood - 244.696486833) < 1e-6)
        // As R reports it, whose filter starts with variance 1e6.
        let reported = try #require(fitted.logLikelihood(startVariance: 1e6))
        #expect(abs(reported / 244.699531 - 1) < 1e-7)
        let wide = try #require(fitted.logLikelihood(startVariance: 1e9))
        #expect(abs(wide - 244.696490333) < 1e-6)
        #expect(fitted.method == "ARIMA(0,1,1)(0,1,1)[12]")
    }

    @Test("finds the orders that R finds, with no larger AICc")
    func automatic() throws {
        let reference = try ArimaReference()
        let rows = try ReferenceTable("arima-auto").rows
        // Without those that take long in a debug build.
        let slow = ["quarter4", "month1", "month4", "stationary3"]
        for cells in rows where !slow.contains(cells["series"] ?? "") {
            let row = Row(cells: cells)
            let name = cells["series"] ?? ""
            let series = try #require(reference.series[name])
            let fitted = try AutoARIMA().fit(series)
            let excess = fitted.correctedCriterion - row.number("aicc")
            #expect(excess < 5e-3, "\(name): \(fitted.method) \(excess)")
            if excess > -5e-3 { #expect(fitted.order == row.order, "\(name)") }
            if series.period > 1 {
                let strength = StationarityTests.seasonalStrength(
                    series.values, period: series.period)
                #expect(abs(strength - row.number("strength")) < 1e-9, "\(name)")
            }
            #expect(abs(StationarityTests.kpss(series.values) - row.number("kpss")) < 1e-9)
        }
    }

    @Test("has the likelihood of a filter that carries the whole covariance")
    func secondImplementation() {
        let free: [Double] = [0.4, -0.3, 0.5, 0.7, -0.4]
        let order = ARIMAOrder(2, 0, 1, seasonal: (1, 0, 1))
        let series = (0..<40).map { Double(($0 * 37) % 23) / 7 - 1.5 }
        let likelihood = ArmaLikelihood(
            order, period: 4, missing: [], regressors: [], series: series)
        let found = free.withUnsafeBufferPointer { likelihood.deviance($0) }
        let model = likelihood.polynomials
        let size = model.size
        func moved(_ p: [[Double]]) -> [[Double]] {
            (0..<size).map { i in
                (0..<size).map { j in
                    func row(_ a: Int, _ b: Int) -> Double { a < size && b < size ? p[a][b] : 0 }
                    return model.phi[i] * model.phi[j] * p[0][0] + model.phi[i] * row(0, j + 1)
                        + model.phi[j] * row(i + 1, 0) + row(i + 1, j + 1)
                        + model.theta[i] * model.theta[j]
                }
            }
        }
        var p = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for _ in 0..<2000 { p = moved(p) }
        var state = [Double](repeating: 0, count: size)
        var (squares, logs) = (0.0, 0.0)
        for value in series {
            let (innovation, variance) = (value - state[0], p[0][0])
            squares += innovation * innovation / variance
            logs += Double.log(variance)
            let gain = (0..<size).map { p[$0][0] / variance }
            let updated = (0..<size).map { state[$0] + gain[$0] * innovation }
            state = (0..<size).map { i in
                model.phi[i] * updated[0] + (i + 1 < size ? updated[i + 1] : 0)
            }
            p = moved((0..<size).map { i in (0..<size).map { p[i][$0] - gain[i] * p[0][$0] } })
        }
        let count = Double(series.count)
        let expected = count * (Double.log(2 * .pi * squares / count) + 1) + logs
        #expect(abs(found - expected) < 1e-9 * expected)
    }

    @Test("tells the size of a step that a policy made, with its error") func step() throws {
        let values: [Double] = (0..<60).map { step in
            let wave = Double((step * 37) % 23) / 10
            return step >= 40 ? wave + 25 : wave
        }
        let fitted = try ARIMA(
            ARIMAOrder(1, 0, 0), hasConstant: true,
            interventions: [.step(from: 40), .pulse(at: 10)]
        ).fit(TimeSeries(values))
        #expect(abs(fitted.effects[0].value - 25) < 3 * fitted.effects[0].standardError)
        #expect(fitted.effects[0].standardError < 0.5)
        #expect(abs(fitted.forecast(steps: 3, level: 0.9).mean[2] - 26.1) < 1)
        let found = try AutoARIMA(interventions: [.step(from: 40)]).fit(TimeSeries(values))
        #expect(found.order.d == 0)
        // A step that no observation shows.
        #expect(throws: FitFault.notConverged) {
            try ARIMA(ARIMAOrder(0, 1, 0), interventions: [.step(from: 0)])
                .fit(TimeSeries(values))
        }
    }

    @Test("draws paths whose mean and spread are the forecast's, each path by itself")
    func paths() throws {
        let series = try #require(try ArimaReference().series["quarter1"])
        let fitted = try ARIMA(ARIMAOrder(0, 1, 1, seasonal: (0, 1, 1))).fit(series)
        let ahead = fitted.forecast(steps: 6, level: 0.6826894921370859)
        let draws = fitted.simulate(
            steps: 6, paths: 4000, stream: RandomStream(seed: 1, name: "paths"))
        for step in 0..<6 {
            let column = Array(draws.column(step))
            let mean = column.reduce(0, +) / 4000
            let reach = ahead.upper[step] - ahead.mean[step]
            #expect(abs(mean - ahead.mean[step]) < 4 * reach / 63)
            let square = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4000
            #expect(abs(square.squareRoot() / reach - 1) < 0.06)
        }
        let shorter = fitted.simulate(
            steps: 3, paths: 2, stream: RandomStream(seed: 1, name: "paths"))
        #expect(worst(Array(shorter.row(1)), Array(draws.row(1).prefix(3))) < 1e-9)
    }

    @Test("expects a step after a gap from what was seen before it") func gaps() throws {
        let values: [Double] = (0..<40).map { Double(($0 * 37) % 23) }
        var broken = values
        broken[20] = .nan
        let fitted = try ARIMA(ARIMAOrder(0, 1, 0)).fit(TimeSeries([.nan, .nan] + broken))
        #expect(fitted.fitted.prefix(3).allSatisfy { $0.isNaN })
        #expect(fitted.fitted[3] == values[0])
        #expect(abs(fitted.fitted[22] - values[19]) < 1e-9)
        #expect(abs(fitted.fitted[23] - values[19]) < 1e-9)
        #expect(abs(fitted.fitted[24] - values[21]) < 1e-9)
        // Missing at the end: the forecast begins there.
        let late = try ARIMA(ARIMAOrder(0, 1, 0)).fit(TimeSeries(values + [.nan]))
        let whole = try ARIMA(ARIMAOrder(0, 1, 0)).fit(TimeSeries(values))
        #expect(
            abs(
                late.forecast(steps: 1, level: 0.9).upper[0]
                    - whole.forecast(steps: 2, level: 0.9).upper[1]) < 1e-9)
    }

    @Test("is as exact far from 0 as near it") func level() throws {
        let values: [Double] = (0..<40).map { Double(($0 * 37) % 23) }
        let near = try ARIMA(ARIMAOrder(1, 0, 1), hasConstant: true).fit(TimeSeries(values))
        let far = try ARIMA(ARIMAOrder(1, 0, 1), hasConstant: true)
            .fit(TimeSeries(values.map { $0 + 1e9 }))
        #expect(abs(near.logLikelihood - far.logLikelihood) < 1e-6)
        let shift = (far.constant?.value ?? 0) - (near.constant?.value ?? 0)
        #expect(abs(shift - 1e9) < 1e-4)
    }

    @Test("refuses what it cannot learn from") func faults() {
        #expect(throws: FitFault.constant) {
            try AutoARIMA().fit(TimeSeries([Double](repeating: 3, count: 20)))
        }
        #expect(throws: FitFault.constant) {
            try ARIMA(ARIMAOrder(0, 1, 1), hasConstant: true)
                .fit(TimeSeries((0..<20).map { 2 * Double($0) }))
        }
        #expect(throws: FitFault.tooShort(needed: 5, have: 1)) {
            try AutoARIMA().fit(TimeSeries([1, .nan]))
        }
        #expect(throws: FitFault.tooShort(needed: 5, have: 4)) {
            try ARIMA(ARIMAOrder(1, 1, 1)).fit(TimeSeries([1, 2, 4, 3]))
        }
    }
}
