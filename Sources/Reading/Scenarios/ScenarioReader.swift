import Formats
import Policy
import Quantities

/// Reads scenarios: the file, its parents and packages, and the tables they name.
///
/// Every fault is collected before reading stops.
///
/// The result does not depend on the language, on the current time or on anything but the files.
/// Values are checked one by one against their parameter; whether they go together is known once
/// the layers are put together, by `Scenario.resolved()`, whose faults ``PolicyDiagnostics`` tells.
///
///     let reader = ScenarioReader(catalogue: catalogue, lawUnits: law.units)
///     let reading = reader.read("scenarios/x.yaml")
package struct ScenarioReader: Sendable {
    package let catalogue: Catalogue
    /// Paths of the law tree that scenarios may change, without `law.`, and what each counts in.
    package let lawUnits: [String: Unit]
    package let files: SourceFiles

    /// - Parameters:
    ///   - catalogue: out of the data directory, read by ``CatalogueReader``.
    ///   - lawUnits: `LawTree.units` of the law in force.
    ///   - files: by default seen from the current folder.
    package init(
        catalogue: Catalogue, lawUnits: [String: Unit], files: SourceFiles = SourceFiles()
    ) {
        self.catalogue = catalogue
        self.lawUnits = lawUnits
        self.files = files
    }

    /// Reads a scenario; its value is nil where anything forbids using it.
    ///
    /// - Parameter file: the scenario's path, as messages are to name it.
    /// - Returns: the scenario with warnings, or every fault of its file, parents, packages and
    ///   tables.
    package func read(_ file: String) -> Reading<Scenario> {
        let session = ReadingSession(files: files)
        let chain = ScenarioChain(
            file, session: session, catalogue: catalogue, lawUnits: lawUnits)
        let scenario = self.scenario(chain)
        return Reading(value: scenario, diagnostics: session.diagnostics)
    }

    /// The scenario of a chain; nil where a part that it cannot do without is missing.
    private func scenario(_ chain: ScenarioChain) -> Scenario? {
        guard let asked = chain.links.first else { return nil }
        let names = chain.links.map { ($0.header.name(), $0.header.title()) }
        let cohorts = chain.cohorts()
        let transitions = chain.transitions()
        let own = chain.layers()
        let reach = asked.reach
        guard case (let name?, let title?)? = names.first, let regions = reach.regions,
            let horizon = reach.horizon, let segments = reach.segments, let purses = reach.purses
        else { return nil }
        let layers = catalogue.layers + own.layers
        note(own.gaps, layers, from: horizon.lowerBound, chain.session)
        let scenario = Scenario(
            name: name, title: title, file: asked.file, regions: regions, horizon: horizon,
            segments: segments.compactMap { catalogue.segment($0) },
            purses: purses.compactMap { catalogue.purse($0) },
            knownPurses: catalogue.purses, cohorts: cohorts.all,
            provinceCohorts: cohorts.provinces, transitions: transitions,
            layers: layers.map(reach.restricting), correlations: [], tried: chain.tried(),
            expectations: chain.expectations())
        let inputs = scenario.uncertainInputs
        return scenario.with(
            correlations: CorrelationReader.inForce(
                chain.correlations(of: inputs.map(\.name)), inputs, chain.session))
    }

    /// Notes cells that a table lacks and that no other setting gives a value when the horizon
    /// starts, a default of the catalogue included.
    ///
    /// The standard of a parameter does not count: a quota or a ceiling would be 0 unseen.
    private func note(
        _ gaps: [TableGap], _ layers: [Layer], from start: Month, _ session: ReadingSession
    ) {
        let asked = Set(gaps.map(\.address.subject))
        var said: Set<Address> = []
        for setting in layers.lazy.flatMap(\.settings)
        where setting.verb == .replace && asked.contains(setting.address.subject)
            && setting.begins(by: start)
        {
            said.insert(setting.address)
        }
        for var gap in gaps {
            let subject = gap.address.subject
            gap.cells.removeAll { cell in
                cell.covering.contains {
                    said.contains(Address(subject: subject, member: $0.member, region: $0.area))
                }
            }
            if gap.cells.isEmpty { continue }
            session.fault(
                gap.position,
                Phrase(
                    id: "tabel '\(gap.table)' tidak lengkap: ada isian skenario tanpa nilai pada"
                        + " awal periode",
                    en: "table '\(gap.table)' is incomplete: parts of the scenario have no value"
                        + " when it starts"
                ),
                hint: Phrase.lacking(gap, catalogue.regions))
        }
    }
}

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
    private static let longestHorizon = 1200

    let session: ReadingSession
    let catalogue: Catalogue
    let root: YAMLNode

    private var fields: FieldReader { FieldReader(session: session) }

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
                session.fault(
                    place, Phrase.missingField(name),
                    hint: Phrase(
                        id: "wajib ada bila skenario tidak punya 'extends'",
                        en: "required where a scenario has no 'extends'"))
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
                entry.value, existing: catalogue.purses.map(\.id.name), .purse)
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
                first.position,
                Phrase(
                    id: "'\(left),\(right)' punya dua arti: daerah \(left).\(right), atau \(left)"
                        + " dan \(right)",
                    en: "'\(left),\(right)' has two meanings: region \(left).\(right), or \(left)"
                        + " and \(right)"
                ),
                hint: Phrase(
                    id: "tulis [\"\(left).\(right)\"], atau [\(left), \(right)] dengan spasi",
                    en: "write [\"\(left).\(right)\"], or [\(left), \(right)] with a blank"))
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
                entry.value.position,
                Phrase(
                    id: "'horizon' butuh bulan awal dan bulan akhir",
                    en: "a horizon needs a first and a last month"), hint: Phrase.horizonExample)
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
            session.fault(
                entry.value.position,
                Phrase(
                    id: "periode lebih dari 100 tahun", en: "the horizon is longer than 100 years"))
            return nil
        }
        return from...until
    }
}

