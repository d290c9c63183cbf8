import Analysis
import Formats
import Policy
import Quantities

/// Why a figure of a scenario differs from the baseline's: a bar for each, and between them a step
/// for each change, by Shapley's rule.
package struct Waterfall: Sendable {
    private enum Kind: String {
        case whole, more, less
    }

    private struct Step {
        let label: String
        let from: Double
        let to: Double
        let kind: Kind
        /// What the step adds, or the whole figure.
        let text: String
    }

    /// Figures that are worth explaining, as far as they differ.
    private static let explained: [Measure] = [.publicBill, .gap, .protectedAtEnd, .familiesKept]

    /// What is explained, above the picture.
    package let heading: Phrase
    package let measure: Measure
    /// The changes with their parts, then their sum.
    package let table: ResultTable
    private let steps: [Step]
    private let scale: MoneyScale
    private let language: Language

    /// The figures that differ between two scenarios.
    package static func all(
        of attribution: ScenarioAttribution, in language: Language
    ) -> [Waterfall] {
        explained.compactMap { Waterfall(attribution, $0, language) }
    }

    /// Nil where both scenarios have the same figure and no change moves it.
    private init?(_ attribution: ScenarioAttribution, _ measure: Measure, _ language: Language) {
        let parts = attribution.parts(of: measure)
        let before = attribution.baseline.summary.overall(measure)
        let after = attribution.alternative.summary.overall(measure)
        guard before.isFinite, after.isFinite, parts.contains(where: { abs($0) >= 0.5 })
        else { return nil }
        let scale =
            measure.unit == .rupiah
            ? MoneyScale(largest: max(abs(before), abs(after))) : .whole
        func step(_ label: String, _ from: Double, _ to: Double, isWhole: Bool) -> Step {
            let size = isWhole ? to : to - from
            let sign = isWhole || size == 0 ? "" : size > 0 ? "+" : "−"
            let kind: Kind = isWhole ? .whole : size < 0 ? .less : .more
            return Step(
                label: label, from: from, to: to, kind: kind,
                text: sign + scale.text(isWhole ? size : abs(size), language))
        }
        let labels = attribution.groups.map { $0.label(attribution.baseline.policy)[language] }
        var steps = [step(attribution.baseline.name, 0, before, isWhole: true)]
        var reached = before
        for (label, part) in zip(labels, parts) where abs(part) >= 0.5 {
            steps.append(step(label, reached, reached + part, isWhole: false))
            reached += part
        }
        steps.append(step(attribution.alternative.name, 0, after, isWhole: true))
        self.steps = steps
        (self.measure, self.scale, self.language) = (measure, scale, language)
        heading = Self.heading(attribution, measure)
        let sum = Phrase(id: "seluruh selisih", en: "the whole difference")[language]
        let rows = Array(zip(labels + [sum], parts + [after - before]))
        table = ResultTable("why", rows) {
            Key("change", \.0)
            Column(measure.heading[language], measure.unit, \.1)
        }
    }

    private static func heading(_ attribution: ScenarioAttribution, _ measure: Measure) -> Phrase {
        let name = attribution.alternative.name
        return Phrase(
            id: "Mengapa '\(name)' berbeda: \(measure.heading.indonesian)",
            en: "Why '\(name)' differs: \(measure.heading.english)")
    }

    /// Where the axis begins: at zero, or below the least bar where steps would be too thin to be
    /// seen beside whole bars.
    private var floor: Double {
        let ends = steps.flatMap { $0.kind == .whole ? [$0.to] : [$0.from, $0.to] }
        let (low, high) = (ends.min() ?? 0, ends.max() ?? 0)
        guard low > 0, high - low < 0.2 * high else { return min(0, low) }
        return max(0, low - 0.5 * (high - low))
    }

    private var top: Double { steps.map { max($0.from, $0.to) }.max() ?? 0 }

    private func scaled(_ number: Double) -> Double {
        (max(floor, number) / scale.divisor * 1e6).rounded() / 1e6
    }

    private var axisTitle: String {
        let unit =
            measure.unit == .rupiah
            ? scale.word.map { "Rp \($0[language])" } ?? "Rp"
            : measure.unit.heading?[language] ?? ""
        guard floor > 0 else { return unit }
        let note = Phrase(
            id: "sumbu tidak mulai dari nol", en: "the axis does not begin at zero")
        return "\(unit) (\(note[language]))"
    }

    /// The picture as a Vega-Lite specification with its numbers inside.
    package var vegaLite: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(heading, width: 420, height: 34 * steps.count, in: language)
            json.pictureData(steps) { write($1, into: &$0) }
            json.key("encoding")
            json.object { json in
                json.pictureChannel("y", "label", "nominal", nil, inline: false) { json in
                    json.key("sort")
                    json.null()
                    json.key("axis")
                    json.object(inline: true) { $0.member("labelLimit", 300) }
                }
            }
            json.key("layer")
            json.array { json in
                json.object { bars(&$0) }
                json.object { texts(&$0) }
            }
        }
        json.finish()
        return json.bytes
    }

    private func write(_ step: Step, into json: inout JSONWriter) {
        json.member("label", step.label)
        json.member("from", scaled(step.from))
        json.member("to", scaled(step.to))
        json.member("end", scaled(max(step.from, step.to)))
        json.member("kind", step.kind.rawValue)
        json.member("text", step.text)
    }

    private func bars(_ json: inout JSONWriter) {
        json.key("mark")
        json.object(inline: true) { json in
            json.member("type", "bar")
            json.member("height", 18)
        }
        json.key("encoding")
        json.object { json in
            json.pictureChannel("x", "from", "quantitative", axisTitle, inline: false) { json in
                json.key("scale")
                json.object(inline: true) { json in
                    // Room for the numbers after the bars.
                    json.member("domain", [scaled(floor), scaled(floor + 1.15 * (top - floor))])
                }
            }
            json.pictureEnd("x2", "to")
            json.pictureChannel("color", "kind", "nominal", nil, inline: false) { json in
                json.key("scale")
                json.object(inline: true) { json in
                    json.member("domain", [Kind.whole, .more, .less].map(\.rawValue))
                    json.member("range", ["#777777", "#b5651d", "#1f4e79"])
                }
                json.key("legend")
                json.null()
            }
            json.key("tooltip")
            json.array { json in
                for field in ["label", "text"] {
                    json.object(inline: true) { json in
                        json.member("field", field)
                        json.member("type", "nominal")
                        json.member("title", field == "label" ? " " : axisTitle)
                    }
                }
            }
        }
    }

    private func texts(_ json: inout JSONWriter) {
        json.key("mark")
        json.object(inline: true) { json in
            json.member("type", "text")
            json.member("align", "left")
            json.member("dx", 4)
            json.member("color", "#4d4d4d")
        }
        json.key("encoding")
        json.object { json in
            json.pictureChannel("x", "end", "quantitative", axisTitle)
            json.pictureChannel("text", "text", "nominal", nil)
        }
    }
}

