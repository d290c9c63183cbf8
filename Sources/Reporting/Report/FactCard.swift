import Quantities

/// What is known of one value, one fact a line.
///
///     nilai             4.098 orang
///     berlaku sejak     2025-01
///     menggantikan      - dasar, notebooks-data/workforce/workforce.csv:80
///                       - standard
struct FactCard: Sendable {
    /// A fact: what it is called, and what it says.
    struct Fact: Sendable {
        let label: Phrase
        /// One text, or several that stand below each other.
        let texts: [Phrase]
        let isList: Bool
    }

    private static let gap = 2

    private(set) var facts: [Fact] = []

    /// Adds a fact; one without a text is left out.
    mutating func add(_ label: Phrase, _ text: Phrase?) {
        guard let text, !text.indonesian.isEmpty else { return }
        facts.append(Fact(label: label, texts: [text], isList: false))
    }

    mutating func add(_ label: Phrase, _ text: String?) {
        add(label, text.map { text in Phrase { _ in text } })
    }

    /// Adds a list; an empty one is left out.
    mutating func add(_ label: Phrase, list: [Phrase]) {
        guard !list.isEmpty else { return }
        facts.append(Fact(label: label, texts: list, isList: true))
    }

    /// The card as lines of at most `width` characters, as far as words allow.
    func text(in language: Language, width: Int) -> String {
        let labels = facts.map { $0.label[language] }
        let indent = (labels.map(\.count).max() ?? 0) + Self.gap
        var lines: [String] = []
        for (fact, label) in zip(facts, labels) {
            let body = fact.texts.flatMap { text in
                let mark = fact.isList ? "- " : ""
                let wrapped = TerminalTable.wrapped(
                    text[language], to: max(20, width - indent - mark.count))
                return wrapped.enumerated().map { index, line in
                    (index == 0 ? mark : String(repeating: " ", count: mark.count)) + line
                }
            }
            for (index, line) in body.enumerated() {
                let start = index == 0 ? label : ""
                lines.append(TerminalTable.padded(start, to: indent, right: false) + line)
            }
        }
        return lines.joined(separator: "\n")
    }

    func markdown(in language: Language) -> String {
        let escaped = MarkdownWriter.escaped
        return facts.flatMap { fact in
            let label = "- **\(escaped(fact.label[language]))**:"
            let texts = fact.texts.map { escaped($0[language]) }
            return fact.isList
                ? [label] + texts.map { "  - " + $0 } : [label + " " + (texts.first ?? "")]
        }.joined(separator: "\n")
    }
}