/// What a scenario speaks of; a part is nil where it is not known, because its reading failed, so
/// that one fault does not make many.
struct ScenarioReach {
    /// In order of code.
    var regions: [RegionCode]? { didSet { areas = Self.areas(regions) } }
    /// The regions with the provinces and the nation that they lie in.
    private var areas: Set<RegionCode>?
    /// Identifiers in order of priority.
    var segments: [String]?
    /// Identifiers in order of rank.
    var purses: [String]?
    /// First to last month, both inclusive.
    var horizon: ClosedRange<Month>?

    init(
        regions: [RegionCode]? = nil, segments: [String]? = nil, purses: [String]? = nil,
        horizon: ClosedRange<Month>? = nil
    ) {
        self.regions = regions
        areas = Self.areas(regions)
        self.segments = segments
        self.purses = purses
        self.horizon = horizon
    }

    private static func areas(_ regions: [RegionCode]?) -> Set<RegionCode>? {
        regions.map { Set($0.flatMap { [.indonesia, $0.parent ?? $0, $0] }) }
    }

    /// Segments or purses that it speaks of.
    ///
    /// Empty for parameters of a region, which have no member; nil where the list is not known.
    func members(_ scope: ParameterDefinition.Scope) -> [String]? {
        switch scope {
        case .region: []
        case .segment: segments
        case .purse: purses
        }
    }

    func touches(_ area: RegionCode) -> Bool {
        areas?.contains(area) ?? true
    }

    /// The layer without settings for other segments, purses, regions or months.
    func restricting(_ layer: Layer) -> Layer {
        Layer(name: layer.name, settings: layer.settings.compactMap(restricting))
    }

    /// The setting as far as it is within reach; nil where nothing of it is, itself where all is.
    ///
    /// Dated points before the horizon shrink to the last of them, which is what holds at its
    /// start.
    private func restricting(_ setting: Setting) -> Setting? {
        let address = setting.address
        if let member = address.member, let scope = address.scope,
            members(scope)?.contains(member) == false
        {
            return nil
        }
        if let area = address.region, !touches(area) { return nil }
        if let until = setting.until, let horizon, until < horizon.lowerBound { return nil }
        let points = setting.points.within(horizon) { $0.from }
        guard !points.isEmpty else { return nil }
        if points.count == setting.points.count { return setting }
        return Setting(
            address: address, entry: setting.entry, verb: setting.verb, points: points,
            until: setting.until,
            provenance: setting.provenance, spread: setting.spread)
    }
}

extension Array {
    /// Dated points as a horizon sees them: of those up to its start the last, then all through
    /// its end.
    ///
    /// The points stand in order of month; a month of nil is the start.
    func within(_ horizon: ClosedRange<Month>?, month: (Element) -> Month?) -> [Element] {
        guard let horizon else { return self }
        let start = horizon.lowerBound
        let later = filter { month($0).map { $0 > start && $0 <= horizon.upperBound } ?? false }
        let early = last { month($0).map { $0 <= start } ?? true }
        return (early.map { [$0] } ?? []) + later
    }
}
