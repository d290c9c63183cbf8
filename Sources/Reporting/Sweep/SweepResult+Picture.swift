import Analysis
import Formats
import Quantities

extension SweepResult {
    /// A sweep as a picture for the web: for each outcome a bar from its least to its greatest, by
    /// policy, with a stroke at the median.
    ///
    ///     {"$schema": ..., "title": ..., "vconcat": [{"title": "kekurangan pagu (Rp)", ...}]}
    ///
    /// The numbers stand in the file. An outcome that no point has is left out.
    ///
    /// - Parameter language: of titles and of the values that a pointer shows.
    package func picture(in language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(title, in: language)
            json.key("vconcat")
            json.array { json in
                for (place, outcome) in columns.outcomes.enumerated() {
                    let bars = bars(place)
                    guard !bars.isEmpty else { continue }
                    let unit = Unit(rawValue: outcome.unit) ?? .factor
                    let label = OutcomeLabel(outcome.name, unit: unit)
                    json.object { write(bars, label, language, into: &$0) }
                }
            }
        }
        json.finish()
        return json.bytes
    }

    private typealias Bar = (policy: String, range: SweepSummary.Range)

    private func bars(_ outcome: Int) -> [Bar] {
        zip(columns.policies, summary.ranges).map { ($0, $1[outcome]) }.filter { $0.1.count > 0 }
    }

    private func write(
        _ bars: [Bar], _ outcome: OutcomeLabel, _ language: Language, into json: inout JSONWriter
    ) {
        // Shares are drawn in percent.
        let scale = outcome.unit == .share ? 100.0 : 1
        let unit = outcome.unit == .share ? "%" : outcome.unit.heading?[language]
        let name = outcome.phrase[language]
        json.member("title", unit.map { "\(name) (\($0))" } ?? name)
        json.member("width", 420)
        json.pictureData(bars) { json, bar in
            json.member("policy", bar.policy)
            json.member("low", bar.range.minimum * scale)
            json.member("middle", bar.range.median * scale)
            json.member("high", bar.range.maximum * scale)
            let ends = [bar.range.minimum, bar.range.maximum].map { outcome.value($0)[language] }
            let median = outcome.value(bar.range.median)[language]
            let words = Phrase(
                id: "\(ends[0]) sampai \(ends[1]), median \(median)",
                en: "\(ends[0]) to \(ends[1]), median \(median)")
            json.member("range", words[language])
        }
        json.key("layer")
        json.array { json in
            json.object { json in
                json.key("mark")
                json.object(inline: true) { json in
                    json.member("type", "bar")
                    json.member("size", 14)
                    json.member("opacity", 0.5)
                }
                encoding("low", to: "high", bars, into: &json)
            }
            json.object { json in
                json.key("mark")
                json.object(inline: true) { json in
                    json.member("type", "tick")
                    json.member("size", 20)
                    json.member("thickness", 3)
                }
                encoding("middle", to: nil, bars, into: &json)
            }
        }
    }

    /// Where a mark begins and ends, and in which row.
    private func encoding(
        _ from: String, to end: String?, _ bars: [Bar], into json: inout JSONWriter
    ) {
        json.key("encoding")
        json.object { json in
            if columns.policies.count > 1 {
                json.pictureChannel("y", "policy", "nominal", nil, inline: false) { json in
                    json.member("sort", bars.map(\.policy))
                }
            }
            json.pictureChannel("x", from, "quantitative", nil, inline: false) {
                $0.pictureScaleWithoutZero()
            }
            if let end { json.pictureEnd("x2", end) }
            json.pictureChannel("tooltip", "range", "nominal", nil, inline: false)
        }
    }
}
