import Formats
import Policy
import Quantities

/// What law files have besides names and texts. Each returns nil after a fault, so that a reader
/// goes on and finds the rest.
extension FieldReader {
    /// Whether a node is a table, whose unknown and missing fields are faults. It is read in spite
    /// of them, so that faults inside it are found in the same read.
    func isTable(_ node: YAMLNode, required: [String], optional: [String] = []) -> Bool {
        guard entries(node) != nil else { return false }
        check(node, allowed: required + optional)
        for name in required where node[name] == nil {
            session.fault(node.position, Phrase.missingField(name))
        }
        return true
    }

    func entries(_ node: YAMLNode) -> [YAMLEntry]? {
        if let entries = node.entries { return entries }
        session.fault(
            node.position, Phrase.expected(Phrase(id: "sebuah tabel", en: "a mapping")))
        return nil
    }

    /// The items of a list, which may be empty here.
    func items(_ node: YAMLNode) -> [YAMLNode]? {
        if let items = node.items { return items }
        session.fault(node.position, Phrase.expected(Phrase.aList))
        return nil
    }

    /// A number in plain digits with a decimal point: `0.0054`, `-0.0207`, `16800`.
    ///
    /// Thousands marks, exponents, percent signs and `.nan` are faults: a law file is read by
    /// people of two languages, and only plain digits mean the same to both. So is `16.000`, which
    /// is sixteen to one of them and sixteen thousand to the other.
    func number(_ node: YAMLNode) -> ExactDecimal? {
        guard let text = text(node) else { return nil }
        guard let number = ExactDecimal(text) else {
            session.fault(node.position, Phrase.number(.notANumber(text)))
            return nil
        }
        do throws(NumberTextFault) {
            _ = try parseNumber(text)
            return number
        } catch {
            session.fault(
                node.position, Phrase.number(error),
                hint: Phrase(
                    id: "tulis tanpa tanda ribuan, misalnya 16000, atau tambah satu nol: 1.2340",
                    en: "write no thousands mark, as in 16000, or add a zero: 1.2340"))
            return nil
        }
    }

    /// Money in whole rupiah: `16800` and `16800.00`, but not `16800.5`.
    func rupiah(_ node: YAMLNode) -> Rupiah? {
        guard let number = number(node) else { return nil }
        guard number.scale == 0 else {
            session.fault(node.position, Phrase.notMoney(number.description))
            return nil
        }
        return Rupiah(number.coefficient)
    }

    /// A month: `2026-04`; a year alone or a day is a fault.
    func month(_ node: YAMLNode) -> Month? {
        ScalarReader(session: session, locale: nil).month(node)
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ type: Word.Type, _ node: YAMLNode
    ) -> Word? {
        text(node).flatMap {
            session.word(type, $0, at: node.position, Phrase.notAnOption($0))
        }
    }

    /// A list of words that the type has, as a set: order and repetition mean nothing.
    func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(
        _ type: Word.Type, _ node: YAMLNode
    ) -> Set<Word>? {
        items(node).map { Set($0.compactMap { word(type, $0) }) }
    }

    /// Whether a text is a path: lower-case words of letters, digits, `_` and `-`, with dots.
    ///
    /// `pu.jkm.rate` and `pp-50-2025` are; `PU.rate`, `pu..rate` and an empty text are not. Paths
    /// are written in scenarios by hand, so there is one way to write each.
    func isPath(_ text: String, at position: Position) -> Bool {
        let words = text.split(separator: ".", omittingEmptySubsequences: false)
        let fits = words.allSatisfy { word in
            !word.isEmpty
                && word.utf8.allSatisfy {
                    (97...122).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 45
                }
        }
        if !fits {
            session.fault(
                position,
                Phrase(id: "'\(text)' bukan nama parameter", en: "'\(text)' is no parameter name"))
        }
        return fits
    }

    /// That exactly one of some keys must stand here.
    func notOne(of keys: [String], at position: Position) {
        let list = Phrase.list(keys)
        session.fault(
            position,
            Phrase(id: "tulis satu saja, pilihan: \(list)", en: "write exactly one of \(list)"))
    }

    /// That a month must come after another one.
    func outOfOrder(_ month: Month, after before: Month, at position: Position) {
        session.fault(
            position,
            Phrase(id: "\(month) tidak sesudah \(before)", en: "\(month) is not after \(before)"))
    }
}

extension Position {
    func lawProvenance(_ mark: EvidenceMark, _ source: String) -> Provenance {
        Provenance(
            file: file, line: line, column: column, layer: "law", mark: mark, source: source)
    }
}
