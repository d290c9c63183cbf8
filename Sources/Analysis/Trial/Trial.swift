import Policy
import Quantities

/// A scenario whose levers are turned one after the other, and computed anew each time without
/// reading a file: of one region, or of all at once.
///
///     let trial = try Trial(of: scenario, from: Month(2026, 1), law: law)
///     let result = try await trial.result(with: [change])
package struct Trial: Sendable {
    /// A lever from the month of the trial on, in all regions.
    package struct Change: Sendable, Hashable {
        package let definition: ParameterDefinition
        /// The segment or purse; nil for a lever of the region.
        package let member: String?
        package let value: SettingValue
        /// Whether the value multiplies what each region has.
        package let isFactor: Bool

        /// - Parameter value: of the lever; the factor where it is one.
        package init(_ lever: Lever, _ value: SettingValue) {
            (definition, member) = (lever.definition, lever.member)
            (self.value, isFactor) = (value, lever.isFactor)
        }

        package var address: Address { Address(subject: .parameter(definition), member: member) }
    }

    /// A lever as it stands before anything is turned.
    package struct Lever: Sendable {
        package let definition: ParameterDefinition
        package let member: String?
        /// What holds in the month of the trial; 1 for a factor.
        package let value: SettingValue
        package let provenance: Provenance
        /// The least and the largest value of a number that regions have unlike each other, which
        /// a factor turns in all of them; nil where they have one value.
        package let span: ClosedRange<Double>?

        package var isFactor: Bool { span != nil }
        package var address: Address { Address(subject: .parameter(definition), member: member) }
        package var key: String { "\(address)" }
    }

    /// What changed scenarios are called, unless that is the name of what they change.
    private static let names = ("coba", "coba-baru")

    package let parent: ScenarioResult
    /// The month from which changes hold.
    package let start: Month
    /// All levers, in the order of the catalogue, then of priority and rank. Words that regions
    /// have unlike each other are none: what they are turned from could not be said.
    package let levers: [Lever]
    private let law: LawTree

    /// The region that is tried; nil for several at once.
    package var region: RegionCode? { regions.count == 1 ? regions[0] : nil }
    package var regions: [RegionCode] { parent.policy.regions }

    /// - Parameters:
    ///   - scenario: of what is tried alone.
    ///   - start: clamped to the horizon.
    /// - Throws: ``PolicyFaults``, and what computing a scenario throws.
    package init(of scenario: Scenario, from start: Month, law: LawTree) throws {
        parent = try ScenarioResult(try scenario.resolved(), law: law)
        self.law = law
        let horizon = scenario.horizon
        let start = min(max(start, horizon.lowerBound), horizon.upperBound)
        self.start = start
        let policy = parent.policy
        levers = Parameters.catalogue.filter { $0.role == .lever }.flatMap { definition in
            policy.members(of: definition).compactMap {
                Self.lever(definition, $0, of: policy, at: start)
            }
        }
    }

    private static func lever(
        _ definition: ParameterDefinition, _ member: String?, of policy: ResolvedPolicy,
        at start: Month
    ) -> Lever? {
        let steps = policy.regions.compactMap { region in
            policy.settings(definition, member: member, region: region)?.step(at: start)
        }
        guard let first = steps.first else { return nil }
        let isSame = steps.allSatisfy { $0.value == first.value }
        let numbers = steps.compactMap(\.value.number)
        guard isSame || numbers.count == steps.count else { return nil }
        let span = isSame ? nil : numbers.min().flatMap { low in numbers.max().map { low...$0 } }
        return Lever(
            definition: definition, member: member, value: isSame ? first.value : .number(1),
            provenance: first.provenance, span: span)
    }

    /// The scenario with levers turned.
    ///
    /// - Throws: ``PolicyFaults`` for a value that a lever does not accept, and what computing a
    ///   scenario throws.
    package func result(with changes: [Change]) async throws -> ScenarioResult {
        let policy = try parent.policy.resolving(scenario(with: changes))
        let (inputs, pricing) = try parent.inputs(
            of: policy,
            changing: changes.map { PolicyChange(.parameter($0.definition), member: $0.member) },
            law: law)
        return try await ScenarioResult.computed(inputs, pricing)
    }

    /// The scenario with a layer of changes over all others.
    package func scenario(with changes: [Change]) -> Scenario {
        let own = parent.policy.scenario
        let name = own.name == Self.names.0 ? Self.names.1 : Self.names.0
        let settings = changes.enumerated().map { place, change in
            Setting(
                address: change.address, verb: change.isFactor ? .scale : .replace,
                points: [.init(from: start, value: change.value)],
                provenance: Provenance(
                    file: own.file, line: place + 1, column: 1, layer: name))
        }
        return own.with(name: name, layers: own.layers + [Layer(name: name, settings: settings)])
    }
}
