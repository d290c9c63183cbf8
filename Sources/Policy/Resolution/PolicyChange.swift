import Quantities

/// One key that two policies set differently: the unit in which differences are explained.
///
/// All regions, months and steps of the key are one change: an explanation by key, segment and
/// month would have more parts than anyone reads.
public struct PolicyChange: Sendable, Hashable {
    /// A parameter, or a path of the law.
    public let subject: Address.Subject
    /// The segment or purse; nil for a region's key and for the law.
    public let member: String?

    /// A change of a key, of one segment or purse where the key has them.
    public init(_ subject: Address.Subject, member: String?) {
        self.subject = subject
        self.member = member
    }

    /// `quota`, `rate.lapse`, `law.bpu.jkm.amount`.
    public var path: String { Address(subject: subject).key }

    /// The key as a scenario writes it.
    public var key: String { path + (member.map { "." + $0 } ?? "") }

    /// Whether it changes the tariff and not the plan.
    public var isLaw: Bool { if case .law = subject { true } else { false } }
}

/// Two policies that cannot be compared key by key.
public enum PolicyMismatch: Error, Sendable, Equatable {
    /// Other months.
    case horizon(ClosedRange<Month>, ClosedRange<Month>)
    /// Other regions; those that only one of them has.
    case regions(onlyFirst: [RegionCode], onlySecond: [RegionCode])
    /// Other segments, or another order of priority.
    case segments([SegmentID], [SegmentID])
    /// Other purses, or another rank.
    case purses([PurseID], [PurseID])
    /// Other age bands, shares or death rates.
    case cohorts
    /// Other tables of monthly probabilities.
    case transitions
}

extension ResolvedPolicy {
    /// The keys whose values differ in some cell and month, in the order of the catalogue. A key
    /// differs where the values of a cell differ in some month, whoever set them: another file or
    /// line is no change. Law settings follow, by path.
    ///
    /// - Throws: ``PolicyMismatch`` where the policies do not speak of the same things.
    /// - Complexity: O(cells x steps).
    public func changes(to other: ResolvedPolicy) throws(PolicyMismatch) -> [PolicyChange] {
        if let mismatch = mismatches(with: other).first { throw mismatch }
        return sharedChanges(to: other)
    }

    /// The same over the regions, months, segments and purses that both policies have.
    public func sharedChanges(to other: ResolvedPolicy) -> [PolicyChange] {
        let months = horizon.clamped(to: other.horizon)
        var changes: [PolicyChange] = []
        for definition in Parameters.catalogue {
            for member in members(of: definition) {
                let differs = regions.contains { region in
                    guard let mine = settings(definition, member: member, region: region),
                        let theirs = other.settings(definition, member: member, region: region)
                    else { return false }
                    return !Self.areSame(mine, theirs, over: months)
                }
                if differs { changes.append(PolicyChange(.parameter(definition), member: member)) }
            }
        }
        return changes + lawChanges(to: other)
    }

    /// This policy with some keys as the other one sets them.
    ///
    /// With all changes it gives the values of `other` under this policy's frame, with none this
    /// policy; subsets in between are what ``changes(to:)`` is attributed over. Both policies have
    /// the same frame.
    public func taking(
        _ changes: Set<PolicyChange>, from other: ResolvedPolicy
    ) -> ResolvedPolicy {
        var mixed = cells
        for definition in Parameters.catalogue {
            guard var row = mixed[definition], let theirs = other.cells[definition]
            else { continue }
            for (index, member) in members(of: definition).enumerated()
            where changes.contains(PolicyChange(.parameter(definition), member: member)) {
                for cell in index * regions.count..<(index + 1) * regions.count {
                    row[cell] = theirs[cell]
                }
            }
            mixed[definition] = row
        }
        let law =
            lawSettings.filter { !changes.contains($0.change) }
            + other.lawSettings.filter { changes.contains($0.change) }
        return ResolvedPolicy(scenario: scenario, lawSettings: law, cells: mixed)
    }

    /// The segments or purses that a parameter has values for, in order; one nil for a region's.
    public func members(of definition: ParameterDefinition) -> [String?] {
        scenario.members(of: definition)
    }

    /// Whether two cells have equal values in every month in which either has a step.
    private static func areSame(
        _ mine: Timeline<SettingValue>, _ theirs: Timeline<SettingValue>,
        over horizon: ClosedRange<Month>
    ) -> Bool {
        let months = Set((mine.steps + theirs.steps).map(\.from)).union([horizon.lowerBound])
            .filter(horizon.contains)
        return months.allSatisfy { mine.step(at: $0)?.value == theirs.step(at: $0)?.value }
    }

    private func lawChanges(to other: ResolvedPolicy) -> [PolicyChange] {
        let paths = Set((lawSettings + other.lawSettings).map(\.change))
        return paths.sorted { $0.path < $1.path }.filter { change in
            let mine = lawSettings.filter { $0.change == change }
            let theirs = other.lawSettings.filter { $0.change == change }
            return mine.map(\.effect) != theirs.map(\.effect)
        }
    }

    /// What two policies speak of differently: horizon, regions, segments, purses, cohorts, tables
    /// of probabilities. None of it is a key, so a difference cannot be attributed to it.
    public func mismatches(with other: ResolvedPolicy) -> [PolicyMismatch] {
        var found: [PolicyMismatch] = []
        if horizon != other.horizon { found.append(.horizon(horizon, other.horizon)) }
        if regions != other.regions {
            let (mine, theirs) = (Set(regions), Set(other.regions))
            found.append(
                .regions(
                    onlyFirst: mine.subtracting(theirs).sorted(),
                    onlySecond: theirs.subtracting(mine).sorted()))
        }
        let (mine, theirs) = (segments.map(\.id), other.segments.map(\.id))
        if mine != theirs { found.append(.segments(mine, theirs)) }
        let purses = (purses.map(\.id), other.purses.map(\.id))
        if purses.0 != purses.1 { found.append(.purses(purses.0, purses.1)) }
        let cohorts = (scenario, other.scenario)
        if cohorts.0.cohorts.map(\.withoutPlace) != cohorts.1.cohorts.map(\.withoutPlace)
            || cohorts.0.provinceCohorts.mapValues({ $0.map(\.withoutPlace) })
                != cohorts.1.provinceCohorts.mapValues({ $0.map(\.withoutPlace) })
        {
            found.append(.cohorts)
        }
        if scenario.transitions.map(\.withoutPlace)
            != other.scenario.transitions.map(\.withoutPlace)
        {
            found.append(.transitions)
        }
        return found
    }
}

extension Setting {
    var change: PolicyChange { PolicyChange(address.subject, member: address.member) }

    /// What it does, wherever it was written.
    fileprivate var effect: [String] {
        ["\(verb)", "\(points)", until.map(\.description) ?? ""]
    }
}

extension Cohort {
    fileprivate var withoutPlace: [String] {
        ["\(ageFrom)", "\(ageUntil)", sex, "\(stockShare)", "\(entrantShare)", "\(deathRate)"]
    }
}

extension TransitionProbability {
    fileprivate var withoutPlace: [String] {
        [segment?.name ?? "", region?.code ?? "", from, to, "\(probability)"]
    }
}
