import Quantities
import Reading

/// What is to be compared.
struct CompareChoice: Sendable {
    /// Draws that a page may ask for: more are for the command, which shows their progress.
    static let offeredDraws = [100, 1000]

    let folder: ScenarioFolder
    /// At least one, in the order of the folder.
    let entries: [ScenarioFolder.Entry]
    let baseline: ScenarioFolder.Entry
    /// Nil where only written values are computed.
    let draws: Int?

    /// What a form names of a folder; nil where it names no scenario of it.
    init?(_ fields: FormFields, in folder: ScenarioFolder) {
        let stems = Set(fields.all("s"))
        entries = folder.entries.filter { stems.contains($0.stem) }
        guard let first = entries.first else { return nil }
        self.folder = folder
        baseline = entries.first { $0.stem == fields["acuan"] } ?? first
        draws = fields["simulasi"].flatMap { Int($0) }.flatMap {
            Self.offeredDraws.contains($0) ? $0 : nil
        }
    }

    /// The baseline first: it is what the others are compared with.
    var ordered: [ScenarioFolder.Entry] { [baseline] + entries.filter { $0 != baseline } }

    /// The command that comes to the same figures.
    ///
    /// - Parameter name: what is asked of the scenarios: `compare`, or `report`.
    func command(_ language: Language, asking name: String = "compare", _ rest: [String] = [])
        -> String
    {
        var words = ["lindung", name] + ordered.map(\.file.shellWord)
        if let draws { words += ["--draws", String(draws)] }
        if language != .standard { words += ["--lang", language.rawValue] }
        return (words + rest).joined(separator: " ")
    }
}

extension String {
    /// As a shell takes it for one word.
    var shellWord: String {
        let isPlain = allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_./,:=@%+".contains($0))
        }
        return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
