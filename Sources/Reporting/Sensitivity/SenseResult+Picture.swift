import Analysis
import Exploration
import Formats
import Quantities

/// A tornado as a picture for the web: a Vega-Lite specification with its numbers inside.
extension SenseResult {
    /// The files of the picture; none for a method without bars.
    ///
    ///     {"$schema": ..., "title": ..., "vconcat": [{"title": "kekurangan pagu", "data": {...},
    ///     ...}]}
    ///
    /// The numbers stand in the file, so that it can be shown wherever Vega-Lite is, without the
    /// tables. Inputs that do not move an outcome are left out of its picture.
    ///
    /// - Parameter language: of titles and of the values that a pointer shows.
    public func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        guard case .tornado(let tornado) = answer else { return [] }
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(question.title, in: language)
            json.key("vconcat")
            json.array { json in
                for (outcome, output) in zip(outcomes, tornado.outputs) {
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
    /// the outcome's size.
    private func write(
        _ output: SensingBars.Output, _ outcome: OutcomeLabel, _ language: Language,
        into json: inout JSONWriter
    ) {
        let bars = output.bars.filter { $0.bar.swing > 0 }
        json.member("title", outcome.phrase[language])
        json.member("width", 420)
        json.key("data")
        json.object { json in
            json.key("values")
            json.array { json in
                for bar in bars { write(bar, language, into: &json) }
            }
        }
        json.member("mark", "bar")
        json.key("encoding")
        json.object { json in
            Self.channel("y", "input", "nominal", into: &json) { json in
                json.member("sort", bars.map { labels[$0.input].name })
            }
            Self.channel("x", "middle", "quantitative", into: &json) { json in
                json.key("scale")
                json.object(inline: true) {
                    $0.key("zero")
                    $0.value(false)
                }
            }
            json.key("x2")
            json.object(inline: true) { $0.member("field", "value") }
            Self.channel("color", "end", "nominal", into: &json) { _ in }
            Self.channel("tooltip", "at", "nominal", into: &json) { _ in }
        }
    }

    /// Both halves of a bar.
    ///
    ///     {"input": "rate.lapse", "end": "nilai rendah", "at": "0,05 per tahun", "middle": 0.36,
    ///      "value": 0.374}
    ///
    /// A failed end has no half.
    private func write(
        _ bar: SensingBars.Bar, _ language: Language, into json: inout JSONWriter
    ) {
        let ends = [
            (Phrase.lowColumn[language], bar.low, bar.bar.atLow),
            (Phrase.highColumn[language], bar.high, bar.bar.atHigh),
        ]
        for (name, place, value) in ends where value.isFinite {
            json.object(inline: true) { json in
                json.member("input", labels[bar.input].name)
                json.member("end", name)
                json.member("at", labels[bar.input].value(place)[language])
                json.member("middle", bar.bar.atBase)
                json.member("value", value)
            }
        }
    }

    /// A channel of the encoding without a title.
    ///
    /// Titles would repeat the names of fields, which are not for readers.
    ///
    /// - Parameter rest: writes what the channel has besides field, type and title.
    private static func channel(
        _ name: String, _ field: String, _ type: String, into json: inout JSONWriter,
        _ rest: (inout JSONWriter) -> Void
    ) {
        json.key(name)
        json.object { json in
            json.member("field", field)
            json.member("type", type)
            json.key("title")
            json.null()
            rest(&json)
        }
    }
}