extension ScenarioAttribution {
    /// The picture files of a result folder: `why-public_bill_rp-mandiri.vl.json`.
    package func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        Waterfall.all(of: self, in: language).map {
            ("why-\($0.measure.name)-\(alternative.name).vl.json", $0.vegaLite)
        }
    }
}

extension ChangeGroup {
    /// What changed, as a planner says it: `kuota · petani`, `pagu sumber dana (3)`.
    func label(_ policy: ResolvedPolicy) -> Phrase {
        var parts: [Phrase] = []
        for change in changes.sorted(by: { $0.key < $1.key }) {
            let part = Self.subject(change)
            if !parts.contains(part) { parts.append(part) }
        }
        let members = changes.compactMap(\.member).sorted()
        let shown = parts.prefix(2)
        let rest = parts.count - shown.count
        let subject = Phrase { language in
            let names = shown.map { $0[language] }.joined(separator: ", ")
            let more = Phrase("dan \(rest) lainnya", en: "and \(rest) more")[language]
            return rest > 0 ? "\(names) \(more)" : names
        }
        guard parts.count == 1, !members.isEmpty else { return subject }
        guard members.count == 1 else { return Phrase { "\(subject[$0]) (\(members.count))" } }
        let name =
            policy.segments.first { $0.id.name == members[0] }?.name
            ?? policy.purses.first { $0.id.name == members[0] }?.name
        return Phrase { "\(subject[$0]) · \(name?[$0] ?? members[0])" }
    }

    private static func subject(_ change: PolicyChange) -> Phrase {
        switch change.subject {
        case .parameter(let definition): definition.shortName
        case .law(let path): Phrase(same: "\(path)")
        }
    }
}
