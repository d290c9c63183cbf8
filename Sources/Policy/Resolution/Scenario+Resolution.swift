import Quantities

extension Scenario {
    /// Puts the layers together.
    ///
    /// Layers apply in order; within a layer, wide entries before narrow ones, and of the rows of
    /// one table those of wide regions before those of narrow ones. Each setting replaces, scales
    /// or adds to what the lower ones left.
    ///
    /// A total of a wider region, such as the workers of a province, is never taken for one of a
    /// region in it.
    ///
    /// Faults between parameters are looked for only once every value is sound, so that no message
    /// follows from another one.
    ///
    /// - Throws: ``PolicyFaults`` with every fault found.
    /// - Complexity: O(parameters x (cells + settings)); cells under the same settings share one
    ///   timeline.
    public func resolved() throws(PolicyFaults) -> ResolvedPolicy {
        let index = SettingIndex(layers: layers)
        let rows = Parameters.catalogue.concurrentMap { definition in
            var faults: [PolicyFault] = []
            return (cells: row(of: definition, index, &faults), faults: faults)
        }
        let faults = rows.flatMap(\.faults)
        guard faults.isEmpty else { throw PolicyFaults(faults: faults) }
        let cells = Dictionary(
            uniqueKeysWithValues: zip(Parameters.catalogue, rows.map(\.cells)))
        let policy = ResolvedPolicy(scenario: self, lawSettings: index.lawSettings, cells: cells)
        let inconsistencies = policy.inconsistencies()
        guard inconsistencies.isEmpty else { throw PolicyFaults(faults: inconsistencies) }
        return policy
    }

    /// The timelines of one parameter, indexed `member * regions + region`.
    private func row(
        of definition: ParameterDefinition, _ index: SettingIndex, _ faults: inout [PolicyFault]
    ) -> [Timeline<SettingValue>] {
        let (members, places) = (members(of: definition), index.places(definition))
        let standard = definition.standardTimeline(from: horizon.lowerBound)
        var row: [Timeline<SettingValue>] = []
        row.reserveCapacity(members.count * regions.count)
        // What settings come to, by their ranks; of those at fault each cell is told.
        var sound: [[Int]: Timeline<SettingValue>] = [:]
        for member in members {
            for region in regions {
                let entries = places.entries(member: member, region: region)
                let orders = entries.map(\.order)
                if let known = sound[orders] {
                    row.append(known)
                    continue
                }
                let told = faults.count
                let timeline = timeline(
                    Address(subject: .parameter(definition), member: member, region: region),
                    definition, entries.map(\.setting), on: standard, &faults)
                if faults.count == told { sound[orders] = timeline }
                row.append(timeline)
            }
        }
        return row
    }

    /// The timeline of one cell under settings on top of what it had, with every fault of it noted.
    ///
    /// A value with an end needs one below it that holds afterwards, and the horizon's first month
    /// needs a value.
    fileprivate func timeline(
        _ address: Address, _ definition: ParameterDefinition, _ settings: [Setting],
        on base: Timeline<SettingValue>, _ faults: inout [PolicyFault]
    ) -> Timeline<SettingValue> {
        let start = horizon.lowerBound
        var timeline = base
        var endings: [(Month, Provenance)] = []
        for setting in settings {
            if setting.verb == .replace, let end = setting.until, end < horizon.upperBound,
                timeline.step(at: end.advanced(by: 1)) == nil
            {
                endings.append((end, setting.provenance))
            }
            timeline = timeline.applying(setting, horizonStart: start)
        }
        // A higher layer may go on where the value ends.
        for (end, place) in endings {
            guard let step = timeline.step(at: end.advanced(by: 1)), step.from <= end,
                step.provenance == place
            else { continue }
            faults.append(.ends(address: address, after: end, place))
        }
        guard let first = timeline.steps.first else {
            faults.append(.missing(address: address))
            return timeline
        }
        if first.from > start {
            faults.append(
                .gap(
                    address: address, firstValue: first.from, horizonStart: start,
                    first.provenance))
        }
        faults += Setting.totalsInForce(settings, of: definition, horizonStart: start).map {
            .totalOfWiderRegion(address: address, area: $0.area, $0.provenance)
        }
        faults += timeline.steps.compactMap { definition.fault(in: $0, address) }
        return timeline
    }
}

