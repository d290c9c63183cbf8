/// A JSON document as a value, for those that are put together out of parts.
///
///     let schema: JSONValue = ["type": "object", "required": ["name"]]
///
/// Members keep the order in which they are written. Results of many rows are written by
/// ``JSONWriter`` as they come, without a value of them.
package indirect enum JSONValue: Sendable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([JSONValue])
    case object([(name: String, value: JSONValue)])

    /// The members of an object, others behind them.
    package func with(_ others: JSONValue) -> JSONValue {
        guard case .object(let own) = self, case .object(let more) = others else { return self }
        return .object(own + more)
    }

    package static func texts(_ texts: some Sequence<String>) -> JSONValue {
        .list(texts.map(JSONValue.text))
    }

    /// The document as text, lists and objects of plain values on one line.
    package var bytes: [UInt8] {
        var json = JSONWriter()
        write(&json)
        json.finish()
        return json.bytes
    }

    /// Whether it stands on one line: a plain value, or a group of few of them.
    private var isShort: Bool {
        switch self {
        case .text, .number, .flag: true
        case .list(let items): items.allSatisfy(\.isPlain)
        case .object(let members): members.count < 4 && members.allSatisfy(\.value.isShortest)
        }
    }

    private var isPlain: Bool {
        switch self {
        case .text, .number, .flag: true
        case .list, .object: false
        }
    }

    private var isShortest: Bool {
        if case .list(let items) = self {
            items.count < 3 && items.allSatisfy(\.isPlain)
        } else {
            isPlain
        }
    }

    private func write(_ json: inout JSONWriter) {
        switch self {
        case .text(let text): json.value(text)
        case .number(let number):
            if let whole = Int64(exactly: number) { json.value(whole) } else { json.value(number) }
        case .flag(let flag): json.value(flag)
        case .list(let items):
            json.array(inline: isShort) { for item in items { item.write(&$0) } }
        case .object(let members):
            json.object(inline: isShort) { json in
                for member in members {
                    json.key(member.name)
                    member.value.write(&json)
                }
            }
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
    package init(integerLiteral number: Int) { self = .number(Double(number)) }
}

extension JSONValue: ExpressibleByBooleanLiteral {
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension JSONValue: ExpressibleByArrayLiteral {
    package init(arrayLiteral items: JSONValue...) { self = .list(items) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { (name: $0.0, value: $0.1) })
    }
}
