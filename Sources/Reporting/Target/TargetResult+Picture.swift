import Analysis
import Formats
import Quantities

/// A target as a picture for the web: a Vega-Lite specification with its numbers inside.
///
/// The curve of the outcome along the dial, a line at the target, a point at every change, and,
/// with draws, a band over what nine draws of ten need.
extension TargetResult {
    /// The file of the picture.
    ///
    /// - Parameter language: of its titles.
    package func picture(in language: Language) -> (name: String, bytes: [UInt8]) {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(question.title, width: 560, height: 320, in: language)
            json.key("layer")
            json.array { json in
                band(into: &json)
                layer("line", answer.curve, language, into: &json)
                rule(into: &json)
                layer("point", answer.roots.map(\.met) + [point], language, into: &json)
            }
        }
        json.finish()
        return ("target.vl.json", json.bytes)
    }

    /// Where a place lies on the horizontal axis: the number of the only key, or the dial.
    private func horizontal(_ point: TargetPoint) -> Double {
        keyTexts.count == 1 ? point.place?.values[0] ?? .nan : point.dial
    }

    /// The curve, or points on it; places without a value are left out.
    private func layer(
        _ mark: String, _ points: [TargetPoint], _ language: Language, into json: inout JSONWriter
    ) {
        json.object { json in
            json.pictureData(points.filter(\.value.isFinite)) { json, point in
                json.member("x", horizontal(point))
                json.member("y", point.value)
            }
            json.member("mark", mark)
            json.key("encoding")
            json.object { json in
                let name =
                    keyTexts.count == 1 ? keyTexts[0].short : Phrase(id: "posisi tuas", en: "dial")
                channel("x", "x", title: name[language], into: &json)
                channel("y", "y", title: label.phrase[language], into: &json)
            }
        }
    }

    private func rule(into json: inout JSONWriter) {
        json.object { json in
            json.pictureData([question.problem.aim.level]) { $0.member("y", $1) }
            json.member("mark", "rule")
            json.key("encoding")
            json.object { channel("y", "y", title: nil, into: &$0) }
        }
    }

    /// What nine draws of ten need; nothing without draws, or where an end is not reached.
    private func band(into json: inout JSONWriter) {
        guard let low = draws?.dial(at: 0.05), let high = draws?.dial(at: 0.95) else { return }
        let dial = question.problem.dial
        func place(_ end: Double) -> Double {
            keyTexts.count == 1 ? dial.keys[0].value(at: end) : end
        }
        json.object { json in
            json.pictureData([(low: low, high: high)]) { json, ends in
                json.member("low", place(ends.low))
                json.member("high", place(ends.high))
            }
            json.key("mark")
            json.object(inline: true) { json in
                json.member("type", "rect")
                json.member("opacity", 0.2)
            }
            json.key("encoding")
            json.object { json in
                channel("x", "low", title: nil, into: &json)
                json.pictureEnd("x2", "high")
            }
        }
    }

    /// A channel whose axis need not begin at zero.
    private func channel(
        _ name: String, _ field: String, title: String?, into json: inout JSONWriter
    ) {
        json.pictureChannel(name, field, "quantitative", title, inline: false) {
            $0.pictureScaleWithoutZero()
        }
    }
}
