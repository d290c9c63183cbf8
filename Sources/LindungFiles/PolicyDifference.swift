import Analysis
import Policy
import Quantities

/// What two scenarios set differently: key, regions, months, both values and their places.
public struct PolicyDifference {
    /// The scenario whose values stand on the left.
    private let first: ScenarioResult
    /// The scenario whose values stand on the right, with their places.
    private let second: ScenarioResult
    /// How values are written.
    private let text: SettingText

    /// - Parameter language: whose number marks are used; nil for plain digits.
    public init(from first: ScenarioResult, to second: ScenarioResult, in language: Language?) {
        self.first = first
        self.second = second
        text = SettingText(language: language)
    }

    /// The differences, in the order of the catalogue. Regions that differ in the same way share
    /// a row; `all` stands for every region.
    ///
    /// - Throws: `PolicyMismatch` where the scenarios do not speak of the same things.
    public func table() throws(PolicyMismatch) -> ResultTable {
        let changes = try first.policy.changes(to: second.policy)
        let rows = changes.flatMap { $0.isLaw ? lawRows($0) : settingRows($0) }
        func column(_ text: (Row) -> String) -> ResultTable.Cells { .text(rows.map(text)) }
        return .trusted(
            name: "diff",
            keys: [
                ("key", column { $0.key }), ("region", column { $0.regions }),
                ("from", column { $0.from.description }),
            ],
            measures: [
                (first.name, .word, column { $0.before.value }),
                (
                    second.name == first.name ? second.name + "'" : second.name, .word,
                    column { $0.after.value }
                ),
                ("unit", .word, column { $0.unit.rawValue }),
                ("layer", .word, column { $0.after.layer }),
                ("place", .word, column { $0.after.place }),
            ])
    }

    /// A value in one of the scenarios and who set it.
    private struct Side: Hashable {
        /// As text, `–` where there is none.
        let value: String
        /// The scenario, package or catalogue that set it.
        let layer: String
        /// The file and line.
        let place: String
    }

    /// One row of the table.
    private struct Row {
        /// The key with its segment or purse.
        let key: String
        /// `all`, or codes with blanks between them.
        let regions: String
        /// The month from which both values hold.
        let from: Month
        /// In the first scenario.
        let before: Side
        /// In the second scenario.
        let after: Side
        /// Of both values.
        let unit: Unit
    }

    /// How one region differs: one element for each month in which either value changes.
    private struct Course: Hashable {
        /// When either value changes, where they differ.
        let months: [Month]
        /// The first scenario's values, one for each month.
        let before: [Side]
        /// The second scenario's values, one for each month.
        let after: [Side]
        /// Of the second scenario's first value.
        let unit: Unit
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
            let codes = regions[course] ?? []
            let isAll = codes.count == first.policy.regions.count
            let label = isAll ? "all" : codes.map(\.code).joined(separator: " ")
            return course.months.indices.map { index in
                Row(
                    key: change.key, regions: label, from: course.months[index],
                    before: course.before[index], after: course.after[index], unit: course.unit)
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
        guard let sample = months.first.flatMap({ b.step(at: $0)?.value }) else { return nil }
        return Course(
            months: months, before: months.map { side(a.step(at: $0)) },
            after: months.map { side(b.step(at: $0)) }, unit: text.unit(sample, of: definition))
    }

    /// A step of a timeline as a side.
    private func side(_ step: Timeline<SettingValue>.Step?) -> Side {
        guard let step else { return Side(value: "–", layer: "", place: "") }
        return Side(
            value: text.text(step.value), layer: step.provenance.layer,
            place: step.provenance.place)
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
                key: change.key, regions: "all", from: month, before: side(a.value(at: month)),
                after: side(b.value(at: month)), unit: b.unit)
        }
    }

    /// A value of the law as a side.
    private func side(_ law: DatedLaw?) -> Side {
        guard let law else { return Side(value: "–", layer: "", place: "") }
        return Side(
            value: text.text(law.value), layer: law.provenance.layer, place: law.provenance.place)
    }
}
