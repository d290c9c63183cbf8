import Formats
import Quantities

/// A folder of scenarios as one chooses among them: what each is called, none of it computed.
package struct ScenarioFolder: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        /// The path, seen from the root of the files.
        package let file: String
        /// The file without folder and ending.
        package var stem: String {
            let name = FilePath.name(of: file)
            return String(name.dropLast(name.hasSuffix(".yaml") ? 5 : 4))
        }
        /// What the scenario calls itself.
        package let name: String
        package let title: Phrase
    }

    package let path: String
    /// Its name, which tells it apart from the others.
    package let name: String
    /// By name of the file, the one from which the others start first; none that asks a question
    /// or cannot be read.
    package let entries: [Entry]

    /// Reads the heads of a folder's scenarios; nil where it holds none.
    package init?(_ path: String, in files: SourceFiles) {
        let named = files.names(in: path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
        let entries = named.compactMap { Self.entry(FilePath.join(path, $0), files) }
        guard !entries.isEmpty else { return nil }
        self.path = path
        name = FilePath.name(of: files.absolute(path))
        self.entries =
            entries.filter { $0.stem == Self.start } + entries.filter { $0.stem != Self.start }
    }

    /// What the scenario is called from which the others of a folder start.
    private static let start = "dasar"

    /// Whether the scenarios start from one of them, and so can stand side by side.
    package var hasStart: Bool { entries.first?.stem == Self.start }

    /// The folders directly inside one that hold scenarios, and itself where it holds some.
    package static func all(in root: String, _ files: SourceFiles) -> [ScenarioFolder] {
        let inside = files.names(in: root).map { FilePath.join(root, $0) }
            .filter(files.isDirectory)
        return ([root] + inside).compactMap { ScenarioFolder($0, in: files) }
    }

    private static func entry(_ file: String, _ files: SourceFiles) -> Entry? {
        guard !files.isDirectory(file), QuestionKind.of(file, in: files) == nil else { return nil }
        let session = ReadingSession(files: files)
        guard let root = YAMLReader(session: session).root(of: file),
            let name = root["name"]?.value.text,
            let title = FieldReader(session: session).phrase(
                "title", of: root, at: Position(file: file))
        else { return nil }
        return Entry(file: file, name: name, title: title)
    }
}
