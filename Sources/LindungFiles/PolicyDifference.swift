import Analysis
import Policy
import Quantities

/// What two scenarios set differently: key, regions, months, both values and their places.
public struct PolicyDifference {
    private let first: ScenarioResult
    private let second: ScenarioResult
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

    private struct Side: Hashable {
        let value: String
        let layer: String
        let place: String
    }

    private struct Row {
        let key: String
        let regions: String
        let from: Month
        let before: Side
        let after: Side
        let unit: Unit
    }

    /// How one region differs: one element for each month in which either value changes.
    private struct Course: Hashable {
        let months: [Month]
        let before: [Side]
        let after: [Side]
        let unit: Unit
    }

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

    private func side(_ step: Timeline<SettingValue>.Step?) -> Side {
        guard let step else { return Side(value: "–", layer: "", place: "") }
        return Side(
            value: text.text(step.value), layer: step.provenance.layer,
            place: step.provenance.place)
    }

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

    private func side(_ law: DatedLaw?) -> Side {
        guard let law else { return Side(value: "–", layer: "", place: "") }
        return Side(
            value: text.text(law.value), layer: law.provenance.layer, place: law.provenance.place)
    }
}
