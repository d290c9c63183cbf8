import Analysis
import Exploration
import Policy
import Quantities

extension Comparison {
    /// The sentences alone, where nothing was drawn.
    package func sentences(in language: Language) -> [Phrase] { answer(nil, in: language) }

    /// What decides between the scenarios, in a few sentences: how each differs from the baseline,
    /// or of many the ones at the ends; then every pair that costs the same, with its trade-off;
    /// then the scenarios that change nothing, and why.
    func answer(_ drawn: Ensemble?, in language: Language) -> [Phrase] {
        let same = alternatives.filter { $0.firstDifference(from: baseline) == nil }
        let others = alternatives.filter { result in !same.contains { $0.name == result.name } }
        let pairs = equalCosts(others)
        let paired = Set(pairs.flatMap { [$0.0.name, $0.1.name] })
        let alone = others.filter { !paired.contains($0.name) }
        var answer: [Phrase] = []
        if others.count > 3 {
            answer = ends(others)
        } else {
            answer = alone.compactMap(change)
        }
        answer += pairs.prefix(2).compactMap(tradeOff)
        answer += same.map { Phrase.changesNothing($0.name, reasons(of: $0)) }
        if alternatives.isEmpty { answer = baseline.answer(nil, in: language) }
        return answer + (drawn.map { $0.comparedAnswer(in: language) } ?? [])
    }

    /// Pairs of scenarios that cost the same over the whole horizon and are not the same; the
    /// baseline is one of them where an alternative moves no money.
    private func equalCosts(
        _ others: [ScenarioResult]
    ) -> [(ScenarioResult, ScenarioResult)] {
        let candidates = [baseline] + others
        let base = baseline.summary.overall(.publicBill)
        var pairs: [(ScenarioResult, ScenarioResult)] = []
        for (index, one) in candidates.enumerated() {
            for other in candidates.dropFirst(index + 1) {
                let bills = [one, other].map { $0.summary.overall(.publicBill) }
                let added = bills.map { abs($0 - base) }.max() ?? 0
                let scale = index == 0 ? abs(base) : added
                guard abs(bills[0] - bills[1]) <= 0.005 * scale,
                    other.firstDifference(from: one) != nil
                else { continue }
                pairs.append((one, other))
            }
        }
        return pairs
    }

    private func change(_ result: ScenarioResult) -> Phrase? {
        guard let year = result.firstDifference(from: baseline) else { return nil }
        let (before, after) = (baseline.summary, result.summary)
        func change(_ measure: Measure) -> Double {
            after.overall(measure) - before.overall(measure)
        }
        func pair(_ indicator: Indicator) -> (before: Double, after: Double) {
            (indicator.value(before, year: year), indicator.value(after, year: year))
        }
        return Phrase.scenarioChange(
            result.name, baseline.name, year: after.years[year],
            needs: change(.publicBill), gap: change(.gap), months: change(.fundedPersonMonths),
            waiting: change(.waitingPersonMonths), average: pair(.averageCoverage),
            end: pair(.coverageOfWorkers))
    }

    private func ends(_ others: [ScenarioResult]) -> [Phrase] {
        func bill(_ result: ScenarioResult) -> Double { result.summary.overall(.publicBill) }
        func coverage(_ result: ScenarioResult) -> Double {
            Indicator.averageCoverage.value(result.summary, year: nil)
        }
        let (base, span) = (baseline, baseline.yearSpan)
        guard let cheapest = others.min(by: { bill($0) < bill($1) }),
            let widest = others.max(by: { coverage($0) < coverage($1) })
        else { return [] }
        var ends = [
            Phrase.widest(
                widest.name, base.name, span, coverage: coverage(widest),
                difference: coverage(widest) - coverage(base), bill: bill(widest) - bill(base))
        ]
        if cheapest.name != widest.name {
            ends.append(
                Phrase.cheapest(
                    cheapest.name, base.name, bill: bill(cheapest) - bill(base),
                    difference: coverage(cheapest) - coverage(base)))
        }
        let gaps = others.filter { $0.summary.overall(.gap) > base.summary.overall(.gap) }
        if let worst = gaps.max(by: { $0.summary.overall(.gap) < $1.summary.overall(.gap) }) {
            ends.append(
                Phrase.shortest(
                    worst.name, gap: worst.summary.overall(.gap),
                    closed: Indicator.closedAverageCoverage.value(worst.summary, year: nil)))
        }
        return ends
    }

