import Policy
import Quantities

/// A value of a setting as a row: what, from when, who set it and what it replaced.
struct SettingRow {
    let definition: ParameterDefinition
    /// The segment or purse; nil for a region's parameter.
    let member: String?
    let region: RegionCode
    let from: Month
    let text: ValueText
    /// Who set it, where and on what authority.
    let provenance: Provenance
    /// Who set it before, latest first.
    let replaced: [Provenance]
    /// How far the value may be off; nil where nobody said.
    let spread: Spread?
    private let plain: SettingText

    init(
        _ definition: ParameterDefinition, _ member: String?, _ region: RegionCode,
        _ step: Timeline<SettingValue>.Step, _ text: SettingText, _ spread: Spread?
    ) {
        self.spread = spread
        plain = SettingText(language: nil, locale: text.locale)
        self.definition = definition
        self.member = member
        self.region = region
        from = step.from
        self.text = ValueText(
            value: text.text(step.value), number: step.value.number,
            unit: text.unit(step.value, of: definition))
        provenance = step.provenance
        replaced = step.replaced
    }

    var key: String { definition.path + (member.map { "." + $0 } ?? "") }

    static func table(_ rows: [SettingRow], name: String) -> ResultTable {
        ResultTable(name, rows) {
            Key("key", \.key)
            Key("region", \.region.code)
            Key("from", \.from.description)
            Column("setting", .word, \.text.value)
            Column("unit", .word, \.text.unit.rawValue)
            Column("layer", .word, \.provenance.layer)
            Column("place", .word, \.provenance.place)
            Column("mark", .word, \.provenance.markText)
            Column("range", .word, \.rangeText)
            Column("replaced", .word, \.replacedText)
            Column("source", .word, \.provenance.source)
        }
    }

    /// The 90 % range or distribution as a scenario writes it; empty where none is given.
    private var rangeText: String {
        guard let range = provenance.range ?? interval else { return spread.map(plain.text) ?? "" }
        return plain.number(range.lowerBound) + " .. " + plain.number(range.upperBound)
    }

    /// The central 90 % of a forecast's paths in the month; nil for any other value.
    var interval: ClosedRange<Double>? {
        guard case .paths(let paths) = spread else { return nil }
        return paths.interval(at: from)
    }

    /// The layers that it replaced, latest first.
    private var replacedText: String {
        replaced.map { $0.line > 0 ? "\($0.layer) (\($0.place))" : $0.layer }
            .joined(separator: " < ")
    }
}

/// Many cells in few rows: those that agree are counted, those of one file are put together.
struct SettingSummary {
    let text: SettingText
    let regionCount: Int
    let limit: Int

    private enum Level: CaseIterable {
        case value
        case member
        case parameter
        case file
    }

    private struct Key: Hashable {
        /// Nil where months are not told apart.
        let from: Month?
        /// The key, without its member where members are put together.
        let key: String
        /// Empty where values are put together.
        let value: String
        let unit: Unit
        let mark: String
        let file: String
    }

    private struct Group {
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

/// Cells of a parameter in which the same authors set the same values at the same times.
struct SettingCourse {
    /// One row for each cell: the value in force in the month that is asked about.
    private(set) var cells: [SettingRow]
    /// The values over time, oldest first; steps that change nothing are left out.
    let steps: [SettingRow]

    private struct Step: Hashable {
        let from: Month
        let text: ValueText
        let provenance: Provenance
        /// Who set it before.
        let replaced: [Provenance]

        /// What is compared of a row.
        init(_ row: SettingRow) {
            from = row.from
            text = row.text
            provenance = row.provenance
            replaced = row.replaced
        }
    }

    /// Puts cells with equal courses together, in the order in which each course first occurs.
    ///
    /// - Parameter timelines: by cell, oldest step first; a cell without a value in the month is
    ///   left out.
    static func grouped(_ timelines: [[SettingRow]], at month: Month) -> [SettingCourse] {
        var courses: [SettingCourse] = []
        var positions: [[Step]: Int] = [:]
        for timeline in timelines {
            guard let current = timeline.last(where: { $0.from <= month }) else { continue }
            let steps = merged(timeline)
            let key = steps.map(Step.init)
            if let position = positions[key] {
                courses[position].cells.append(current)
            } else {
                positions[key] = courses.count
                courses.append(SettingCourse(cells: [current], steps: steps))
            }
        }
        return courses
    }

