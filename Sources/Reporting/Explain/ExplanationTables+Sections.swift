import Analysis
import Costing
import Policy
import Quantities

/// What people read of a parameter: cards where few courses are to be told, tables otherwise.
extension ExplanationTables {
    /// So many different courses of values are told one by one.
    private static let cards = 3
    /// So many rows are read as a list; more are put together.
    private static let rows = 30
    /// So many rows of inputs stand below a figure.
    private static let inputRows = 16

    /// The value in force and all values of the horizon.
    ///
    /// Cells whose values and authors agree over time share a card. Programs get each cell.
    func sections(
        of definition: ParameterDefinition, _ regions: RegionTable
    ) -> [Report.Section] {
        let timelines = timelines([definition])
        let courses = SettingCourse.grouped(timelines, at: month)
        let data = [inputs([definition]), steps(definition)]
        guard courses.count <= Self.cards else { return summaries(courses, timelines, data) }
        return courses.enumerated().flatMap { index, course in
            [
                Report.Section(
                    heading: Phrase.inForce,
                    .card(course.card(text, result.policy, regions)), data: index == 0 ? data : []),
                Report.Section(
                    heading: Phrase.overTime, .table(timeline(course.steps)), data: []),
            ]
        }
    }

    /// Many cells: those of one file put together, then those that change.
    private func summaries(
        _ courses: [SettingCourse], _ timelines: [[SettingRow]], _ data: [ResultTable]
    ) -> [Report.Section] {
        let now = Report.Section(
            heading: Phrase.inForce, note: oneCell(courses),
            .table(summary(courses.flatMap(\.cells), "inputs")), data: data)
        let changing = timelines.map(SettingCourse.merged).filter { $0.count > 1 }
        guard !changing.isEmpty else { return [now] }
        return [
            now,
            Report.Section(
                heading: Phrase.overTime, note: Phrase.changingCells,
                .table(summary(changing.flatMap { $0 }, "steps", true)), data: []),
        ]
    }

    /// The parameters that move a figure, cells put together where there are many. Zeros, empty
    /// lists and values that nobody wrote are left out.
    ///
    /// - Parameters:
    ///   - segments: positions of those that the figure is of.
    ///   - purses: positions of those that pay for it.
    func inputSection(
        _ definitions: [ParameterDefinition], in segments: [Int], purses: Set<Int>
    ) -> [Report.Section] {
        let names = Set(segments.map { result.policy.segments[$0].id.name })
        let sources = Set(purses.map { result.policy.fundingSources[$0].id.name })
        let rows = timelines(definitions).compactMap { timeline in
            timeline.last { $0.from <= month }
        }.filter { row in
            let isAsked =
                switch row.definition.scope {
                case .region: true
                case .segment: row.member.map(names.contains) ?? true
                case .purse: row.member.map(sources.contains) ?? true
                }
            return isAsked && row.text.number != 0 && row.text.value != "–"
                && row.provenance.line > 0
        }
        guard !rows.isEmpty else { return [] }
        return [
            Report.Section(
                heading: Phrase.inputs, .table(summary(rows, "inputs", limit: Self.inputRows)),
                data: [SettingRow.table(rows, name: "inputs")])
        ]
    }

    /// Cells in few rows.
    private func summary(
        _ rows: [SettingRow], _ name: String, _ hasMonths: Bool = false,
        limit: Int = ExplanationTables.rows
    ) -> ResultTable {
        let summary = SettingSummary(
            text: text, regionCount: result.policy.regions.count, limit: limit)
        return summary.table(rows, name: name, hasMonths: hasMonths)
    }

    /// How to ask for less.
    private func oneCell(_ courses: [SettingCourse]) -> Phrase? {
        courses.first?.cells.first.map { Phrase.nameOneCell("\($0.key)@\($0.region)") }
    }

    /// A cell's values as a short table.
    private func timeline(_ steps: [SettingRow]) -> ResultTable {
        ResultTable("steps", steps) {
            Key("from", \.from.description)
            Column("setting", .word) { text.withUnit($0.text) }
            Column("layer", .word, \.provenance.layer)
            Column("place", .word, \.provenance.place)
        }
    }
}

/// What people read of the law.
extension ExplanationTables {
    /// So many characters of a table of bands are shown in a row.
    private static let lawWidth = 44

    /// The value in force as a card, and all values as a short table.
    func sections(ofLaw name: String) -> [Report.Section] {
        let values = (try? result.pricing.law.parameter(name).values) ?? []
        var card = FactCard()
        if let current = values.first(where: holds) {
            card = self.card(current)
        } else {
            card.add(Phrase.cardLaw, name)
            card.add(Phrase.cardValue, Phrase.noLawIn(month))
        }
        return [
            Report.Section(heading: Phrase.inForce, .card(card), data: []),
            Report.Section(
                heading: Phrase.overTime, .table(timeline(values)), data: [law(name)]),
        ]
    }

    /// A value of the law, one fact a line.
    private func card(_ law: DatedLaw) -> FactCard {
        var card = FactCard()
        card.add(Phrase.cardLaw, law.path)
        card.add(Phrase.cardValue, withUnit(law))
        card.add(Phrase.cardSince, law.from.description)
        card.add(Phrase.cardUntil, law.until?.description)
        card.add(Phrase.cardLegal, law.entry.legal)
        card.add(Phrase.cardMark, Phrase.mark(law.entry.mark))
        card.add(Phrase.cardChecked, law.entry.checked.description)
        card.add(Phrase.cardSetBy, Phrase.setBy(law.provenance))
        card.add(Phrase.cardSource, Phrase.source(law.entry.source))
        card.add(Phrase.cardNote, law.entry.note)
        card.add(Phrase.cardReplaces, list: law.replaced.map(Phrase.setBy))
        return card
    }

    /// The values of a law as a short table.
    private func timeline(_ values: [DatedLaw]) -> ResultTable {
        ResultTable("law", values) {
            Key("from", \.from.description)
            Column("until", .word, \.until?.description)
            Column("setting", .word, shortened)
            Column("legal_reference", .word) { text.said($0.entry.legal) }
            Column("mark", .word, \.entry.mark.rawValue)
            Column("place", .word, \.provenance.place)
        }
    }

    /// A value of the law with its unit, cut where it is a long table of bands.
    func shortened(_ law: DatedLaw) -> String {
        let text = withUnit(law)
        return text.count > Self.lawWidth ? text.prefix(Self.lawWidth - 1) + "…" : text
    }

    /// A value of the law with its unit.
    func withUnit(_ law: DatedLaw) -> String {
        let number: Double? =
            if case .decimal(let number) = law.value { number.value } else { nil }
        return text.withUnit(
            ValueText(value: text.text(law.value), number: number, unit: law.unit))
    }
}
