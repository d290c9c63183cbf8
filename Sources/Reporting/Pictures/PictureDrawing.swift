/// Draws a picture of results as SVG, in the quiet style of all pictures: grey axes, light grid,
/// no frame.
///
/// Coordinates have one decimal, so that equal numbers give equal bytes everywhere.
struct PictureDrawing {
    static let columns = 3

    private let picture: ResultPicture
    /// Numbers at the grid lines, from the bottom up; at least two.
    private let ticks: [Double]
    private let plot: (width: Double, height: Double)
    /// Room left of, above, right of and below each plot.
    private let room = (left: 56.0, top: 34.0, right: 16.0, bottom: 30.0)

    init(_ picture: ResultPicture) {
        self.picture = picture
        plot = picture.panels.count == 1 ? (420, 260) : (220, 170)
        ticks = Self.ticks(picture.extent)
    }

    static func ticks(_ extent: ClosedRange<Double>) -> [Double] {
        let (low, high) = (extent.lowerBound, extent.upperBound)
        let width = high > low ? high - low : max(abs(high), 1) * 0.1
        var power = 1.0
        while power * 10 <= width / 4 { power *= 10 }
        while power > width / 4 { power /= 10 }
        let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= width / 4 * 0.999 } ?? power
        let first = (low / step + 1e-9).rounded(.down)
        let last = max(first + 1, (high / step - 1e-9).rounded(.up))
        return (0...Int(last - first)).map { (first + Double($0)) * step }
    }

    var bytes: [UInt8] {
        let across = min(Self.columns, picture.panels.count)
        let down = (picture.panels.count + across - 1) / across
        let cell = (
            room.left + plot.width + room.right, room.top + plot.height + room.bottom
        )
        let width = max(
            Double(across) * cell.0 + legendWidth, 24 + Double(picture.title.count) * 7.6)
        let height = 28 + Double(down) * cell.1
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(point(width))\""
                + " height=\"\(point(height))\" viewBox=\"0 0 \(point(width)) \(point(height))\""
                + " font-family=\"Liberation Sans, Arial, sans-serif\" font-size=\"11\">",
            "<title>\(escaped(picture.title))</title>",
            "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
            text(12, 20, picture.title, size: 13, color: "#222", weight: "bold"),
        ]
        for (index, panel) in picture.panels.enumerated() {
            let x = Double(index % across) * cell.0 + room.left
            let y = 28 + Double(index / across) * cell.1 + room.top
            parts.append("<g transform=\"translate(\(point(x)),\(point(y)))\">")
            parts += axes(panel) + (picture.isStacked ? bars(panel) : lines(panel))
            parts.append("</g>")
        }
        parts += legend(x: Double(across) * cell.0)
        return Array((parts.joined(separator: "\n") + "\n</svg>\n").utf8)
    }

    // MARK: Parts

    private func axes(_ panel: ResultPicture.Panel) -> [String] {
        let step = ticks[1] - ticks[0]
        var parts = [
            panel.title.isEmpty
                ? text(-8, -10, picture.axisTitle == "%" ? "" : picture.axisTitle, anchor: "end")
                : text(0, -12, panel.title, color: "#222")
        ]
        for tick in ticks {
            let y = vertical(tick)
            parts.append(
                "<line x1=\"0\" x2=\"\(point(plot.width))\" y1=\"\(point(y))\" y2=\"\(point(y))\""
                    + " stroke=\"\(tick == ticks[0] ? "#bbb" : "#eee")\"/>")
            parts.append(text(-8, y + 4, picture.label(tick, step: step), anchor: "end"))
        }
        let every = max(1, (picture.years.count * 34 + Int(plot.width) - 1) / Int(plot.width))
        for (index, year) in picture.years.enumerated() where index % every == 0 {
            parts.append(
                text(horizontal(index), plot.height + 16, String(year), anchor: "middle"))
        }
        return parts
    }

    /// A band and a line for each series, with a dot at each year.
    private func lines(_ panel: ResultPicture.Panel) -> [String] {
        let bands = panel.series.compactMap { series -> String? in
            guard let band = series.band else { return nil }
            let places = band.indices.filter { band[$0].low.isFinite && band[$0].high.isFinite }
            let upper = places.map { "\(point(horizontal($0))),\(point(vertical(band[$0].high)))" }
            let lower = places.reversed().map {
                "\(point(horizontal($0))),\(point(vertical(band[$0].low)))"
            }
            return "<polygon points=\"\((upper + lower).joined(separator: " "))\""
                + " fill=\"\(series.color)\" fill-opacity=\"0.18\"/>"
        }
        let lines = panel.series.map { series in
            let places = series.values.indices.filter { series.values[$0].isFinite }
            let points = places.map {
                "\(point(horizontal($0))),\(point(vertical(series.values[$0])))"
            }
            let dash = series.isDashed ? " stroke-dasharray=\"5 4\"" : ""
            return "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\""
                + " stroke=\"\(series.color)\" stroke-width=\"2\"\(dash)/>"
        }
        return bands + lines
    }

    /// A column for each year, from zero up.
    private func bars(_ panel: ResultPicture.Panel) -> [String] {
        let width = plot.width / Double(picture.years.count) * 0.7
        return picture.years.indices.flatMap { year in
            var base = 0.0
            return panel.series.compactMap { series -> String? in
                let value = max(0, series.values[year])
                guard value > 0 else { return nil }
                let (top, bottom) = (vertical(base + value), vertical(base))
                base += value
                return "<rect x=\"\(point(horizontal(year) - width / 2))\" y=\"\(point(top))\""
                    + " width=\"\(point(width))\" height=\"\(point(bottom - top))\""
                    + " fill=\"\(series.color)\"/>"
            }
        }
    }

    private func legend(x: Double) -> [String] {
        let series = picture.panels.first?.series ?? []
        let shown = picture.isStacked ? series.reversed() : series
        return shown.enumerated().flatMap { index, series -> [String] in
            let y = 28 + room.top + Double(index) * 18
            let dash = series.isDashed ? " stroke-dasharray=\"5 4\"" : ""
            let mark =
                picture.isStacked
                ? "<rect x=\"\(point(x))\" y=\"\(point(y))\" width=\"12\" height=\"10\""
                    + " fill=\"\(series.color)\"/>"
                : "<line x1=\"\(point(x))\" x2=\"\(point(x + 14))\" y1=\"\(point(y + 5))\""
                    + " y2=\"\(point(y + 5))\" stroke=\"\(series.color)\" stroke-width=\"2\""
                    + "\(dash)/>"
            return [mark, text(x + 20, y + 9, series.name)]
        }
    }

    private var legendWidth: Double {
        let longest = picture.panels.first?.series.map(\.name.count).max() ?? 0
        return 36 + Double(longest) * 6.2
    }

    // MARK: Places

    private func horizontal(_ year: Int) -> Double {
        (Double(year) + 0.5) * plot.width / Double(picture.years.count)
    }

    private func vertical(_ number: Double) -> Double {
        let (low, high) = (ticks[0], ticks[ticks.count - 1])
        return plot.height * (1 - (number - low) / (high - low))
    }

    private func point(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let rest = abs(tenths) % 10
        return "\(sign)\(abs(tenths) / 10)" + (rest == 0 ? "" : ".\(rest)")
    }

    private func text(
        _ x: Double, _ y: Double, _ words: String, size: Int = 11, color: String = "#444",
        anchor: String = "start", weight: String = "normal"
    ) -> String {
        "<text x=\"\(point(x))\" y=\"\(point(y))\" font-size=\"\(size)\" fill=\"\(color)\""
            + " text-anchor=\"\(anchor)\" font-weight=\"\(weight)\">\(escaped(words))</text>"
    }

    /// A text without what XML would read as its own, and without control characters.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case _ where scalar.properties.generalCategory == .control: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
