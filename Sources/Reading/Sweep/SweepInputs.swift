import Analysis
import Formats
import Policy
import Quantities

/// Something that a sweep varies, before it is laid on a scenario.
struct SweepInput: Sendable {
    let name: String
    let key: String
    let position: Position
    let setting: Setting
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
    static let fields = ["value", "scale", "add"]

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
                section.value.position,
                Phrase(
                    id: "'inputs' harus berisi kunci yang divariasikan",
                    en: "'inputs' must hold the keys that vary"), hint: Phrase.inputsHint)
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
                hint: Phrase(
                    id: "sebutkan masukannya di sini, misalnya 'inputs: { rate.lapse: 0.05 .. 0.5"
                        + " }', atau beri rentang di skenario",
                    en: "name the inputs here, such as 'inputs: { rate.lapse: 0.05 .. 0.5 }', or"
                        + " give ranges in the scenario"
                ))
        }
        return found.map { input in
            SweepInput(
                name: input.name, key: "\(input.address)",
                position: section.value.position, setting: input.setting, spread: input.spread,
                own: input, column: points?.column(input, key: input.name))
        }
    }

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

    private func input(_ entry: YAMLEntry, _ setting: Setting, _ spread: Spread) -> SweepInput {
        var input = SweepInput(
            name: setting.inputName, key: entry.key, position: entry.position, setting: setting,
            spread: spread, own: nil)
        input.column = points?.column(input.varied(layer: 0, position: 0), key: entry.key)
        return input
    }
}

/// Some values of one input, as the spread that takes each as likely as another.
struct SweepLevels {
    let setting: Setting
    let spread: Spread

    /// - Parameter settings: the same setting with each of its values; nil where there is none.
    init?(_ settings: [Setting]) {
        guard !settings.isEmpty else { return nil }
        setting = settings[settings.count / 2]
        let values = settings.compactMap(\.points.first?.value)
        let numbers = values.compactMap(\.number)
        spread =
            numbers.count == values.count
            ? .empirical(numbers)
            : .choice(values, weights: Array(repeating: 1, count: values.count))
    }
}

extension SweepInputs {
    struct List {
        /// Nil where the entry itself is the list.
        let field: YAMLEntry?
        /// Its values, in the order written.
        let items: [YAMLNode]
    }

    /// The list of values that an entry gives; nil where it gives none.
    ///
    /// Where a table gives the points, an entry with nothing behind its colon takes the values of
    /// its column.
    func list(_ entry: YAMLEntry) -> List? {
        if let items = entry.value.items { return List(field: nil, items: items) }
        if entry.value.isNull, let items = points?.cells(entry.key), !items.isEmpty {
            return List(field: nil, items: items)
        }
        for name in Self.fields {
            guard let field = entry.value[name] else { continue }
            if let items = field.value.items { return List(field: field, items: items) }
            if field.value.isNull, let items = points?.cells(entry.key), !items.isEmpty {
                return List(field: field, items: items)
            }
        }
        return nil
    }

    /// The setting of an entry with each of the values of its list; nil after a fault.
    ///
    /// Faults: an empty list; an item that the key does not accept; a range among values; a value
    /// written twice; a number that a decimal comma has cut in two. All items are looked at.
    func levels(_ entry: YAMLEntry, _ address: Address, _ list: List) -> [Setting]? {
        let isOfTable = entry.value.isNull || list.field?.value.isNull == true
        let context = isOfTable ? points?.context : nil
        let reader = SettingReader(
            session: keys.session, context: context ?? keys.context(layer: SweepPlan.layerName))
        guard !list.items.isEmpty else {
            let place = list.field?.value.position ?? entry.value.position
            keys.session.fault(place, Phrase.emptyList, hint: Phrase.listHint)
            return nil
        }
        var settings: [Setting] = []
        var isSound = true
        for (place, item) in list.items.enumerated() {
            if let text = item.text, text.isCutByComma {
                let before = place > 0 ? list.items[place - 1].text : nil
                keys.session.fault(
                    item.position,
                    Phrase(
                        id: "'\(text)' tampaknya bagian dari angka berkoma",
                        en: "'\(text)' looks like part of a number with a comma"),
                    hint: Phrase.quoteListCommas([before, text].compactMap { $0 }))
                isSound = false
                continue
            }
            guard let setting = reader.setting(entry.taking(item, in: list.field), address) else {
                isSound = false
                continue
            }
            if setting.spread != nil, item.entries != nil || item.text?.contains("..") == true {
                keys.session.fault(
                    item.position,
                    Phrase(
                        id: "daftar hanya memuat nilai, bukan rentang",
                        en: "a list holds values, not ranges"), hint: Phrase.listHint)
                isSound = false
            } else if settings.contains(where: { $0.points == setting.points }) {
                // Cells of a table come in again; a list that repeats itself is a slip.
                guard isOfTable else {
                    keys.session.fault(item.position, Phrase.twice(item.text ?? "…"))
                    isSound = false
                    continue
                }
            } else {
                settings.append(setting)
            }
        }
        return isSound ? settings : nil
    }
}

