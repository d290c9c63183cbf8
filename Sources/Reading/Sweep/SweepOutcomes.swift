import Analysis
import Formats
import Policy
import Quantities

/// Reads names of outcomes: `public_bill_rp`, `funded_person_months.petani@35.74 2027`.
///
/// A figure or ratio of the yearly tables, then where wanted a segment, a kabupaten or kota, and a
/// budget year. Without a year it is that of the whole horizon, for a stock that at its end.
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
        let words = text.split(separator: " ")
        let place = (words.first ?? "").split(separator: "@", maxSplits: 1)
        let parts = (place.first ?? "").split(separator: ".", maxSplits: 1)
        let name = String(parts.first ?? "")
        guard words.count <= 2, let quantity = Quantity.all.first(where: { $0.name == name }) else {
            let names = Quantity.all.map(\.name)
            let near = Suggestion.closest(to: name, among: names)
            keys.session.fault(
                position,
                Phrase(id: "besaran '\(text)' tidak dikenal", en: "unknown outcome '\(text)'"),
                hint: near.map { Phrase.didYouMean($0 + text.dropFirst(name.count)) }
                    ?? Phrase.allChoices(names))
            return nil
        }
        let segment = parts.count > 1 ? segment(String(parts[1]), quantity, position) : nil
        let region = place.count > 1 ? region(String(place[1]), position) : nil
        let year = words.count > 1 ? year(words[1], position) : nil
        guard (segment == nil) == (parts.count < 2), (region == nil) == (place.count < 2),
            (year == nil) == (words.count < 2)
        else { return nil }
        return Outcome(quantity, year: year, region: region, segment: segment)
    }

    private func segment(_ id: String, _ quantity: Quantity, _ position: Position) -> SegmentID? {
        if case .indicator(let indicator) = quantity, indicator.hasNoSegments {
            keys.session.fault(
                position,
                Phrase(
                    id: "'\(quantity.name)' tidak diketahui menurut segmen",
                    en: "'\(quantity.name)' is not known by segment"))
            return nil
        }
        guard let segments = keys.scenario?.segments.map(\.id.name), !segments.contains(id) else {
            return SegmentID(id)
        }
        keys.session.fault(
            position, Phrase.unknownMember(.segment, id),
            hint: Phrase.nearest(id, among: segments))
        return nil
    }

    /// A kabupaten or kota of the scenario; a province would be a sum that no outcome is.
    private func region(_ text: String, _ position: Position) -> RegionCode? {
        let known = keys.workspace.catalogue.regions
        guard let code = keys.session.region(text, known, at: position) else { return nil }
        guard let regions = keys.scenario?.regions, !regions.contains(code) else { return code }
        let name = keys.workspace.catalogue.regions.name(of: code)
        keys.session.fault(
            position, Phrase.regionNotInScenario(code.code, name),
            hint: Phrase.choices(regions.map { "@" + $0.code }))
        return nil
    }

    private func year(_ text: Substring, _ position: Position) -> Int? {
        guard let year = Int(text), text.utf8.count == 4 else {
            keys.session.fault(
                position, Phrase.notAYear("\(text)"), hint: Phrase.yearHint("\(text)"))
            return nil
        }
        guard let horizon = keys.scenario?.horizon,
            !(horizon.lowerBound.year...horizon.upperBound.year).contains(year)
        else { return year }
        keys.session.fault(
            position, Phrase.yearOutside(year), hint: Phrase.horizonHint(horizon))
        return nil
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
