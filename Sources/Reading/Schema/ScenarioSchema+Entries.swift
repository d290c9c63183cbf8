import Formats
import Policy
import Quantities

/// What may stand behind a key: a value alone, or a mapping with the fields of entries.
extension ScenarioSchema {
    /// Parameters of one kind have entries of one shape; their ranges stand apart.
    static func kind(of parameter: ParameterDefinition) -> String {
        switch parameter.domain {
        case .number(let units, _):
            units.map { "\($0)" }.joined(separator: "-")
                + (countsMeans(parameter) ? "-mean" : "") + (isSigned(parameter) ? "-signed" : "")
        case .flag: "flag"
        case .word(let words), .words(let words):
            (isList(parameter) ? "words." : "word.") + words.joined(separator: "-")
        case .purses: "purses"
        case .purse: "purse"
        }
    }

    /// Whether a key counts few persons on average, with decimals.
    static func countsMeans(_ parameter: ParameterDefinition) -> Bool {
        guard case .number(let units, let range) = parameter.domain else { return false }
        return units == [.person] && range.upperBound <= 100
    }

    private static func isSigned(_ parameter: ParameterDefinition) -> Bool {
        if case .number(_, let range) = parameter.domain { range.lowerBound < 0 } else { false }
    }

    private static func isList(_ parameter: ParameterDefinition) -> Bool {
        if case .words = parameter.domain { true } else { false }
    }

    /// An entry for each kind of parameter, and for each unit of the law.
    var entries: [Member] {
        var found: [Member] = []
        for parameter in Parameters.catalogue {
            let name = "entry." + Self.kind(of: parameter)
            guard !found.contains(where: { $0.name == name }) else { continue }
            found.append((name, entry(parameter)))
        }
        let units = Set(lawUnits.values).sorted { $0.rawValue < $1.rawValue }
        return found + units.map { unit -> Member in ("entry.law.\(unit)", Self.lawEntry(unit)) }
    }

    private func entry(_ parameter: ParameterDefinition) -> JSONValue {
        let purses = catalogue.purses.map(\.id.name)
        return switch parameter.domain {
        case .number(let units, _): Self.numeric(units, parameter)
        case .flag: Self.chosen([true, false, "true", "false"], ["true", "false"], .flag)
        case .word(let words): Self.chosen(Self.words(words), words, .word)
        case .words(let words): Self.entry(Self.listed(words), Self.choice(nil), units: [.word])
        case .purses: Self.entry(Self.listed(purses), Self.choice(nil), units: [.word])
        case .purse: Self.chosen(Self.words(purses), purses, .word)
        }
    }

    private static func words(_ words: [String]) -> [JSONValue] { words.map(JSONValue.text) }

    private static func chosen(
        _ values: [JSONValue], _ words: [String], _ unit: Unit
    ) -> JSONValue {
        entry(["enum": .list(values)], choice(words), units: [unit])
    }

    /// Some of the words, each once; one of them is a list of one.
    private static func listed(_ words: [String]) -> JSONValue {
        [
            "if": ["type": "array"],
            "then": ["items": ["enum": .texts(words)], "uniqueItems": true],
            "else": ["enum": .texts(words)],
        ]
    }

    /// The distribution of words; nil for lists of them, which stand with blanks between.
    private static func choice(_ words: [String]?) -> JSONValue {
        let names: JSONValue = words.map { ["propertyNames": ["enum": .texts($0)]] } ?? [:]
        let weights: JSONValue = [
            "type": "object", "minProperties": 1,
            "additionalProperties": definition("number"),
        ]
        return [
            "type": "object", "additionalProperties": false, "required": ["choice"],
            "properties": ["choice": weights.with(names)],
        ]
    }

    // MARK: Numbers

    private static func numeric(_ units: [Unit], _ parameter: ParameterDefinition) -> JSONValue {
        let isMean = countsMeans(parameter)
        let sign = isSigned(parameter) ? "-?" : ""
        let one = units.map { "\(sign)(\(pattern($0, isMean: isMean)))" }
        let shift = units.contains(.person) && !isMean ? pattern(.rupiah) : one[0]
        let fields: JSONValue = [
            "scale": spread([pattern(.factor)]).with(["minimum": 0]),
            "add": spread([shift], isSigned: true),
            "range": ["type": "string", "pattern": .text(ranged(one))],
            "forecast": definition("forecast"),
        ]
        let saturation: JSONValue =
            units == [.person, .share]
            ? ["saturation": number([pattern(.share)]).with(["exclusiveMinimum": 0, "maximum": 1])]
            : [:]
        return entry(
            number(one), definition("distribution"), value: spread(one),
            bare: spread([one[0]]), units: units, fields.with(saturation))
    }

    private static func lawEntry(_ unit: Unit) -> JSONValue {
        let text = pattern(unit)
        let value: JSONValue = [
            "type": ["number", "string", "boolean"], "minimum": 0,
            "pattern": .text("^(true|false|(\(text))( *\\.\\. *(\(text)))?)$"),
        ]
        return entry(
            value, definition("distribution"), units: [unit],
            [
                "scale": spread([pattern(.factor)]).with(["minimum": 0]),
                "add": spread([text], isSigned: true),
                "range": ["type": "string", "pattern": .text(ranged([text]))],
                "forecast": definition("forecast"),
            ])
    }

