import Analysis
import Policy
import Quantities

/// What only one of two scenarios speaks of, and in which order.
extension PolicyDifference {
    /// One row for each list that differs, and one for its order.
    var frameRows: [Row] {
        first.policy.mismatches(with: second.policy).flatMap { mismatch -> [Row] in
            switch mismatch {
            case .horizon(let mine, let theirs):
                [frame("horizon", [months(mine)], [months(theirs)])]
            case .regions(let onlyFirst, let onlySecond):
                [frame(only("regions"), onlyFirst.map(\.code), onlySecond.map(\.code))]
            case .segments(let mine, let theirs):
                rows("segments", mine.map(\.name), theirs.map(\.name))
            case .purses(let mine, let theirs):
                rows("purses", mine.map(\.name), theirs.map(\.name))
            case .cohorts:
                [frame("cohorts", cohorts(first), cohorts(second))]
            case .transitions:
                [frame("transitions", transitions(first), transitions(second))]
            }
        }
    }

    /// The members that only one of the scenarios has, and the order of those that both have.
    private func rows(_ key: String, _ mine: [String], _ theirs: [String]) -> [Row] {
        let onlyMine = mine.filter { !theirs.contains($0) }
        let onlyTheirs = theirs.filter { !mine.contains($0) }
        var rows: [Row] = []
        if !onlyMine.isEmpty || !onlyTheirs.isEmpty {
            rows.append(frame(only(key), onlyMine, onlyTheirs))
        }
        let (a, b) = (mine.filter(theirs.contains), theirs.filter(mine.contains))
        if a != b {
            let same = zip(a, b).prefix { $0 == $1 }.count
            rows.append(
                frame(ordered(key), Array(a.dropFirst(same)), Array(b.dropFirst(same))))
        }
        return rows
    }

    /// A row of words; no region and no line stands behind it.
    private func frame(_ key: String, _ mine: [String], _ theirs: [String]) -> Row {
        /// Words after each other, or a dash.
        func side(_ words: [String]) -> Side {
            let text = words.isEmpty ? "–" : words.joined(separator: " ")
            return Side(ValueText(value: text, number: nil, unit: .word), nil)
        }
        return Row(
            key: key, regions: [], from: first.policy.horizon.lowerBound, before: side(mine),
            after: side(theirs))
    }

    /// A list of which only what one of the scenarios has is shown.
    private func only(_ key: String) -> String {
        text.language.map { "\(key) (\(Phrase.inOneOnly[$0]))" } ?? key
    }

    /// A list whose order differs, shown from the first difference on.
    private func ordered(_ key: String) -> String {
        text.language.map { "\(key) (\(Phrase.orderDiffers[$0]))" } ?? key + ".order"
    }

    /// From first to last month.
    private func months(_ horizon: ClosedRange<Month>) -> String {
        "\(horizon.lowerBound) .. \(horizon.upperBound)"
    }

    /// The lines of a scenario's age bands.
    private func cohorts(_ result: ScenarioResult) -> [String] {
        let places = result.policy.scenario.cohorts.map(\.provenance)
        guard let first = places.first, let last = places.last else { return [] }
        return ["\(first.file):\(first.line)–\(last.line)"]
    }

    /// How many monthly probabilities a scenario has.
    private func transitions(_ result: ScenarioResult) -> [String] {
        let count = result.policy.scenario.transitions.count
        return count == 0 ? [] : [String(count)]
    }
}
