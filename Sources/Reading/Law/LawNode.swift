import Policy
import Quantities
import Yams

/// The faults found so far in one read of a folder.
///
/// A class, because every node of every file adds to the same list; it never leaves the read that
/// made it.
///
/// Nothing is thrown while reading: whoever repairs a file of the law wants all that is wrong with
/// it.
final class LawFaultLog {
    /// In the order in which they were found.
    private(set) var faults: [LawFileFault] = []

    /// Keeps a fault behind those found so far; ``LawFileFaults`` puts them in order.
    func add(_ fault: LawFileFault) {
        faults.append(fault)
    }
}

/// A node of a law file that knows where it stands and reports what it cannot read.
///
/// Every reading returns nil after it has reported, so that a reader goes on and finds the rest.
///
/// It differs from ``YAMLNode``, which scenarios are read by, in its faults: those of the law are
/// typed and carry data, and their words are made by ``LawFileFault/diagnostic``.
struct LawNode {
    /// The parsed node, which carries its line and column.
    let node: Node
    /// The file as a message names it.
    let file: String
    /// Where faults go.
    let log: LawFaultLog

    /// Reports a fault at this node's place.
    func fault(_ kind: LawFileFault.Kind) {
        log.add(
            LawFileFault(
                file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, kind: kind))
    }

    /// Where the node stands, as the origin of a value of the law.
    ///
    /// Line and column are 0 where the parser gives none.
    func provenance(mark: EvidenceMark?, source: String?) -> Provenance {
        Provenance(
            file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, layer: "law",
            mark: mark, source: source)
    }

    /// The entries of a table whose keys are free, such as paths, in the order of the file.
    ///
    /// Keys come as nodes too, so that a fault about a key stands at the key.
    ///
    /// - Returns: nil after a fault where the node is no table; keys that are no texts are left
    ///   out.
    func entries() -> [(key: LawNode, name: String, value: LawNode)]? {
        guard let mapping = node.mapping else {
            fault(.expected(.table))
            return nil
        }
        return mapping.compactMap { pair in
            let key = nested(pair.key)
            guard let name = key.text() else { return nil }
            return (key, name, nested(pair.value))
        }
    }

    /// The entries of a table whose keys are known beforehand, by key.
    ///
    /// Reports each key that is neither required nor optional, at that key, and each required key
    /// that is missing, at the table. What was found is returned all the same, so that faults
    /// inside it are found in the same read.
    func fields(required: [String], optional: [String] = []) -> [String: LawNode]? {
        guard let entries = entries() else { return nil }
        let allowed = required + optional
        var fields: [String: LawNode] = [:]
        for entry in entries {
            if allowed.contains(entry.name) {
                fields[entry.name] = entry.value
            } else {
                entry.key.fault(.unknownKey(entry.name, allowed: allowed))
            }
        }
        for name in required where fields[name] == nil { fault(.missingKey(name)) }
        return fields
    }

    /// The entries of a list; anything else is reported, and nil. A list may be empty here.
    func items() -> [LawNode]? {
        guard let sequence = node.sequence else {
            fault(.expected(.list))
            return nil
        }
        return sequence.map(nested)
    }

    /// A text that is not empty; lists, tables and empty values are reported.
    ///
    /// Numbers and months are texts at this level, so their digits are those of the file.
    func text() -> String? {
        guard let text = node.scalar?.string, !text.isEmpty else {
            fault(.expected(.text))
            return nil
        }
        return text
    }

    /// A number in plain digits with a decimal point: `0.0054`, `-0.0207`, `16800`.
    ///
    /// Thousands marks, exponents, percent signs and `.nan` are faults: a law file is read by
    /// people of two languages, and only plain digits mean the same to both. So is `16.000`, which
    /// is sixteen to one of them and sixteen thousand to the other.
    func number() -> ExactDecimal? {
        guard let text = text() else { return nil }
        guard let number = ExactDecimal(text) else {
            fault(.malformedNumber(text))
            return nil
        }
        do throws(NumberTextFault) {
            _ = try parseNumber(text)
        } catch {
            fault(.unclearNumber(error))
            return nil
        }
        return number
    }

    /// Money in whole rupiah; a fraction of one is a fault.
    ///
    /// `16800` and `16800.00` are whole, `16800.5` is a fault.
    func rupiah() -> Rupiah? {
        guard let number = number() else { return nil }
        guard number.scale == 0 else {
            fault(.malformedNumber(number.description))
            return nil
        }
        return Rupiah(number.coefficient)
    }

    /// A month: `2026-04`; a year alone or a day is a fault.
    func month() -> Month? {
        guard let text = text() else { return nil }
        guard let month = Month(text) else {
            fault(.malformedMonth(text))
            return nil
        }
        return month
    }

    /// One of the words that the type has; the fault for another word lists them.
    func word<Word: RawRepresentable & CaseIterable>(
        _ type: Word.Type
    ) -> Word? where Word.RawValue == String {
        guard let text = text() else { return nil }
        guard let word = Word(rawValue: text) else {
            fault(.unknownWord(text, allowed: Word.allCases.map(\.rawValue)))
            return nil
        }
        return word
    }

    /// A list of words that the type has, as a set: order and repetition mean nothing.
    ///
    /// Unknown words are reported and left out; nil where the node is no list.
    func words<Word: RawRepresentable & CaseIterable & Hashable>(
        _ type: Word.Type
    ) -> Set<Word>? where Word.RawValue == String {
        items().map { Set($0.compactMap { $0.word(type) }) }
    }

    /// A text in both languages: `{id: ..., en: ...}`.
    ///
    /// Both must be there and not empty: the law is shown in the language of whoever asks.
    func bilingual() -> Phrase? {
        guard let fields = fields(required: ["id", "en"]), let indonesian = fields["id"]?.text(),
            let english = fields["en"]?.text()
        else { return nil }
        return Phrase(id: indonesian, en: english)
    }

    /// A text that is the same in both languages, `PP 44/2015`, or `{id: ..., en: ...}`.
    func wording() -> Phrase? {
        if case .mapping = node { return bilingual() }
        return text().map(Phrase.init(same:))
    }

    /// A node inside this one.
    private func nested(_ node: Node) -> LawNode { LawNode(node: node, file: file, log: log) }
}
