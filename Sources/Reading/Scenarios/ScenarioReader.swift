import Formats
import Policy
import Quantities

/// Reads scenarios: the file, its parents and packages, and the tables they name.
///
/// Every fault is collected before reading stops.
///
/// The result does not depend on the language, on the current time or on anything but the files.
/// Values are checked one by one against their parameter; whether they go together is known once
/// the layers are put together, by `Scenario.resolved()`, whose faults ``PolicyDiagnostics`` tells.
///
///     let reader = ScenarioReader(catalogue: catalogue, lawUnits: law.units)
///     let reading = reader.read("scenarios/x.yaml")
public struct ScenarioReader: Sendable {
    /// What exists: regions, segments, purses, and their default settings.
    public let catalogue: Catalogue
    /// Paths of the law tree that scenarios may change, without `law.`, and what each counts in.
    public let lawUnits: [String: Unit]
    /// Where paths lead.
    public let files: SourceFiles

    /// - Parameters:
    ///   - catalogue: out of the data directory, read by ``CatalogueReader``.
    ///   - lawUnits: `LawTree.units` of the law in force.
    ///   - files: by default seen from the current folder.
    public init(
        catalogue: Catalogue, lawUnits: [String: Unit], files: SourceFiles = SourceFiles()
    ) {
        self.catalogue = catalogue
        self.lawUnits = lawUnits
        self.files = files
    }

    /// Reads a scenario; its value is nil where anything forbids using it.
    ///
    /// - Parameter file: the scenario's path, as messages are to name it.
    /// - Returns: the scenario with warnings, or every fault of its file, parents, packages and
    ///   tables.
    public func read(_ file: String) -> Reading<Scenario> {
        let session = ReadingSession(files: files)
        let chain = ScenarioChain(
            file, session: session, catalogue: catalogue, lawUnits: lawUnits)
        let scenario = self.scenario(chain)
        return Reading(value: scenario, diagnostics: session.diagnostics)
    }

    /// The scenario of a chain; nil where a part that it cannot do without is missing.
    private func scenario(_ chain: ScenarioChain) -> Scenario? {
        guard let asked = chain.links.first else { return nil }
        let names = chain.links.map { ($0.header.name(), $0.header.title()) }
        let cohorts = chain.cohorts()
        let transitions = chain.transitions()
        let own = chain.layers()
        let reach = asked.reach
        guard case (let name?, let title?)? = names.first, let regions = reach.regions,
            let horizon = reach.horizon, let segments = reach.segments, let purses = reach.purses
        else { return nil }
        let layers = catalogue.layers + own.layers
        note(own.gaps, layers, from: horizon.lowerBound, chain.session)
        let scenario = Scenario(
            name: name, title: title, file: asked.file, regions: regions, horizon: horizon,
            segments: segments.compactMap { catalogue.segment($0) },
            fundingSources: purses.compactMap { catalogue.fundingSource($0) },
            knownPurses: catalogue.fundingSources, cohorts: cohorts, transitions: transitions,
            layers: layers.map(reach.restricting))
        let inputs = scenario.uncertainInputs
        return scenario.with(
            correlations: CorrelationReader.inForce(
                chain.correlations(of: inputs.map(\.name)), inputs, chain.session))
    }

    /// Notes cells that a table lacks and that no other setting gives a value when the horizon
    /// starts, a default of the catalogue included.
    ///
    /// The standard of a parameter does not count: a quota or a ceiling would be 0 unseen.
    private func note(
        _ gaps: [TableGap], _ layers: [Layer], from start: Month, _ session: ReadingSession
    ) {
        for var gap in gaps {
            let others = layers.flatMap(\.settings).filter {
                $0.verb == .replace && $0.address.key == gap.address.key && $0.begins(by: start)
            }
            gap.cells.removeAll { cell in
                others.contains { $0.address.covers(member: cell.member, region: cell.region) }
            }
            if gap.cells.isEmpty { continue }
            session.fault(
                gap.position, Phrase.tableLacks(gap.table),
                hint: Phrase.lacking(gap, catalogue.regions))
        }
    }
}
