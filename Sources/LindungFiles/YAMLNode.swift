/// A node of a YAML file with its place; aliases and merge keys are worked out.
struct YAMLNode {
    enum Content {
        /// Nothing, `~` or `null`.
        case null
        case scalar(String, isQuoted: Bool)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
    }

    let content: Content
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

    var isNull: Bool {
        if case .null = content { true } else { false }
    }

    /// The entry with that key.
    subscript(key: String) -> YAMLEntry? { entries?.first { $0.key == key } }
}

/// A key of a mapping with its value.
struct YAMLEntry {
    let key: String
    /// The place of the key.
    let position: Position
    let value: YAMLNode
}