extension YAMLEntry {
    fileprivate func taking(_ item: YAMLNode, in field: YAMLEntry?) -> YAMLEntry {
        guard let field else { return YAMLEntry(key: key, position: position, value: item) }
        let fields = (value.entries ?? []).map {
            $0.key == field.key ? YAMLEntry(key: $0.key, position: $0.position, value: item) : $0
        }
        return YAMLEntry(
            key: key, position: position,
            value: YAMLNode(content: .mapping(fields), position: value.position))
    }
}

extension String {
    /// Whether it looks like what follows a decimal comma that YAML took for the end of an item:
    /// `05` out of `[0,05, 0,5]`.
    fileprivate var isCutByComma: Bool {
        utf8.count > 1 && utf8.first == UInt8(ascii: "0") && utf8.allSatisfy { 48...57 ~= $0 }
    }
}

/// Reads keys of scenarios outside of their sections: in the policies and inputs of a sweep file.
///
/// A key finds its section by itself; one of the law begins with `law.`, as messages and tables
/// write it.
struct SweepKeys {
    let session: ReadingSession
    let workspace: Workspace
    let file: String
    /// The scenario that the keys are checked against; nil where it could not be read.
    let scenario: Scenario?
    /// How the file writes numbers; nil where it does not say.
    let locale: NumberLocale?

    init(session: ReadingSession, workspace: Workspace, root: YAMLNode, scenario: Scenario?) {
        self.session = session
        self.workspace = workspace
        file = root.position.file
        self.scenario = scenario
        locale = root["locale"].flatMap { LocaleReader(session: session).locale($0.value) }
    }

    func context(layer: String) -> SettingContext {
        let reach = ScenarioReach(
            regions: scenario?.regions, segments: scenario?.segments.map(\.id.name),
            purses: scenario?.purses.map(\.id.name), horizon: scenario?.horizon)
        return SettingContext(
            kind: .scenario, layer: layer, file: file, catalogue: workspace.catalogue,
            lawUnits: workspace.law.units, reach: reach, tables: reach, locale: locale)
    }

    /// What a key means; nil with a fault where it means nothing.
    func address(_ entry: YAMLEntry) -> Address? {
        AddressReader(session: session, context: context(layer: SweepPlan.layerName))
            .address(entry.key, at: entry.position)
    }

    /// The settings of a mapping of keys, as a layer of a scenario has them.
    ///
    /// The keys are sorted into the sections that a scenario would have, so that everything that
    /// may stand in a scenario may stand here, tables included.
    ///
    /// - Parameter layer: the name of the layer that they will make.
    func settings(_ node: YAMLNode, layer: String) -> [Setting] {
        var sections: [ParameterDefinition.Role: [YAMLEntry]] = [:]
        for entry in node.entries ?? [] {
            let (key, role) = context(layer: layer).section(of: entry.key)
            sections[role, default: []].append(
                YAMLEntry(key: key, position: entry.position, value: entry.value))
        }
        let entries = ParameterDefinition.Role.inFileOrder.compactMap { role in
            sections[role].map {
                YAMLEntry(
                    key: role.section, position: node.position,
                    value: YAMLNode(content: .mapping($0), position: node.position))
            }
        }
        let root = YAMLNode(content: .mapping(entries), position: node.position)
        return SettingReader(session: session, context: context(layer: layer)).read(root).settings
    }
}

/// Reads the section `correlations` of a sweep file, whose pairs are written as in a scenario.
///
///     correlations:
///       - { between: [rate.lapse, retention], rank: 0.4 }
///
/// An input is named by its key. Whether the correlations are possible together is asked where the
/// points are drawn.
struct SweepCorrelations {
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
                    Position(pair.provenance),
                    Phrase(id: "'\(text)' tidak divariasikan", en: "'\(text)' is not varied"),
                    hint: Phrase.nearest(text, among: inputs.map(\.key)))
            }
            return input?.name
        }
        guard let first = names[0], let second = names[1] else { return nil }
        return RankPair(
            first, second, correlation: pair.correlation, provenance: pair.provenance)
    }
}
