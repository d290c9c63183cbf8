import Analysis
import Formats
import Policy
import Quantities

/// What a scenario file may hold, as a JSON Schema (draft 7), for editors that complete and check
/// YAML by one.
///
/// Every key, unit, word and meaning in it comes of the catalogue of parameters, the law and the
/// data folder in use. A file that it refuses is refused by the reader too; what stands in tables
/// and other files, and what goes together in a scenario, the reader alone can tell.
///
///     # yaml-language-server: $schema=skenario.schema.json
///     name: dasar
///
/// YAML tells numbers from texts and Indonesian marks do not: `1.200` is a number of YAML, and in a
/// file that declares `id-ID` it is twelve hundred. Ranges of numbers are held in other files only.
package struct ScenarioSchema {
    let catalogue: Catalogue
    /// Paths of the law, without `law.`, and what each counts in.
    let lawUnits: [String: Unit]

    /// - Parameters:
    ///   - catalogue: the regions, segments and purses that exist.
    ///   - lawUnits: `LawTree.units` of the law in force.
    package init(catalogue: Catalogue, lawUnits: [String: Unit]) {
        self.catalogue = catalogue
        self.lawUnits = lawUnits
    }

    /// How such a file begins.
    package static let mark = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "lindung
        """

    package var document: JSONValue {
        [
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": .text("lindung \(ProgramVersion.current)"),
            "description": Self.both(
                Phrase(
                    id: "Skenario Lindung, atau paket yang dilapiskan di atasnya.",
                    en: "A scenario of Lindung, or a package laid over one.")),
            "if": ["required": ["package"]],
            "then": Self.definition("package"),
            "else": Self.definition("scenario"),
            "definitions": .object(definitions),
        ]
    }

    typealias Member = (name: String, value: JSONValue)

    private var definitions: [Member] {
        var found: [Member] = [("scenario", scenario), ("package", package)]
        for role in ParameterDefinition.Role.inFileOrder {
            found.append((role.section, section(role)))
            if role != .law { found.append(("digits." + role.section, digits(role))) }
        }
        for known in Parameters.catalogue { found.append((known.path, parameter(known))) }
        return found + entries + shared
    }

    // MARK: Files

    private var scenario: JSONValue {
        [
            "type": "object", "additionalProperties": false, "properties": .object(fields),
            "required": ["name", "title"],
            "allOf": [
                [
                    "if": ["anyOf": [["required": ["extends"]], ["required": ["stage"]]]],
                    "then": ["not": ["required": ["extends", "stage"]]],
                    "else": ["required": .texts(ScenarioChain.inherited)],
                ], ranges,
            ],
        ]
    }

    private var package: JSONValue {
        let members = PackageReader.fields.map { name -> Member in
            (name, name == "package" ? Self.definition("name") : field(name))
        }
        return [
            "type": "object", "additionalProperties": false, "properties": .object(members),
            "required": ["package"], "allOf": [ranges],
        ]
    }

    /// The ranges of numbers, in files that do not write them as Indonesian.
    private var ranges: JSONValue {
        let sections = ParameterDefinition.Role.inFileOrder.filter { $0 != .law }
            .map { role -> Member in
                (role.section, Self.definition("digits." + role.section))
            }
        return [
            "if": [
                "properties": ["locale": ["const": .text(NumberLocale.indonesian.rawValue)]],
                "required": ["locale"],
            ],
            "else": ["properties": .object(sections)],
        ]
    }

    /// The fields of a scenario, in the order in which files have them.
    private var fields: [Member] {
        ScenarioChain.fields.map { name -> Member in (name, field(name)) }
    }

    /// What may stand behind a field.
    private func field(_ name: String) -> JSONValue {
        switch name {
        case "regions": Self.oneOrMore(Self.definition("region"))
        case "segments": Self.oneOrMore(["enum": .texts(catalogue.segments.map(\.id.name))])
        case "purses": Self.oneOrMore(["enum": .texts(catalogue.purses.map(\.id.name))])
        case "extends": Self.definition("text")
        case "packages": ["type": ["string", "array", "null"], "items": Self.definition("text")]
        case "stage":
            [
                "type": "string",
                "pattern": .text(
                    "^[^#]+#("
                        + BudgetStage.allCases.filter { $0 != .realisation }.map(\.rawValue)
                        .joined(separator: "|") + ")$"),
            ]
        case "cohorts": Self.table(["group": Self.definition("text")])
        case "transitions": Self.table([:])
        case "correlations": ["type": ["array", "null"], "items": Self.definition("correlation")]
        case "try": tried
        case "expect": Self.expectations
        case "description": true
        default: Self.definition(name)
        }
    }

    /// A table without a column of values.
    private static func table(_ others: JSONValue) -> JSONValue {
        let fields: JSONValue = ["table": definition("text"), "locale": definition("locale")]
        return [
            "type": "object", "additionalProperties": false, "required": ["table"],
            "properties": fields.with(others),
        ]
    }

    /// Statements with their reasons; what a statement may say is no pattern of text.
    private static let expectations: JSONValue = [
        "type": "array", "minItems": 1,
        "items": [
            "type": "object", "additionalProperties": false,
            "required": .texts(ExpectationReader.fields),
            "properties": ["that": definition("text"), "because": definition("title")],
        ],
    ]

    private var tried: JSONValue {
        let keys = Parameters.catalogue.filter { $0.role == .lever }.map { lever in
            Self.escaped(lever.path)
                + (lever.scope == .region ? "" : "\\.(" + members(lever.scope) + ")")
        }
        let (least, most) = (TriedLeverReader.count.lowerBound, TriedLeverReader.count.upperBound)
        return [
            "type": "array", "minItems": .number(Double(least)), "maxItems": .number(Double(most)),
            "uniqueItems": true,
            "items": [
                "type": "string",
                "pattern": .text("^(" + keys.joined(separator: "|") + ")(@.+)?$"),
            ],
        ]
    }

    // MARK: Sections

    /// A section: each key, with each segment or purse, and with any region behind them.
    private func section(_ role: ParameterDefinition.Role) -> JSONValue {
        if role == .law { return law }
        let parameters = Parameters.catalogue.filter { $0.role == role }
        let keys = parameters.flatMap { parameter in
            [parameter.path] + identifiers(parameter.scope).map { parameter.path + "." + $0 }
        }
        let known = keys.map { key -> Member in
            (key, Self.definition(Parameters.definition(in: key)?.0.path ?? key))
        }
        let placed = parameters.map { parameter -> Member in
            let member =
                parameter.scope == .region ? "" : "(\\.(\(members(parameter.scope))))?"
            return (
                "^\(Self.escaped(parameter.path))\(member)@", Self.definition(parameter.path)
            )
        }
        return [
            "type": ["object", "null"], "additionalProperties": false,
            "propertyNames": ["pattern": .text("^[^@]+(@(" + regionPattern + "))?$")],
            "properties": .object(known), "patternProperties": .object(placed),
        ]
    }

    private var law: JSONValue {
        let paths = lawUnits.sorted { $0.key < $1.key }.map { path, unit -> Member in
            (path, Self.definition("entry.law.\(unit)"))
        }
        return [
            "type": ["object", "null"], "additionalProperties": false,
            "properties": .object(paths),
        ]
    }

    /// The ranges of a section's numbers; words have none.
    private func digits(_ role: ParameterDefinition.Role) -> JSONValue {
        let ranges = Parameters.catalogue.compactMap { parameter -> Member? in
            guard parameter.role == role, let range = Self.digits(of: parameter) else { return nil }
            return ("^\(Self.escaped(parameter.path))([.@]|$)", range)
        }
        return ["patternProperties": .object(ranges)]
    }

    /// A parameter: what it is in both languages, then what an entry of its kind may hold.
    private func parameter(_ parameter: ParameterDefinition) -> JSONValue {
        [
            "description": Self.both(Self.meaning(of: parameter)),
            "allOf": [Self.definition("entry." + Self.kind(of: parameter))],
        ]
    }

    private func identifiers(_ scope: ParameterDefinition.Scope) -> [String] {
        switch scope {
        case .region: []
        case .segment: catalogue.segments.map(\.id.name)
        case .purse: catalogue.purses.map(\.id.name)
        }
    }

    private func members(_ scope: ParameterDefinition.Scope) -> String {
        identifiers(scope).map(Self.escaped).joined(separator: "|")
    }
}

extension ScenarioSchema {
    static func definition(_ name: String) -> JSONValue {
        ["$ref": .text("#/definitions/" + name.replacing("/", with: "~1"))]
    }

    /// A text in both languages, Indonesian first.
    static func both(_ phrase: Phrase) -> JSONValue {
        .text(
            phrase.indonesian == phrase.english
                ? phrase.indonesian : phrase.indonesian + "\n\n" + phrase.english)
    }

    /// One, or a list of different ones that is not empty.
    static func oneOrMore(_ one: JSONValue) -> JSONValue {
        [
            "if": ["type": "array"],
            "then": ["items": one, "minItems": 1, "uniqueItems": true], "else": one,
        ]
    }

    /// A text as a regular expression has it.
    static func escaped(_ text: String) -> String { text.replacing(".", with: "\\.") }

    /// What a parameter is, whose it is and in what it counts.
    private static func meaning(of parameter: ParameterDefinition) -> Phrase {
        var units = [parameter.standardUnit]
        if case .number(let accepted, _) = parameter.domain { units = accepted }
        return Phrase { language in
            let names = units.filter { $0 != .word }.map { $0.name[language] }
            let counted = names.isEmpty ? "" : " [" + names.joined(separator: " | ") + "]"
            let place = parameter.role.name[language] + ", " + parameter.scope.name[language]
            return "\(parameter.meaning[language])\(counted) (\(place))"
        }
    }
}
