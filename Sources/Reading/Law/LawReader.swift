import Foundation
import Policy
import Yams

/// Reads a folder of law files, every `.yaml` in it, into a tree.
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
/// a tariff without one of its rates would be wrong without being missed.
public enum LawReader {
    /// The files without which there is no law; others may stand beside them.
    ///
    /// A rule that is gone with its file changes contributions without a word, so each is named.
    public static let files = [
        "benefits.yaml", "bpu.yaml", "budget-rules.yaml", "jakon.yaml", "overlays.yaml",
        "pmi.yaml", "pu.yaml",
    ]

    /// The tree that a folder's files make together.
    ///
    /// Files are read in order of name; their split into topics has no meaning. Files named in
    /// faults and provenance are `directory` as given, a slash, and the file's name.
    ///
    /// - Throws: ``LawFileFaults`` with the faults of all files; files that cannot be read, or are
    ///   not
    /// UTF-8, are told alone, before any other is looked into.
    public static func read(directory: String) throws(LawFileFaults) -> LawTree {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? nil
        guard let names else { throw whole(directory, .unreadable) }
        let files = names.filter { $0.hasSuffix(".yaml") }.sorted()
        guard !files.isEmpty else { throw whole(directory, .noFiles) }
        var texts: [(name: String, text: String)] = []
        var unreadable: [LawFileFault] = []
        for file in files {
            let path = directory.hasSuffix("/") ? directory + file : directory + "/" + file
            if let data = FileManager.default.contents(atPath: path),
                let text = String(data: data, encoding: .utf8)
            {
                texts.append((path, text))
            } else {
                unreadable.append(LawFileFault(file: path, line: 0, column: 0, kind: .unreadable))
            }
        }
        guard unreadable.isEmpty else { throw LawFileFaults(unreadable) }
        return try read(texts)
    }

    /// The tree that named texts make together, for tests and for text that is not in a folder.
    ///
    /// - Throws: ``LawFileFaults`` with every fault of every text.
    public static func read(
        _ texts: [(name: String, text: String)]
    ) throws(LawFileFaults) -> LawTree {
        let log = LawFaultLog()
        var reader = LawFileReader(log: log)
        for (name, text) in texts {
            if let root = compose(text, name, log) { reader.read(root) }
        }
        guard log.faults.isEmpty else { throw LawFileFaults(log.faults) }
        do throws(LawFault) {
            return try LawTree(parameters: reader.parameters, overlays: reader.overlays)
        } catch {
            throw whole(texts.first?.name ?? "", .law(error))
        }
    }

    /// One fault about a file or folder as a whole.
    private static func whole(_ file: String, _ kind: LawFileFault.Kind) -> LawFileFaults {
        LawFileFaults([LawFileFault(file: file, line: 0, column: 0, kind: kind)])
    }

    /// The root of a text; nil after a report where the text is no YAML or is empty.
    ///
    /// The parser stops at its first fault, so such a text has one.
    private static func compose(_ text: String, _ file: String, _ log: LawFaultLog) -> LawNode? {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                log.add(LawFileFault(file: file, line: 1, column: 1, kind: .expected(.table)))
                return nil
            }
            return LawNode(node: node, file: file, log: log)
        } catch {
            log.add(fault(error, file))
            return nil
        }
    }

    /// The parser's error as a fault with its place.
    ///
    /// The parser's own English words are kept in ``LawFileFault/Kind/notYAML(_:)``; files of the
    /// law are written by their maintainers and not by planners.
    private static func fault(_ error: any Error, _ file: String) -> LawFileFault {
        let (mark, kind): (Mark?, LawFileFault.Kind) =
            switch error as? YamlError {
            case .duplicatedKeysInMapping(let keys, let context):
                (context.mark, .duplicateKey(keys.first ?? ""))
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                (mark, .notYAML(problem))
            case .reader(let problem, _, _, _): (nil, .notYAML(problem))
            default: (nil, .notYAML("\(error)"))
            }
        return LawFileFault(
            file: file, line: mark?.line ?? 0, column: mark?.column ?? 0, kind: kind)
    }
}
