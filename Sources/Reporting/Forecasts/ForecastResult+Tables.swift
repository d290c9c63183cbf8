import Analysis
import Forecasting
import Quantities

extension ForecastResult {
    /// The forecasts, a row for each series and step, and how each series' method was chosen.
    package var tables: [ResultTable] { shownTables + [choiceTable] }

    /// The forecasts; then the effects of policies and the breaks in level, where there are any.
    package var shownTables: [ResultTable] {
        [forecastTable] + (question.policies.isEmpty ? [] : [effectTable])
            + (hasBreaks ? [breakTable] : [])
    }

    /// A row for each series and step.
    package var forecastTable: ResultTable {
        let rows = series.flatMap { one in
            (0..<question.horizon).map { (series: one, step: $0) }
        }
        return ResultTable("forecast", rows) {
            Key("series", \.series.member.name)
            Key("step") { $0.step + 1 }
            Key("time") { $0.series.time($0.step + 1).text }
            Column("method", .word, \.series.method)
            Column("mean", .factor) { $0.series.forecast.mean[$0.step] }
            Column("lower", .factor) { $0.series.forecast.lower[$0.step] }
            Column("upper", .factor) { $0.series.forecast.upper[$0.step] }
        }
    }

    private var choiceTable: ResultTable {
        ResultTable("methods", series) {
            Key("series", \.member.name)
            Column("method", .word, \.method)
            Column("reason", .word) { $0.reason?.word ?? "asked" }
            Column("intervals", .word, \.intervals.rawValue)
            Column("observations", .factor) { one in
                Double(one.member.series.values.count { !$0.isNaN })
            }
            Column("first", .word, \.member.first.text)
            Column("last", .word) { $0.lastKnown?.time.text ?? "" }
            Column("period", .factor) { Double($0.member.series.period) }
        }
    }

    var hasBreaks: Bool { series.contains { !$0.breaks.isEmpty } }

    var effectTable: ResultTable {
        ResultTable("effects", effects) {
            Key("series", \.series.member.name)
            Key("kind", \.effect.policy.kind.rawValue)
            Key("time", \.effect.policy.time.text)
            Column("estimate", .factor, \.effect.size.value)
            Column("standard_error", .factor, \.effect.size.standardError)
        }
    }

    var effects: [(series: SeriesForecast, effect: SeriesForecast.Effect)] {
        series.flatMap { one in one.effects.map { (one, $0) } }
    }

    var breakTable: ResultTable {
        ResultTable("breaks", breaks) {
            Key("series", \.series.member.name)
            Key("time", \.change.time.text)
            Column("level_before", .factor, \.change.before)
            Column("level_after", .factor, \.change.after)
        }
    }

    var breaks: [(series: SeriesForecast, change: SeriesForecast.Break)] {
        series.flatMap { one in one.breaks.map { (one, $0) } }
    }

    package var options: [(name: String, value: String)] {
        [
            ("method", question.method.rawValue), ("horizon", "\(question.horizon)"),
            ("level", "\(question.level)"), ("scale", question.scale.rawValue),
            ("intervals", question.intervals.rawValue),
        ]
            + [PolicyDate.Kind.step, .pulse].compactMap { kind in
                let times = question.policies.filter { $0.kind == kind }.map(\.time.text)
                return times.isEmpty ? nil : (kind.rawValue, times.joined(separator: ","))
            }
            + (question.bounds.map { [("bounds", "\($0.lowerBound),\($0.upperBound)")] } ?? [])
            + (question.tree.map { [("reconcile", $0.by.rawValue)] } ?? [])
    }
}

extension Automatic.Reason {
    /// For programs.
    fileprivate var word: String {
        switch self {
        case .constant: "constant"
        case .gaps: "gaps"
        case .tooFewToSmooth: "too-few-to-smooth"
        case .tooFewForForms: "too-few-for-forms"
        case .enough: "enough"
        }
    }
}
