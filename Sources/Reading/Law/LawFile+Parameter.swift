import Formats
import Policy
import Quantities

/// What a parameter or a value states about itself; a value may leave it to its parameter.
///
/// Nothing in the law is without a status, a legal reference and a source: where neither the value
/// nor its parameter has one, that is a fault at the value.
struct LawStated {
    /// The keys, all optional where a parameter and its values share the statement.
    static let keys = ["status", "legal", "source", "checked"]

    struct Whole {
        let mark: EvidenceMark
        let legal: Phrase
        /// Outlet and address, not the short name.
        let source: String
        let checked: Month

        func entry(_ value: LawValue, note: Phrase?) -> LawEntry {
            LawEntry(
                value: value, mark: mark, legal: legal, source: source, checked: checked,
                note: note)
        }
    }

    /// The keys that stand here, readable or not: what is there but wrong is not also missing.
    private let given: Set<String>
    private let mark: EvidenceMark?
    private let legal: Phrase?
    private let source: String?
    private let checked: Month?
    private let file: LawFile

    init(_ table: YAMLNode, _ file: LawFile) {
        let fields = file.fields
        given = Set((table.entries ?? []).map(\.key))
        mark = table["status"].flatMap { fields.word(EvidenceMark.self, $0.value) }
        legal = file.wording("legal", table)
        source = table["source"].flatMap { file.sources.citation($0.value) }
        checked = table["checked"].flatMap { fields.month($0.value) }
        self.file = file
    }

    /// This statement with gaps filled from the parameter's; what neither states is reported at
    /// the node.
    func filled(from shared: LawStated, at node: YAMLNode) -> Whole? {
        for key in ["status", "legal", "source"]
        where !given.contains(key) && !shared.given.contains(key) {
            file.session.fault(node.position, Phrase.missingField(key))
        }
        guard let mark = mark ?? shared.mark, let legal = legal ?? shared.legal,
            let source = source ?? shared.source
        else { return nil }
        return Whole(
            mark: mark, legal: legal, source: source,
            checked: checked ?? shared.checked ?? file.checked)
    }
}

extension LawFile {
    /// A text that is the same in both languages, `PP 44/2015`, or `{id: ..., en: ...}`; nil where
    /// the field is absent too.
    func wording(_ name: String, _ table: YAMLNode) -> Phrase? {
        table[name] == nil ? nil : fields.phrase(name, of: table, at: table.position)
    }

    /// A parameter from its table: `doc`, `unit`, `range`, `values`, and, for all its values unless
    /// a value says otherwise, `status`, `legal`, `source`, `checked`.
    ///
    ///     pu.jkm.rate:
    ///       doc: {id: "Iuran JKM PU", en: "JKM contribution of wage earners"}
    ///       unit: share
    ///       range: [0, 0.2]
    ///       values:
    ///         - {from: 2015-07, value: 0.003, status: V2, legal: "PP 44/2015", source: a}
    ///
    /// Words have no range; every other unit needs one, so that a slipped decimal point is found in
    /// the file and not in a budget. Nil after any fault: the parts are read before it is decided
    /// whether they make a parameter, and only the order of its periods waits until each of them
    /// could be read. An empty list of values is a fault: such a parameter answers nothing.
    func parameter(_ entry: YAMLEntry) -> LawParameter? {
        let table = entry.value
        guard
            fields.isTable(
                table, required: ["doc", "unit", "values"], optional: ["range"] + LawStated.keys)
        else { return nil }
        let doc = wording("doc", table)
        let unit = table["unit"].flatMap { fields.word(Unit.self, $0.value) }
        let range = table["range"].map { self.range($0.value) }
        // Whether a unit that cannot be read needs a range is not known.
        if let unit, unit != .word, table["range"] == nil {
            session.fault(table.position, Phrase.missingField("range"))
        }
        let shared = LawStated(table, self)
        guard let values = table["values"]?.value, let nodes = fields.items(values) else {
            return nil
        }
        if nodes.isEmpty { session.fault(values.position, Phrase.emptyList) }
        let periods = nodes.map { period($0, shared, unit, range) }
        guard let doc, let unit, range != .some(nil), !nodes.isEmpty,
            periods.allSatisfy({ $0 != nil }), inOrder(nodes, periods)
        else { return nil }
        do throws(LawFault) {
            return try LawParameter(
                path: entry.key, unit: unit, range: range ?? nil, doc: doc,
                periods: periods.compactMap(\.self))
        } catch {
            session.fault(entry.position, Phrase.law(error))
            return nil
        }
    }

    /// A value with its months: `from`, optional `until` and `note`, and one key for the value.
    ///
    /// `unit` and `range` are those of the parameter; they are nil where they could not be read,
    /// and then the value is only checked for its own form.
    ///
    /// A period without `until` holds until the next one begins, or for good. Faults: an `until`
    /// before its `from`; no value or two; a status, legal reference or source that neither the
    /// value nor its parameter states.
    private func period(
        _ node: YAMLNode, _ shared: LawStated, _ unit: Unit?,
        _ range: ClosedRange<ExactDecimal>??
    ) -> LawParameter.Period? {
        let optional = LawValueReader.keys + LawStated.keys + ["until", "note"]
        guard fields.isTable(node, required: ["from"], optional: optional) else { return nil }
        let from = node["from"].flatMap { fields.month($0.value) }
        let until = node["until"].map { fields.month($0.value) }
        let stated = LawStated(node, self).filled(from: shared, at: node)
        let value = LawValueReader(fields: fields, unit: unit, range: range ?? nil).value(node)
        guard let from, until != .some(nil), let stated, let value else { return nil }
        if let until = until ?? nil, until < from {
            fields.outOfOrder(
                until, after: from, at: node["until"]?.value.position ?? node.position)
            return nil
        }
        return .init(
            from: from, until: until ?? nil,
            entry: stated.entry(value, note: wording("note", node)),
            provenance: node.position.lawProvenance(stated.mark, stated.source))
    }

    /// Whether each period begins after the one before it has ended; reports those that do not.
    ///
    /// A period without `until` has its own month at least, so two periods never share a month.
    private func inOrder(_ nodes: [YAMLNode], _ periods: [LawParameter.Period?]) -> Bool {
        var last: Month?
        var good = true
        for (node, period) in zip(nodes, periods) {
            guard let period else { continue }
            if let last, period.from <= last {
                fields.outOfOrder(period.from, after: last, at: node.position)
                good = false
            }
            last = period.until ?? period.from
        }
        return good
    }

    /// `[lowest, highest]`, both allowed: two numbers in the unit of the parameter, `[0, 0.2]`.
    private func range(_ node: YAMLNode) -> ClosedRange<ExactDecimal>? {
        guard let items = fields.items(node) else { return nil }
        let numbers = items.compactMap(fields.number)
        guard numbers.count == items.count else { return nil }
        guard numbers.count == 2, numbers[0] <= numbers[1] else {
            session.fault(
                node.position,
                Phrase(
                    id: "batas bukan dua angka yang naik",
                    en: "the range is not two rising numbers"))
            return nil
        }
        return numbers[0]...numbers[1]
    }
}