    /// A timeline without steps that repeat the value and author of the step before.
    static func merged(_ timeline: [SettingRow]) -> [SettingRow] {
        var kept: [SettingRow] = []
        for row in timeline {
            if let last = kept.last, last.text == row.text, last.provenance == row.provenance {
                continue
            }
            kept.append(row)
        }
        return kept
    }
}

extension SettingCourse {
    func card(_ text: SettingText, _ policy: ResolvedPolicy, _ regions: RegionTable) -> FactCard {
        var card = FactCard()
        guard let row = cells.first else { return card }
        let provenance = row.provenance
        /// A region as cards write it: `Kota Probolinggo (35.74)`.
        func named(_ region: RegionCode) -> String {
            region == .indonesia
                ? "Indonesia (\(region))" : "\(regions.name(of: region)) (\(region))"
        }
        addCells(to: &card, policy, named)
        card.add(Phrase.cardValue, text.withUnit(row.text))
        let current = steps.last { $0.from <= row.from } ?? row
        card.add(Phrase.cardSince, current.from.description)
        card.add(Phrase.cardSetBy, Phrase.setBy(provenance))
        card.add(Phrase.cardMark, provenance.mark.map(Phrase.mark))
        card.add(
            Phrase(id: "rentang 90 %", en: "90 % range"),
            provenance.range.map {
                "\(text.number($0.lowerBound)) – \(text.number($0.upperBound))"
            })
        addForecast(of: row, to: &card, text)
        if provenance.range == nil, provenance.forecast == nil {
            card.add(Phrase(id: "distribusi", en: "distribution"), row.spread.map(text.text))
        }
        card.add(
            Phrase(id: "dipinjam dari", en: "borrowed from"), provenance.borrowedFrom.map(named))
        card.add(Phrase.cardSource, provenance.source.map(Phrase.source))
        card.add(Phrase.cardReplaces, list: row.replaced.map(Phrase.setBy))
        return card
    }

    /// The method that continued observations, and where nine paths of ten lie in the month.
    private func addForecast(of row: SettingRow, to card: inout FactCard, _ text: SettingText) {
        guard let origin = row.provenance.forecast else { return }
        card.add(
            Phrase(id: "ramalan", en: "forecast"),
            Phrase(
                id: "\(origin.method), dari \(origin.count) pengamatan \(origin.first) sampai"
                    + " \(origin.last)",
                en: "\(origin.method), from \(origin.count) observations, \(origin.first) to"
                    + " \(origin.last)"))
        card.add(
            Phrase(id: "selang 90 %", en: "90 % interval"),
            row.interval.map { "\(text.number($0.lowerBound)) – \(text.number($0.upperBound))" })
    }

    private func addCells(
        to card: inout FactCard, _ policy: ResolvedPolicy, _ named: (RegionCode) -> String
    ) {
        guard let row = cells.first else { return }
        let definition = row.definition
        let members = Array(Set(cells.compactMap(\.member)))
        card.add(Phrase(id: "kunci", en: "key"), members.count > 1 ? definition.path : row.key)
        if members.count > 1 {
            let isAll = members.count == policy.members(of: definition).count
            let inOrder = policy.members(of: definition).compactMap { $0 }.filter(members.contains)
            card.add(
                definition.scope == .purse ? Phrase.cardPurses : Phrase.cardSegments,
                isAll
                    ? Phrase.all(definition.scope)
                    : Phrase { _ in inOrder.joined(separator: ", ") })
        }
        let places = policy.regions.filter(Set(cells.map(\.region)).contains)
        let isEverywhere = places.count > 1 && places.count == policy.regions.count
        card.add(
            Phrase.cardRegion,
            isEverywhere
                ? Phrase.all(.region)
                : places.count <= 4
                    ? Phrase { _ in places.map(named).joined(separator: ", ") }
                    : Phrase.someRegions(places.count, places.prefix(3).map(named)))
        if cells.count > 1 {
            card.add(Phrase(id: "banyaknya sel", en: "cells"), String(cells.count))
        }
    }
}
