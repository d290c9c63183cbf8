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
    /// last one. Without changes it is the scenario tried, for its region alone.
    ///
    /// - Parameters:
    ///   - name: of the scenario.
    ///   - parent: the file that was tried, as seen from where the text will stand.
    ///   - isNarrowed: whether that file has other regions too.
    package func scenarioFile(
        _ name: String, title: Phrase, changes: [Change], parent: String, isNarrowed: Bool
    ) -> String {
        var lines = [
            Self.mark + "\(region.code), \(start)", "name: \(name)", "title:",
            "  id: \(Self.quoted(title.indonesian))", "  en: \(Self.quoted(title.english))",
            "extends: \(Self.quoted(parent))",
        ]
        if isNarrowed { lines.append("regions: [\"\(region.code)\"]") }
        lines.append("locale: en-US")
        if !changes.isEmpty {
            lines.append("levers:")
            lines += changes.map { "  \($0.address): { from: \(start), \(Self.entry($0.value)) }" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func entry(_ value: SettingValue) -> String {
        let text = SettingText(language: nil)
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
