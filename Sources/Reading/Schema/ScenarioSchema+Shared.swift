import Forecasting
import Formats
import Policy
import Quantities

/// Parts of a scenario's schema that others refer to.
extension ScenarioSchema {
    var shared: [Member] {
        [
            ("rules", Self.rules), ("distribution", Self.distribution), ("forecast", forecast),
            ("correlation", correlation), ("region", region), ("title", title),
            ("horizon", horizon),
            ("locale", ["enum": .texts(NumberLocale.allCases.map(\.rawValue))]),
            ("name", Self.text), ("text", Self.text),
            ("number", ["type": ["number", "string"], "pattern": "^-?[0-9]"]),
            (
                "date",
                [
                    "type": ["integer", "string"],
                    "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2]))?$", "minimum": 1, "maximum": 9999,
                ]
            ),
        ]
    }

    /// A text of some characters, none of which steers a terminal.
    private static let text: JSONValue = [
        "type": ["string", "number"], "minLength": 1,
        "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    ]

    // MARK: Entries

    /// Which fields of an entry go together.
    private static var rules: JSONValue {
        let verbs = SettingReader.verbs.map(has)
        let drawn: JSONValue = ["required": ["distribution"], "not": ["anyOf": .list(verbs)]]
        let spreads: JSONValue = ["not": ["anyOf": [has("range"), has("distribution")]]]
        let dated = without(["from", "until", "distribution", "saturation"])
        return [
            "oneOf": .list(verbs + [drawn]),
            "dependencies": [
                "values": [
                    "allOf": [
                        without(["from"]),
                        [
                            "if": ["properties": ["values": ["minProperties": 2]]],
                            "then": spreads,
                        ],
                    ]
                ],
                "table": ["allOf": [["required": ["column"]], dated]], "forecast": dated,
                "range": without(["distribution"]), "valid_until": ["as_of"],
                "saturation": [
                    "required": ["unit"], "properties": ["unit": ["const": "share"]],
                    "anyOf": [has("value"), has("values")],
                ],
            ],
            "if": ["required": ["value"], "properties": ["value": ranged]], "then": spreads,
        ]
    }

    /// A text with a range in it.
    private static var ranged: JSONValue { ["type": "string", "pattern": "\\.\\."] }

    private static func has(_ field: String) -> JSONValue { ["required": [.text(field)]] }

    private static func without(_ fields: [String]) -> JSONValue {
        ["not": ["anyOf": .list(fields.map(has))]]
    }

    /// One form with its numbers.
    private static var distribution: JSONValue {
        let weights: JSONValue = [
            "type": "object", "minProperties": 1, "additionalProperties": definition("number"),
        ]
        let observed: JSONValue = [
            "additionalProperties": false, "required": ["table", "column"],
            "properties": [
                "table": definition("text"), "column": definition("text"),
                "locale": definition("locale"),
            ],
        ]
        let forms = DistributionReader.Form.allCases.map { form -> Member in
            let numbers: JSONValue = [
                "type": "array", "minItems": 1, "items": definition("number"),
            ]
            let counts = form.counts.map { count -> JSONValue in
                ["minItems": .number(Double(count)), "maxItems": .number(Double(count))]
            }
            let counted = counts.isEmpty ? numbers : numbers.with(["anyOf": .list(counts)])
            return switch form {
            case .choice: (form.rawValue, weights)
            case .empirical:
                (
                    form.rawValue,
                    ["if": ["type": "object"], "then": observed, "else": numbers]
                )
            default: (form.rawValue, counted)
            }
        }
        return [
            "type": "object", "additionalProperties": false, "minProperties": 1,
            "maxProperties": 1, "properties": .object(forms),
        ]
    }

    private var forecast: JSONValue {
        let fields = ForecastEntry.fields.map { name -> Member in
            switch name {
            case "method": (name, ["enum": .texts(MethodName.allCases.map(\.rawValue))])
            case "locale": (name, Self.definition("locale"))
            default: (name, Self.definition("text"))
            }
        }
        return [
            "type": "object", "additionalProperties": false, "required": ["table", "column"],
            "properties": .object(fields),
        ]
    }

    // MARK: Headers

    private var correlation: JSONValue {
        [
            "type": "object", "additionalProperties": false, "required": ["between", "rank"],
            "properties": [
                "between": [
                    "type": "array", "minItems": 2, "maxItems": 2, "uniqueItems": true,
                    "items": Self.definition("text"),
                ],
                "rank": [
                    "type": ["number", "string"], "minimum": -1, "maximum": 1,
                    "pattern": "^-?[0-9][0-9.,]* ?%?$",
                ],
                "source": Self.definition("text"), "note": true,
            ],
        ]
    }

    private var title: JSONValue {
        let languages = Language.allCases.map(\.rawValue)
        return [
            "if": ["type": "object"],
            "then": [
                "additionalProperties": false, "required": .texts(languages),
                "properties": .object(languages.map { ($0, Self.definition("text")) }),
            ],
            "else": Self.definition("text"),
        ]
    }

    private var horizon: JSONValue {
        [
            "type": "object", "additionalProperties": false, "required": ["from", "until"],
            "properties": ["from": Self.month, "until": Self.month],
        ]
    }

    /// A region by its code or name. Of codes that YAML takes for numbers, `35.10` too, the numbers
    /// that they become.
    private var region: JSONValue {
        let numbers = Set(regionCodes.compactMap { Double($0) })
        return [
            "if": ["type": "number"],
            "then": ["enum": .list(numbers.sorted().map(JSONValue.number))],
            "else": ["type": "string", "pattern": .text("^(" + regionPattern + ")$")],
        ]
    }

    /// Codes that exist, and whatever may be a name.
    var regionPattern: String {
        (regionCodes.map(Self.escaped) + [".*[A-Za-z].*"]).joined(separator: "|")
    }

    /// Of the nation, of regions, and those of BPS that mean one.
    private var regionCodes: [String] {
        let regions = catalogue.regions
        let own = regions.regions.map(\.code.code)
        let others = regions.regions.compactMap(\.bpsCode).filter {
            !own.contains($0) && (try? regions.code(of: $0)) != nil
        }
        return [RegionCode.indonesia.code] + own + others
    }
}
