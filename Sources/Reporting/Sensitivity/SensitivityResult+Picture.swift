import Analysis
import Exploration
import Formats
import Quantities

/// A tornado as a picture for the web: a Vega-Lite specification with its numbers inside.
extension SensitivityResult {
    /// The files of the picture; none for a method without bars, and where nothing moves.
    ///
    ///     {"$schema": ..., "title": ..., "vconcat": [{"title": "kekurangan pagu", "data": {...},
    ///     ...}]}
    ///
    /// The numbers stand in the file, so that it can be shown wherever Vega-Lite is, without the
    /// tables. Each outcome has the bars of its table: the longest, and none that do not move it.
    ///
    /// - Parameter language: of titles and of the values that a pointer shows.
    package func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        guard case .tornado(let tornado) = answer else { return [] }
        let moved = zip(outcomes, tornado.outputs).filter {
            $0.1.bars.contains { $0.bar.swing > 0 }
        }
        guard !moved.isEmpty else { return [] }
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(question.title, in: language)
            json.key("vconcat")
            json.array { json in
                for (outcome, output) in moved {
                    json.object { write(output, outcome, language, into: &$0) }
                }
            }
        }
        json.finish()
        return [("tornado.vl.json", json.bytes)]
    }

    /// One outcome: a bar from the middle to each end, inputs from the longest bar down.
    ///
    /// The axis does not begin at zero: what is compared are lengths of bars from the middle, not
    /// the outcome's size. A failed end has no half.
    ///
    ///     {"input": "rate.lapse", "end": "nilai rendah", "at": "0,05 per tahun", "middle": 0.36,
    ///      "value": 0.374}
    private func write(
        _ output: SensitivityBars.Output, _ outcome: OutcomeLabel, _ language: Language,
        into json: inout JSONWriter
    ) {
        let bars = output.bars.filter { $0.bar.swing > 0 }.prefix(Self.shown)
        json.member("title", outcome.phrase[language])
        json.member("width", 420)
        let halves = bars.flatMap { bar in
            [
                (
                    bar: bar, name: Phrase(id: "nilai rendah", en: "low value"), place: bar.low,
                    value: bar.bar.atLow
                ),
                (
                    bar: bar, name: Phrase(id: "nilai tinggi", en: "high value"), place: bar.high,
                    value: bar.bar.atHigh
                ),
            ]
        }
        json.pictureData(halves.filter(\.value.isFinite)) { json, half in
            json.member("input", labels[half.bar.input].name)
            json.member("end", half.name[language])
            json.member("at", labels[half.bar.input].value(half.place)[language])
            json.member("middle", half.bar.bar.atBase)
            json.member("value", half.value)
        }
        json.member("mark", "bar")
        json.key("encoding")
        json.object { json in
            json.pictureChannel("y", "input", "nominal", nil, inline: false) { json in
                json.member("sort", bars.map { labels[$0.input].name })
            }
            json.pictureChannel("x", "middle", "quantitative", nil, inline: false) {
                $0.pictureScaleWithoutZero()
            }
            json.pictureEnd("x2", "value")
            json.pictureChannel("color", "end", "nominal", nil, inline: false)
            json.pictureChannel("tooltip", "at", "nominal", nil, inline: false)
        }
    }
}
