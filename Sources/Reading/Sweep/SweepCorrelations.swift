import Analysis
import Formats
import Policy
import Quantities

/// Reads the section `correlations` of a sweep file, whose pairs are written as in a scenario.
///
///     correlations:
///       - { between: [rate.lapse, retention], rank: 0.4 }
///
/// An input is named by its key. Whether the correlations are possible together is asked where the
/// points are drawn.
struct SweepCorrelations {
    /// Reads keys; knows the scenario.
    let keys: SweepKeys

    /// The pairs that the file gives, and those of the scenario whose inputs vary too.
    ///
    /// A pair that the file gives replaces the scenario's.
    func read(_ root: YAMLNode, _ inputs: [SweepInput]) -> [RankPair] {
        let reader = CorrelationReader(
            session: keys.session, locale: keys.locale, layer: SweepPlan.layerName,
            names: inputs.map(\.key))
        let own = (root["correlations"].map(reader.read) ?? []).compactMap { named($0, inputs) }
        let names = Set(inputs.map(\.name))
        let inherited = (keys.scenario?.correlations ?? []).filter { pair in
            names.isSuperset(of: [pair.first, pair.second])
                && !own.contains { Set([$0.first, $0.second]) == [pair.first, pair.second] }
        }
        return inherited + own
    }

    /// A pair with keys replaced by the names of their inputs; nil with a fault where one does not
    /// vary.
    private func named(_ pair: RankPair, _ inputs: [SweepInput]) -> RankPair? {
        let names = [pair.first, pair.second].map { text in
            let input = inputs.first { $0.name == text } ?? inputs.first { $0.key == text }
            if input == nil {
                keys.session.fault(
                    Position(pair.provenance), Phrase.notVaried(text),
                    hint: Phrase.nearest(text, among: inputs.map(\.key)))
            }
            return input?.name
        }
        guard let first = names[0], let second = names[1] else { return nil }
        return RankPair(
            first, second, correlation: pair.correlation, provenance: pair.provenance)
    }
}
