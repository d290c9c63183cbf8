import Policy
import Quantities

/// What the settings of a file are checked against.
struct SettingContext {
    /// What sort of file the settings stand in; it decides how strict the checks are.
    enum Kind {
        /// Speaks of its own scenario only.
        case scenario
        /// Written for several scenarios, so that it may speak of more than this one has.
        case package
        /// Speaks of everything that exists.
        case catalogue
    }

    /// What sort of file it is.
    let kind: Kind
    /// The layer that the settings belong to.
    let layer: String
    /// The file they stand in.
    let file: String
    /// What exists.
    let catalogue: Catalogue
    /// What of the law may be changed, without `law.`, and what it counts in.
    let lawUnits: [String: Unit]
    /// What the file speaks of, to check its own lines against.
    ///
    /// It differs from `tables` in a parent, whose own lines may speak of more than its child does.
    let reach: ScenarioReach
    /// What the scenario asked for speaks of, to pick the rows of tables.
    let tables: ScenarioReach
    /// How the file writes numbers; nil where it does not say.
    var locale: NumberLocale?
    /// Whether its numbers are points of a sweep.
    var isDrawn = false

    /// Segments or purses that exist.
    func existing(_ scope: ParameterDefinition.Scope) -> [String] {
        switch scope {
        case .region: []
        case .segment: catalogue.segments.map(\.id.name)
        case .purse: catalogue.fundingSources.map(\.id.name)
        }
    }
}
