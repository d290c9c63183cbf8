import Policy
import Quantities

/// Many cells in few rows: those that agree are counted, those of one file are put together.
struct SettingSummary {
    /// How values are written.
    let text: SettingText
    /// How many regions the scenario has.
    let regionCount: Int
    /// Rows that a reader can take in.
    let limit: Int

    /// How far apart the cells of one row may be.
    private enum Level: CaseIterable {
        /// The same key, value, mark and file.
        case value
        /// The same key, mark and file.
        case member
        /// The same parameter, mark and file.
        case parameter
        /// The same parameter and file.
        case file
    }

    /// What the cells of one row have in common.
    private struct Key: Hashable {
        /// Nil where months are not told apart.
        let from: Month?
        /// The key, without its member where members are put together.
        let key: String
        /// Empty where values are put together.
        let value: String
        /// Of the value.
        let unit: Unit
        /// With the region that a figure is borrowed from.
        let mark: String
        /// Empty for standard values.
        let file: String
    }

    /// The cells of one row.
    private struct Group {
        /// What they have in common.
        let key: Key
        /// At least one.
        var rows: [SettingRow]
    }

    /// The rows as a table for people: the first level that stays within the limit.
    ///
    /// - Parameter hasMonths: whether values of different months are told apart.
    func table(_ rows: [SettingRow], name: String, hasMonths: Bool) -> ResultTable {
        var groups: [Group] = []
        for level in Level.allCases {
            groups = grouped(rows, level, hasMonths)
            if groups.count <= limit { break }
        }
        return ResultTable(name, groups) {
            if hasMonths { Column("from", .word) { $0.key.from?.description } }
            Column("key", .word, \.key.key)
            if groups.contains(where: { $0.rows.count > 1 }) {
                Column("region", .word) { regions($0.rows) }
                Column("cells", .word, \.rows.count)
            }
            Column("setting", .word) { text.span($0.rows.map(\.text)) }
            Column("mark", .word, marks)
            Column("place", .word) { place($0.rows) }
        }
    }

    /// The rows in groups, in order of their first.
    private func grouped(_ rows: [SettingRow], _ level: Level, _ hasMonths: Bool) -> [Group] {
        var groups: [Group] = []
        var positions: [Key: Int] = [:]
        for row in rows {
            let key = Key(
                from: hasMonths ? row.from : nil,
                key: [.parameter, .file].contains(level) ? row.definition.path : row.key,
                value: level == .value ? row.text.value : "", unit: row.text.unit,
                mark: level == .file ? "" : row.provenance.markText, file: row.provenance.file)
            if let position = positions[key] {
                groups[position].rows.append(row)
            } else {
                positions[key] = groups.count
                groups.append(Group(key: key, rows: [row]))
            }
        }
        return groups
    }

    /// The marks of a row's cells, each once.
    private func marks(_ group: Group) -> String {
        Set(group.rows.map(\.provenance.markText)).sorted().joined(separator: ", ")
    }

    /// One region by its code, several by their number.
    private func regions(_ rows: [SettingRow]) -> String {
        let codes = Set(rows.map(\.region))
        guard codes.count > 1 else { return codes.first?.code ?? "" }
        guard codes.count < regionCount else { return "all" }
        return Phrase.countOfRegions(codes.count)[text.language ?? .english]
    }

    /// The file with its first and last line; the layer of values that nobody wrote.
    private func place(_ rows: [SettingRow]) -> String {
        let lines = rows.map(\.provenance.line)
        guard let row = rows.first, let first = lines.min(), let last = lines.max(), first > 0
        else { return rows.first?.provenance.layer ?? "" }
        return "\(row.provenance.file):\(first)" + (last > first ? "–\(last)" : "")
    }
}