extension ResolvedPolicy {
    /// What ``Scenario/resolved()`` gives for a scenario that has one layer more than this policy's
    /// and else the same parts, at the cost of the cells that the layer speaks of.
    ///
    /// - Throws: ``PolicyFaults`` with the faults of those cells, or of what they come to together.
    package func resolving(_ scenario: Scenario) throws(PolicyFaults) -> ResolvedPolicy {
        let layers = scenario.layers
        precondition(layers.count == self.scenario.layers.count + 1, "one layer more")
        let index = SettingIndex(layers: layers.suffix(1))
        var faults: [PolicyFault] = []
        var cells = cells
        for definition in index.definitions {
            guard var row = cells[definition] else { continue }
            let places = index.places(definition)
            for (place, member) in members(of: definition).enumerated() {
                for (column, region) in regions.enumerated() {
                    let entries = places.entries(member: member, region: region)
                    guard !entries.isEmpty else { continue }
                    let cell = place * regions.count + column
                    row[cell] = scenario.timeline(
                        Address(subject: .parameter(definition), member: member, region: region),
                        definition, entries.map(\.setting), on: row[cell], &faults)
                }
            }
            cells[definition] = row
        }
        guard faults.isEmpty else { throw PolicyFaults(faults: faults) }
        let policy = ResolvedPolicy(
            scenario: scenario, lawSettings: lawSettings + index.lawSettings, cells: cells)
        let inconsistencies = policy.inconsistencies()
        guard inconsistencies.isEmpty else { throw PolicyFaults(faults: inconsistencies) }
        return policy
    }
}

extension Timeline where Value == SettingValue {
    /// The timeline after a setting; ``replaced(by:through:)`` and
    /// ``shifted(from:through:by:_:)`` say how.
    func applying(_ setting: Setting, horizonStart: Month) -> Timeline {
        applying(
            setting, horizonStart: horizonStart, written: \.value,
            shifted: { value, point in
                let operand = point.value.number ?? 0
                return value.mapNumber { setting.verb.shifted($0, by: operand) }
            })
    }
}

extension Timeline {
    /// The timeline after a setting whose values may be more than numbers.
    ///
    /// - Parameters:
    ///   - written: what a point that replaces comes to.
    ///   - shifted: what a value comes to that a point scales or adds to.
    func applying(
        _ setting: Setting, horizonStart: Month, written: (Setting.Point) -> Value,
        shifted: (Value, Setting.Point) -> Value
    ) -> Timeline {
        let points = setting.points
        switch setting.verb {
        case .replace:
            let steps = points.map {
                Step(
                    from: $0.from ?? horizonStart, value: written($0),
                    provenance: setting.provenance)
            }
            return replaced(by: steps, through: setting.until)
        case .scale, .add:
            var result = self
            for (position, point) in points.enumerated() {
                let next = position + 1 < points.count ? points[position + 1].from : nil
                let end = next?.advanced(by: -1) ?? setting.until
                result = result.shifted(
                    from: point.from ?? horizonStart, through: end, by: setting.provenance
                ) { shifted($0, point) }
            }
            return result
        }
    }
}

extension Setting.Verb {
    /// A number after a shift. A count may come out with a fraction, which
    /// ``ParameterDefinition/fault(in:_:)`` then refuses.
    func shifted(_ number: Double, by operand: Double) -> Double {
        switch self {
        case .replace: operand
        case .scale: number * operand
        case .add: number + operand
        }
    }
}

extension ParameterDefinition {
    /// The standard value from the start of the horizon; empty where there is none. Its provenance
    /// has line 0: nobody wrote it.
    func standardTimeline(from start: Month) -> Timeline<SettingValue> {
        guard let standard else { return Timeline(steps: []) }
        let provenance = Provenance(file: "", line: 0, column: 0, layer: "standard")
        return Timeline(steps: [.init(from: start, value: standard, provenance: provenance)])
    }

