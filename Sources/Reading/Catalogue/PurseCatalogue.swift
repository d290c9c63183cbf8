import Formats
import Policy
import Quantities

/// Reads which purses exist: whose money, what they may pay, and where they stand in the accounts.
///
///     purses:
///       dbh-cht:
///         name: { id: DBH CHT, en: Tobacco excise share }
///         payer: apbd
///         segments: [petani, buruh-tembakau]      # or all
///         programmes: [jkk, jkm]
///         matches: apbd-kabkota                   # whose payments it follows; may be left out
///         budget_lines:
///           - { from: 2022-01, programme: jkk, account: "5.1.02.02.02.0006", office: Disnaker }
///         limit:                                  # may be left out
///           test: dbh_cht_assistance              # as fiscal.csv names the test of it
///           name: { id: Iuran / DBH-CHT, maks., en: Contributions / DBH-CHT, at most }
///           law: dbh_cht.welfare.assistance
///         settings: { share: 1 }
///
/// `name`, `payer`, `segments` and `programmes` must be there, since nothing is assumed of somebody
/// else's money. An `account` may be left out: it is not known for every purse.
struct PurseCatalogue {
    private static let fields = [
        "name", "payer", "segments", "programmes", "matches", "budget_lines", "limit", "settings",
        "source", "mark", "note",
    ]

    /// Words that stand in the purse column of results for what no purse pays, and the column
    /// `needs_rp` beside those of purses.
    private static let reserved = ["gap", "self", "employer", "needs"]

    let session: ReadingSession
    let segments: [String]
    let lawPaths: [String]

    /// The purses of a file, in its order; those with faults are left out.
    ///
    /// - Parameter root: the file's mapping, with `purses` as its only field.
    func read(_ root: YAMLNode) -> [Purse] {
        fieldReader.check(root, allowed: ["purses"])
        guard let entries = root["purses"]?.value.entries else {
            session.fault(Position(file: root.position.file), Phrase.missingField("purses"))
            return []
        }
        let names = entries.map(\.key)
        let matches = Dictionary(
            entries.compactMap { entry in partner(entry, names).map { (entry.key, $0) } },
            uniquingKeysWith: { first, _ in first })
        for entry in entries { checkCircle(entry, matches) }
        return entries.compactMap { purse($0, matches: matches[$0.key]) }
    }

    private var fieldReader: FieldReader { FieldReader(session: session) }

    /// One purse; nil with a fault where one of its parts is missing or unknown.
    ///
    /// A faulty budget line is left out by itself; the fault is noted, so the catalogue is not used
    /// then.
    private func purse(_ entry: YAMLEntry, matches: String?) -> Purse? {
        let (node, fields) = (entry.value, fieldReader)
        fields.check(node, allowed: Self.fields)
        if Self.reserved.contains(entry.key) {
            session.fault(
                entry.position,
                Phrase(
                    id: "sumber dana tidak boleh bernama '\(entry.key)': nama itu dipakai di tabel"
                        + " hasil",
                    en: "a purse cannot be called '\(entry.key)': tables of results use that name"))
        }
        guard let name = fields.phrase("name", of: node, at: entry.position),
            let payer = payer(entry), let programmes = programmes(entry),
            case .some(let segments) = eligible(entry)
        else { return nil }
        let lines = budgetLines(node)
        return Purse(
            id: PurseID(entry.key), name: name, payer: payer, segments: segments,
            programmes: programmes, matches: matches.map { PurseID($0) },
            budgetLines: lines.sorted { $0.from < $1.from }, limit: limit(node),
            provenance: provenance(node, at: entry.position))
    }

    /// The budget lines of a purse; another thing than a list is a fault.
    ///
    /// Nothing behind the colon is no lines: they are not known for every purse.
    private func budgetLines(_ node: YAMLNode) -> [Purse.BudgetLine] {
        guard let field = node["budget_lines"], !field.value.isNull else { return [] }
        guard let items = field.value.items else {
            session.fault(field.value.position, Phrase.expected(Phrase.aList))
            return []
        }
        return items.compactMap(budgetLine)
    }

    /// The limit of what the purse spends; a path that the law does not have is a fault.
    private func limit(_ node: YAMLNode) -> Purse.SpendingLimit? {
        guard let field = node["limit"], !field.value.isNull else { return nil }
        let fields = fieldReader
        fields.check(field.value, allowed: ["test", "name", "law"])
        guard let test = fields.text("test", of: field.value, at: field.position),
            let name = fields.phrase("name", of: field.value, at: field.position),
            let law = fields.text("law", of: field.value, at: field.position)
        else { return nil }
        guard lawPaths.contains(law) else {
            session.fault(
                field.value["law"]?.value.position ?? field.position, Phrase.unknownKey(law),
                hint: Suggestion.closest(to: law, among: lawPaths).map {
                    Phrase.didYouMean($0, Phrase.lawWord)
                } ?? Phrase.seeLawPaths)
            return nil
        }
        return Purse.SpendingLimit(test: test, name: name, law: law)
    }

