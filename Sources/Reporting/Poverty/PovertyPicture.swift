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
                    json.pictureData([0, most]) { json, value in
                        json.member("published", value)
                        json.member("fitted", value)
                    }
                    json.member("mark", "line")
                    json.key("encoding")
                    json.object { axes(&$0, language) }
                }
                json.object { json in
                    json.pictureData(regions) { json, region in
                        json.member("region", region.name)
                        json.member("published", region.gap * 100)
                        json.member("fitted", region.fitted.gap * 100)
                    }
                    json.member("mark", "point")
                    json.key("encoding")
                    json.object { json in
                        axes(&json, language)
                        json.pictureChannel("tooltip", "region", "nominal", nil)
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
            json.pictureData(rows) { json, row in
                json.member("year", row.year)
                json.member("low", row.low)
                json.member("value", row.middle)
                json.member("high", row.high)
            }
            json.key("encoding")
            json.object { $0.pictureChannel("x", "year", "ordinal", nil) }
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
                            json.pictureChannel("y", from, "quantitative", nil)
                            if !to.isEmpty { json.pictureEnd("y2", to) }
                        }
                    }
                }
            }
        }
        json.finish()
        return json.bytes
    }

    private static func axes(_ json: inout JSONWriter, _ language: Language) {
        json.pictureChannel(
            "x", "published", "quantitative",
            Phrase(id: "P1 terbitan", en: "published P1")[language])
        json.pictureChannel(
            "y", "fitted", "quantitative",
            Phrase(id: "P1 lognormal", en: "P1 of the lognormal")[language])
    }
}
