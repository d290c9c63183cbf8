import Quantities
import Yams

/// Reads a YAML file into nodes that know their places, noting every fault.
///
/// The parser stops at its first fault, so a file with broken structure has one diagnostic. Two
/// keys of one name are not broken structure: each is told, and the rest of the file is read.
///
/// Meaning is left to others: every scalar stays the text that its author wrote. The parser's own
/// words for a fault are replaced by those of ``Phrase/syntax(_:context:openedAt:at:)``.
///
///     scenarios/x.yaml:14:1: galat: baris ini menjorok dengan tab
package struct YAMLReader {
    /// More nodes than any scenario has; aliases of aliases can name billions.
    ///
    /// Reading stops there, so a file of a few lines cannot take all memory.
    fileprivate static let nodeLimit = 200_000
    /// Bytes that are parsed again and again after keys that stand twice.
    private static let duplicateRoom = 8_000_000

    package let session: ReadingSession

    package init(session: ReadingSession) {
        self.session = session
    }

    /// The root of a file, which must be a mapping; nil where it cannot be read.
    ///
    /// Faults: the file cannot be read, told at `place`; it is empty, or holds comments only; its
    /// structure is broken, told where the parser stopped or where a quotation opens; a key stands
    /// twice, told at the second with the line of the first; the root is a list or a text; aliases
    /// make too many nodes.
    ///
    /// - Parameters:
    ///   - path: as its author named it, seen from the root of the session's files.
    ///   - place: the entry that names the file; nil for the file asked for.
    package func root(of path: String, namedAt place: Position? = nil) -> YAMLNode? {
        guard let source = session.source(path, namedAt: place) else { return nil }
        var text = source.text
        // A duplicate key stops the parser; each is noted and blanked, and the rest is read. After
        // a hundred of them reading ends, with nothing more to say; after fewer in a large file.
        let most = min(100, max(3, Self.duplicateRoom / max(1, text.utf8.count)))
        for _ in 0..<most {
            do {
                if let fault = try YAMLAliases.fault(in: text, limit: Self.nodeLimit) {
                    note(fault, path)
                    return nil
                }
                guard let node = try Yams.compose(yaml: text) else {
                    session.fault(Position(file: path), Phrase.emptyFile)
                    return nil
                }
                return mapping(YAMLConversion(session: session, source: source).convert(node))
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let duplicate = YAMLDuplicate(
                    key: keys.first ?? "", line: context.mark.line, column: context.mark.column)
                guard let rest = blank(duplicate, in: text, of: path) else { return nil }
                text = rest
            } catch {
                noteSyntax(error, in: source)
                return nil
            }
        }
        return nil
    }

    private func note(_ fault: YAMLAliases.Fault, _ file: String) {
        switch fault {
        case .tooLarge: session.fault(Position(file: file), Phrase.tooManyNodes)
        case .inKey(let line, let column):
            session.fault(
                Position(file: file, line: line, column: column), Phrase.keyNotText)
        }
    }

    /// The node where it is a mapping; a fault otherwise.
    ///
    /// An empty document is told as an empty file, since its author most likely forgot to save it.
    private func mapping(_ node: YAMLNode?) -> YAMLNode? {
        guard let node else { return nil }
        guard node.entries != nil else {
            if node.isNull {
                session.fault(Position(file: node.position.file), Phrase.emptyFile)
            } else {
                session.fault(
                    node.position,
                    Phrase(
                        id: "berkas ini bukan daftar 'kunci: nilai'",
                        en: "this file is not a list of 'key: value'"),
                    hint: Phrase(
                        id: "mulai dengan baris seperti 'name: dasar'",
                        en: "begin with a line such as 'name: base'"))
            }
            return nil
        }
        return node
    }

    /// Notes a duplicate and returns the text without its second writing, lines kept, so that the
    /// places of all later faults are still those of the file.
    ///
    /// - Returns: nil where the second writing cannot be taken out; reading then ends with this
    ///   fault.
    private func blank(_ duplicate: YAMLDuplicate, in text: String, of file: String) -> String? {
        let first = Position(file: file, line: duplicate.line, column: duplicate.column)
        guard let again = duplicate.secondLines(in: text) else {
            session.fault(
                first, Phrase.duplicateKey(duplicate.key),
                hint: Phrase(
                    id: "sisakan satu saja di dalam kurung kurawal ini",
                    en: "keep one inside these braces"))
            return nil
        }
        session.fault(
            Position(file: file, line: again.lowerBound, column: duplicate.column),
            Phrase.duplicateKey(duplicate.key), hint: Phrase.firstWritten(duplicate.line))
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for line in again { lines[line - 1] = "" }
        return lines.joined(separator: "\n")
    }

    /// Tells what the parser found, at the place where its author should look.
    ///
    /// Faults of scanner, parser and composer have a place; those of the reader, which are
    /// characters that YAML forbids, have an offset that is turned into a line. Anything else, such
    /// as a lack of memory, is told of the whole file.
    private func noteSyntax(_ error: any Error, in source: SourceText) {
        let file = source.file
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            // An open quotation is shown where it opens, not where the file ends.
            let opening = context.flatMap { $0.text.contains(Phrase.quotation) ? $0.mark : nil }
            let place = opening ?? mark
            let line = Swift.min(place.line, Swift.max(1, source.lines.count))
            let position = Position(file: file, line: line, column: place.column)
            let words = Phrase.syntax(
                problem, context: context?.text ?? "", openedAt: context?.mark.line,
                at: Self.character(in: source, position))
            session.fault(position, words.message, hint: words.hint)
        case YamlError.reader(_, let offset, _, _):
            let before = source.text.prefix(offset ?? 0)
            let line = before.filter { $0 == "\n" }.count + 1
            session.fault(
                Position(file: file, line: line, column: 1), Phrase.controlCharacter,
                hint: Phrase.removeCharacter)
        default:
            session.fault(
                Position(file: file),
                Phrase(
                    id: "susunan YAML berkas ini tidak dapat dibaca",
                    en: "this file cannot be read as YAML"))
        }
    }

    /// The character at a place, which tells tabs and forbidden beginnings apart.
    ///
    /// Nil beyond the end of the line or of the file.
    private static func character(in source: SourceText, _ position: Position) -> Character? {
        let lines = source.lines
        guard lines.indices.contains(position.line - 1) else { return nil }
        return lines[position.line - 1].dropFirst(position.column - 1).first
    }

    /// Turns the parser's nodes into ours, counting them.
    ///
    /// Aliases are already worked out by the parser: each use of `*name` is a node here with the
    /// place of its anchor, and counts anew.
    private struct YAMLConversion {
        let session: ReadingSession
        private let file: String
        private let lines: [Substring]

        init(session: ReadingSession, source: SourceText) {
            self.session = session
            (file, lines) = (source.file, source.lines)
        }

        /// The whole tree; nil with a fault where it has too many nodes.
        ///
        /// The count is checked at the end: what lies beyond the limit was not converted and cannot
        /// be used.
        func convert(_ node: Node) -> YAMLNode? {
            var left = YAMLReader.nodeLimit
            let converted = convert(node, &left)
            guard left > 0 else {
                session.fault(Position(file: file), Phrase.tooManyNodes)
                return nil
            }
            return converted
        }

        /// One node with what is below it, counting down; it stops going deeper at zero.
        ///
        /// An alias that the parser left as it is holds nothing.
        private func convert(_ node: Node, _ left: inout Int) -> YAMLNode {
            left -= 1
            let position = Position(
                file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
            guard left > 0 else { return YAMLNode(content: .null, position: position) }
            noteTag(at: position)
            switch node {
            case .scalar(let scalar):
                check(scalar.string, at: position)
                return YAMLNode(content: content(scalar), position: position)
            case .sequence(let sequence):
                let items = sequence.map { convert($0, &left) }
                return YAMLNode(content: .sequence(items), position: position)
            case .mapping(let mapping):
                return YAMLNode(content: .mapping(entries(mapping, &left)), position: position)
            case .alias:
                return YAMLNode(content: .null, position: position)
            }
        }

        /// Refuses characters that no editor shows, which escapes such as `\e` put into a text.
        private func check(_ text: String, at position: Position) {
            guard ControlCharacters.hasAny(text) else { return }
            session.fault(
                position, Phrase.escapedControl,
                hint: Phrase(
                    id: "tulis teks biasa, tanpa escape seperti '\\e' atau '\\x07'",
                    en: "write plain text, without escapes such as '\\e' or '\\x07'"))
        }

        /// Tells of a tag, `!!null 20000` or `!!python/object:..`, before or behind an anchor.
        ///
        /// The parser takes it off the value, so it is looked for where the node begins: no plain
        /// text begins with its mark.
        private func noteTag(at position: Position) {
            guard lines.indices.contains(position.line - 1) else { return }
            var rest = lines[position.line - 1].unicodeScalars.dropFirst(position.column - 1)
            var column = position.column
            while rest.first == "&" || rest.first == " " {
                let isAnchor = rest.first == "&"
                let skipped = rest.prefix { isAnchor ? $0 != " " : $0 == " " }
                rest = rest.dropFirst(skipped.count)
                column += skipped.count
            }
            guard rest.first == "!" else { return }
            let tag = String(String.UnicodeScalarView(rest.prefix { $0 != " " }))
            session.fault(
                Position(file: file, line: position.line, column: column), Phrase.tag(tag),
                hint: Phrase.tagHint)
        }

        /// What a scalar holds; plain `~` and `null` are nothing, quoted ones are texts.
        ///
        /// `yes`, `2025-01` and `1e3` stay texts as well: YAML's own reading of them depends on its
        /// version.
        private func content(_ scalar: Node.Scalar) -> YAMLNode.Content {
            let isQuoted = scalar.style != .plain && scalar.style != .any
            if !isQuoted, ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
                return .null
            }
            return .scalar(scalar.string, isQuoted: isQuoted)
        }

        /// Own entries first; merged ones only where their key is not there yet.
        ///
        /// `<<: *apbd` and `<<: [*a, *b]` are merged; of two merged mappings with one key the
        /// earlier counts, as YAML 1.1 has it. Anything else behind `<<` is a fault, as is a key
        /// that is no scalar, or that stands twice.
        private func entries(_ mapping: Node.Mapping, _ left: inout Int) -> [YAMLEntry] {
            var entries: [YAMLEntry] = []
            var merged: [YAMLEntry] = []
            var places: [String: Position] = [:]
            for pair in mapping {
                let value = convert(pair.value, &left)
                let place = Position(
                    file: file, line: pair.key.mark?.line ?? value.position.line,
                    column: pair.key.mark?.column ?? value.position.column)
                noteTag(at: place)
                guard case .scalar(let key) = pair.key else {
                    session.fault(place, Phrase.keyNotText)
                    continue
                }
                check(key.string, at: place)
                if key.string == "<<" {
                    let sources = value.items ?? [value]
                    if sources.isEmpty || sources.contains(where: { $0.entries == nil }) {
                        session.fault(
                            place,
                            Phrase(
                                id: "di belakang '<<' harus ada kumpulan 'kunci: nilai'",
                                en: "'<<' takes a set of 'key: value'"),
                            hint: Phrase(
                                id: "beri nama dengan '&nama' di tempat lain dan tulis '<<:"
                                    + " *nama', atau hapus baris ini",
                                en: "name one with '&name' elsewhere and write '<<: *name', or"
                                    + " remove this line"
                            ))
                    }
                    merged += sources.flatMap { $0.entries ?? [] }
                } else if let first = places[key.string] {
                    session.fault(
                        place, Phrase.duplicateKey(key.string),
                        hint: Phrase.firstWritten(first.line))
                } else {
                    places[key.string] = place
                    entries.append(YAMLEntry(key: key.string, position: place, value: value))
                }
            }
            for entry in merged where places.updateValue(entry.position, forKey: entry.key) == nil {
                entries.append(entry)
            }
            return entries
        }
    }
}
