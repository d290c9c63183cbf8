import Policy
import Quantities

extension LawFileContext {
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
    func overlay(_ id: String, _ key: LawNode, _ table: LawNode) -> LawOverlay? {
        let optional = LawStated.keys + ["excluded_payers", "open_payers", "note"]
        guard
            let fields = table.fields(required: ["doc", "factor", "clauses"], optional: optional)
        else { return nil }
        let doc = fields["doc"]?.bilingual()
        let factor = fields["factor"].flatMap {
            LawValueReader(
                fields: ["value": $0], unit: .factor, range: ExactDecimal(0)...ExactDecimal(1)
            ).value(at: table)
        }
        let stated = LawStated(fields, self)
        let whole = stated.filled(from: stated, at: table)
        let clauses = fields["clauses"]?.entries()?.map { clause($0.name, $0.key, $0.value) } ?? []
        let exclusions = exclusions(fields, mark: whole?.mark)
        guard let doc, let factor, let whole, clauses.allSatisfy({ $0 != nil }) else { return nil }
        let entry = LawEntry(
            value: factor, mark: whole.mark, legal: whole.legal, source: whole.source,
            checked: whole.checked, note: fields["note"]?.wording())
        do throws(LawFault) {
            return try LawOverlay(
                id: id, doc: doc, entry: entry, clauses: clauses.compactMap(\.self),
                exclusions: exclusions,
                provenance: key.provenance(mark: whole.mark, source: whole.source))
        } catch {
            key.fault(.law(error))
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
    private func clause(_ name: String, _ key: LawNode, _ table: LawNode) -> LawOverlay.Clause? {
        let required = ["kind", "programmes", "routes", "from", "until"]
        guard key.isPath(name),
            let fields = table.fields(required: required, optional: ["group", "except_group"]),
            let kind = fields["kind"]?.word(LawOverlay.Kind.self),
            let programmes = fields["programmes"]?.words(Programme.self),
            let routes = fields["routes"]?.words(RegistrationRoute.self),
            let from = fields["from"]?.month(), let until = fields["until"]?.month(),
            let scope = scope(fields)
        else { return nil }
        guard from <= until else {
            fields["until"]?.fault(.monthOutOfOrder(until, after: from))
            return nil
        }
        return .init(
            name: name, kind: kind, programmes: programmes, routes: routes, scope: scope,
            months: from...until)
    }

    /// The groups of a clause: one, all but one, or everyone where neither key stands.
    ///
    /// Both keys at once are a fault, since "only these" and "all but those" cannot both be meant.
    private func scope(_ fields: [String: LawNode]) -> LawOverlay.Scope? {
        let (only, except) = (fields["group"], fields["except_group"])
        if only != nil, let except {
            except.fault(.notOneValue(among: ["group", "except_group"]))
            return nil
        }
        if let only { return only.word(WorkerGroup.self).map { .only($0) } }
        if let except { return except.word(WorkerGroup.self).map { .except($0) } }
        return .everyone
    }

    /// Payers whom the text leaves out, and payers about whom no text was seen: they are not left
    /// out, and what is computed for them carries the mark `gap`.
    ///
    /// - Parameter mark: that of the rule, for the payers that its text names.
    /// - Returns: in the order of ``Payer``; a payer in both lists counts as left out.
    private func exclusions(
        _ fields: [String: LawNode], mark: EvidenceMark?
    ) -> [LawOverlay.Exclusion] {
        let named = fields["excluded_payers"]?.words(Payer.self) ?? []
        let open = fields["open_payers"]?.words(Payer.self) ?? []
        return Payer.allCases.compactMap { payer in
            if named.contains(payer) {
                return .init(payer: payer, excluded: true, mark: mark ?? .gap)
            }
            return open.contains(payer) ? .init(payer: payer, excluded: false, mark: .gap) : nil
        }
    }
}
