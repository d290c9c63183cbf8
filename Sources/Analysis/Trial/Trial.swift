import Policy
import Quantities

/// A scenario of one region whose levers are turned one after the other, and computed anew each
/// time without reading a file.
///
///     let trial = try Trial(of: scenario, region: kota, from: Month(2026, 1), law: law)
///     let result = try trial.result(with: [change])
package struct Trial: Sendable {
    /// A lever from the month of the trial on.
    package struct Change: Sendable, Hashable {
        package let definition: ParameterDefinition
        /// The segment or purse; nil for a lever of the region.
        package let member: String?
        package let value: SettingValue

        package init(definition: ParameterDefinition, member: String?, value: SettingValue) {
            (self.definition, self.member, self.value) = (definition, member, value)
        }

        package var address: Address { Address(subject: .parameter(definition), member: member) }
    }

    /// A lever as it stands before anything is turned.
    package struct Lever: Sendable {
        package let definition: ParameterDefinition
        package let member: String?
        /// What holds in the month of the trial.
        package let value: SettingValue
        package let provenance: Provenance

        package var key: String { "\(Address(subject: .parameter(definition), member: member))" }
    }

    /// What changed scenarios are called, unless that is the name of what they change.
    private static let names = ("coba", "coba-baru")

    package let parent: ScenarioResult
    package let region: RegionCode
    /// The month from which changes hold.
    package let start: Month
    private let law: LawTree

    /// - Parameters:
    ///   - scenario: of the region alone.
    ///   - start: clamped to the horizon.
    /// - Throws: ``PolicyFaults``, and what computing a scenario throws.
    package init(of scenario: Scenario, from start: Month, law: LawTree) throws {
        parent = try ScenarioResult(try scenario.resolved(), law: law)
        region = scenario.regions[0]
        let horizon = scenario.horizon
        self.start = min(max(start, horizon.lowerBound), horizon.upperBound)
        self.law = law
    }

    /// All levers, in the order of the catalogue, then of priority and rank.
    package var levers: [Lever] {
        Parameters.catalogue.filter { $0.role == .lever }.flatMap { definition in
            parent.policy.members(of: definition).compactMap { member -> Lever? in
                let timeline = parent.policy.settings(definition, member: member, region: region)
                return timeline?.step(at: start).map {
                    Lever(
                        definition: definition, member: member, value: $0.value,
                        provenance: $0.provenance)
                }
            }
        }
    }

    /// The scenario with levers turned.
    ///
    /// - Throws: ``PolicyFaults`` for a value that a lever does not accept, and what computing a
    ///   scenario throws.
    package func result(with changes: [Change]) throws -> ScenarioResult {
        try ScenarioResult(try scenario(with: changes).resolved(), law: law)
    }

    /// The scenario with a layer of changes over all others.
    package func scenario(with changes: [Change]) -> Scenario {
        let own = parent.policy.scenario
        let name = own.name == Self.names.0 ? Self.names.1 : Self.names.0
        let settings = changes.enumerated().map { place, change in
            Setting(
                address: change.address, points: [.init(from: start, value: change.value)],
                provenance: Provenance(
                    file: own.file, line: place + 1, column: 1, layer: name))
        }
        return Scenario(
            name: name, title: own.title, file: own.file, regions: own.regions,
            horizon: own.horizon, segments: own.segments, purses: own.purses,
            knownPurses: own.knownPurses, cohorts: own.cohorts, transitions: own.transitions,
            layers: own.layers + [Layer(name: name, settings: settings)],
            correlations: own.correlations)
    }
}
