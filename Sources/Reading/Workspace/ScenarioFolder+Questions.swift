import Formats
import Quantities

extension ScenarioFolder {
    /// A file that asks something about the scenarios beside it.
    package struct Question: Sendable, Hashable {
        /// The path, seen from the root of the files.
        package let file: String
        package let kind: QuestionKind
        package let title: Phrase
    }

    /// The questions in the folder and in those directly inside it, by path; none that cannot be
    /// read.
    package func questions(in files: SourceFiles) -> [Question] {
        paths(in: files, ending: [".yaml", ".yml"]).compactMap { file in
            guard let kind = QuestionKind.of(file, in: files) else { return nil }
            let session = ReadingSession(files: files)
            guard let root = YAMLReader(session: session).root(of: file) else { return nil }
            let title = FieldReader(session: session).phrase(
                "title", of: root, at: Position(file: file))
            return Question(
                file: file, kind: kind, title: title ?? Phrase(same: "\(FilePath.name(of: file))"))
        }
    }

    /// Tables in the folder and in those directly inside it that may be series; expected results
    /// of scenarios are none.
    package func tables(in files: SourceFiles) -> [String] {
        paths(in: files, ending: [".csv"]).filter { !$0.hasSuffix(".expected.csv") }
    }

    private func paths(in files: SourceFiles, ending: [String]) -> [String] {
        let own = files.names(in: path).map { FilePath.join(path, $0) }
        let inside = own.filter(files.isDirectory).flatMap { folder in
            files.names(in: folder).map { FilePath.join(folder, $0) }
        }
        return (own + inside).filter { file in
            ending.contains { file.hasSuffix($0) } && !files.isDirectory(file)
        }
    }
}

extension Workspace {
    /// Shipped tables of the past, which can be continued.
    package var histories: [String] {
        files.names(in: data.path).map { FilePath.join(data.path, $0) }
            .filter(files.isDirectory).flatMap { folder in
                files.names(in: folder).filter { $0.hasSuffix("_history.csv") }
                    .map { FilePath.join(folder, $0) }
            }
    }
}
