import Formats
import Policy
import Quantities

/// Reads what a scenario is about: name, regions, horizon, segments, purses.
///
///     name: dasar
///     title: { id: Berjalan seperti sekarang, en: As things are }
///     regions: [35]                                 # a province stands for all within it
///     horizon: { from: 2025-01, until: 2030-12 }    # both inclusive
///     segments: [rt-rw, petani]                     # highest priority first
///     purses: [dbh-cht, apbd-kabkota]               # first to pay first
///
/// Each part is read even where another is faulty; a part that could not be read is unknown from
/// then on, and what depends on it is not checked, so that one fault is told once.
struct ScenarioHeader {
    /// A century; longer horizons are slips of the keyboard.
    private static let longestHorizon = 1200

    /// Where faults are noted.
    let session: ReadingSession
    /// The regions, segments and purses that exist.
    let catalogue: Catalogue
    /// The file's mapping.
    let root: YAMLNode

    /// For fields with fixed names.
    private var fields: FieldReader { FieldReader(session: session) }

    /// The file as a whole, for what it lacks.
    private var place: Position { Position(file: root.position.file) }

    /// What the file calls itself; a fault where it does not.
    ///
    /// Names tell scenarios apart in tables and folders; a parent's name is not inherited.
    func name() -> String? { fields.text("name", of: root, at: place) }

    /// The title in both languages; a fault where there is none.
    func title() -> Phrase? { fields.phrase("title", of: root, at: place) }

    /// What the file calls itself; nil without a fault where it does not.
    var shortName: String? { root["name"]?.value.text }

    /// Puts what the file says over what its parents say; without a parent all must be said.
    ///
    /// A part that the file names replaces the parent's whole list: `regions: [35.74]` narrows it
    /// to one. Where it is faulty it becomes unknown, not the parent's. Segments and purses must
    /// exist; their order is kept, since it is their priority and rank.
    func extend(_ reach: inout ScenarioReach) {
        if root["extends"] == nil, root["stage"] == nil {
            for name in ScenarioChain.inherited where root[name] == nil {
                session.fault(place, Phrase.missingField(name), hint: Phrase.inheritedHint)
            }
        }
        if let entry = root["regions"] { reach.regions = regions(entry.value) }
        if let entry = root["horizon"] { reach.horizon = horizon(entry) }
        if let entry = root["segments"] {
            reach.segments = fields.members(
                entry.value, existing: catalogue.segments.map(\.id.name), .segment)
        }
        if let entry = root["purses"] {
            reach.purses = fields.members(
                entry.value, existing: catalogue.fundingSources.map(\.id.name), .purse)
        }
    }

    /// How the file writes numbers; nil where it does not say.
    func locale() -> NumberLocale? {
        root["locale"].flatMap { LocaleReader(session: session).locale($0.value) }
    }

    /// The kabupaten and kota of a list of codes or names, in order of code.
    ///
    ///     regions: [35]                    # all of a province
    ///     regions: ["35.74", Kab. Malang]  # two of them
    ///
    /// Faults: no code at all, a text that names no region or several, a code that a comma has
    /// cut in two, a region written twice. A kabupaten beside its own province is counted once and
    /// is no fault.
    private func regions(_ node: YAMLNode) -> [RegionCode]? {
        guard !node.isNull, node.entries == nil, node.items?.isEmpty != true else {
            session.fault(node.position, Phrase.emptyList)
            return nil
        }
        guard noCodeIsCut(node.items ?? []) else { return nil }
        var written: Set<RegionCode> = []
        var found: Set<RegionCode> = []
        var isSound = true
        for item in node.items ?? [node] {
            let text = item.text ?? ""
            guard let code = session.region(text, catalogue.regions, at: item.position) else {
                isSound = false
                continue
            }
            guard written.insert(code).inserted else {
                session.fault(item.position, Phrase.twice(text))
                isSound = false
                continue
            }
            let members = catalogue.regions.kabkota(in: code)
            if members.isEmpty {
                session.fault(item.position, Phrase.noSuchRegion(text), hint: Phrase.seeRegions)
                isSound = false
            }
            found.formUnion(members)
        }
        return isSound ? found.sorted() : nil
    }

    /// Whether no comma has cut a code in two: `[35,74]`, with no blank, may be two provinces or
    /// `35.74` as a locale writes it.
    private func noCodeIsCut(_ items: [YAMLNode]) -> Bool {
        for (first, second) in zip(items, items.dropFirst()) {
            guard let left = first.text, let right = second.text,
                first.position.line == second.position.line,
                first.position.column + left.count + 1 == second.position.column,
                let code = RegionCode(left + "." + right), catalogue.regions.exists(code)
            else { continue }
            session.fault(
                first.position, Phrase.cutCode(left, right),
                hint: Phrase.cutCodeHint(left, right))
            return false
        }
        return true
    }

    /// The months from first to last, both inclusive: `{ from: 2025-01, until: 2030-12 }` has 72.
    ///
    /// Faults: no mapping; an end that is missing or no month; months that run backwards or make
    /// more than a century. Another field than the two is a fault as well, though the months are
    /// read.
    private func horizon(_ entry: YAMLEntry) -> ClosedRange<Month>? {
        guard entry.value.entries != nil else {
            session.fault(
                entry.value.position, Phrase.horizonNotMapping, hint: Phrase.horizonExample)
            return nil
        }
        fields.check(entry.value, allowed: ["from", "until"])
        let scalars = ScalarReader(session: session, locale: nil)
        let ends = ["from", "until"].map { name -> Month? in
            guard let field = entry.value[name] else {
                session.fault(
                    entry.position, Phrase.missingField(name), hint: Phrase.horizonExample)
                return nil
            }
            return scalars.month(field.value)
        }
        guard let from = ends[0], let until = ends[1] else { return nil }
        guard from <= until else {
            session.fault(
                entry.value["until"]?.value.position ?? entry.position,
                Phrase.untilBeforeFrom(until, from))
            return nil
        }
        guard until - from < Self.longestHorizon else {
            session.fault(entry.value.position, Phrase.horizonTooLong)
            return nil
        }
        return from...until
    }
}
