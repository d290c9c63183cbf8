import Analysis
import Forecasting
import Quantities

extension ForecastResult {
    /// The forecasts, a row for each series and step, and how each series' method was chosen.
    package var tables: [ResultTable] { [forecastTable, choiceTable] }

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
            Column("observations", .factor) { one in
                Double(one.member.series.values.count { !$0.isNaN })
            }
            Column("first", .word, \.member.first.text)
            Column("last", .word) { $0.lastKnown?.time.text ?? "" }
            Column("period", .factor) { Double($0.member.series.period) }
        }
    }

    package var options: [(name: String, value: String)] {
        [
            ("method", question.method.rawValue), ("horizon", "\(question.horizon)"),
            ("level", "\(question.level)"),
        ]
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
