import Formats
import Quantities

/// A picture of results by year: lines with bands, or stacked columns, in one panel or several.
///
/// Made once as a value, then written twice: as a Vega-Lite specification with its numbers inside,
/// and drawn as SVG. Panels share their scale.
struct ResultPicture {
    enum Measure: Equatable {
        /// Shares, written in percent.
        case share
        case money(MoneyScale)
    }

    struct Series {
        let name: String
        let color: String
        /// One for each year; NaN where there is none.
        let values: [Double]
        /// The lower and the upper end of a band around a line; nil for none.
        var band: [(low: Double, high: Double)]?
        /// Whether a line says what would be, not what is.
        var isDashed = false
    }

    struct Panel {
        /// Above it; empty for a picture of one panel.
        let title: String
        /// From the bottom of a column up; in the order of the legend for lines.
        let series: [Series]
    }

    /// The name of its files without ending.
    let name: String
    let title: String
    let years: [Int]
    let measure: Measure
    /// Whether series are stacked as columns, not drawn as lines.
    let isStacked: Bool
    /// At least one; with the same series in the same order.
    let panels: [Panel]
    let language: Language

    var files: [(name: String, bytes: [UInt8])] {
        [("\(name).vl.json", vegaLite), ("\(name).svg", PictureDrawing(self).bytes)]
    }

    /// Colours of lines, the baseline first.
    static let lineColors = [
        "#777777", "#1f4e79", "#b5651d", "#2a7f62", "#8b5a9e", "#c7a76c", "#6a9fb5", "#a23b3b",
        "#4d4d4d", "#8fbf9f",
    ]

    static let purseColors = [
        "#1f4e79", "#6a9fb5", "#2a7f62", "#8fbf9f", "#c7a76c", "#8b5a9e", "#b9c4d0", "#5b7f95",
    ]

    static let gapColor = "#d9822b"

    /// The least and the largest number that the axis must hold; columns start at zero.
    var extent: ClosedRange<Double> {
        var numbers: [Double] = isStacked ? [0] : []
        for panel in panels {
            if isStacked {
                numbers += years.indices.map { year in
                    panel.series.reduce(0) { $0 + max(0, $1.values[year]) }
                }
            } else {
                numbers += panel.series.flatMap { series in
                    series.values + (series.band ?? []).flatMap { [$0.low, $0.high] }
                }
            }
        }
        numbers = numbers.filter(\.isFinite)
        return (numbers.min() ?? 0)...(numbers.max() ?? 1)
    }

    func label(_ number: Double, step: Double) -> String {
        switch measure {
        case .share:
            return language.numbers.percent(number, decimals: step * 100 < 0.999 ? 1 : 0)
        case .money(let scale):
            let size = step / scale.divisor
            return language.numbers.format(
                number / scale.divisor, decimals: size < 0.0999 ? 2 : size < 0.999 ? 1 : 0)
        }
    }
}

extension ResultPicture {
    private var vegaLite: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(
                Phrase { _ in title }, width: panels.count == 1 ? 420 : nil,
                height: panels.count == 1 ? 260 : nil, in: language)
            json.key("data")
            json.object { json in
                json.key("values")
                json.array { write(into: &$0) }
            }
            guard panels.count > 1 else { return marks(&json) }
            json.key("facet")
            json.object(inline: true) { json in
                json.member("field", "panel")
                json.member("type", "nominal")
                json.key("title")
                json.null()
                json.member("sort", panels.map(\.title))
            }
            json.member("columns", PictureDrawing.columns)
            json.key("spec")
            json.object { json in
                json.member("width", 220)
                json.member("height", 180)
                marks(&json)
            }
        }
        json.finish()
        return json.bytes
    }

    private func write(into json: inout JSONWriter) {
        for panel in panels {
            for series in panel.series {
                for (index, year) in years.enumerated() where series.values[index].isFinite {
                    json.object(inline: true) { json in
                        if panels.count > 1 { json.member("panel", panel.title) }
                        json.member("series", series.name)
                        json.member("year", year)
                        json.member("value", scaled(series.values[index]))
                        guard let band = series.band?[index] else { return }
                        json.member("low", scaled(band.low))
                        json.member("high", scaled(band.high))
                    }
                }
            }
        }
    }

    /// Shares in percent, money in its scale.
    private func scaled(_ number: Double) -> Double {
        switch measure {
        case .share: (number * 1e6).rounded() / 1e4
        case .money(let scale):
            scale.word == nil ? number : (number / scale.divisor * 1e4).rounded() / 1e4
        }
    }

    private func marks(_ json: inout JSONWriter) {
        guard !isStacked else {
            json.member("mark", "bar")
            json.key("encoding")
            return json.object { axes(&$0) }
        }
        json.key("layer")
        json.array { json in
            if panels.contains(where: { $0.series.contains { $0.band != nil } }) {
                json.object { json in
                    json.key("mark")
                    json.object(inline: true) { json in
                        json.member("type", "area")
                        json.member("opacity", 0.18)
                    }
                    json.key("encoding")
                    json.object { json in
                        axes(&json, value: "low")
                        json.pictureEnd("y2", "high")
                    }
                }
            }
            json.object { json in
                json.key("mark")
                json.object(inline: true) { json in
                    json.member("type", "line")
                    json.member("strokeWidth", 2)
                }
                json.key("encoding")
                json.object { axes(&$0) }
            }
        }
    }

    private func axes(_ json: inout JSONWriter, value: String = "value") {
        json.pictureChannel("x", "year", "ordinal", nil)
        json.pictureChannel("y", value, "quantitative", axisTitle) { json in
            if !isStacked { json.pictureScaleWithoutZero() }
        }
        let series = panels.first?.series ?? []
        json.pictureChannel("color", "series", "nominal", nil) { json in
            json.key("scale")
            json.object(inline: true) { json in
                json.member("domain", series.map(\.name))
                json.member("range", series.map(\.color))
            }
        }
    }

    var axisTitle: String {
        switch measure {
        case .share: "%"
        case .money(let scale): scale.word.map { "Rp \($0[language])" } ?? "Rp"
        }
    }
}

