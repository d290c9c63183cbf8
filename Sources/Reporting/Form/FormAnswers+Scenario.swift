import Analysis
import Formats
import Policy
import Quantities

extension FormAnswers {
    /// The region's baseline beside which the scenario stands.
    package static let baselineFile = "dasar.yaml"
    /// The scenario that the workbook comes to.
    package static let scenarioFile = "isian.yaml"

    /// Years of a row that follow each other, in one unit: one setting.
    private typealias Run = [Change]

    /// The files of the scenario by name, itself first: a child of the baseline that sets only
    /// what was changed. Where years between the changed ones were left alone, a package holds the
    /// later ones, since a file sets a key once.
    package func scenarioFiles(_ name: String) -> [(name: String, text: String)] {
        let runs = runs
        let layers = runs.map(\.count).max() ?? 0
        let packages = layers < 2 ? [] : (2...layers).map { "isian-\($0).yaml" }
        let head = [
            Phrase.formNote(FilePath.name(of: file)), "name: isian", "title:",
            "  id: \(Self.quoted("\(name), \(Phrase.formAsFilled.indonesian)"))",
            "  en: \(Self.quoted("\(name), \(Phrase.formAsFilled.english)"))",
            "extends: \(Self.baselineFile)",
        ]
        let list =
            packages.isEmpty ? [] : ["packages: [\(packages.joined(separator: ", "))]"]
        let own = (head + list + sections(runs.compactMap(\.first))).joined(separator: "\n")
        let others = packages.enumerated().map { index, file in
            let later = runs.compactMap { $0.indices.contains(index + 1) ? $0[index + 1] : nil }
            let lines = ["package: isian-\(index + 2)"] + sections(later)
            return (name: file, text: lines.joined(separator: "\n") + "\n")
        }
        return [(Self.scenarioFile, own + "\n")] + others
    }

    /// The runs of each key, in the order of the form.
    private var runs: [[Run]] {
        var found: [[Run]] = []
        var places: [String: Int] = [:]
        for change in changes {
            guard let place = places[change.cell.key] else {
                places[change.cell.key] = found.count
                found.append([[change]])
                continue
            }
            if let last = found[place].last?.last, let until = last.until,
                change.cell.from == until.advanced(by: 1), unit(last) == unit(change)
            {
                found[place][found[place].count - 1].append(change)
            } else {
                found[place].append([change])
            }
        }
        return found
    }

    private func unit(_ change: Change) -> Unit {
        SettingText(language: nil).unit(change.value, of: change.cell.definition)
    }

    private func sections(_ runs: [Run]) -> [String] {
        ParameterDefinition.Role.inFileOrder.flatMap { role -> [String] in
            let own = runs.filter { $0[0].cell.definition.role == role }
            return own.isEmpty ? [] : ["", role.section + ":"] + own.flatMap(entry)
        }
    }

    /// A setting with where it is from.
    private func entry(_ run: Run) -> [String] {
        var lines = ["  \(run[0].cell.key):"]
        if run.count == 1 {
            if let from = run[0].cell.from { lines.append("    from: \(from)") }
            lines.append("    value: \(text(run[0]))")
        } else {
            lines.append("    values:")
            lines += run.compactMap { change in
                change.cell.from.map { "      \($0): \(text(change))" }
            }
        }
        if let until = run[run.count - 1].until { lines.append("    until: \(until)") }
        if unit(run[0]) != run[0].cell.definition.standardUnit {
            lines.append("    unit: \(unit(run[0]).rawValue)")
        }
        let marks = run.map { $0.mark ?? .assumed }
        lines.append("    mark: \(EvidenceMark.weakest(of: marks).rawValue)")
        var sources: [String] = []
        for source in run.compactMap(\.source) where !sources.contains(source) {
            sources.append(source)
        }
        let places =
            "\(FilePath.name(of: file)): \(run[0].sheet)!"
            + run.map(\.place).joined(separator: " ")
        lines.append("    source: \(Self.quoted((sources + [places]).joined(separator: "; ")))")
        return lines
    }

    private func text(_ change: Change) -> String {
        if case .flag(let flag) = change.value { return "\(flag)" }
        return change.value.number.flatMap(MeantNumber.plain) ?? "0"
    }

    /// A text in one line between quotation marks.
    private static func quoted(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
