import Analysis
import Formats
import Policy
import Quantities

/// Reads keys of scenarios outside of their sections: in the policies and inputs of a sweep file.
///
/// A key finds its section by itself; one of the law begins with `law.`, as messages and tables
/// write it.
struct SweepKeys {
    /// Where faults are noted.
    let session: ReadingSession
    /// Catalogues and law.
    let workspace: Workspace
    /// The sweep file.
    let file: String
    /// The scenario that the keys are checked against; nil where it could not be read.
    let scenario: Scenario?
    /// How the file writes numbers; nil where it does not say.
    let locale: NumberLocale?

    /// Keys of a file under its scenario.
    init(session: ReadingSession, workspace: Workspace, root: YAMLNode, scenario: Scenario?) {
        self.session = session
        self.workspace = workspace
        file = root.position.file
        self.scenario = scenario
        locale = root["locale"].flatMap { LocaleReader(session: session).locale($0.value) }
    }

    /// What settings of a layer are checked against.
    func context(layer: String) -> SettingContext {
        let reach = ScenarioReach(
            regions: scenario?.regions, segments: scenario?.segments.map(\.id.name),
            purses: scenario?.fundingSources.map(\.id.name), horizon: scenario?.horizon)
        return SettingContext(
            kind: .scenario, layer: layer, file: file, catalogue: workspace.catalogue,
            lawUnits: workspace.law.units, reach: reach, tables: reach, locale: locale)
    }

    /// What a key means; nil with a fault where it means nothing.
    func address(_ entry: YAMLEntry) -> Address? {
        let (key, role) = sorted(entry.key)
        return AddressReader(session: session, context: context(layer: SweepPlan.layerName))
            .address(key, at: entry.position, in: role)
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
            let (key, role) = sorted(entry.key)
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

    /// A key as its section writes it, and the section; an unknown key counts as a lever.
    private func sorted(_ key: String) -> (String, ParameterDefinition.Role) {
        let name = String(key.prefix { $0 != "@" })
        if name.hasPrefix("law.") { return (String(key.dropFirst(4)), .law) }
        if let (definition, _) = Parameters.definition(in: name) {
            return (key, definition.role)
        }
        return (key, workspace.law.units[name] == nil ? .lever : .law)
    }
}
