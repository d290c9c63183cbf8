import Analysis
import Formats
import Policy
import Quantities

/// Who pays more and who less than in the baseline, and who was pushed off which purse.
extension Comparison {
    /// The baseline's payments, then the differences of every alternative, over the whole horizon;
    /// below the heading the sentences on who changed purses.
    func purseSection(in language: Language) -> Report.Section {
        let names = purseNames
        let paid = results.map { result in
            names.map { name in Double(total(name, of: result).amount) }
        }
        let scale = MoneyScale(largest: paid.joined().map(abs).max() ?? 0)
        /// The baseline's amount as it is, the others as differences.
        func text(_ row: Int, _ amount: ([Double]) -> Double) -> String {
            row == 0
                ? scale.text(amount(paid[0]), language)
                : scale.signed(amount(paid[row]) - amount(paid[0]), language)
        }
        let table = ResultTable("purse-changes", results.indices) {
            Key("scenario") { results[$0].name }
            for (purse, name) in names.enumerated() {
                Column(label(name)[language], .factor) { text($0) { $0[purse] } }
            }
            Column(Phrase.sumOfNeeds[language], .factor) { text($0) { $0.reduce(0, +) } }
        }
        let unit = Unit.rupiah.heading.map(scale.heading) ?? Phrase { _ in "Rp" }
        return Report.Section(
            heading: Phrase.whoPays(baseline.name, baseline.yearSpan, unit),
            note: moveSentences(in: language), .table(table), data: [])
    }

    /// Purses that pay anything in any scenario, by rank, then the gap where one exists.
    private var purseNames: [String] {
        var names: [String] = []
        for result in results {
            for name in result.policy.fundingSources.map(\.id.name) + ["gap"]
            where !names.contains(name) && name != "gap" && total(name, of: result) != .zero {
                names.append(name)
            }
        }
        return names + (results.contains { total("gap", of: $0) != .zero } ? ["gap"] : [])
    }

    /// What a purse pays over all regions and years.
    private func total(_ purse: String, of result: ScenarioResult) -> Rupiah {
        result.paidByPurseAndYear.values.reduce(.zero) { $0 + ($1[purse] ?? .zero) }
    }

    /// What a purse is called; the gap by its own word.
    private func label(_ name: String) -> Phrase {
        let source = results.flatMap(\.policy.fundingSources).first { $0.id.name == name }
        return source?.name ?? Phrase.unfunded
    }

    /// What changed purses; scenarios in which the same moved share a sentence.
    private func moveSentences(in language: Language) -> Phrase? {
        var sentences: [(names: [String], text: String)] = []
        for result in alternatives {
            let text = self.sentence(result)[language]
            guard !text.isEmpty else { continue }
            if let known = sentences.firstIndex(where: { $0.text == text }) {
                sentences[known].names.append(result.name)
            } else {
                sentences.append(([result.name], text))
            }
        }
        guard !sentences.isEmpty else { return nil }
        return Phrase { language in
            sentences.prefix(4).map { sentence in
                let names = sentence.names.map { "'\($0)'" }
                return "\(Phrase.together(names, language)): \(sentence.text)."
            }.joined(separator: " ")
        }
    }

    /// Whom purses now pay for besides, and who was pushed off one; empty where neither happened.
    private func sentence(_ result: ScenarioResult) -> Phrase {
        let moves = moves(of: result).filter { $0.amount.amount >= 500_000 }
        var pushed: [(segment: Int, from: String, to: [(Phrase, Rupiah)])] = []
        for move in moves {
            if let last = pushed.last, last.segment == move.segment, last.from == move.from {
                pushed[pushed.count - 1].to.append((label(move.to), move.amount))
            } else {
                pushed.append((move.segment, move.from, [(label(move.to), move.amount)]))
            }
        }
        let largest = pushed.sorted {
            $0.to.reduce(.zero) { $0 + $1.1 } > $1.to.reduce(.zero) { $0 + $1.1 }
        }.prefix(alternatives.count > 2 ? 1 : 2)
        let segments = result.policy.segments
        let news = newlyPaid(result).prefix(alternatives.count > 2 ? 1 : 2)
        return Phrase { language in
            let pays = news.map { news in
                Phrase.nowPays(
                    label(news.purse)[language], segments[news.segment].name[language],
                    news.amount, language)
            }
            let moved = largest.map { push in
                Phrase.pushedOff(
                    segments[push.segment].name[language], label(push.from)[language],
                    push.to.map { ($0.0[language], $0.1) }, language)
            }
            return (pays + moved).joined(separator: "; ")
        }
    }

    /// Purses that pay for a segment for which they paid nothing in the baseline, and which did not
    /// merely take it over from another purse; largest first.
    private func newlyPaid(
        _ result: ScenarioResult
    ) -> [(purse: String, segment: Int, amount: Rupiah)] {
        guard result.policy.segments.map(\.id) == baseline.policy.segments.map(\.id) else {
            return []
        }
        let (before, after) = (baseline.paidBySegmentAndPurse, result.paidBySegmentAndPurse)
        let moved = moves(of: result)
        var found: [(purse: String, segment: Int, amount: Rupiah)] = []
        for (purse, source) in result.policy.fundingSources.enumerated() {
            let old = baseline.policy.fundingSources.firstIndex { $0.id == source.id }
            for segment in result.policy.segments.indices {
                let base = old.map { before[segment][$0] } ?? .zero
                let taken = moved.contains {
                    $0.segment == segment && $0.to == source.id.name
                }
                guard base == .zero, !taken, after[segment][purse] > .zero else { continue }
                found.append((source.id.name, segment, after[segment][purse]))
            }
        }
        return found.sorted { $0.amount > $1.amount }
    }
}
