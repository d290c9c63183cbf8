import Formats
import Policy
import Quantities

extension LawFile {
    /// A temporary rule from its table: what it is, the share that stays due (`factor`), its
    /// `clauses`, and what it says of payers (`excluded_payers`, `open_payers`).
    ///
    ///     pp-50-2025:
    ///       doc: {id: "...", en: "..."}
    ///       legal: "PP 50/2025"
    ///       status: V2
    ///       source: a
    ///       factor: 0.5
    ///       excluded_payers: [apbn, apbd]
    ///       open_payers: [apbdes, csr]
    ///       clauses: {...}
    ///
    /// Its parameters have the place of its name: a clause has no other value than its months.
    func overlay(_ entry: YAMLEntry) -> LawOverlay? {
        let table = entry.value
        let optional = LawStated.keys + ["excluded_payers", "open_payers", "note"]
        guard
            fields.isTable(table, required: ["doc", "factor", "clauses"], optional: optional)
        else { return nil }
        let doc = wording("doc", table)
        let factor = table["factor"].flatMap {
            LawValueReader(
                fields: fields, unit: .factor, range: ExactDecimal(0)...ExactDecimal(1)
            ).value(.decimal, $0.value)
        }
        let stated = LawStated(table, self)
        let whole = stated.filled(from: stated, at: table)
        let clauses =
            table["clauses"].flatMap { fields.entries($0.value) }?.map(clause) ?? []
        let exclusions = exclusions(table, mark: whole?.mark)
        guard let doc, let factor, let whole, clauses.allSatisfy({ $0 != nil }) else { return nil }
        do throws(LawFault) {
            return try LawOverlay(
                id: entry.key, doc: doc,
                entry: whole.entry(factor, note: wording("note", table)),
                clauses: clauses.compactMap(\.self), exclusions: exclusions,
                provenance: entry.position.lawProvenance(whole.mark, whole.source))
        } catch {
            session.fault(entry.position, Phrase.law(error))
            return nil
        }
    }

    /// A clause: `kind`, `programmes`, `routes`, `from`, `until`, and `group` or `except_group`.
    ///
    ///     others:
    ///       kind: cut
    ///       programmes: [jkk, jkm]
    ///       routes: [bpu]
    ///       except_group: transport
    ///       from: 2026-04
    ///       until: 2026-12
    private func clause(_ entry: YAMLEntry) -> LawOverlay.Clause? {
        let (table, required) = (entry.value, ["kind", "programmes", "routes", "from", "until"])
        guard fields.isPath(entry.key, at: entry.position),
            fields.isTable(table, required: required, optional: ["group", "except_group"]),
            let kind = table["kind"].flatMap({ fields.word(LawOverlay.Kind.self, $0.value) }),
            let programmes = table["programmes"]
                .flatMap({ fields.words(Programme.self, $0.value) }),
            let routes = table["routes"]
                .flatMap({ fields.words(RegistrationRoute.self, $0.value) }),
            let from = table["from"].flatMap({ fields.month($0.value) }),
            let last = table["until"], let until = fields.month(last.value),
            let scope = scope(table)
        else { return nil }
        guard from <= until else {
            fields.outOfOrder(until, after: from, at: last.value.position)
            return nil
        }
        return .init(
            name: entry.key, kind: kind, programmes: programmes, routes: routes, scope: scope,
            months: from...until)
    }

    /// The groups of a clause: one, all but one, or everyone where neither key stands.
    ///
    /// Both keys at once are a fault, since "only these" and "all but those" cannot both be meant.
    private func scope(_ table: YAMLNode) -> LawOverlay.Scope? {
        let (only, except) = (table["group"], table["except_group"])
        if only != nil, let except {
            fields.notOne(of: ["group", "except_group"], at: except.value.position)
            return nil
        }
        if let only { return fields.word(WorkerGroup.self, only.value).map { .only($0) } }
        if let except { return fields.word(WorkerGroup.self, except.value).map { .except($0) } }
        return .everyone
    }

    /// Payers whom the text leaves out, and payers about whom no text was seen: they are not left
    /// out, and what is computed for them carries the mark `gap`.
    ///
    /// - Parameter mark: that of the rule, for the payers that its text names.
    /// - Returns: in the order of ``Payer``; a payer in both lists counts as left out.
    private func exclusions(_ table: YAMLNode, mark: EvidenceMark?) -> [LawOverlay.Exclusion] {
        let (named, open) = (payers("excluded_payers", table), payers("open_payers", table))
        return Payer.allCases.compactMap { payer in
            if named.contains(payer) {
                return .init(payer: payer, excluded: true, mark: mark ?? .gap)
            }
            return open.contains(payer) ? .init(payer: payer, excluded: false, mark: .gap) : nil
        }
    }

    private func payers(_ name: String, _ table: YAMLNode) -> Set<Payer> {
        table[name].flatMap { fields.words(Payer.self, $0.value) } ?? []
    }
}
