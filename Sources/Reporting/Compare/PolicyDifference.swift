import Analysis
import Costing
import Formats
import Policy
import Quantities

/// What two scenarios set differently: key, regions, months, both values and their places.
public struct PolicyDifference {
    /// The scenario whose values stand on the left.
    let first: ScenarioResult
    /// The scenario whose values stand on the right, with their places.
    let second: ScenarioResult
    /// How values are written.
    let text: SettingText

    /// - Parameters:
    ///   - language: whose number marks are used; nil for plain digits.
    ///   - marks: of numbers in plain digits.
    public init(
        from first: ScenarioResult, to second: ScenarioResult, in language: Language?,
        marks: CSVMarks = .plain
    ) {
        self.first = first
        self.second = second
        text = SettingText(language: language, locale: marks.locale)
    }

    /// The differences: first what only one of the scenarios speaks of, then the keys of what both
    /// do, in the order of the catalogue. Regions that differ in the same way share a row; `all`
    /// stands for every region. For people, members that all differ in the same way share theirs
    /// too.
    public func table() -> ResultTable {
        let changes = first.policy.sharedChanges(to: second.policy)
        let rows = changes.map { $0.isLaw ? lawRows($0) : settingRows($0) }
        guard text.language == nil else {
            return shortTable(folded(frameRows + shared(Array(zip(changes, rows)))))
        }
        return table(frameRows + rows.flatMap { $0 })
    }

    /// What only one of the scenarios speaks of, then the keys that differ, in the order of the
    /// catalogue; a key of which several segments or purses differ once.
    public var keys: [String] {
        let changes = first.policy.sharedChanges(to: second.policy)
        let paths = changes.map(\.path)
        var keys = frameRows.map(\.key)
        for change in changes {
            let isAlone = paths.count { $0 == change.path } == 1
            let key = isAlone ? change.key : change.path
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// The scenarios' names; two of one name are told apart by a stroke.
    var names: (String, String) {
        (first.name, second.name == first.name ? second.name + "'" : second.name)
    }

    /// All rows and columns.
    private func table(_ rows: [Row]) -> ResultTable {
        ResultTable("diff", rows) {
            Key("key", \.key)
            Key("region") { label($0.regions) }
            Key("from", \.from.description)
            Column(names.0, .word, \.before.text.value)
            Column(names.1, .word, \.after.text.value)
            Column("unit", .word, \.after.text.unit.rawValue)
            Column("layer", .word, \.after.layer)
            Column("place", .word, \.after.place)
        }
    }

    /// `all`, or codes with blanks between them.
    private func label(_ regions: [RegionCode]) -> String {
        regions.count == first.policy.regions.count
            ? "all" : regions.map(\.code).joined(separator: " ")
    }

    /// A value in one of the scenarios and who set it.
    struct Side: Hashable {
        /// `–` where there is none.
        let text: ValueText
        /// The scenario, package or catalogue that set it.
        let layer: String
        /// The file; empty for a value that nobody wrote.
        let file: String
        /// In the file.
        let line: Int

        /// A value with who set it.
        init(_ text: ValueText, _ provenance: Provenance?) {
            self.text = text
            layer = provenance?.layer ?? ""
            file = provenance?.file ?? ""
            line = provenance?.line ?? 0
        }

        /// The file and line.
        var place: String { line > 0 ? "\(file):\(line)" : layer.isEmpty ? "" : "–" }
    }

    /// One row of the table.
    struct Row: Hashable {
        /// The key with its segment or purse.
        var key: String
        /// Those that differ in this way.
        let regions: [RegionCode]
        /// The month from which both values hold.
        let from: Month
        /// In the first scenario.
        let before: Side
        /// In the second scenario.
        let after: Side
    }

    /// How one region differs: one element for each month in which either value changes.
    private struct Course: Hashable {
        /// When either value changes, where they differ.
        let months: [Month]
        /// The first scenario's values, one for each month.
        let before: [Side]
        /// The second scenario's values, one for each month.
        let after: [Side]
    }

    /// The rows of a parameter: regions with equal courses share theirs.
    private func settingRows(_ change: PolicyChange) -> [Row] {
        guard let definition = Parameters.definition(change.path) else { return [] }
        var order: [Course] = []
        var regions: [Course: [RegionCode]] = [:]
        for region in first.policy.regions {
            guard let course = course(definition, change.member, region) else { continue }
            if regions[course] == nil { order.append(course) }
            regions[course, default: []].append(region)
        }
        return order.flatMap { course in
            course.months.indices.map { index in
                Row(
                    key: change.key, regions: regions[course] ?? [], from: course.months[index],
                    before: course.before[index], after: course.after[index])
            }
        }
    }

    /// How a region differs; nil where it does not.
    private func course(
        _ definition: ParameterDefinition, _ member: String?, _ region: RegionCode
    ) -> Course? {
        guard let a = first.policy.settings(definition, member: member, region: region),
            let b = second.policy.settings(definition, member: member, region: region)
        else { return nil }
        var last: [SettingValue?] = []
        let months = Set((a.steps + b.steps).map(\.from)).sorted().filter { month in
            let pair = [a.step(at: month)?.value, b.step(at: month)?.value]
            defer { last = pair }
            return pair[0] != pair[1] && pair != last
        }
        guard !months.isEmpty else { return nil }
        return Course(
            months: months, before: months.map { side(a.step(at: $0), definition) },
            after: months.map { side(b.step(at: $0), definition) })
    }

    /// What stands where a scenario has no value.
    private static let nothing = Side(ValueText(value: "–", number: nil, unit: .word), nil)

    /// A step of a timeline as a side.
    private func side(
        _ step: Timeline<SettingValue>.Step?, _ definition: ParameterDefinition
    ) -> Side {
        guard let step else { return Self.nothing }
        let unit = text.unit(step.value, of: definition)
        return Side(
            ValueText(value: text.text(step.value), number: step.value.number, unit: unit),
            step.provenance)
    }

    /// The rows of a law: months of the horizon in which its values differ.
    private func lawRows(_ change: PolicyChange) -> [Row] {
        let path = String(change.path.dropFirst("law.".count))
        guard let a = try? first.pricing.law.parameter(path),
            let b = try? second.pricing.law.parameter(path)
        else { return [] }
        let horizon = first.policy.horizon
        let steps = (a.timeline.steps + b.timeline.steps).map { max($0.from, horizon.lowerBound) }
        let months = Set(steps).sorted().filter { month in
            horizon.contains(month) && a.value(at: month)?.value != b.value(at: month)?.value
        }
        return months.map { month in
            Row(
                key: change.key, regions: first.policy.regions, from: month,
                before: side(a.value(at: month)), after: side(b.value(at: month)))
        }
    }

    /// A value of the law as a side.
    private func side(_ law: DatedLaw?) -> Side {
        guard let law else { return Self.nothing }
        let number: Double? = if case .decimal(let x) = law.value { x.value } else { nil }
        return Side(
            ValueText(value: text.text(law.value), number: number, unit: law.unit),
            law.provenance)
    }
}