    /// What is wrong with a step's number once all layers have changed it. Readers check what is
    /// written; this checks what shifts made of it.
    func fault(in step: Timeline<SettingValue>.Step, _ address: Address) -> PolicyFault? {
        guard let range = range(of: step.value), let value = step.value.number else { return nil }
        if !range.contains(value) {
            return .outOfRange(
                address: address, month: step.from, value: value, range: range, step.provenance)
        }
        if standardUnit.isCount, value != value.rounded() {
            return .notWhole(
                address: address, month: step.from, value: value, step.provenance)
        }
        return nil
    }

    /// The range that a value must lie in; shares lie in 0...1 whatever the key allows in persons.
    /// Nil for flags, words and purses.
    func range(of value: SettingValue) -> ClosedRange<Double>? {
        guard case .number(_, let range) = domain else { return nil }
        if case .share = value { return 0...1 }
        return range
    }
}

/// Settings by parameter and address, in the order in which they apply.
///
/// A cell is covered by the settings of itself, of its member anywhere, of its province and of the
/// nation; looking these places up spares a search through all settings for each cell.
struct SettingIndex {
    /// A setting, when it applies and where it is written.
    struct Entry {
        /// Its rank over all layers, from 1; the highest applies last.
        let order: Int
        let layer: Int
        let position: Int
        let setting: Setting
    }

    /// The settings of one parameter by place; each list in order of rank.
    struct Places {
        /// An address without its subject.
        private struct Place: Hashable {
            /// The segment or purse; nil for all.
            let member: String?
            /// The region, province or nation; nil for all.
            let region: RegionCode?
        }

        private var settings: [Place: [Entry]] = [:]

        fileprivate mutating func append(_ entry: Entry) {
            let address = entry.setting.address
            settings[Place(member: address.member, region: address.region), default: []]
                .append(entry)
        }

        /// The settings that cover a cell, first to apply first. At most four areas (none, nation,
        /// province, kabkota) by two members.
        func entries(member: String?, region: RegionCode) -> [Entry] {
            if settings.isEmpty { return [] }
            var found: [Entry] = []
            func add(_ area: RegionCode?) {
                found += settings[Place(member: nil, region: area)] ?? []
                guard member != nil else { return }
                found += settings[Place(member: member, region: area)] ?? []
            }
            add(nil)
            var here: RegionCode? = region
            while let area = here {
                add(area)
                here = area.parent
            }
            return found.count > 1 ? found.sorted { $0.order < $1.order } : found
        }
    }

    private var places: [ParameterDefinition: Places] = [:]
    /// Settings of the law tree, in order of rank.
    private(set) var lawSettings: [Setting] = []
    /// The parameters that settings speak of, each once, in the order of the catalogue.
    var definitions: [ParameterDefinition] {
        Parameters.catalogue.filter { places[$0] != nil }
    }

    /// Ranks the settings: layer by layer, wide entries first, then wide rows of one table, then
    /// in order of appearance. The sort compares the position last, so it is stable.
    ///
    /// - Complexity: O(n log n) in the settings of a layer.
    init(layers: some Sequence<Layer>) {
        var order = 0
        for (index, layer) in layers.enumerated() {
            let ranks = layer.settings.enumerated().map {
                ($1.entry.specificity, $1.address.specificity, $0)
            }
            for (_, _, position) in ranks.sorted(by: <) {
                order += 1
                let setting = layer.settings[position]
                guard case .parameter(let definition) = setting.address.subject else {
                    lawSettings.append(setting)
                    continue
                }
                places[definition, default: Places()].append(
                    Entry(order: order, layer: index, position: position, setting: setting))
            }
        }
    }

    /// The settings of one parameter.
    func places(_ definition: ParameterDefinition) -> Places { places[definition] ?? Places() }
}
