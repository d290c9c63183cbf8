import Formats
import Quantities

/// Files that ask about scenarios, and the command that answers each.
///
/// They stand in the folders of the scenarios they ask about, so that `scenarios/jawa-timur/*.yaml`
/// names both.
package enum QuestionKind: String, Sendable, CaseIterable {
    case target
    case allocate
    case stage
    case sweep

    /// A field that only this kind of file has; of several the first kind counts.
    private var field: String {
        switch self {
        case .target: "dial"
        case .allocate: "objective"
        case .stage: "stages"
        case .sweep: "inputs"
        }
    }

    /// The kind of a file; nil for a scenario, and for what cannot be read at all.
    static func of(_ file: String, in files: SourceFiles) -> QuestionKind? {
        let session = ReadingSession(files: files)
        guard let root = YAMLReader(session: session).root(of: file) else { return nil }
        return allCases.first { root[$0.field] != nil }
    }
}

extension Workspace {
    /// The scenarios among some files, and a note on the files that ask a question instead.
    ///
    /// - Throws: ``InputFaults`` where no scenario is among them.
    package func scenarios(
        among paths: [String]
    ) throws(InputFaults) -> (files: [String], note: Phrase?) {
        let kinds = paths.map { QuestionKind.of($0, in: files) }
        let questions = zip(paths, kinds).compactMap { path, kind in kind.map { (path, $0) } }
        guard questions.count < paths.count else {
            throw InputFaults(
                questions.map { path, kind in
                    Diagnostic(
                        at: Position(file: path),
                        Phrase(
                            id: "berkas ini bertanya tentang sebuah skenario, bukan skenario",
                            en: "this file asks about a scenario and is none itself"),
                        hint: Phrase(
                            id: "jalankan 'lindung \(kind.rawValue) \(path)'",
                            en: "run 'lindung \(kind.rawValue) \(path)'"))
                })
        }
        let scenarios = zip(paths, kinds).filter { $0.1 == nil }.map(\.0)
        return (scenarios, questions.isEmpty ? nil : Phrase.leftOut(questions))
    }
}
