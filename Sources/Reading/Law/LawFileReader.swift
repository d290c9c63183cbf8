import Policy
import Quantities

/// Reads the files of a folder one after the other and keeps what they make.
///
/// Paths are unique over the folder, so the reader remembers where each was first given: a second
/// use is a fault that names both places.
///
///     checked: 2026-04
///     sources: { a: "JDIH, jdih.go.id/..." }
///     parameters: { bpu.jkm.amount: {...} }
struct LawFileReader {
    /// Where faults of all files go.
    let log: LawFaultLog
    /// What was read without fault, in the order of the files.
    private(set) var parameters: [LawParameter] = []
    /// The temporary rules that were read without fault.
    private(set) var overlays: [LawOverlay] = []
    /// Where each path was first given.
    private var places: [String: (file: String, line: Int)] = [:]

    /// Begins with no file read and no path taken.
    init(log: LawFaultLog) {
        self.log = log
    }

    /// Reads one file from its root: `checked`, `sources`, and `parameters` or `overlays`.
    ///
    /// A file without a readable `checked` or without `sources` is read no further, since its
    /// values would all lack them. A parameter or rule with a fault is left out, and the ones after
    /// it are still read. Citations that nothing uses are faults, reported last and only in a file
    /// without others.
    mutating func read(_ root: LawNode) {
        let before = log.faults.count
        guard
            let fields = root.fields(
                required: ["checked", "sources"], optional: ["parameters", "overlays"])
        else { return }
        guard let checked = fields["checked"]?.month(), let sources = fields["sources"] else {
            return
        }
        let context = LawFileContext(checked: checked, sources: LawSources(sources))
        for (key, path, value) in fields["parameters"]?.entries() ?? []
        where isFree(path, key) {
            if let parameter = context.parameter(path, key, value) { parameters.append(parameter) }
        }
        for (key, id, value) in fields["overlays"]?.entries() ?? []
        where isFree("overlay." + id, key) {
            if let overlay = context.overlay(id, key, value) { overlays.append(overlay) }
        }
        // What could not be read uses no citation, so only a file without faults is asked.
        if log.faults.count == before { context.sources.reportUnused() }
    }

    /// Whether the path is well formed and not yet used; reports it where not.
    private mutating func isFree(_ path: String, _ key: LawNode) -> Bool {
        guard key.isPath(path) else { return false }
        if let place = places[path] {
            key.fault(.duplicatePath(path, file: place.file, line: place.line))
            return false
        }
        places[path] = (key.file, key.node.mark?.line ?? 0)
        return true
    }
}

/// The citations of a file by short name, and which of them were used.
///
/// A class, because values read one after the other mark what they use.
///
///     sources: { a: "JDIH Kemnaker, PP 44/2015" }
final class LawSources {
    /// Outlet and address by short name.
    private let byName: [String: String]
    /// In the order of the file, for the report of those that no value uses.
    private let keys: [(name: String, key: LawNode)]
    /// Short names that a value has cited so far.
    private var used: Set<String> = []

    /// Reads the table `sources`: short name to outlet and address.
    init(_ node: LawNode) {
        let entries = node.entries() ?? []
        keys = entries.map { ($0.name, $0.key) }
        byName = entries.reduce(into: [:]) { $0[$1.name] = $1.value.text() }
    }

    /// The citation that a node names; an unknown name is reported.
    ///
    /// - Returns: outlet and address, which provenance keeps; short names end with their file.
    func citation(_ node: LawNode) -> String? {
        guard let name = node.text() else { return nil }
        guard let citation = byName[name] else {
            node.fault(.unknownSource(name, known: byName.keys.sorted()))
            return nil
        }
        used.insert(name)
        return citation
    }

    /// Reports each citation that nothing cites: a value has lost it, or it is left over.
    func reportUnused() {
        for (name, key) in keys where !used.contains(name) { key.fault(.unusedSource(name)) }
    }
}

/// What the values of a file have in common.
///
/// Parameters and overlays are read by methods of this type, in files of their own.
struct LawFileContext {
    /// The month of the newest source, for values that state none of their own.
    let checked: Month
    /// The citations that values name.
    let sources: LawSources
}

extension LawNode {
    /// Whether a text is a path: lower-case words of letters, digits, `_` and `-`, with dots.
    ///
    /// `pu.jkm.rate` and `pp-50-2025` are; `PU.rate`, `pu..rate` and an empty text are not. Paths
    /// are written in scenarios by hand, so there is one way to write each. Reports where it is
    /// none.
    func isPath(_ text: String) -> Bool {
        let words = text.split(separator: ".", omittingEmptySubsequences: false)
        let fits = words.allSatisfy { word in
            !word.isEmpty
                && word.utf8.allSatisfy {
                    (97...122).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 45
                }
        }
        if !fits { fault(.malformedPath(text)) }
        return fits
    }
}
