import Formats
import Policy
import Quantities

/// Reads the catalogues of a data directory: regions, segments, purses.
///
/// Segments and purses are data: another country's scheme, or a region's own list, needs other
/// files and no other program. Their `settings` are ordinary settings and lie below every scenario,
/// so that a scenario overrides them like any lower layer.
///
/// It is read before any scenario, whose segments, purses and regions are checked against it.
package struct CatalogueReader: Sendable {
    package let files: SourceFiles

    /// - Parameter files: by default seen from the current folder.
    package init(files: SourceFiles = SourceFiles()) {
        self.files = files
    }

    /// Reads `regions/regions.csv`, `segments.yaml` and `purses.yaml`.
    ///
    /// Names come first and settings second, since a purse names segments and a setting may name
    /// both. Every fault of all three files is collected; what one of them lacks does not hide the
    /// faults of the others.
    ///
    /// - Parameter data: the folder of those files, as
    ///   ``DataDirectory/find(asked:scenario:executable:environment:files:)``
    /// found it.
    /// - Parameter lawUnits: the paths of the law, one of which limits what a purse spends.
    /// - Returns: no catalogue where anything is an error.
    package func read(
        _ data: DataDirectory, lawUnits: [String: Unit] = [:]
    ) -> Reading<Catalogue> {
        let session = ReadingSession(files: files)
        let regions = RegionTableReader(session: session).read(data.file("regions/regions.csv"))
        let yaml = YAMLReader(session: session)
        let segmentRoot = yaml.root(of: data.file("segments.yaml"))
        let purseRoot = yaml.root(of: data.file("purses.yaml"))
        let segments = segmentRoot.map { SegmentCatalogue(session: session).read($0) } ?? []
        // A segment with a fault of its own still exists for the purses.
        let existing = segmentRoot?["segments"]?.value.entries?.map(\.key) ?? []
        let purses = purseRoot.map {
            PurseCatalogue(
                session: session, segments: existing, lawPaths: lawUnits.keys.sorted()
            ).read($0)
        }
        let named = Catalogue(
            folder: data.path, regions: regions ?? RegionTable([]), segments: segments,
            purses: purses ?? [], layers: [])
        let settings = CatalogueSettings(session: session, catalogue: named)
        let layers = [
            Layer(name: "segments", settings: settings.read(segmentRoot, "segments", prefix: "")),
            Layer(name: "purses", settings: settings.read(purseRoot, "purses", prefix: "purse.")),
        ]
        let catalogue = Catalogue(
            folder: data.path, regions: named.regions, segments: segments,
            purses: named.purses, layers: layers)
        return Reading(value: catalogue, diagnostics: session.diagnostics)
    }
}

/// Reads the `settings` of each segment or purse into the lowest layers.
///
/// In `segments.yaml` a key lacks the segment, in `purses.yaml` the purse and `purse.` as well:
///
///     petani:  { settings: { route: bpu } }        # route.petani: bpu
///     dbh-cht: { settings: { share: 0.5 } }        # purse.share.dbh-cht: 0.5
struct CatalogueSettings {
    let session: ReadingSession
    /// What exists, so far without settings.
    let catalogue: Catalogue

    /// The settings of all members of a catalogue, in order of the file.
    ///
    /// - Parameters:
    ///   - root: the file; nil where it could not be read, and then there are none.
    ///   - section: `segments` or `purses`, which is also the name of the layer.
    ///   - prefix: what keys of the file lack at their beginning.
    func read(_ root: YAMLNode?, _ section: String, prefix: String) -> [Setting] {
        guard let root, let members = root[section]?.value.entries else { return [] }
        let context = SettingContext(
            kind: .catalogue, layer: section, file: root.position.file, catalogue: catalogue,
            lawUnits: [:], reach: ScenarioReach(), tables: ScenarioReach(), locale: nil)
        let reader = SettingReader(session: session, context: context)
        let scope: ParameterDefinition.Scope = section == "purses" ? .purse : .segment
        return members.flatMap { member in
            entries(of: member).compactMap { entry in
                definition(entry, prefix: prefix, scope).flatMap {
                    reader.setting(
                        entry, Address(subject: .parameter($0), member: member.key))
                }
            }
        }
    }

    /// What stands under `settings` of a member.
    ///
    /// Nothing behind the colon is no settings; a list or a text is a fault.
    private func entries(of member: YAMLEntry) -> [YAMLEntry] {
        guard let field = member.value["settings"], !field.value.isNull else { return [] }
        if let entries = field.value.entries { return entries }
        session.fault(
            field.value.position, Phrase.sectionNotMapping("settings"),
            hint: Phrase(
                id: "contoh: 'settings: { route: bpu }'",
                en: "for example 'settings: { route: bpu }'"))
        return []
    }

