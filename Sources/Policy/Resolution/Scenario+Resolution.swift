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
    /// - Complexity: O(parameters x cells x settings that cover a cell).
    public func resolved() throws(PolicyFaults) -> ResolvedPolicy {
        let index = SettingIndex(layers: layers)
        var faults: [PolicyFault] = []
        var cells: [ParameterDefinition: [Timeline<SettingValue>]] = [:]
        for definition in Parameters.catalogue {
            cells[definition] = row(of: definition, index, &faults)
        }
        guard faults.isEmpty else { throw PolicyFaults(faults: faults) }
        let policy = ResolvedPolicy(scenario: self, lawSettings: index.lawSettings, cells: cells)
        let inconsistencies = policy.inconsistencies()
        guard inconsistencies.isEmpty else { throw PolicyFaults(faults: inconsistencies) }
        return policy
    }

    /// The timelines of one parameter, indexed `member * regions + region`.
    private func row(
        of definition: ParameterDefinition, _ index: SettingIndex, _ faults: inout [PolicyFault]
    ) -> [Timeline<SettingValue>] {
        let members = members(of: definition)
        var row: [Timeline<SettingValue>] = []
        row.reserveCapacity(members.count * regions.count)
        for member in members {
            for region in regions {
                let address = Address(
                    subject: .parameter(definition), member: member, region: region)
                let settings = index.settings(definition, member: member, region: region)
                let standard = definition.standardTimeline(from: horizon.lowerBound)
                row.append(timeline(address, definition, settings, on: standard, &faults))
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
            for (place, member) in members(of: definition).enumerated() {
                for (column, region) in regions.enumerated() {
                    let settings = index.settings(definition, member: member, region: region)
                    guard !settings.isEmpty else { continue }
                    let cell = place * regions.count + column
                    row[cell] = scenario.timeline(
                        Address(subject: .parameter(definition), member: member, region: region),
                        definition, settings, on: row[cell], &faults)
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
    /// An address without its subject's definition.
    private struct Place: Hashable {
        let definition: ParameterDefinition
        /// The segment or purse; nil for all.
        let member: String?
        /// The region, province or nation; nil for all.
        let region: RegionCode?
    }

    /// A setting, when it applies and where it is written.
    struct Entry {
        /// Its rank over all layers, from 1; the highest applies last.
        let order: Int
        let layer: Int
        let position: Int
        let setting: Setting
    }

    /// By place; each list in order of rank.
    private var settings: [Place: [Entry]] = [:]
    /// Settings of the law tree, in order of rank.
    private(set) var lawSettings: [Setting] = []
    /// The parameters that settings speak of, each once, in the order of the catalogue.
    var definitions: [ParameterDefinition] {
        let named = Set(settings.keys.map(\.definition))
        return Parameters.catalogue.filter(named.contains)
    }

    /// Ranks the settings: layer by layer, wide entries first, then wide rows of one table, then
    /// in order of appearance. The sort compares the position last, so it is stable.
    ///
    /// - Complexity: O(n log n) in the settings of a layer.
    init(layers: some Sequence<Layer>) {
        var order = 0
        for (index, layer) in layers.enumerated() {
            let narrowing = layer.settings.enumerated().sorted {
                ($0.element.entry.specificity, $0.element.address.specificity, $0.offset)
                    < ($1.element.entry.specificity, $1.element.address.specificity, $1.offset)
            }
            for (position, setting) in narrowing {
                order += 1
                let address = setting.address
                guard case .parameter(let definition) = address.subject else {
                    lawSettings.append(setting)
                    continue
                }
                let place = Place(
                    definition: definition, member: address.member, region: address.region)
                settings[place, default: []].append(
                    Entry(order: order, layer: index, position: position, setting: setting))
            }
        }
    }

    /// The settings that cover a cell, first to apply first. At most four areas (none, nation,
    /// province, kabkota) by two members.
    func settings(_ definition: ParameterDefinition, member: String?, region: RegionCode)
        -> [Setting]
    {
        entries(definition, member: member, region: region).map(\.setting)
    }

    func entries(_ definition: ParameterDefinition, member: String?, region: RegionCode) -> [Entry]
    {
        var found: [Entry] = []
        var areas: [RegionCode?] = [nil]
        var here: RegionCode? = region
        while let area = here {
            areas.append(area)
            here = area.parent
        }
        let members: [String?] = member == nil ? [nil] : [nil, member]
        for area in areas {
            for member in members {
                found += settings[Place(definition: definition, member: member, region: area)] ?? []
            }
        }
        return found.sorted { $0.order < $1.order }
    }
}
