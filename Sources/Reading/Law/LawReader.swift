import Formats
import Policy
import Quantities

/// Reads the files of the law, one after the other, into a tree.
///
/// A file has `checked` (the month of its newest source), `sources` (short name to outlet and
/// address), and `parameters`, `overlays` or both. The folder's own README describes the fields.
///
///     checked: 2026-04
///     sources: { a: "JDIH Kemnaker, PP 44/2015" }
///     parameters:
///       pu.jkm.rate: { doc: {...}, unit: share, range: [0, 0.2], values: [...] }
///
/// Law is read apart from scenarios and as a whole: one fault anywhere and there is no law, because
/// a tariff without one of its rates would be wrong without being missed. Paths are unique over all
/// files, whose split into topics has no meaning.
struct LawReader {
    /// The files without which there is no law; others may stand beside them.
    ///
    /// A rule that is gone with its file changes contributions without a word, so each is named.
    static let files = [
        "benefits.yaml", "bpu.yaml", "budget-rules.yaml", "jakon.yaml", "overlays.yaml",
        "pmi.yaml", "pu.yaml",
    ]

    let session: ReadingSession
    private var parameters: [LawParameter] = []
    private var overlays: [LawOverlay] = []
    private var places: [String: Position] = [:]

    init(session: ReadingSession) {
        self.session = session
    }

    /// The tree that files make together; nil with a fault in any of them.
    mutating func read(_ paths: [String]) -> LawTree? {
        for path in paths {
            if let root = YAMLReader(session: session).root(of: path) { read(root) }
        }
        guard session.diagnostics.isEmpty else { return nil }
        do throws(LawFault) {
            return try LawTree(parameters: parameters, overlays: overlays)
        } catch {
            session.fault(Position(file: paths.first ?? ""), Phrase.law(error))
            return nil
        }
    }

    /// Reads one file.
    ///
    /// A file without a readable `checked` or without `sources` is read no further, since its
    /// values would all lack them. A parameter or rule with a fault is left out, and the ones after
    /// it are still read. Citations that nothing uses are faults, reported last and only in a file
    /// without others.
    private mutating func read(_ root: YAMLNode) {
        let before = session.diagnostics.count
        let fields = FieldReader(session: session)
        guard
            fields.isTable(
                root, required: ["checked", "sources"], optional: ["parameters", "overlays"]),
            let checked = root["checked"].flatMap({ fields.month($0.value) }),
            let sources = root["sources"]
        else { return }
        let file = LawFile(fields, checked: checked, sources: sources.value)
        for entry in root["parameters"].flatMap({ fields.entries($0.value) }) ?? []
        where isFree(entry.key, entry) {
            if let parameter = file.parameter(entry) { parameters.append(parameter) }
        }
        for entry in root["overlays"].flatMap({ fields.entries($0.value) }) ?? []
        where isFree("overlay." + entry.key, entry) {
            if let overlay = file.overlay(entry) { overlays.append(overlay) }
        }
        // What could not be read uses no citation, so only a file without faults is asked.
        if session.diagnostics.count == before { file.sources.reportUnused() }
    }

    /// Whether the path is well formed and not yet used; reports it where not.
    private mutating func isFree(_ path: String, _ entry: YAMLEntry) -> Bool {
        guard FieldReader(session: session).isPath(path, at: entry.position) else { return false }
        if let place = places.updateValue(entry.position, forKey: path) {
            let other = "\(place.file):\(place.line)"
            session.fault(
                entry.position,
                Phrase(
                    id: "'\(path)' sudah ada di \(other)",
                    en: "'\(path)' is already given at \(other)"))
            return false
        }
        return true
    }
}

/// A file of the law: what its values have in common.
struct LawFile {
    let fields: FieldReader
    /// The month of the newest source, for values that state none of their own.
    let checked: Month
    let sources: LawSources

    init(_ fields: FieldReader, checked: Month, sources: YAMLNode) {
        self.fields = fields
        self.checked = checked
        self.sources = LawSources(sources, fields)
    }

    var session: ReadingSession { fields.session }
}

/// The citations of a file by short name, and which of them were used.
///
/// A class, because values read one after the other mark what they use.
///
///     sources: { a: "JDIH Kemnaker, PP 44/2015" }
final class LawSources {
    private let fields: FieldReader
    private let entries: [YAMLEntry]
    private let byName: [String: String]
    private var used: Set<String> = []

    init(_ node: YAMLNode, _ fields: FieldReader) {
        self.fields = fields
        entries = fields.entries(node) ?? []
        byName = entries.reduce(into: [:]) { $0[$1.key] = fields.text($1.value) }
    }

    /// The citation that a node names; an unknown name is reported.
    ///
    /// - Returns: outlet and address, which provenance keeps; short names end with their file.
    func citation(_ node: YAMLNode) -> String? {
        let known = byName.keys.sorted()
        guard let text = fields.text(node),
            let name = fields.session.word(
                text, among: known, at: node.position,
                Phrase(id: "sumber '\(text)' tidak ada", en: "there is no source '\(text)'"))
        else { return nil }
        used.insert(name)
        return byName[name]
    }

    /// Reports each citation that nothing cites: a value has lost it, or it is left over.
    func reportUnused() {
        for entry in entries where !used.contains(entry.key) {
            fields.session.fault(
                entry.position,
                Phrase(
                    id: "sumber '\(entry.key)' tidak dipakai",
                    en: "source '\(entry.key)' is never used"))
        }
    }
}
