import Analysis
import Costing
import Policy
import Quantities

/// The tables of an explanation.
///
/// Every table has the columns `place` (file and line) and `layer` (who set it): following them
/// leads to the text or the decree behind a number.
struct ExplanationTables {
    let result: ScenarioResult
    let path: PolicyPath
    let month: Month
    let text: SettingText

    private var policy: ResolvedPolicy { result.policy }

    /// What the path means; nil for results, whose headings say it.
    var meaning: Phrase? {
        switch path.subject {
        case .parameter(let definition): definition.meaning
        case .law(let law): try? result.pricing.law.parameter(law).doc
        case .contribution, .result, .purse: nil
        }
    }

    func inputs(_ definitions: [ParameterDefinition]) -> ResultTable {
        let rows = timelines(definitions).compactMap { steps in steps.last { $0.from <= month } }
        return SettingRow.table(rows, name: "inputs")
    }

    func steps(_ definition: ParameterDefinition) -> ResultTable {
        SettingRow.table(timelines([definition]).flatMap { $0 }, name: "steps")
    }

    func timelines(_ definitions: [ParameterDefinition]) -> [[SettingRow]] {
        let spreads = policy.scenario.spreads
        return definitions.flatMap { definition in
            members(of: definition).flatMap { member in
                path.regions(of: policy).map { region in
                    let timeline = policy.settings(definition, member: member, region: region)
                    return (timeline?.steps ?? []).map { step in
                        SettingRow(
                            definition, member, region, step, text, spreads[step.provenance])
                    }
                }
            }
        }
    }

    /// The members of a parameter that the path speaks of: for a result, its segment and the
    /// purses that pay it.
    private func members(of definition: ParameterDefinition) -> [String?] {
        let all = policy.members(of: definition)
        if case .parameter = path.subject {
            return all.filter { path.member == nil || $0 == path.member }
        }
        return definition.scope == .segment
            ? all.filter { path.member == nil || $0 == path.member } : all
    }

    func law(_ name: String) -> ResultTable {
        let values = (try? result.pricing.law.parameter(name).values) ?? []
        return ResultTable("law", values) {
            Key("from", \.from.description)
            Column("until", .word, \.until?.description)
            Column("in_force", .word) { holds($0) ? "<--" : "" }
            Column("setting", .word) { text.text($0.value) }
            Column("unit", .word, \.unit.rawValue)
            Column("legal_reference", .word) { text.said($0.entry.legal) }
            Column("mark", .word, \.entry.mark.rawValue)
            Column("checked", .word, \.entry.checked.description)
            Column("layer", .word, \.provenance.layer)
            Column("place", .word, \.provenance.place)
            Column("source", .word, \.entry.source)
        }
    }

    func holds(_ law: DatedLaw) -> Bool {
        law.from <= month && law.until.map { month <= $0 } ?? true
    }

    func cell(_ quantity: Quantity, _ inYear: Double, _ overHorizon: Double) -> ResultTable {
        let rows = [
            (year: String(month.year), value: inYear), (year: "all", value: overHorizon),
        ]
        return ResultTable("cell", rows) {
            Key("year", \.year)
            Column(quantity, \.value)
        }
    }
}

/// What people read of a parameter: cards where few courses are to be told, tables otherwise.
extension ExplanationTables {
    private static let cards = 3
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
                heading: Phrase.overTime,
                note: Phrase(
                    id: "hanya sel yang nilainya berubah", en: "only cells whose value changes"),
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
        let sources = Set(purses.map { result.policy.purses[$0].id.name })
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

    private func summary(
        _ rows: [SettingRow], _ name: String, _ hasMonths: Bool = false,
        limit: Int = ExplanationTables.rows
    ) -> ResultTable {
        let summary = SettingSummary(
            text: text, regionCount: result.policy.regions.count, limit: limit)
        return summary.table(rows, name: name, hasMonths: hasMonths)
    }

    private func oneCell(_ courses: [SettingCourse]) -> Phrase? {
        courses.first?.cells.first.map {
            Phrase(
                id: "nilai dari berkas yang sama disatukan (terendah – tertinggi); sebutkan satu"
                    + " sel untuk melihatnya sendiri, misalnya \($0.key)@\($0.region)",
                en: "values from one file are put together (lowest – highest); name one cell to see"
                    + " it alone, such as \($0.key)@\($0.region)"
            )
        }
    }

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

    func sections(ofLaw name: String) -> [Report.Section] {
        let values = (try? result.pricing.law.parameter(name).values) ?? []
        var card = FactCard()
        if let current = values.first(where: holds) {
            card = self.card(current)
        } else {
            card.add(Phrase.cardLaw, name)
            card.add(
                Phrase.cardValue,
                Phrase(id: "tidak ada nilai pada \(month)", en: "no value in \(month)"))
        }
        return [
            Report.Section(heading: Phrase.inForce, .card(card), data: []),
            Report.Section(
                heading: Phrase.overTime, .table(timeline(values)), data: [law(name)]),
        ]
    }

    private func card(_ law: DatedLaw) -> FactCard {
        var card = FactCard()
        card.add(Phrase.cardLaw, law.path)
        card.add(Phrase.cardValue, withUnit(law))
        card.add(Phrase.cardSince, law.from.description)
        card.add(Phrase(id: "berlaku sampai", en: "in force until"), law.until?.description)
        card.add(Phrase.cardLegal, law.entry.legal)
        card.add(Phrase.cardMark, Phrase.mark(law.entry.mark))
        card.add(
            Phrase(id: "terakhir diperiksa", en: "last checked"), law.entry.checked.description)
        card.add(Phrase.cardSetBy, Phrase.setBy(law.provenance))
        card.add(Phrase.cardSource, Phrase.source(law.entry.source))
        card.add(Phrase(id: "catatan", en: "note"), law.entry.note)
        card.add(Phrase.cardReplaces, list: law.replaced.map(Phrase.setBy))
        return card
    }

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
