import Forecasting

/// The default method on the series of a competition, read as `rivals/competition.py` writes them.
struct Competition {
    /// Errors of some series: means over series, and the share of outcomes inside intervals.
    private struct Score {
        var smape = 0.0
        var mase = 0.0
        var inside = 0.0
        var outcomes = 0.0
        var series = 0.0

        mutating func add(_ forecast: Forecast, _ actual: [Double], history: TimeSeries) {
            smape += ForecastMeasure.smape(forecast.mean, actual)
            mase += ForecastMeasure.mase(forecast.mean, actual, history: history)
            inside += ForecastMeasure.coverage(forecast, actual) * Double(actual.count)
            outcomes += Double(actual.count)
            series += 1
        }

        var text: String {
            "{\"smape\": \(smape / series), \"mase\": \(mase / series), "
                + "\"coverage\": \(100 * inside / outcomes)}"
        }
    }

    /// Scores of all series and of each kind, as one line of JSON.
    static func scores(_ lines: some Sequence<String>) throws -> String {
        var scores: [String: Score] = [:]
        for line in lines {
            let halves = line.split(separator: "|")
            let words = halves[0].split(separator: " ")
            let history = TimeSeries(words[2...].compactMap { Double($0) }, period: Int(words[1])!)
            let actual = halves[1].split(separator: " ").compactMap { Double($0) }
            let fitted = try Automatic().fit(history)
            let forecast = fitted.forecast(steps: actual.count, level: 0.9)
            for kind in ["all", String(words[0])] {
                scores[kind, default: Score()].add(forecast, actual, history: history)
            }
        }
        let parts = scores.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value.text)" }
        return "{" + parts.joined(separator: ", ") + "}"
    }
}
