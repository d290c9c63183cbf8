import Analysis
import Formats
import Policy
import Quantities

/// Something that a sweep varies, before it is laid on a scenario.
struct SweepInput: Sendable {
    /// As tables name it.
    let name: String
    /// The key alone, as correlations and tables of points may write it too.
    let key: String
    /// Where it stands.
    let position: Position
    /// With one of its values.
    let setting: Setting
    /// How it spreads.
    let spread: Spread
    /// An input of the scenario itself; nil for one that the sweep file lays on top.
    let own: VariedInput?
    /// The numbers of its column in a table of points; nil without such a table.
    var column: [Double]?

    /// Values along its range, as the file may list them in place of it; nil where it has none.
    var exampleValues: String? {
        let range: ClosedRange<Double>? =
            if case .range(let range, _) = spread { range } else { spread.support }
        guard let range else { return nil }
        let (low, high) = (range.lowerBound, range.upperBound)
        let middle = (low + high) / 2
        let isWhole = low == low.rounded() && high == high.rounded()
        let between = isWhole ? middle.rounded() : middle
        let values = (low < between && between < high ? [low, between, high] : [low, high])
            .compactMap(MeantNumber.plain).joined(separator: ", ")
        return switch setting.verb {
        case .replace: "[\(values)]"
        case .scale: "{ scale: [\(values)] }"
        case .add: "{ add: [\(values)] }"
        }
    }

    /// At its place in the layer of the sweep.
    func varied(layer: Int, position: Int) -> VariedInput {
        VariedInput(
            name: name, layer: layer, position: position, setting: setting, spread: spread)
    }
}

/// Reads the section `inputs`.
///
///     inputs:
///       funding.months: [9, 10, 11, 12]              # values
///       quota.petani: { scale: [0.5, 1, 1.5] }       # shifts of what the scenario says
///       rate.lapse: 0.05 .. 0.5                      # a 90 % range
///       retention: { distribution: { pert: [0.02, 0.08, 0.3] } }
///
/// `inputs: uncertain` takes those that the scenario itself gives a range or a distribution. In a
/// list every item is read as the value of the key would be.
///
/// Whatever may stand behind a key in a scenario may stand here, with `from`, `until` and `unit`
/// beside it; the verbs `value`, `scale` and `add` may hold a list. A single value is an input of
/// one level, which fixes a key for the whole sweep.
struct SweepInputs {
    /// The fields of an entry that may hold a list.
    static let fields = ["value", "scale", "add"]

    /// Reads keys; knows the scenario.
    let keys: SweepKeys
    /// The table of points; nil where the file has none.
    let points: SweepPoints?

    /// The inputs in order; those with faults are left out.
    func read(_ root: YAMLNode) -> [SweepInput] {
        guard let section = root["inputs"] else {
            keys.session.fault(
                Position(file: keys.file), Phrase.missingField("inputs"),
                hint: Phrase.inputsHint)
            return []
        }
        if section.value.text == "uncertain" { return uncertain(section) }
        guard let entries = section.value.entries, !entries.isEmpty else {
            keys.session.fault(
                section.value.position, Phrase.inputsNotMapping, hint: Phrase.inputsHint)
            return []
        }
        var inputs: [SweepInput] = []
        for entry in entries {
            guard let address = keys.address(entry), let input = input(entry, address) else {
                continue
            }
            if inputs.contains(where: { $0.name == input.name }) {
                keys.session.fault(entry.position, Phrase.twice(entry.key))
            } else {
                inputs.append(input)
            }
        }
        return inputs
    }

    /// The inputs that the scenario itself is not certain of.
    ///
    /// They stay in their own layers: what higher layers scale or replace afterwards still does.
    private func uncertain(_ section: YAMLEntry) -> [SweepInput] {
        guard let scenario = keys.scenario else { return [] }
        let found = scenario.uncertainInputs
        if found.isEmpty {
            keys.session.fault(
                section.value.position, Phrase.nothingUncertain,
                hint: Phrase.nothingUncertainHint)
        }
        return found.map { input in
            SweepInput(
                name: input.name, key: "\(input.setting.address)",
                position: section.value.position, setting: input.setting, spread: input.spread,
                own: input, column: points?.column(input, key: input.name))
        }
    }

    /// One input out of its entry.
    private func input(_ entry: YAMLEntry, _ address: Address) -> SweepInput? {
        let reader = SettingReader(
            session: keys.session, context: keys.context(layer: SweepPlan.layerName))
        if let list = list(entry) {
            return levels(entry, address, list).flatMap { settings in
                SweepLevels(settings).map { self.input(entry, $0.setting, $0.spread) }
            }
        }
        guard let setting = reader.setting(entry, address) else { return nil }
        guard let spread = setting.spread else {
            return SweepLevels([setting]).map { self.input(entry, $0.setting, $0.spread) }
        }
        return self.input(entry, setting, spread)
    }

    /// An input with its column of the table of points.
    private func input(_ entry: YAMLEntry, _ setting: Setting, _ spread: Spread) -> SweepInput {
        var input = SweepInput(
            name: setting.inputName, key: entry.key, position: entry.position, setting: setting,
            spread: spread, own: nil)
        input.column = points?.column(input.varied(layer: 0, position: 0), key: entry.key)
        return input
    }
}