    /// Whom a purse matches; a word that is no other purse is a fault.
    private func partner(_ entry: YAMLEntry, _ names: [String]) -> String? {
        guard let field = entry.value["matches"], !field.value.isNull else { return nil }
        let (word, others) = (field.value.text ?? "", names.filter { $0 != entry.key })
        return session.word(
            word, among: others, at: field.value.position,
            word == entry.key
                ? Phrase(
                    id: "sumber dana '\(word)' tidak dapat mendampingi dirinya sendiri",
                    en: "purse '\(word)' cannot match itself") : Phrase.notAChoice(word, "matches"))
    }

    /// A purse that waits, by way of whom it matches, for its own payment: no order lets it pay.
    private func checkCircle(_ entry: YAMLEntry, _ matches: [String: String]) {
        var circle = [entry.key]
        while let next = matches[circle[circle.count - 1]] {
            if next == entry.key {
                session.fault(
                    entry.value["matches"]?.value.position ?? entry.position,
                    Phrase.matchingCircle(circle + [next]))
                return
            }
            // A circle that the purse is not part of is told of those that are.
            if circle.contains(next) { return }
            circle.append(next)
        }
    }

    /// Whose money it is; discounts depend on it (PP 50/2025).
    ///
    /// Another word is a fault with the payers as a hint, the nearest first.
    private func payer(_ entry: YAMLEntry) -> Payer? {
        guard let text = fieldReader.text("payer", of: entry.value, at: entry.position) else {
            return nil
        }
        return session.word(
            Payer.self, text, at: entry.value["payer"]?.value.position ?? entry.position,
            Phrase.notAChoice(text, "payer"))
    }

    /// What the purse may pay of a person's contributions; one word alone is a list of one.
    ///
    /// Faults: nothing, an empty list or a mapping, since such a purse pays nothing; a word that is
    /// no programme or stands twice, which is left out here.
    private func programmes(_ entry: YAMLEntry) -> Set<Programme>? {
        guard let field = entry.value["programmes"] else {
            session.fault(
                entry.position, Phrase.missingField("programmes"),
                hint: Phrase.programmesHint)
            return nil
        }
        let node = field.value
        guard !node.isNull, node.entries == nil, node.items?.isEmpty != true else {
            session.fault(
                node.position, Phrase.emptyList,
                hint: Phrase.choices(Programme.allCases.map(\.rawValue)))
            return nil
        }
        var programmes: Set<Programme> = []
        for item in node.items ?? [node] {
            guard let programme = programme(item) else { continue }
            if !programmes.insert(programme).inserted {
                session.fault(item.position, Phrase.twice(programme.rawValue))
            }
        }
        return programmes
    }

    /// A programme's word, such as `jkk`; anything else is a fault that lists them.
    private func programme(_ node: YAMLNode) -> Programme? {
        session.word(
            Programme.self, node.text ?? "", at: node.position,
            Phrase.notAChoice(node.text ?? "", "programmes"),
            hint: Phrase.choices(Programme.allCases.map(\.rawValue)))
    }

    /// The segments a purse may pay, nil for all; nothing at all where the field is faulty.
    private func eligible(_ entry: YAMLEntry) -> Set<SegmentID>?? {
        guard let field = entry.value["segments"] else {
            session.fault(entry.position, Phrase.missingField("segments"))
            return nil
        }
        if field.value.text == "all" { return .some(nil) }
        return fieldReader.members(field.value, existing: segments, .segment).map {
            .some(Set($0.map { SegmentID($0) }))
        }
    }

    /// An account and office from a month on; the account may be unknown, the office may not.
    ///
    /// A later line takes over from its month on: accounts are renumbered by decree. A line without
    /// `programme` is for all that no other line names.
    private func budgetLine(_ node: YAMLNode) -> Purse.BudgetLine? {
        let fields = fieldReader
        fields.check(
            node, allowed: ["from", "programme", "account", "office", "source", "mark", "note"])
        let scalars = ScalarReader(session: session, locale: nil)
        guard let office = fields.text("office", of: node, at: node.position) else { return nil }
        guard let from = node["from"] else {
            session.fault(node.position, Phrase.missingField("from"))
            return nil
        }
        guard let month = scalars.month(from.value) else { return nil }
        return Purse.BudgetLine(
            from: month, programme: node["programme"].flatMap { programme($0.value) },
            account: node["account"]?.value.text, office: office,
            provenance: provenance(node, at: node.position))
    }

    private func provenance(_ node: YAMLNode, at position: Position) -> Provenance {
        EvidenceReader(
            session: session, regions: nil, scalars: ScalarReader(session: session, locale: nil)
        ).evidence(node, unit: nil).provenance(at: position, layer: "purses")
    }
}
