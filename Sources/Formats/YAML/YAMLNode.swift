/// A node of a YAML file with its place; aliases and merge keys are worked out.
///
/// All scalars are texts here, as they stand in the file: `35.10` keeps its zero, `no` is not a
/// flag, and `2025-01` is not a date. What a text means is decided by what it is for.
package struct YAMLNode {
    package enum Content {
        case null
        case scalar(String, isQuoted: Bool)
        case sequence([YAMLNode])
        /// Keys with values, in the order of the file.
        case mapping([YAMLEntry])
    }

    /// What the node holds.
    ///
    /// Whoever reads the node judges whether its shape fits; the reader of YAML accepts them all.
    package let content: Content
    /// Where the node begins; for an alias, where its anchor stands.
    package let position: Position

    package init(content: Content, position: Position) {
        self.content = content
        self.position = position
    }

    /// The text of a scalar; nil for anything else.
    package var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// The entries of a mapping; nil for anything else.
    package var entries: [YAMLEntry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The items of a sequence; nil for anything else.
    package var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    package var isNull: Bool {
        if case .null = content { true } else { false }
    }

    package subscript(key: String) -> YAMLEntry? { entries?.first { $0.key == key } }
}

package struct YAMLEntry {
    package let key: String
    package let position: Position
    package let value: YAMLNode

    package init(key: String, position: Position, value: YAMLNode) {
        self.key = key
        self.position = position
        self.value = value
    }
}

extension YAMLNode {
    /// What commas inside braces cut apart, each with the entry where it goes on: `{ value: 9,99 }`
    /// is a field `value` with 9 and a field `99` with nothing behind it.
    package var cutNumbers: [(entry: YAMLEntry, whole: String)] {
        var found: [(entry: YAMLEntry, whole: String)] = []
        var last: String?
        for entry in entries ?? [] {
            guard entry.isCutOff else {
                last = entry.value.text
                continue
            }
            let whole = [last, entry.key].compactMap { $0 }.joined(separator: ",")
            if let previous = found.last, previous.whole == last {
                found[found.count - 1].whole = whole
            } else {
                found.append((entry, whole))
            }
            last = whole
        }
        return found
    }
}

extension YAMLEntry {
    package var isCutOff: Bool { key.first?.isNumber == true && value.isNull }
}
