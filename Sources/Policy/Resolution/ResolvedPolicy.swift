import Quantities

/// Every fault found while putting a scenario's layers together. All are told at once: a planner
/// should not have to run a scenario once for each mistake.
public struct PolicyFaults: Error, Sendable {
    /// All that was found, in the order of settings.
    public let faults: [PolicyFault]

    package init(faults: [PolicyFault]) { self.faults = faults }
}

/// A scenario with one value for every parameter, cell and month, each with its provenance.
///
/// A cell is a region, or a segment or purse in a region. Shape of the store: one row of
/// `members x regions` timelines for each parameter.
///
/// Besides the law this is all that projection and costing read: they know of no layers, files or
/// words. Each cell has a value in every month of the horizon, or ``Scenario/resolved()`` would
/// have thrown.
///
///     policy.timeline(Parameters.quota, SegmentID("petani"), kota)[Month(2027, 1)]
///     policy.panel(Parameters.retention, SegmentID("petani"))[month * regionCount + region]
public struct ResolvedPolicy: Sendable {
    /// What was resolved, with its layers.
    public let scenario: Scenario
    /// Changes to the law tree, lowest layer first.
    public let lawSettings: [Setting]
    /// Each row is indexed `member * regions + region`, members as ``members(of:)`` lists
    /// them.
    @usableFromInline let cells: [ParameterDefinition: [Timeline<SettingValue>]]
    @usableFromInline let segmentIndex: [SegmentID: Int]
    @usableFromInline let purseIndex: [PurseID: Int]
    @usableFromInline let regionIndex: [RegionCode: Int]
    /// The provinces that its regions lie in, in the order of their codes; what is no kabupaten or
    /// kota stands for itself.
    package let provinces: [RegionCode]

    /// A policy from its resolved cells.
    ///
    /// - Parameter cells: rows as long as members x regions, the region running fastest.
    init(
        scenario: Scenario, lawSettings: [Setting],
        cells: [ParameterDefinition: [Timeline<SettingValue>]]
    ) {
        self.scenario = scenario
        self.lawSettings = lawSettings
        self.cells = cells
        segmentIndex = Self.positions(scenario.segments.map(\.id))
        purseIndex = Self.positions(scenario.purses.map(\.id))
        regionIndex = Self.positions(scenario.regions)
        provinces = Set(
            scenario.regions.map { $0.level == .kabkota ? $0.parent ?? $0 : $0 }
        ).sorted()
    }

    /// Regions in the order of the scenario.
    @inlinable public var regions: [RegionCode] { scenario.regions }
    /// Segments in order of priority.
    public var segments: [Segment] { scenario.segments }
    /// Purses by rank.
    public var purses: [Purse] { scenario.purses }
    /// First and last month.
    @inlinable public var horizon: ClosedRange<Month> { scenario.horizon }

    /// How many months the horizon has.
    @inlinable public var monthCount: Int { horizon.upperBound - horizon.lowerBound + 1 }

    /// The budget years that the horizon touches. The first and the last may be partial.
    public var years: ClosedRange<Int> { horizon.lowerBound.year...horizon.upperBound.year }

    /// A parameter of a segment in a region.
    @inlinable public func timeline<Value>(
        _ key: ParameterKey<Value>, _ segment: SegmentID, _ region: RegionCode
    ) -> Timeline<Value> {
        typed(key, row: segmentIndex[segment], region)
    }

    /// A parameter of a purse in a region.
    @inlinable public func timeline<Value>(
        _ key: ParameterKey<Value>, _ purse: PurseID, _ region: RegionCode
    ) -> Timeline<Value> {
        typed(key, row: purseIndex[purse], region)
    }

    /// A parameter of a region.
    @inlinable public func timeline<Value>(
        _ key: ParameterKey<Value>, _ region: RegionCode
    ) -> Timeline<Value> {
        typed(key, row: 0, region)
    }

    /// A segment's parameter for all months and regions, indexed `month * regions + region`.
    @inlinable public func panel<Value>(_ key: ParameterKey<Value>, _ segment: SegmentID) -> [Value]
    {
        panel(key, row: segmentIndex[segment])
    }

    /// A purse's parameter for all months and regions, indexed `month * regions + region`.
    @inlinable public func panel<Value>(_ key: ParameterKey<Value>, _ purse: PurseID) -> [Value] {
        panel(key, row: purseIndex[purse])
    }

    /// Each step is decoded once, however many months it holds. Walks the steps of all regions
    /// beside the months, so it is O(months x regions + steps).
    @inlinable func panel<Value>(_ key: ParameterKey<Value>, row: Int?) -> [Value] {
        guard let row, let timelines = cells[key.definition] else {
            preconditionFailure("\(key.definition.path) has no row")
        }
        let (start, months) = (horizon.lowerBound, monthCount)
        let columns = regions.indices.map { column in
            timelines[row * regions.count + column].steps.map { step in
                (first: step.from - start, value: decoded(key, step.value))
            }
        }
        var positions = Array(repeating: 0, count: regions.count)
        var result: [Value] = []
        result.reserveCapacity(months * regions.count)
        var month = 0
        while month < months {
            for column in columns.indices {
                let steps = columns[column]
                var position = positions[column]
                while position + 1 < steps.count, steps[position + 1].first <= month {
                    position += 1
                }
                positions[column] = position
                result.append(steps[position].value)
            }
            month += 1
        }
        return result
    }

    /// A parameter of a purse in a region, in one month.
    @inlinable func value<Value>(
        _ key: ParameterKey<Value>, _ purse: PurseID, _ region: RegionCode, at month: Month
    ) -> Value {
        guard let row = purseIndex[purse], let column = regionIndex[region],
            let step = cells[key.definition]?[row * regions.count + column].step(at: month)
        else {
            preconditionFailure("\(key.definition.path) has no value for \(purse) in \(region)")
        }
        return decoded(key, step.value)
    }

    /// The typed value of a step; a value that does not fit its key is a defect of the program.
    @inlinable func decoded<Value>(_ key: ParameterKey<Value>, _ raw: SettingValue) -> Value {
        guard let value = key.decode(raw) else {
            preconditionFailure("\(key.definition.path) holds \(raw)")
        }
        return value
    }

    /// The untyped timeline of a cell, for tracing; nil where the scenario has no such cell.
    public func settings(
        _ definition: ParameterDefinition, member: String?, region: RegionCode
    ) -> Timeline<SettingValue>? {
        let row: Int? =
            switch definition.scope {
            case .region: 0
            case .segment: member.flatMap { segmentIndex[SegmentID($0)] }
            case .purse: member.flatMap { purseIndex[PurseID($0)] }
            }
        guard let row, let column = regionIndex[region] else { return nil }
        return cells[definition]?[row * regions.count + column]
    }

    /// The timeline of a cell; a cell that does not exist is a defect of the program.
    @inlinable func typed<Value>(
        _ key: ParameterKey<Value>, row: Int?, _ region: RegionCode
    ) -> Timeline<Value> {
        guard let row, let column = regionIndex[region],
            let timeline = cells[key.definition]?[row * regions.count + column]
        else { preconditionFailure("\(key.definition.path) has no cell for \(region)") }
        return timeline.mapValues { decoded(key, $0) }
    }

    /// The place of each identifier; the first one where it repeats.
    private static func positions<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
