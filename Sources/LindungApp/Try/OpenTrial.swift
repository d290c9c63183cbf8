import Analysis
import Formats
import Policy
import Quantities
import Reading

/// A scenario that is being tried, ready for the next change.
struct OpenTrial: Sendable {
    let trial: Trial
    let workspace: Workspace
    /// The name of all regions at once, where codes stand.
    static let everywhere = "semua"

    /// What the scenario's file speaks of; the trial is of one of them, or of all.
    let regions: [RegionCode]
    /// Absolute paths of all that was read.
    let files: [String]

    var isNarrowed: Bool { trial.regions.count < regions.count }
    var regionTable: RegionTable { workspace.catalogue.regions }

    /// - Parameters:
    ///   - place: the code of a region, or ``everywhere``; nil for the first of the scenario.
    ///   - start: the month from which changes hold; nil for the first month after the first year.
    /// - Throws: ``InputFaults``.
    init(_ file: String, place: String?, start: Month?, _ desk: Desk) throws(InputFaults) {
        let workspace = try desk.workspace(near: file)
        let policy = try workspace.policy(file).value
        let known = policy.regions
        let asked = place.flatMap { RegionCode($0) }.flatMap { known.contains($0) ? $0 : nil }
        let isWhole = place == Self.everywhere && known.count > 1
        let years = policy.years
        trial = try workspace.trial(
            of: policy, region: isWhole ? nil : asked ?? known[0],
            from: start ?? Month(min(years.lowerBound + 1, years.upperBound), 1))
        self.workspace = workspace
        regions = known
        files = try workspace.inputs([policy.scenario]).map { workspace.files.absolute($0.path) }
    }

    /// What is tried, as forms name it: a code, or ``everywhere``.
    var place: String { trial.region?.code ?? Self.everywhere }

    /// What is tried, as people call it.
    func placeName(in language: Language) -> String {
        if let region = trial.region { return regionTable.name(of: region) }
        let count = language.numbers.format(Int64(trial.regions.count))
        return Phrase(id: "semua \(count) daerah", en: "all \(count) regions")[language]
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
                changes.append(Trial.Change(lever, value))
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
        case .word:
            guard case .word(let known) = lever.definition.domain, known.contains(text) else {
                throw InputFaults(
                    option: lever.key,
                    Phrase(id: "'\(text)' bukan pilihan", en: "'\(text)' is no choice"))
            }
            return .word(text)
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
