import Formats
import Policy
import Quantities

/// Reads the section `expect`: what the author of a scenario believes that it comes to.
///
///     expect:
///       - that: public_bill_rp 2027 paling banyak Rp 5.000.000.000
///         because: pagu indikatif KUA-PPAS 2027
///       - that: if purse.ceiling.dbh-cht is halved then gap_rp rises
///         because: { id: tidak ada sumber lain, en: no other purse pays }
///
/// Statements change no result; `check` says which of them fail. A belief without a reason could
/// not be argued with, so each has one.
struct ExpectationReader {
    static let fields = ["that", "because"]

    let session: ReadingSession
    let context: SettingContext

    /// The expectations in the order written; those at fault are left out.
    func read(_ entry: YAMLEntry) -> [Expectation] {
        guard let items = entry.value.items, !items.isEmpty else {
            session.fault(
                entry.position,
                Phrase(
                    id: "'expect' butuh daftar pernyataan dengan alasannya",
                    en: "'expect' needs a list of statements with their reasons"),
                hint: Phrase.expectationsHint)
            return []
        }
        var seen: Set<String> = []
        return items.compactMap { item in
            guard let expectation = expectation(item) else { return nil }
            guard seen.insert(expectation.statement).inserted else {
                session.fault(
                    item["that"]?.value.position ?? item.position,
                    Phrase.twice(expectation.statement))
                return nil
            }
            return expectation
        }
    }

    private func expectation(_ item: YAMLNode) -> Expectation? {
        let fields = FieldReader(session: session)
        guard item.entries != nil else {
            session.fault(
                item.position,
                Phrase(
                    id: "di sini seharusnya pernyataan dengan alasannya",
                    en: "a statement with its reason is expected here"),
                hint: Phrase.expectationHint)
            return nil
        }
        let isKnown = fields.check(item, allowed: Self.fields)
        if isKnown, let missing = Self.fields.first(where: { item[$0] == nil }) {
            session.fault(
                item.position, Phrase.missingField(missing),
                hint: missing == "that" ? Phrase.statementHint : Phrase.reasonHint)
        }
        let reason = item["because"].flatMap { _ in
            fields.phrase("because", of: item, at: item.position)
        }
        guard let node = item["that"]?.value, let statement = fields.text(node) else { return nil }
        let parts = StatementReader(
            session: session, context: context, text: StatementText(node, session)
        ).read()
        guard isKnown, let reason, let parts else { return nil }
        let place = node.position
        return Expectation(
            statement: statement, reason: reason, condition: parts.condition,
            figure: parts.figure, claim: parts.claim,
            place: Provenance(
                file: place.file, line: place.line, column: place.column, layer: context.layer))
    }
}
