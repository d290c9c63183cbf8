import Analysis
import Formats
import Policy
import Quantities

/// A target's answer as a scenario, for `run` and `compare`.
extension TargetResult {
    /// The text of a scenario file that extends the one asked about and sets the keys of the dial.
    ///
    /// Numbers have all their digits, so that a run of the file has the same outcome to the last
    /// one.
    ///
    /// - Parameters:
    ///   - file: where it will stand; the parent is named as seen from its folder.
    ///   - files: where relative paths begin.
    package func scenario(at file: String, in files: SourceFiles) -> String {
        let problem = question.problem
        let parent = FilePath.relative(
            files.absolute(problem.scenario.file), from: FilePath.folder(of: files.absolute(file)))
        let name = FilePath.name(of: file).split(separator: ".").first.map(String.init) ?? "jawaban"
        let title = Phrase.targetScenarioTitle(question.title, isMet: answer.solution != nil)
        var lines = Phrase.targetScenarioNote(problem.aim, label.value(point.value)).map {
            "# " + $0
        }
        lines += [
            "name: \(name)", "title:", "  id: \(Self.quoted(title.indonesian))",
            "  en: \(Self.quoted(title.english))", "extends: \(Self.quoted(parent))",
            "locale: en-US",
        ]
        for role in ParameterDefinition.Role.inFileOrder {
            let keys = zip(keyTexts, point.place?.values ?? []).filter {
                $0.0.key.setting.address.role == role
            }
            guard !keys.isEmpty else { continue }
            lines.append("\(role.section):")
            lines += keys.map { text, number in
                let key = "\(text.key.setting.address)"
                let name = role == .law ? String(key.dropFirst("law.".count)) : key
                return "  \(name): \(text.entry(number))"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }

    /// Writes the scenario.
    ///
    /// - Throws: ``OutputFault``.
    package func writeScenario(
        to file: String, over old: AtomicFile.Predecessor, in files: SourceFiles = SourceFiles()
    ) throws(OutputFault) {
        try AtomicFile.write(
            Array(scenario(at: file, in: files).utf8), to: file, over: old, in: files)
    }

    package static let mark = "# lindung target: "
}

extension FilePath {
    /// An absolute path as seen from an absolute folder: `/a/b/c.yaml` from `/a/d` is
    /// `../b/c.yaml`.
    static func relative(_ path: String, from folder: String) -> String {
        let parts = join("/", path).split(separator: "/")
        let place = join("/", folder).split(separator: "/")
        let common = zip(parts, place).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: place.count - common)
        return (up + parts.dropFirst(common).map(String.init)).joined(separator: "/")
    }
}
