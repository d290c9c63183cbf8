import Analysis
import Formats
import Policy
import Quantities

/// Reads the policies of a sweep file, and lays the varied inputs on top of each.
///
///     policies:
///       dasar: {}                                # the scenario as it is
///       sembilan-bulan: { funding.months: 9 }    # with other values for some keys
///       mandiri: ../kota-probolinggo/mandiri.yaml   # another scenario of the same frame
///
/// A file without policies has one alternative: its scenario.
///
/// Layers, lowest first: the scenario, the policy, the sweep. So what `inputs` says wins over
/// what a policy decides; a key that both name is a fault, since one of the two would mean nothing.
struct SweepAlternatives {
    let keys: SweepKeys
    let inputs: [SweepInput]

    /// The alternatives in order; those with faults are left out.
    func read(_ root: YAMLNode) -> [SweepSubject.Alternative] {
        let policies = policies(root)
        guard let base = keys.scenario else { return [] }
        guard let policies else { return [alternative(base.name, base)].compactMap { $0 } }
        return policies.compactMap { name, scenario in
            scenario.flatMap { alternative(name, $0) }
        }
    }

    /// Scenarios by the name of their policy; nil where the file has no policies.
    private func policies(_ root: YAMLNode) -> [(String, Scenario?)]? {
        guard let section = root["policies"], !section.value.isNull else { return nil }
        guard let entries = section.value.entries, !entries.isEmpty else {
            keys.session.fault(
                section.value.position,
                Phrase(
                    id: "'policies' harus berisi nama dan isi kebijakan",
                    en: "'policies' must hold names with what each policy does"),
                hint: Phrase.policiesHint)
            return []
        }
        return entries.map { ($0.key, policy($0)) }
    }

    private func policy(_ entry: YAMLEntry) -> Scenario? {
        if entry.value.text != nil { return other(entry) }
        guard entry.value.isNull || entry.value.entries != nil else {
            keys.session.fault(
                entry.value.position,
                Phrase(
                    id: "kebijakan '\(entry.key)' bukan isian dan bukan berkas",
                    en: "policy '\(entry.key)' is neither settings nor a file"),
                hint: Phrase.policiesHint)
            return nil
        }
        let settings = keys.settings(entry.value, layer: entry.key)
        for setting in settings {
            let own = inputs.first { $0.own == nil && $0.setting.address == setting.address }
            guard let input = own else { continue }
            keys.session.fault(
                Position(setting.provenance),
                Phrase(
                    id: "'\(input.name)' ditetapkan di sini, padahal juga divariasikan",
                    en: "'\(input.name)' is decided here, but it is varied too"),
                hint: Phrase(
                    id: "hapus dari 'inputs' atau dari kebijakan ini; nilai di 'inputs' selalu"
                        + " menang",
                    en: "take it out of 'inputs' or out of this policy; what 'inputs' says always"
                        + " wins"
                ))
        }
        guard let base = keys.scenario else { return nil }
        guard !settings.isEmpty else { return base }
        let scenario = base.adding(Layer(name: entry.key, settings: settings))
        return scenarios.isSound(scenario) ? scenario : nil
    }

    /// Another scenario, which must speak of the same regions, months, segments and purses.
    private func other(_ entry: YAMLEntry) -> Scenario? {
        guard let scenario = scenarios.scenario(entry.value), let base = keys.scenario else {
            return nil
        }
        do {
            _ = try base.resolved().changes(to: try scenario.resolved())
            return scenario
        } catch let fault as PolicyMismatch {
            keys.session.fault(
                entry.value.position, Phrase.mismatch(fault), hint: Phrase.sameFrame)
            return nil
        } catch {
            return nil
        }
    }

    private var scenarios: SweepScenarios {
        SweepScenarios(session: keys.session, workspace: keys.workspace)
    }

    /// A scenario with the inputs laid on top, or found in its own layers.
    ///
    /// Uncertain inputs of the scenario are found by name, as another scenario has other layers.
    /// Whether all goes together is asked once, at the middle of the inputs.
    private func alternative(_ name: String, _ scenario: Scenario) -> SweepSubject.Alternative? {
        let settings = inputs.compactMap { $0.own == nil ? $0.setting : nil }
        let varied = scenario.adding(Layer(name: SweepPlan.layerName, settings: settings))
        var position = 0
        var found: [VariedInput] = []
        let uncertain = scenario.uncertainInputs
        for input in inputs {
            if input.own == nil {
                found.append(input.varied(layer: scenario.layers.count, position: position))
                position += 1
            } else if let own = uncertain.first(where: { $0.name == input.name }) {
                found.append(own)
            } else {
                keys.session.fault(
                    input.position,
                    Phrase(
                        id: "skenario kebijakan '\(name)' tidak punya masukan tak pasti"
                            + " '\(input.name)'",
                        en: "the scenario of policy '\(name)' has no uncertain input"
                            + " '\(input.name)'"
                    ))
                return nil
            }
        }
        let whole = settings.isEmpty ? scenario : varied
        guard scenarios.isSound(whole) else { return nil }
        return SweepSubject.Alternative(name: name, scenario: whole, inputs: found)
    }
}
