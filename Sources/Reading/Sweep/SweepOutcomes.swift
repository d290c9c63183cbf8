import Analysis
import Formats
import Policy
import Quantities

/// Reads the section `outcomes`: names of outcomes, one or several.
struct SweepOutcomes {
    let keys: SweepKeys

    /// The outcomes of a file, in order; those with faults are left out.
    func read(_ root: YAMLNode) -> [Outcome] {
        guard let section = root["outcomes"] else { return Outcome.standard }
        let items = section.value.items ?? [section.value]
        guard !section.value.isNull, !items.isEmpty else {
            keys.session.fault(section.value.position, Phrase.emptyList)
            return []
        }
        var outcomes: [Outcome] = []
        for item in items {
            guard let text = FieldReader(session: keys.session).text(item),
                let outcome = outcome(text, at: item.position)
            else { continue }
            if outcomes.contains(outcome) {
                keys.session.fault(item.position, Phrase.twice(text))
            } else {
                outcomes.append(outcome)
            }
        }
        return outcomes
    }

    /// The outcome that a text names; nil with a fault.
    func outcome(_ text: String, at position: Position) -> Outcome? {
        OutcomeReader(
            session: keys.session, context: keys.context(layer: SweepPlan.layerName)
        ).outcome(text, at: position)
    }
}

/// Reads the section `rules`: what is wanted of outcomes.
///
///     rules:
///       gap_rp: { at_most: 0 }
///       coverage_protected_end_of_workers_share: { at_least: 0.4 }
struct SweepRules {
    let keys: SweepKeys

    /// The rules in order; those with faults are left out.
    func read(_ root: YAMLNode) -> [SweepRule] {
        guard let section = root["rules"], !section.value.isNull else { return [] }
        guard let entries = section.value.entries else {
            keys.session.fault(
                section.value.position, Phrase.rulesNotMapping,
                hint: Phrase.ruleHint("gap_rp", nil))
            return []
        }
        return entries.flatMap(rules)
    }

    private func rules(_ entry: YAMLEntry) -> [SweepRule] {
        let names = SweepRule.Bound.allCases.map(\.rawValue)
        let outcome = SweepOutcomes(keys: keys).outcome(entry.key, at: entry.position)
        FieldReader(session: keys.session).check(entry.value, allowed: names)
        guard let fields = entry.value.entries, !fields.isEmpty else {
            keys.session.fault(
                entry.value.position, Phrase.rulesNotMapping,
                hint: Phrase.ruleHint(entry.key, entry.value.text))
            return []
        }
        guard let outcome else { return [] }
        let scalars = ScalarReader(session: keys.session, locale: keys.locale)
        return fields.compactMap { field in
            guard let bound = SweepRule.Bound(rawValue: field.key),
                let limit = scalars.number(
                    field.value.text ?? "", unit: outcome.quantity.unit,
                    at: field.value.position)
            else { return nil }
            return SweepRule(
                outcome, bound, limit,
                provenance: Evidence().provenance(at: field.position, layer: SweepPlan.layerName))
        }
    }
}

extension ExperimentSource {
    /// The position of an outcome.
    ///
    /// - Throws: ``InputFaults`` with the nearest where the sweep has none of that name.
    package func outcome(_ name: String) throws(InputFaults) -> Int {
        if let place = points.outcomes.firstIndex(where: { $0.name == name }) { return place }
        let names = points.outcomes.map(\.name)
        throw InputFaults(
            option: "--outcome",
            Phrase(
                id: "sapuan ini tidak menghitung '\(name)'",
                en: "this sweep has no outcome '\(name)'"),
            hint: Phrase.choices(names, nearestTo: name))
    }
}
