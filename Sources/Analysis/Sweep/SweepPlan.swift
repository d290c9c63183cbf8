import Policy

/// A sweep: every alternative at every point.
///
///     number = alternative x points + point
package struct SweepPlan: Sendable {
    package static let layerName = "sweep"

    package let subject: SweepSubject
    package let design: SweepDesign

    /// A question with the points at which it is asked. The design has a number for each of the
    /// subject's inputs, in their order.
    package init(_ subject: SweepSubject, design: SweepDesign) {
        self.subject = subject
        self.design = design
    }

    package var count: Int { subject.alternatives.count * design.count }

    /// Everything that the plan says about its results, as text: alternatives, what the layers of
    /// policy and sweep set, how inputs spread, design, seed, outcomes.
    ///
    /// Two plans of one text over the same data have the same results. Titles, comments and the
    /// place of the file are left out.
    package var identity: String {
        var lines = ["design \(design.kind.rawValue) \(design.count) \(design.seed ?? 0)"]
        for alternative in subject.alternatives {
            lines.append("alternative \(alternative.name) of \(alternative.scenario.name)")
            for input in alternative.inputs {
                lines.append("input \(input.layer) \(input.position) \(input.name) \(input.spread)")
            }
            lines += ownSettings(of: alternative)
        }
        for pair in subject.correlations {
            lines.append("correlation \(pair.first) \(pair.second) \(pair.correlation)")
        }
        lines += subject.outcomes.map { "outcome \($0.name)" }
        if design.kind == .list {
            for number in 0..<design.count { lines.append("point \(design.point(number))") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What the sweep's own file sets, which no scenario file holds; without values where every
    /// point has one of its own.
    private func ownSettings(of alternative: SweepSubject.Alternative) -> [String] {
        alternative.scenario.layers.enumerated().flatMap { index, layer in
            layer.settings.enumerated().compactMap { position, setting in
                guard setting.provenance.file == subject.file else { return nil }
                let isVaried = alternative.inputs.contains {
                    $0.layer == index && $0.position == position
                }
                return "sets \(layer.name) \(setting.meaning(hasValue: !isVaried))"
            }
        }
    }
}

extension Setting {
    /// What it does, wherever it was written.
    ///
    /// - Parameter hasValue: false where every point has a value of its own.
    fileprivate func meaning(hasValue: Bool) -> String {
        let values = points.map { point in
            (point.from.map { "\($0)" } ?? "-") + (hasValue ? " \(point.value)" : "")
        }
        let end = until.map { "\($0)" } ?? "-"
        return "\(address) \(verb) \(values.joined(separator: ", ")) \(end)"
    }
}