    /// The shape of an entry: a value alone, or a mapping.
    ///
    /// - Parameters:
    ///   - one: a value, as it stands in `values`.
    ///   - value: a value or a range of them behind `value`; as `one` where nil.
    ///   - bare: the same behind the key itself, where the first unit holds.
    ///   - others: fields that only some kinds have.
    private static func entry(
        _ one: JSONValue, _ distribution: JSONValue, value: JSONValue? = nil,
        bare: JSONValue? = nil, units: [Unit], _ others: JSONValue = [:]
    ) -> JSONValue {
        let values: JSONValue = [
            "type": "object", "minProperties": 1, "propertyNames": month,
            "additionalProperties": one,
        ]
        let own: JSONValue = [
            "value": value ?? one, "values": values, "distribution": distribution,
            "unit": ["enum": .texts(units.map(\.rawValue))],
        ]
        let fields = own.with(others).with(common)
        return [
            "if": ["type": "object"],
            "then": [
                "additionalProperties": false, "properties": fields,
                "allOf": [definition("rules")],
            ],
            "else": bare ?? one,
        ]
    }

    /// Fields that every entry may have.
    private static var common: JSONValue {
        [
            "table": definition("text"), "column": definition("text"),
            "locale": definition("locale"), "from": month, "until": month,
            "mark": ["enum": .texts(EvidenceMark.allCases.map(\.rawValue))],
            "source": true, "as_of": definition("date"),
            "valid_until": definition("date"), "borrowed_from": definition("region"),
            "note": true,
        ]
    }

    static let month: JSONValue = ["type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"]

    // MARK: Texts of numbers

    /// A number in a unit as a text: whole where it counts, with `Rp` where it is money, with `%`
    /// where it is relative.
    private static func pattern(_ unit: Unit, isMean: Bool = false) -> String {
        let groups = "[0-9]{1,3}([.,][0-9]{3})+|[0-9]+"
        if unit.isCount { return "[0-9]+([.,]0+)?" }
        if unit == .person, !isMean { return "(\(groups))([.,]0+)?" }
        let digits = "[0-9][0-9.,]*([eE][-+]?[0-9]+)?"
        if unit.isMoney { return "((Rp|IDR|rp|idr)\\.? ?)?\(digits)([.,]-{1,2})?" }
        return unit.isRelative ? "\(digits) ?%?" : digits
    }

    /// A number alone, as a number of YAML or a text.
    private static func number(_ texts: [String]) -> JSONValue {
        ["type": ["number", "string"], "pattern": .text("^(\(texts.joined(separator: "|")))$")]
    }

    /// A number, or a range of two.
    private static func spread(_ texts: [String], isSigned: Bool = false) -> JSONValue {
        let one = (isSigned ? "-?" : "") + "(\(texts.joined(separator: "|")))"
        return ["type": ["number", "string"], "pattern": .text("^\(one)( *\\.\\. *\(one))?$")]
    }

    private static func ranged(_ texts: [String]) -> String {
        let one = "(\(texts.joined(separator: "|")))"
        return "^\(one) *\\.\\. *\(one)$"
    }

    // MARK: Ranges

    /// The range of a parameter's numbers in each unit; nil where it has none.
    static func digits(of parameter: ParameterDefinition) -> JSONValue? {
        guard case .number(let units, let range) = parameter.domain else { return nil }
        let isMean = countsMeans(parameter)
        let limits = units.map { limit($0, range, isMean: isMean) }
        var mapping: JSONValue?
        for (unit, limit) in zip(units, limits).reversed() {
            let own: JSONValue = [
                "properties": [
                    "value": limit,
                    "values": ["if": ["type": "object"], "then": ["additionalProperties": limit]],
                ]
            ]
            // The first unit holds where none is named.
            mapping =
                mapping.map { others -> JSONValue in
                    [
                        "if": ["properties": ["unit": ["const": .text(unit.rawValue)]]],
                        "then": own, "else": others,
                    ]
                } ?? own
        }
        return ["if": ["type": "object"], "then": mapping ?? [:], "else": limits[0]]
    }

    /// Numbers of YAML within a range, whole where parts make no sense; texts as the unit has them.
    private static func limit(
        _ unit: Unit, _ full: ClosedRange<Double>, isMean: Bool
    ) -> JSONValue {
        let range = unit == .share ? 0...1 : full
        let isWhole = unit.isCount || unit == .person && !isMean
        let ends: JSONValue = [
            "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
        ]
        let sign = full.lowerBound < 0 ? "-?" : ""
        let one = "\(sign)(\(pattern(unit, isMean: isMean)))"
        return [
            "if": ["type": "number"],
            "then": isWhole ? ends.with(["type": "integer"]) : ends,
            "pattern": .text("^\(one)( *\\.\\. *\(one))?$"),
        ]
    }
}
