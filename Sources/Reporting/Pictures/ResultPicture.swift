import Formats
import Quantities

/// A picture of results by year: lines with bands, or stacked columns, in one panel or several.
///
/// Made once as a value, then written twice: as a Vega-Lite specification with its numbers inside,
/// and drawn as SVG. Panels share their scale.
struct ResultPicture {
    /// What numbers are and how an axis writes them.
    enum Measure: Equatable {
        /// Shares, written in percent.
        case share
        /// Rupiah in a scale.
        case money(MoneyScale)
    }

    /// A line or a colour of a column.
    struct Series {
        /// In the legend.
        let name: String
        /// As SVG and Vega-Lite write it.
        let color: String
        /// One for each year; NaN where there is none.
        let values: [Double]
        /// The lower and the upper end of a band around a line; nil for none.
        var band: [(low: Double, high: Double)]?
        /// Whether a line says what would be, not what is.
        var isDashed = false
    }

    /// One set of axes.
    struct Panel {
        /// Above it; empty for a picture of one panel.
        let title: String
        /// From the bottom of a column up; in the order of the legend for lines.
        let series: [Series]
    }

    /// The name of its files without ending.
    let name: String
    /// Above the picture.
    let title: String
    /// Budget years along the horizontal axis.
    let years: [Int]
    /// Of all numbers.
    let measure: Measure
    /// Whether series are stacked as columns, not drawn as lines.
    let isStacked: Bool
    /// At least one; with the same series in the same order.
    let panels: [Panel]
    /// Of texts and number marks.
    let language: Language

    /// The Vega-Lite specification and the drawing, as files of a folder.
    var files: [(name: String, bytes: [UInt8])] {
        [("\(name).vl.json", vegaLite), ("\(name).svg", PictureDrawing(self).bytes)]
    }

    /// Colours of lines, the baseline first.
    static let lineColors = [
        "#777777", "#1f4e79", "#b5651d", "#2a7f62", "#8b5a9e", "#c7a76c", "#6a9fb5", "#a23b3b",
        "#4d4d4d", "#8fbf9f",
    ]

    /// Colours of purses by rank.
    static let purseColors = [
        "#1f4e79", "#6a9fb5", "#2a7f62", "#8fbf9f", "#c7a76c", "#8b5a9e", "#b9c4d0", "#5b7f95",
    ]

    /// The colour of what nobody pays.
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

    /// A number of the axis as people read it; `step` is the distance between two of them.
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
    /// The specification.
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

    /// One object for each panel, series and year.
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

    /// What is drawn.
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
                        json.key("y2")
                        json.object(inline: true) { $0.member("field", "high") }
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

    /// Years across, numbers up, a colour for each series.
    private func axes(_ json: inout JSONWriter, value: String = "value") {
        json.pictureChannel("x", "year", "ordinal", nil)
        json.pictureChannel("y", value, "quantitative", axisTitle) { json in
            guard !isStacked else { return }
            json.key("scale")
            json.object(inline: true) { json in
                json.key("zero")
                json.value(false)
            }
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

    /// The unit of the numbers.
    var axisTitle: String {
        switch measure {
        case .share: "%"
        case .money(let scale): scale.word.map { "Rp \($0[language])" } ?? "Rp"
        }
    }
}
