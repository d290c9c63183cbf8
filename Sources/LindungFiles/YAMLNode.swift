/// A node of a YAML file with its place; aliases and merge keys are worked out.
///
/// All scalars are texts here, as they stand in the file: `35.10` keeps its zero, `no` is not a
/// flag, and `2025-01` is not a date. What a text means is decided by what it is for.
struct YAMLNode {
    /// The shapes of YAML.
    enum Content {
        /// Nothing, `~` or `null`.
        case null
        /// A text, and whether it stands in quotes.
        case scalar(String, isQuoted: Bool)
        /// A list.
        case sequence([YAMLNode])
        /// Keys with values, in the order of the file.
        case mapping([YAMLEntry])
    }

    /// What the node holds.
    ///
    /// Whoever reads the node judges whether its shape fits; the reader of YAML accepts them all.
    let content: Content
    /// Where the node begins; for an alias, where its anchor stands.
    let position: Position

    /// The text of a scalar; nil for anything else.
    var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// The entries of a mapping; nil for anything else.
    var entries: [YAMLEntry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The items of a sequence; nil for anything else.
    var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// Whether the node holds nothing.
    var isNull: Bool {
        if case .null = content { true } else { false }
    }

    /// The entry with that key.
    subscript(key: String) -> YAMLEntry? { entries?.first { $0.key == key } }
}

/// A key of a mapping with its value.
struct YAMLEntry {
    /// The key as text.
    let key: String
    /// The place of the key.
    let position: Position
    /// What stands behind the colon.
    let value: YAMLNode
}

extension YAMLNode {
    /// What commas inside braces cut apart, each with the entry where it goes on: `{ value: 9,99 }`
    /// is a field `value` with 9 and a field `99` with nothing behind it.
    var cutNumbers: [(entry: YAMLEntry, whole: String)] {
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
    /// Whether the entry is what a comma inside braces leaves of a number.
    var isCutOff: Bool { key.first?.isNumber == true && value.isNull }
}
