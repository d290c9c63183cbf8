import Analysis
import Formats
import Policy
import Quantities

/// Turned levers as a scenario, for `run` and `compare`.
extension Trial {
    /// How files with turned levers begin; only such are ever replaced.
    package static let mark = "# lindung-app: "

    /// The text of a scenario file that extends the one that was tried and sets the turned levers.
    ///
    /// Numbers have all their digits, so that a run of the file comes to the same figures to the
    /// last one. Without changes it is the scenario tried, for its region alone where it is of one.
    ///
    /// - Parameters:
    ///   - name: of the scenario.
    ///   - parent: the file that was tried, as seen from where the text will stand.
    ///   - isNarrowed: whether that file has other regions too.
    package func scenarioFile(
        _ name: String, title: Phrase, changes: [Change], parent: String, isNarrowed: Bool
    ) -> String {
        var lines = [
            Self.mark + "\(region?.code ?? "*"), \(start)", "name: \(name)", "title:",
            "  id: \(Self.quoted(title.indonesian))", "  en: \(Self.quoted(title.english))",
            "extends: \(Self.quoted(parent))",
        ]
        if isNarrowed, let region { lines.append("regions: [\"\(region.code)\"]") }
        lines.append("locale: en-US")
        if !changes.isEmpty {
            lines.append("levers:")
            lines += changes.map { "  \($0.address): { from: \(start), \(Self.entry($0)) }" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func entry(_ change: Change) -> String {
        let (text, value) = (SettingText(language: nil), change.value)
        guard !change.isFactor else { return "scale: \(text.text(value))" }
        return switch value {
        case .share: "unit: share, value: \(text.text(value))"
        case .words(let words): "value: [\(words.joined(separator: ", "))]"
        default: "value: \(text.text(value))"
        }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }
}
