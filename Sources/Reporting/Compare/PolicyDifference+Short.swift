import Analysis
import Policy
import Quantities

/// The differences as people read them: few rows, units beside values.
extension PolicyDifference {
    /// So many rows of one key, month and file are shown one by one; more are put together.
    private static let rows = 3
    /// So many characters of a value are shown.
    private static let width = 36
    /// So many codes of regions stand in a cell; more are counted.
    private static let codes = 3

    /// Rows in which values may be put together.
    struct ShortRow {
        /// At least one; all of one key, month and file.
        var rows: [Row]
    }

    /// The rows of all changes; a key whose members all differ in the same way gets one set.
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
        /// What rows that may be put together have in common.
        struct Key: Hashable {
            /// The key with its segment or purse.
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

    /// A list of words cut to the width of a column.
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
