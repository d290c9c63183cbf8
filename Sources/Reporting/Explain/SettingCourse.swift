import Policy
import Quantities

/// Cells of a parameter in which the same authors set the same values at the same times.
struct SettingCourse {
    /// One row for each cell: the value in force in the month that is asked about.
    private(set) var cells: [SettingRow]
    /// The values over time, oldest first; steps that change nothing are left out.
    let steps: [SettingRow]

    /// What two cells must have in common.
    private struct Step: Hashable {
        /// When the value begins.
        let from: Month
        /// The value with its unit.
        let text: ValueText
        /// The file and line, with mark and source.
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
    /// The value in force as a card.
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
            Phrase.cardRange,
            provenance.range.map {
                "\(text.number($0.lowerBound)) – \(text.number($0.upperBound))"
            })
        if provenance.range == nil { card.add(Phrase.cardSpread, row.spread.map(text.text)) }
        card.add(Phrase.cardBorrowed, provenance.borrowedFrom.map(named))
        card.add(Phrase.cardSource, provenance.source.map(Phrase.source))
        card.add(Phrase.cardReplaces, list: row.replaced.map(Phrase.setBy))
        return card
    }

    /// Which cells the card speaks of.
    private func addCells(
        to card: inout FactCard, _ policy: ResolvedPolicy, _ named: (RegionCode) -> String
    ) {
        guard let row = cells.first else { return }
        let definition = row.definition
        let members = Array(Set(cells.compactMap(\.member)))
        card.add(Phrase.cardKey, members.count > 1 ? definition.path : row.key)
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
        if cells.count > 1 { card.add(Phrase.cardCells, String(cells.count)) }
    }
}
