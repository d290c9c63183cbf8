import Policy
import Quantities

/// What the settings of a file are checked against.
struct SettingContext {
    enum Kind {
        case scenario
        /// Written for several scenarios, so that it may speak of more than this one has.
        case package
        case catalogue
    }

    let kind: Kind
    /// The layer that the settings belong to.
    let layer: String
    /// The file they stand in.
    let file: String
    let catalogue: Catalogue
    let lawPaths: Set<String>
    /// What the file speaks of, to check its own lines against.
    let reach: ScenarioReach
    /// What the scenario asked for speaks of, to pick the rows of tables.
    let tables: ScenarioReach
    let locale: NumberLocale?

    /// Segments or purses that exist.
    func existing(_ scope: ParameterDefinition.Scope) -> [String] {
        switch scope {
        case .region: []
        case .segment: catalogue.segments.map(\.id.name)
        case .purse: catalogue.fundingSources.map(\.id.name)
        }
    }
}

/// What the catalogues of the data directory define.
public struct Catalogue: Sendable {
    /// The folder they were read from.
    public let data: DataDirectory
    public let regions: RegionTable
    /// In the order of the file.
    public let segments: [Segment]
    /// In the order of the file.
    public let fundingSources: [FundingSource]
    /// Default settings of segments and purses: the lowest layers of every scenario.
    public let layers: [Layer]

    /// The segment with that identifier.
    public func segment(_ id: String) -> Segment? { segments.first { $0.id.name == id } }

    /// The purse with that identifier.
    public func fundingSource(_ id: String) -> FundingSource? {
        fundingSources.first { $0.id.name == id }
    }
}
