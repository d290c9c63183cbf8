import Analysis
import Costing
import Formats
import Policy
import Quantities

/// What two scenarios set differently: key, regions, months, both values and their places.
package struct PolicyDifference {
    let first: ScenarioResult
    let second: ScenarioResult
    let text: SettingText

    /// - Parameters:
    ///   - language: whose number marks are used; nil for plain digits.
    ///   - marks: of numbers in plain digits.
    package init(
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
    package func table() -> ResultTable {
        let changes = first.policy.sharedChanges(to: second.policy)
        let rows = changes.map { $0.isLaw ? lawRows($0) : settingRows($0) }
        guard text.language == nil else {
            return shortTable(folded(frameRows + shared(Array(zip(changes, rows)))))
        }
        return table(frameRows + rows.flatMap { $0 })
    }

    /// What only one of the scenarios speaks of, then the keys that differ, in the order of the
    /// catalogue; a key of which several segments or purses differ once.
    package var keys: [String] {
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

    var names: (String, String) {
        (first.name, second.name == first.name ? second.name + "'" : second.name)
    }

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

    private func label(_ regions: [RegionCode]) -> String {
        regions.count == first.policy.regions.count
            ? "all" : regions.map(\.code).joined(separator: " ")
    }

    struct Side: Hashable {
        /// `–` where there is none.
        let text: ValueText
        let layer: String
        /// The file; empty for a value that nobody wrote.
        let file: String
        let line: Int

        init(_ text: ValueText, _ provenance: Provenance?) {
            self.text = text
            layer = provenance?.layer ?? ""
            file = provenance?.file ?? ""
            line = provenance?.line ?? 0
        }

        var place: String { line > 0 ? "\(file):\(line)" : layer.isEmpty ? "" : "–" }
    }

    struct Row: Hashable {
        var key: String
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

    private func side(
        _ step: Timeline<SettingValue>.Step?, _ definition: ParameterDefinition
    ) -> Side {
        guard let step else { return Self.nothing }
        let unit = text.unit(step.value, of: definition)
        return Side(
            ValueText(value: text.text(step.value), number: step.value.number, unit: unit),
            step.provenance)
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
                key: change.key, regions: first.policy.regions, from: month,
                before: side(a.value(at: month)), after: side(b.value(at: month)))
        }
    }

    private func side(_ law: DatedLaw?) -> Side {
        guard let law else { return Self.nothing }
        let number: Double? = if case .decimal(let x) = law.value { x.value } else { nil }
        return Side(
            ValueText(value: text.text(law.value), number: number, unit: law.unit),
            law.provenance)
    }
}

/// The differences as people read them: few rows, units beside values.
extension PolicyDifference {
    private static let rows = 3
    private static let width = 36
    private static let codes = 3

    /// Rows in which values may be put together.
    struct ShortRow {
        /// At least one; all of one key, month and file.
        var rows: [Row]
    }

    func shared(_ changes: [(change: PolicyChange, rows: [Row])]) -> [Row] {
        var done: Set<String> = []
        return changes.flatMap { item -> [Row] in
            let path = item.change.path
            guard !done.contains(path) else { return [] }
            guard let label = sharedLabel(path, changes) else { return item.rows }
            done.insert(path)
            return item.rows.map { row in
                var row = row
                row.key = label
                return row
            }
        }
    }

    /// `budget.policy (semua segmen)` where all members of a key differ in the same way; nil where
    /// they do not, or there is only one.
    private func sharedLabel(
        _ path: String, _ changes: [(change: PolicyChange, rows: [Row])]
    ) -> String? {
        guard let definition = Parameters.definition(path), definition.scope != .region
        else { return nil }
        let mine = changes.filter { $0.change.path == path }
        let members = first.policy.members(of: definition).count
        guard members > 1, mine.count == members else { return nil }
        let courses = mine.map { item in
            item.rows.map { row in
                var row = row
                row.key = path
                return row
            }
        }
        guard courses.allSatisfy({ $0 == courses[0] }) else { return nil }
        return "\(path) (\(Phrase.all(definition.scope)[text.language ?? .english]))"
    }

    /// Rows of one key, month and file in one, where there are more than a few.
    func folded(_ rows: [Row]) -> [ShortRow] {
        struct Key: Hashable {
            let key: String
            /// The month from which both values hold.
            let from: Month
            /// The file that sets the second scenario's value.
            let file: String
            /// The unit of the second scenario's value; values of two units never share a row.
            let unit: Unit
        }
        var order: [Key] = []
        var groups: [Key: [Row]] = [:]
        for row in rows {
            let key = Key(
                key: row.key, from: row.from, file: row.after.file, unit: row.after.text.unit)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        return order.flatMap { key -> [ShortRow] in
            let group = groups[key] ?? []
            return group.count > Self.rows
                ? [ShortRow(rows: group)] : group.map { ShortRow(rows: [$0]) }
        }
    }

    /// The table for people: no layer, since the place says it.
    func shortTable(_ rows: [ShortRow]) -> ResultTable {
        ResultTable("diff", rows) {
            Column("key", .word) { $0.rows.first?.key }
            Column("region", .word, regions)
            Column("from", .word) { $0.rows.first?.from.description }
            Column(names.0, .word, before)
            Column(names.1, .word) { short(text.span($0.rows.map(\.after.text))) }
            Column("place", .word, place)
        }
    }

    /// The first scenario's values, without a unit that the second one's have too.
    private func before(_ row: ShortRow) -> String {
        let isShared = row.rows.allSatisfy { $0.before.text.unit == $0.after.text.unit }
        return short(text.span(row.rows.map(\.before.text), hasUnit: !isShared))
    }

    private func short(_ text: String) -> String {
        text.count > Self.width ? text.prefix(Self.width - 1) + "…" : text
    }

    /// Codes, or how many they are.
    private func regions(_ row: ShortRow) -> String {
        let codes = Set(row.rows.flatMap(\.regions)).sorted()
        if codes.count == first.policy.regions.count { return "all" }
        return codes.count <= Self.codes
            ? codes.map(\.code).joined(separator: " ")
            : Phrase.countOfRegions(codes.count)[text.language ?? .english]
    }

    /// The file with its first and last line; the layer of values that nobody wrote.
    private func place(_ row: ShortRow) -> String {
        let lines = row.rows.map(\.after.line)
        guard let after = row.rows.first?.after, let first = lines.min(), let last = lines.max()
        else { return "" }
        guard first > 0 else { return after.layer }
        return "\(beside(after.file)):\(first)" + (last > first ? "–\(last)" : "")
    }

    /// A file in the folder of the second scenario by its name alone.
    private func beside(_ file: String) -> String {
        let own = second.policy.scenario.file
        guard let slash = own.lastIndex(of: "/"), file.hasPrefix(own[...slash]) else { return file }
        return String(file.dropFirst(own[...slash].count))
    }
}

/// What only one of two scenarios speaks of, and in which order.
extension PolicyDifference {
    /// One row for each list that differs, and one for its order.
    var frameRows: [Row] {
        first.policy.mismatches(with: second.policy).flatMap { mismatch -> [Row] in
            switch mismatch {
            case .horizon(let mine, let theirs):
                [frame("horizon", [months(mine)], [months(theirs)])]
            case .regions(let onlyFirst, let onlySecond):
                [frame(only("regions"), onlyFirst.map(\.code), onlySecond.map(\.code))]
            case .segments(let mine, let theirs):
                rows("segments", mine.map(\.name), theirs.map(\.name))
            case .purses(let mine, let theirs):
                rows("purses", mine.map(\.name), theirs.map(\.name))
            case .cohorts:
                [frame("cohorts", cohorts(first), cohorts(second))]
            case .transitions:
                [frame("transitions", transitions(first), transitions(second))]
            }
        }
    }

    /// The members that only one of the scenarios has, and the order of those that both have.
    private func rows(_ key: String, _ mine: [String], _ theirs: [String]) -> [Row] {
        let onlyMine = mine.filter { !theirs.contains($0) }
        let onlyTheirs = theirs.filter { !mine.contains($0) }
        var rows: [Row] = []
        if !onlyMine.isEmpty || !onlyTheirs.isEmpty {
            rows.append(frame(only(key), onlyMine, onlyTheirs))
        }
        let (a, b) = (mine.filter(theirs.contains), theirs.filter(mine.contains))
        if a != b {
            let same = zip(a, b).prefix { $0 == $1 }.count
            rows.append(
                frame(ordered(key), Array(a.dropFirst(same)), Array(b.dropFirst(same))))
        }
        return rows
    }

    /// A row of words; no region and no line stands behind it.
    private func frame(_ key: String, _ mine: [String], _ theirs: [String]) -> Row {
        /// Words after each other, or a dash.
        func side(_ words: [String]) -> Side {
            let text = words.isEmpty ? "–" : words.joined(separator: " ")
            return Side(ValueText(value: text, number: nil, unit: .word), nil)
        }
        return Row(
            key: key, regions: [], from: first.policy.horizon.lowerBound, before: side(mine),
            after: side(theirs))
    }

    /// A list of which only what one of the scenarios has is shown.
    private func only(_ key: String) -> String {
        text.language.map { "\(key) (\(Phrase(id: "hanya di satu", en: "in one only")[$0]))" }
            ?? key
    }

    /// A list whose order differs, shown from the first difference on.
    private func ordered(_ key: String) -> String {
        text.language.map { "\(key) (\(Phrase(id: "urutan", en: "order")[$0]))" } ?? key + ".order"
    }

    /// From first to last month.
    private func months(_ horizon: ClosedRange<Month>) -> String {
        "\(horizon.lowerBound) .. \(horizon.upperBound)"
    }

    private func cohorts(_ result: ScenarioResult) -> [String] {
        let scenario = result.policy.scenario
        let others = scenario.provinceCohorts.sorted { $0.key < $1.key }.flatMap(\.value)
        let places = (scenario.cohorts + others).map(\.provenance)
        guard let first = places.first, let last = places.last else { return [] }
        return ["\(first.file):\(first.line)–\(last.line)"]
    }

    /// How many monthly probabilities a scenario has.
    private func transitions(_ result: ScenarioResult) -> [String] {
        let count = result.policy.scenario.transitions.count
        return count == 0 ? [] : [String(count)]
    }
}
