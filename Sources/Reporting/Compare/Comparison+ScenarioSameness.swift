import Analysis
import Policy
import Quantities

/// Why an alternative comes to the same figures as the baseline.
extension Comparison {
    /// The reasons, one for each of the first settings that only the alternative has.
    func reasons(of result: ScenarioResult) -> [Phrase] {
        let known = Set(baseline.policy.scenario.layers.map(\.name))
        let settings = result.policy.scenario.layers.filter { !known.contains($0.name) }
            .flatMap(\.settings)
        guard !settings.isEmpty else { return [Phrase.setsNothing] }
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

    /// Why one setting moves nothing.
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
            return Phrase.sameAsParent(key)
        }
        guard let member = address.member else { return Phrase.movesNothing(key) }
        if key.hasPrefix("purse.") {
            let paid = result.paidByPurseAndYear.values.reduce(Rupiah.zero) {
                $0 + ($1[member] ?? .zero)
            }
            return paid == .zero
                ? Phrase.purseOfNobody(key, member) : Phrase.purseNotBinding(key, member, paid)
        }
        guard let segment = result.policy.segments.firstIndex(where: { $0.id.name == member })
        else { return Phrase.movesNothing(key) }
        return result.summary.overall(.publicBill, segment: segment) == 0
            ? Phrase.segmentUnpaid(key, member) : Phrase.movesNothing(key)
    }
}