/// How all pictures look: Vega-Lite specifications with their numbers inside.
extension JSONWriter {
    /// The first members of a specification: its schema, title and size, and a quiet style in which
    /// numbers are written as the reader writes them, `1.100.000` in Indonesian.
    ///
    /// - Parameters:
    ///   - title: above the picture, at its left.
    ///   - width: of the plot, pixels; nil where parts of it say their own.
    ///   - height: likewise.
    mutating func pictureHead(
        _ title: Phrase, width: Int? = nil, height: Int? = nil, in language: Language
    ) {
        member("$schema", "https://vega.github.io/schema/vega-lite/v6.json")
        member("title", title[language])
        key("config")
        object { json in
            json.member("font", "Liberation Sans, Arial, sans-serif")
            json.key("locale")
            json.object { $0.numberLocale(language) }
            json.style("view", [("stroke", nil)])
            json.style(
                "axis",
                [
                    ("labelColor", "#444"), ("titleColor", "#444"), ("domainColor", "#bbb"),
                    ("tickColor", "#bbb"), ("gridColor", "#eee"), ("titleFontWeight", "normal"),
                ])
            json.key("axisX")
            json.object(inline: true) { json in
                json.member("labelAngle", 0)
                // Rupiah have ten digits and more.
                json.member("tickCount", 5)
            }
            json.style("title", [("anchor", "start"), ("color", "#222")])
            json.style("legend", [("labelColor", "#444"), ("titleColor", "#444")])
        }
        if let width { member("width", width) }
        if let height { member("height", height) }
    }

    /// The numbers of a picture, a row each.
    mutating func pictureData<Row>(
        _ rows: some Sequence<Row>, _ write: (inout JSONWriter, Row) -> Void
    ) {
        key("data")
        object { $0.list("values", rows, write) }
    }

    /// A channel of an encoding.
    ///
    /// - Parameters:
    ///   - title: nil for none, where the field's name would be no word for readers.
    ///   - rest: writes what the channel has besides field, type and title.
    mutating func pictureChannel(
        _ name: String, _ field: String, _ type: String, _ title: String?,
        inline: Bool = true, _ rest: (inout JSONWriter) -> Void = { _ in }
    ) {
        key(name)
        object(inline: inline) { json in
            json.member("field", field)
            json.member("type", type)
            json.key("title")
            if let title { json.value(title) } else { json.null() }
            rest(&json)
        }
    }

    /// The scale of a channel whose axis need not begin at zero.
    mutating func pictureScaleWithoutZero() {
        key("scale")
        object(inline: true) { json in
            json.key("zero")
            json.value(false)
        }
    }

    /// The other end of a mark: `x2` or `y2`.
    mutating func pictureEnd(_ name: String, _ field: String) {
        key(name)
        object(inline: true) { $0.member("field", field) }
    }

    private mutating func numberLocale(_ language: Language) {
        let isIndonesian = language == .indonesian
        key("number")
        object(inline: true) { json in
            json.member("decimal", isIndonesian ? "," : ".")
            json.member("thousands", isIndonesian ? "." : ",")
            json.key("grouping")
            json.array(inline: true) { $0.value(3) }
            json.key("currency")
            json.array(inline: true) { json in
                json.value("Rp ")
                json.value("")
            }
        }
    }

    /// Settings of one kind of mark; nil for none at all.
    private mutating func style(_ name: String, _ settings: [(String, String?)]) {
        key(name)
        object(inline: true) { json in
            for (setting, value) in settings {
                json.key(setting)
                if let value { json.value(value) } else { json.null() }
            }
        }
    }
}
