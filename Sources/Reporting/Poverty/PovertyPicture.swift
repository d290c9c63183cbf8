import Analysis
import Formats
import Quantities
import Welfare

/// Pictures of poverty for the web: Vega-Lite specifications with their numbers inside.
enum PovertyPicture {
    /// Published P1 across, fitted P1 up, a point for each region, and the line where both agree.
    static func fit(
        _ regions: [PovertyRegion], title: Phrase, in language: Language
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(title, width: 420, height: 320, in: language)
            json.key("layer")
            json.array { json in
                json.object { json in
                    let most = regions.map { max($0.fitted.gap, $0.gap) * 100 }.max() ?? 0
                    values(&json, [0, most]) { json, value in
                        json.member("published", value)
                        json.member("fitted", value)
                    }
                    json.member("mark", "line")
                    json.key("encoding")
                    json.object { axes(&$0, language) }
                }
                json.object { json in
                    values(&json, regions) { json, region in
                        json.member("region", region.name)
                        json.member("published", region.gap * 100)
                        json.member("fitted", region.fitted.gap * 100)
                    }
                    json.member("mark", "point")
                    json.key("encoding")
                    json.object { json in
                        axes(&json, language)
                        channel(&json, "tooltip", "region", "nominal")
                    }
                }
            }
        }
        json.finish()
        return json.bytes
    }

    /// An index by year: a line, and a band where it has a range.
    ///
    /// - Parameter rows: year, low end, middle, high end, in percent.
    static func path(
        _ rows: [(year: Int, low: Double, middle: Double, high: Double)], title: Phrase,
        in language: Language
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(title, width: 420, height: 320, in: language)
            values(&json, rows) { json, row in
                json.member("year", row.year)
                json.member("low", row.low)
                json.member("value", row.middle)
                json.member("high", row.high)
            }
            json.key("encoding")
            json.object { channel(&$0, "x", "year", "ordinal") }
            json.key("layer")
            json.array { json in
                for (mark, from, to) in [("area", "low", "high"), ("line", "value", "")] {
                    json.object { json in
                        json.key("mark")
                        json.object(inline: true) { json in
                            json.member("type", mark)
                            json.member("opacity", mark == "area" ? 0.3 : 1)
                        }
                        json.key("encoding")
                        json.object { json in
                            channel(&json, "y", from, "quantitative")
                            guard !to.isEmpty else { return }
                            json.key("y2")
                            json.object(inline: true) { $0.member("field", to) }
                        }
                    }
                }
            }
        }
        json.finish()
        return json.bytes
    }

    /// Numbers inside the file.
    private static func values<Row>(
        _ json: inout JSONWriter, _ rows: [Row], _ write: (inout JSONWriter, Row) -> Void
    ) {
        json.key("data")
        json.object { json in
            json.key("values")
            json.array { json in
                for row in rows { json.object(inline: true) { write(&$0, row) } }
            }
        }
    }

    /// Published across and fitted up.
    private static func axes(_ json: inout JSONWriter, _ language: Language) {
        for (name, field, title) in [
            ("x", "published", Phrase.publishedAxis), ("y", "fitted", Phrase.fittedAxis),
        ] {
            json.key(name)
            json.object(inline: true) { json in
                json.member("field", field)
                json.member("type", "quantitative")
                json.member("title", title[language])
            }
        }
    }

    /// A channel without a title.
    private static func channel(
        _ json: inout JSONWriter, _ name: String, _ field: String, _ type: String
    ) {
        json.key(name)
        json.object(inline: true) { json in
            json.member("field", field)
            json.member("type", type)
            json.key("title")
            json.null()
        }
    }
}
