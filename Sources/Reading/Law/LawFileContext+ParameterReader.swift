import Policy
import Quantities

extension LawFileContext {
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
    ///
    /// - Parameters:
    ///   - path: the key as text, already known to be free and well formed.
    ///   - key: where faults of the parameter as a whole stand.
    ///   - table: what stands under the key.
    func parameter(_ path: String, _ key: LawNode, _ table: LawNode) -> LawParameter? {
        guard
            let fields = table.fields(
                required: ["doc", "unit", "values"], optional: ["range"] + LawStated.keys)
        else { return nil }
        let doc = fields["doc"]?.bilingual()
        let unit = fields["unit"]?.word(Unit.self)
        let range = fields["range"].map { $0.range() }
        // Whether a unit that cannot be read needs a range is not known.
        if let unit, unit != .word, fields["range"] == nil { table.fault(.missingKey("range")) }
        let shared = LawStated(fields, self)
        guard let values = fields["values"], let nodes = values.items() else { return nil }
        if nodes.isEmpty { values.fault(.expected(.list)) }
        let periods = nodes.map { period($0, shared, unit, range) }
        guard let doc, let unit, range != .some(nil), !nodes.isEmpty,
            periods.allSatisfy({ $0 != nil }), inOrder(nodes, periods)
        else { return nil }
        do throws(LawFault) {
            return try LawParameter(
                path: path, unit: unit, range: range ?? nil, doc: doc,
                periods: periods.compactMap(\.self))
        } catch {
            key.fault(.law(error))
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
        _ node: LawNode, _ shared: LawStated, _ unit: Unit?,
        _ range: ClosedRange<ExactDecimal>??
    ) -> LawParameter.Period? {
        let optional = LawValueReader.keys + LawStated.keys + ["until", "note"]
        guard let fields = node.fields(required: ["from"], optional: optional) else { return nil }
        let from = fields["from"]?.month()
        let until = fields["until"].map { $0.month() }
        let stated = LawStated(fields, self).filled(from: shared, at: node)
        let value = LawValueReader(fields: fields, unit: unit, range: range ?? nil).value(at: node)
        guard let from, until != .some(nil), let stated, let value else { return nil }
        if let until = until ?? nil, until < from {
            fields["until"]?.fault(.monthOutOfOrder(until, after: from))
            return nil
        }
        let entry = LawEntry(
            value: value, mark: stated.mark, legal: stated.legal, source: stated.source,
            checked: stated.checked, note: fields["note"]?.wording())
        return .init(
            from: from, until: until ?? nil, entry: entry,
            provenance: node.provenance(mark: stated.mark, source: stated.source))
    }

    /// Whether each period begins after the one before it has ended; reports those that do not.
    ///
    /// A period without `until` has its own month at least, so two periods never share a month.
    private func inOrder(_ nodes: [LawNode], _ periods: [LawParameter.Period?]) -> Bool {
        var last: Month?
        var good = true
        for (node, period) in zip(nodes, periods) {
            guard let period else { continue }
            if let last, period.from <= last {
                node.fault(.monthOutOfOrder(period.from, after: last))
                good = false
            }
            last = period.until ?? period.from
        }
        return good
    }
}

extension LawNode {
    /// `[lowest, highest]`, both allowed.
    ///
    /// Two numbers in the unit of the parameter, as in `[0, 0.2]`; anything else is one fault of
    /// the list, or of the end that is no number.
    fileprivate func range() -> ClosedRange<ExactDecimal>? {
        guard let items = items() else { return nil }
        let numbers = items.compactMap { $0.number() }
        guard numbers.count == items.count else { return nil }
        guard numbers.count == 2, numbers[0] <= numbers[1] else {
            fault(.malformedRange)
            return nil
        }
        return numbers[0]...numbers[1]
    }
}