    private func tradeOff(_ pair: (ScenarioResult, ScenarioResult)) -> Phrase? {
        let order = [pair.0, pair.1]
        guard let year = pair.1.firstDifference(from: pair.0) else { return nil }
        let spans = order.map { $0.paidSpans(year: year) }
        let differing = pair.0.policy.segments.indices.filter { segment in
            guard spans.allSatisfy({ $0.indices.contains(segment) }) else { return false }
            let (a, b) = (spans[0][segment], spans[1][segment])
            return abs(a.persons - b.persons) > 0.5 || abs(a.months - b.months) > 0.05
        }
        let waiting = order.map { $0.summary.overall(.waitingPersonMonths) }
        // The one that pays for more people comes first; of equals the one that waits more.
        let people = spans.map { span in differing.reduce(0) { $0 + span[$1].persons } }
        let isTurned =
            abs(people[0] - people[1]) > 0.5 ? people[1] > people[0] : waiting[1] > waiting[0]
        let (first, second) = isTurned ? (1, 0) : (0, 1)
        let largest = differing.sorted {
            abs(spans[first][$0].persons - spans[second][$0].persons)
                > abs(spans[first][$1].persons - spans[second][$1].persons)
        }.prefix(2)
        func value(_ indicator: Indicator, _ index: Int) -> Double {
            indicator.value(order[index].summary, year: year)
        }
        return Phrase.tradeOff(
            (order[first].name, order[second].name), year: baseline.summary.years[year],
            added: order[first].summary.overall(.publicBill)
                - baseline.summary.overall(.publicBill), baseline: baseline.name,
            spans: largest.map {
                (pair.0.policy.segments[$0].name, spans[first][$0], spans[second][$0])
            }, waiting: waiting[first] - waiting[second],
            average: (value(.averageCoverage, first), value(.averageCoverage, second)),
            end: (value(.coverageOfWorkers, first), value(.coverageOfWorkers, second)))
    }
}

extension Ensemble {
    /// How often the first alternatives cost more than the baseline and cover more people.
    fileprivate func comparedAnswer(in language: Language) -> [Phrase] {
        members.dropFirst().prefix(3).compactMap { member in
            guard let bill = member.difference(Outcome(.measure(.publicBill))),
                let coverage = member.difference(Outcome(.indicator(.averageCoverage)))
            else { return nil }
            let text = IntervalText(language: language, isDifference: true)
            return Phrase.drawnChange(
                member.name, plan.draws,
                coverage: text.text(coverage.difference, .share), coverageUp: coverage.aboveShare,
                bill: "Rp " + text.text(bill.difference, .rupiah), billUp: bill.aboveShare)
        }
    }
}

/// Why an alternative comes to the same figures as the baseline.
extension Comparison {
    /// The reasons, one for each of the first settings that only the alternative has.
    func reasons(of result: ScenarioResult) -> [Phrase] {
        let known = Set(baseline.policy.scenario.layers.map(\.name))
        let settings = result.policy.scenario.layers.filter { !known.contains($0.name) }
            .flatMap(\.settings)
        guard !settings.isEmpty else {
            return [
                Phrase(
                    id: "berkasnya tidak menetapkan nilai yang lain",
                    en: "its file sets no other value")
            ]
        }
        let changes = try? baseline.policy.changes(to: result.policy)
        let changed = (changes ?? []).map(\.key)
        var reasons: [Phrase] = []
        for setting in settings {
            let reason = reason(setting, changed, result)
            if !reasons.contains(where: { $0 == reason }) { reasons.append(reason) }
            if reasons.count == 3 { break }
        }
        return reasons
    }

    private func reason(
        _ setting: Setting, _ changed: [String], _ result: ScenarioResult
    ) -> Phrase {
        let address = setting.address
        let key = address.key + (address.member.map { "." + $0 } ?? "")
        let horizon = result.policy.horizon
        let starts = setting.points.compactMap(\.from)
        if starts.count == setting.points.count, let first = starts.min(),
            first > horizon.upperBound
        {
            return Phrase.beyondHorizon(key, from: first, horizon)
        }
        if let until = setting.until, until < horizon.lowerBound {
            return Phrase.beyondHorizon(key, until: until, horizon)
        }
        guard changed.contains(where: { $0 == key || $0.hasPrefix(key + ".") }) else {
            return Phrase(
                id: "nilai '\(key)' sama dengan nilai skenario acuan",
                en: "'\(key)' has the value that it has in the baseline")
        }
        guard let member = address.member else { return Phrase.movesNothing(key) }
        if key.hasPrefix("purse.") {
            let paid = result.paidByPurseAndYear.values.reduce(Rupiah.zero) {
                $0 + ($1[member] ?? .zero)
            }
            return paid == .zero
                ? Phrase(
                    id: "'\(key)' tidak berpengaruh karena sumber dana '\(member)' tidak membayar"
                        + " segmen mana pun yang punya kuota",
                    en: "'\(key)' has no effect, because the purse '\(member)' pays for no segment"
                        + " that has a quota"
                )
                : Phrase(
                    "'\(key)' tidak berpengaruh karena sumber dana '\(member)' membayar sama"
                        + " banyaknya (\(money: Double(paid.amount))) dengan nilai lama maupun"
                        + " baru",
                    en: "'\(key)' has no effect, because the purse '\(member)' pays as much"
                        + " (\(money: Double(paid.amount))) with the old value as with the new one"
                )
        }
        guard let segment = result.policy.segments.firstIndex(where: { $0.id.name == member })
        else { return Phrase.movesNothing(key) }
        return result.summary.overall(.publicBill, segment: segment) == 0
            ? Phrase(
                id: "'\(key)' tidak berpengaruh karena segmen '\(member)' tidak punya kuota",
                en: "'\(key)' has no effect, because the segment '\(member)' has no quota")
            : Phrase.movesNothing(key)
    }
}
