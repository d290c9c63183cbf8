import Analysis
import Formats
import Quantities

/// Forecasts as a fan: what was observed, what is expected, and the interval, a panel for each
/// series.
extension ForecastResult {
    /// Panels that still can be read.
    private static let mostPanels = 12

    /// The file of the picture.
    ///
    /// - Parameter language: of its titles.
    package func picture(in language: Language) -> (name: String, bytes: [UInt8]) {
        let shown = series.prefix(Self.mostPanels)
        let isSingle = shown.count == 1
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(
                Phrase(
                    id: isSingle ? "Ramalan \(shown[0].member.name)" : "Ramalan",
                    en: isSingle ? "Forecast of \(shown[0].member.name)" : "Forecasts"),
                width: isSingle ? 560 : nil, height: isSingle ? 300 : nil, in: language)
            json.pictureData(shown.flatMap { Self.points($0) }) { json, point in
                json.member("series", point.series)
                json.member(point.kind == "break" ? "break" : "time", point.time)
                if let value = point.value { json.member(point.kind, value) }
                guard let ends = point.ends else { return }
                json.member("low", ends.low)
                json.member("high", ends.high)
            }
            guard !isSingle else { return layers(&json, language) }
            json.key("facet")
            json.object(inline: true) { json in
                json.member("field", "series")
                json.member("type", "nominal")
                json.key("title")
                json.null()
                json.member("sort", shown.map(\.member.name))
            }
            json.member("columns", 3)
            json.key("resolve")
            json.object(inline: true) { json in
                json.key("scale")
                json.object(inline: true) { $0.member("y", "independent") }
            }
            json.key("spec")
            json.object { json in
                json.member("width", 220)
                json.member("height", 150)
                layers(&json, language)
            }
        }
        json.finish()
        return ("forecast.vl.json", json.bytes)
    }

    private typealias Point = (
        series: String, time: String, kind: String, value: Double?,
        ends: (low: Double, high: Double)?
    )

    /// Observations, then the forecast, which begins at the last of them.
    private static func points(_ one: SeriesForecast) -> [Point] {
        let values = one.member.series.values
        let name = one.member.name
        var points: [Point] = values.indices.filter { !values[$0].isNaN }.map {
            (name, mark(one.member.time($0)), "observed", values[$0], nil)
        }
        if let last = one.lastKnown {
            points.append((name, mark(last.time), "mean", last.value, (last.value, last.value)))
        }
        let forecast = one.forecast
        return points
            + one.breaks.map { (name, mark($0.time), "break", nil, nil) }
            + forecast.mean.indices.map {
                (
                    name, mark(one.time($0 + 1)), "mean", forecast.mean[$0],
                    (forecast.lower[$0], forecast.upper[$0])
                )
            }
    }

    /// A step as Vega reads dates in the reader's own time, or a number.
    private static func mark(_ time: SeriesTime) -> String {
        switch time.kind {
        case .number: return time.text
        case .year: return time.text + "-01-01T00:00:00"
        case .month: return time.text + "-01T00:00:00"
        case .quarter:
            let month = time.ordinal % 4 * 3 + 1
            return "\(time.ordinal / 4)-\(month < 10 ? "0" : "")\(month)-01T00:00:00"
        }
    }

    private func layers(_ json: inout JSONWriter, _ language: Language) {
        json.key("layer")
        json.array { json in
            layer(&json, "area", "low", [("opacity", 0.25)], "#d97706", language) {
                $0.pictureEnd("y2", "high")
            }
            layer(&json, "line", "mean", [("strokeWidth", 2)], "#d97706", language)
            layer(&json, "line", "observed", [("strokeWidth", 2)], "#1d4ed8", language)
            if hasBreaks { breakRules(&json) }
        }
    }

    private var timeType: String {
        series.first?.member.first.kind == .number ? "quantitative" : "temporal"
    }

    /// A dashed line where a level broke.
    private func breakRules(_ json: inout JSONWriter) {
        json.object { json in
            json.key("transform")
            json.array(inline: true) { json in
                json.object(inline: true) { $0.member("filter", "datum.break != null") }
            }
            json.key("mark")
            json.object(inline: true) { json in
                json.member("type", "rule")
                json.member("color", "#666")
                json.key("strokeDash")
                json.array(inline: true) { json in
                    for length in [4, 3] { json.value(length) }
                }
            }
            json.key("encoding")
            json.object { $0.pictureChannel("x", "break", timeType, nil) }
        }
    }

    private func layer(
        _ json: inout JSONWriter, _ mark: String, _ field: String, _ style: [(String, Double)],
        _ color: String, _ language: Language, rest: (inout JSONWriter) -> Void = { _ in }
    ) {
        let areNumbers = timeType == "quantitative"
        json.object { json in
            json.key("transform")
            json.array(inline: true) { json in
                json.object(inline: true) { $0.member("filter", "isValid(datum.\(field))") }
            }
            json.key("mark")
            json.object(inline: true) { json in
                json.member("type", mark)
                json.member("color", color)
                for (name, value) in style { json.member(name, value) }
            }
            json.key("encoding")
            json.object { json in
                json.pictureChannel(
                    "x", "time", timeType, nil
                ) { json in
                    json.key("axis")
                    json.object(inline: true) { json in
                        json.member("tickCount", 5)
                        if !areNumbers { json.member("format", "%Y") }
                    }
                }
                json.pictureChannel("y", field, "quantitative", nil) {
                    $0.pictureScaleWithoutZero()
                }
                rest(&json)
            }
        }
    }
}
