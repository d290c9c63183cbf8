import Formats
import Policy
import Quantities

/// What the settings of a file are checked against.
struct SettingContext {
    enum Kind {
        /// Speaks of its own scenario only.
        case scenario
        /// Written for several scenarios, so that it may speak of more than this one has.
        case package
        case catalogue
    }

    let kind: Kind
    let layer: String
    let file: String
    let catalogue: Catalogue
    /// What of the law may be changed, without `law.`, and what it counts in.
    let lawUnits: [String: Unit]
    /// What the file speaks of, to check its own lines against.
    ///
    /// It differs from `tables` in a parent, whose own lines may speak of more than its child does.
    let reach: ScenarioReach
    let tables: ScenarioReach
    /// How the file writes numbers; nil where it does not say.
    var locale: NumberLocale?
    var isDrawn = false
    var whole: String?

    func existing(_ scope: ParameterDefinition.Scope) -> [String] {
        switch scope {
        case .region: []
        case .segment: catalogue.segments.map(\.id.name)
        case .purse: catalogue.purses.map(\.id.name)
        }
    }
}

extension SettingContext {
    /// A key as its section writes it, and the section; one of the law begins with `law.`, as
    /// messages and tables write it, and an unknown key counts as a lever.
    func section(of key: String) -> (key: String, role: ParameterDefinition.Role) {
        let name = String(key.prefix { $0 != "@" })
        if name.hasPrefix("law.") { return (String(key.dropFirst(4)), .law) }
        if let (definition, _) = Parameters.definition(in: name) {
            return (key, definition.role)
        }
        return (key, lawUnits[name] == nil ? .lever : .law)
    }

    /// How a table writes numbers that an entry names; nothing at all where the entry's own
    /// `locale` is faulty.
    ///
    /// The entry says, or else: shipped tables and those that the program wrote have decimal
    /// points, whatever the file that names them; a table beside a file is written as the file is.
    func locale(of path: String, in entry: YAMLNode, _ session: ReadingSession) -> NumberLocale?? {
        if let field = entry["locale"] {
            return LocaleReader(session: session).locale(field.value).map { .some($0) }
        }
        let isBeside = path.hasPrefix("./") || path.hasPrefix("../")
        guard isBeside, !session.isResult(tablePath(path)) else { return .some(.english) }
        return .some(locale)
    }

    /// Where a table is that the file names: beside the file after `./` or `../`, else in the data
    /// directory.
    func tablePath(_ path: String) -> String {
        isShipped(path)
            ? FilePath.join(catalogue.folder, path) : FilePath.join(FilePath.folder(of: file), path)
    }

    func isShipped(_ path: String) -> Bool {
        !path.hasPrefix("./") && !path.hasPrefix("../")
    }
}

extension Position {
    /// The place where a value was set.
    ///
    /// Values that nobody wrote, such as standards, have line 0 and an empty file.
    init(_ provenance: Provenance) {
        self.init(file: provenance.file, line: provenance.line, column: provenance.column)
    }
}

extension Provenance {
    /// Where something stands that is no value: the name of a stage.
    convenience init(_ position: Position) {
        self.init(file: position.file, line: position.line, column: position.column, layer: "")
    }
}
