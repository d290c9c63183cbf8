import Analysis
import Formats
import Policy
import Quantities
import Reading

/// A scenario that is being tried, ready for the next change.
struct OpenTrial: Sendable {
    let trial: Trial
    let workspace: Workspace
    /// What the scenario's file speaks of; the trial is of one of them.
    let regions: [RegionCode]
    /// Absolute paths of all that was read.
    let files: [String]

    var isNarrowed: Bool { regions.count > 1 }
    var regionTable: RegionTable { workspace.catalogue.regions }

    /// - Parameters:
    ///   - region: nil for the first of the scenario.
    ///   - start: the month from which changes hold; nil for the first month after the first year.
    /// - Throws: ``InputFaults``.
    init(_ file: String, region: RegionCode?, start: Month?, _ desk: Desk) throws(InputFaults) {
        let workspace = try desk.workspace(near: file)
        let policy = try workspace.policy(file).value
        let known = policy.regions
        let asked = region.flatMap { known.contains($0) ? $0 : nil }
        let years = policy.years
        trial = try workspace.trial(
            of: policy, region: asked ?? known[0],
            from: start ?? Month(min(years.lowerBound + 1, years.upperBound), 1))
        self.workspace = workspace
        regions = known
        files = try workspace.inputs([policy.scenario]).map { workspace.files.absolute($0.path) }
    }

    /// The levers that a form has turned, in their order; those back at their value are left out.
    ///
    /// - Throws: ``InputFaults`` for a text that is no value.
    func changes(_ fields: FormFields) throws(InputFaults) -> [Trial.Change] {
        var changes: [Trial.Change] = []
        for lever in trial.levers {
            guard let text = fields[Self.field(lever.key)] else { continue }
            let value = try Self.value(text, like: lever)
            if value != lever.value {
                changes.append(
                    Trial.Change(definition: lever.definition, member: lever.member, value: value))
            }
        }
        return changes
    }

    /// What a form calls a lever.
    static func field(_ key: String) -> String { "tuas." + key }

    private static func value(
        _ text: String, like lever: Trial.Lever
    ) throws(InputFaults) -> SettingValue {
        switch lever.value {
        case .flag: return .flag(text == "true")
        case .word: return .word(text)
        case .words: return lever.value
        case .number, .heads, .share, .perMonth, .perYear:
            do throws(NumberTextFault) {
                let number = try parseDouble(text, locale: .english)
                return lever.value.mapNumber { _ in number }
            } catch {
                throw InputFaults(option: lever.key, Phrase.number(error))
            }
        }
    }
}