    /// The parameter that a key of the catalogue means; its scope must be that of the catalogue.
    ///
    /// `quota@35.74` is unknown here: a default holds everywhere. The hint lists keys without the
    /// prefix, as they are to be written.
    private func definition(
        _ entry: YAMLEntry, prefix: String, _ scope: ParameterDefinition.Scope
    ) -> ParameterDefinition? {
        if let found = Parameters.definition(prefix + entry.key), found.scope == scope {
            return found
        }
        let known = Parameters.catalogue.filter { $0.scope == scope && $0.path.hasPrefix(prefix) }
            .map { String($0.path.dropFirst(prefix.count)) }
        session.fault(
            entry.position, Phrase.unknownKey(entry.key),
            hint: Phrase.nearest(entry.key, among: known))
        return nil
    }
}

/// Reads which segments exist and what they are called.
///
///     segments:
///       petani:
///         name: { id: Petani, en: Farmers }
///         settings: { route: bpu, base: { value: 1000000, mark: A } }
///
/// `source` and `mark` of a segment are those of its being a segment; each setting has its own.
struct SegmentCatalogue {
    let session: ReadingSession

    /// The segments of a file, in its order; those without a name are left out.
    func read(_ root: YAMLNode) -> [Segment] {
        let fields = FieldReader(session: session)
        fields.check(root, allowed: ["segments"])
        guard let entries = root["segments"]?.value.entries else {
            session.fault(Position(file: root.position.file), Phrase.missingField("segments"))
            return []
        }
        return entries.compactMap { entry in
            fields.check(entry.value, allowed: ["name", "settings", "source", "mark", "note"])
            guard let name = fields.phrase("name", of: entry.value, at: entry.position) else {
                return nil
            }
            let evidence = EvidenceReader(
                session: session, regions: nil,
                scalars: ScalarReader(session: session, locale: nil)
            ).evidence(entry.value, unit: nil)
            return Segment(
                id: SegmentID(entry.key), name: name,
                provenance: evidence.provenance(at: entry.position, layer: "segments"))
        }
    }
}

/// Reads `regions/regions.csv`: columns `region` (the code) and `name`, optional `bps_code` and
/// `villages`.
struct RegionTableReader {
    let session: ReadingSession

    /// The regions of a file; rows with faults are left out.
    ///
    /// Faults: a column or the file is missing; a code is none, is given twice, or has no province
    /// in the table. A count of villages that is no whole number counts as not given.
    func read(_ path: String) -> RegionTable? {
        let reader = CSVReader(session: session)
        guard let table = reader.table(path), reader.has(["region", "name"], table),
            let code = table.index(of: "region"), let name = table.index(of: "name")
        else { return nil }
        let (villages, bps) = (table.index(of: "villages"), table.index(of: "bps_code"))
        reader.account(
            for: table, reading: ["region", "name"], optional: ["villages", "bps_code"],
            isShipped: true)
        var seen: [RegionCode: Position] = [:]
        let regions = table.rows.compactMap { row -> RegionTable.Region? in
            let cell = row.cells[code]
            guard let region = RegionCode(cell.text) else {
                session.fault(
                    cell.position, Phrase.notARegionCode(cell.text),
                    hint: Phrase.regionCodes)
                return nil
            }
            if let first = seen.updateValue(row.position, forKey: region) {
                session.fault(
                    cell.position,
                    Phrase(
                        id: "daerah '\(cell.text)' sudah ada di baris \(first.line)",
                        en: "region '\(cell.text)' already stands on line \(first.line)"))
                return nil
            }
            return RegionTable.Region(
                code: region,
                bpsCode: bps.flatMap { row.cells[$0].text.isEmpty ? nil : row.cells[$0].text },
                name: row.cells[name].text,
                villages: villages.flatMap { Int(row.cells[$0].text) })
        }
        noteMissingParents(seen)
        return RegionTable(regions)
    }

    /// Every kabupaten and kota must have its province in the table.
    private func noteMissingParents(_ places: [RegionCode: Position]) {
        for (code, position) in places where code.level == .kabkota {
            guard let parent = code.parent, places[parent] == nil else { continue }
            session.fault(
                position,
                Phrase(
                    id: "provinsi '\(parent.code)' dari daerah '\(code.code)' tidak ada di tabel",
                    en: "the table lacks province '\(parent.code)' of region '\(code.code)'"))
        }
    }
}
