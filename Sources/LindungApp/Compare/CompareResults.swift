import Analysis
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// What a comparison comes to, from its sentence down to its last table.
struct CompareResults: Sendable {
    let answer: ComparisonAnswer
    let choice: CompareChoice
    let fields: FormFields
    let language: Language
    /// Whether the browser can be given what draws pictures.
    let canDraw: Bool

    private var comparison: Comparison { answer.comparison }
    private var writer: HTMLWriter { HTMLWriter(language: language) }

    /// The scenario whose cards and map are shown: the one asked for, else the first alternative.
    private var focus: ScenarioResult {
        comparison.results.first { $0.name == fields["fokus"] }
            ?? comparison.alternatives.first ?? comparison.baseline
    }

    var html: HTML {
        HTML.joined([
            sentences, focusLinks, cards, pictures, aligned, HTML.joined(parts), changes, whole,
            TakeAway.section(answer, choice, fields, in: language), notes,
        ])
    }

    private var sentences: HTML {
        let texts = answer.report.answer.map { text -> HTML in "<p>\(text[language])</p>" }
        return """
            <section class="answer">
            <h1>\(answer.report.title[language])</h1>
            \(texts)
            </section>
            """
    }

    /// Which alternative cards and map show; nothing where there is only one.
    private var focusLinks: HTML {
        guard comparison.alternatives.count > 1 else { return .nothing }
        let links = comparison.alternatives.map { result -> HTML in
            let address = Page.address("/", fields.with("fokus", result.name))
            let mark: HTML = result.name == focus.name ? " aria-current=\"true\"" : .nothing
            return "<li><a href=\"\(address)\"\(mark)>\(result.name)</a></li>"
        }
        let label = Phrase(id: "Skenario pada kartu dan peta", en: "Scenario on cards and map")
        return "<nav class=\"folders\" aria-label=\"\(label[language])\"><ul>\(links)</ul></nav>"
    }

    private var cards: HTML {
        CardRow(
            cards: comparison.cards(of: focus, answer.drawn),
            names: (comparison.baseline.name, focus.name),
            years: comparison.baseline.policy.years, language: language
        ).html
    }

    // MARK: Pictures

    private var pictures: HTML {
        let made = comparison.pictures(answer.drawn, in: language)
        func specification(_ name: String) -> [UInt8] {
            made.first { $0.name == name + ".vl.json" }?.bytes ?? []
        }
        let cost = PictureBlock(
            id: "biaya", specification: specification("cost"),
            heading: Phrase(
                id: "Kebutuhan iuran menurut sumber dana", en: "Contributions needed by purse"),
            numbers: comparison.purseYears(in: language), canDraw: canDraw)
        let coverage = PictureBlock(
            id: "cakupan", specification: specification("coverage"),
            heading: Phrase(id: "Cakupan rata-rata menurut tahun", en: "Average coverage by year"),
            numbers: comparison.coverageYears, canDraw: canDraw)
        let figures =
            [Figure(block: cost, file: .purse), Figure(block: coverage, file: .total)] + map
        return HTML.joined(figures.map { $0.html(choice, fields, in: language) })
    }

    /// Nothing for a single region, or where no outlines are shipped.
    private var map: [Figure] {
        let isBaseline = focus.name == comparison.baseline.name
        let map = RegionMap(
            focus, against: isBaseline ? nil : comparison.baseline, outlines: answer.outlines,
            names: answer.regions)
        guard map.isWorthDrawing else { return [] }
        let shown = choice.entries.first { $0.name == focus.name } ?? choice.baseline
        let trial = FormFields([("folder", choice.folder.path), ("s", shown.stem)])
            .with("lang", fields["lang"])
        let block = PictureBlock(
            id: "peta", specification: map.vegaLite(in: language), heading: map.heading,
            numbers: map.table, canDraw: canDraw,
            address: Page.address("/coba", trial) + "&daerah=")
        return [Figure(block: block, file: .region)]
    }

    /// Why the focus differs and for whom; nothing where there is only one scenario.
    private var parts: [HTML] {
        guard focus.name != comparison.baseline.name else { return [] }
        return [ComparePart.why, .who].map { $0.place(focus.name, fields, in: language) }
    }

    // MARK: Tables

    private var aligned: HTML {
        let names = comparison.results.map { result -> HTML in
            "<th scope=\"col\" class=\"number\">\(result.name)</th>"
        }
        let rows = comparison.alignedRows.map { row -> HTML in
            let unit: HTML? = row.unit.map { " <span class=\"unit\">\($0[language])</span>" }
            let cells = row.cells.map(cell)
            return "<tr><th scope=\"row\">\(row.heading[language])\(unit)</th>\(cells)</tr>"
        }
        let heading = Phrase(
            id: "Semua skenario berdampingan, \(span)", en: "All scenarios side by side, \(span)")
        return """
            <section><h2>\(heading[language])</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="\(heading[language])">
            <table class="aligned"><thead><tr><td></td>\(names)</tr></thead>
            <tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func cell(_ cell: AlignedRow.Cell) -> HTML {
        let best = Phrase(id: "terbaik", en: "best")[language]
        let worst = Phrase(id: "terburuk", en: "worst")[language]
        let mark: HTML? =
            cell.isBest
            ? " <span class=\"best\">\(best)</span>"
            : cell.isWorst ? " <span class=\"worst\">\(worst)</span>" : nil
        return "<td class=\"number\">\(cell.text[language])\(mark)</td>"
    }

    private var changes: HTML {
        let parts = comparison.alternatives.map { result -> HTML in
            let difference = PolicyDifference(
                from: comparison.baseline, to: result, in: language)
            let table = difference.table()
            let heading = Phrase(
                "'\(result.name)': \(result.policy.scenario.title)",
                en: "'\(result.name)': \(result.policy.scenario.title)")[language]
            let none = Phrase(id: "Tidak ada yang berbeda.", en: "Nothing differs.")[language]
            let body: HTML =
                table.rowCount == 0
                ? "<p>\(none)</p>" : writer.table(table, caption: heading)
            return "<h3>\(heading)</h3>\(body)"
        }
        guard !parts.isEmpty else { return .nothing }
        let heading = Phrase(id: "Apa yang diubah skenario", en: "What the scenarios change")
        return "<section><h2>\(heading[language])</h2>\(parts)</section>"
    }

    private var whole: HTML {
        let heading = Phrase(id: "Laporan selengkapnya", en: "The whole report")[language]
        return """
            <details><summary>\(heading)</summary>
            \(writer.sections(of: answer.report))
            </details>
            """
    }

    /// What has to be known to read the numbers rightly, and what to look at in the files.
    private var notes: HTML {
        let caveats = answer.report.caveats.map { text -> HTML in "<p>\(text[language])</p>" }
        let count = answer.report.warnings.count
        let title = Phrase("Yang perlu diperiksa (\(count))", en: "To be looked at (\(count))")
        let warnings: HTML? =
            count == 0
            ? nil
            : """
            <details><summary>\(title[language])</summary><pre class="scroll" tabindex="0">\
            \(answer.report.warnings.rendered(in: language))</pre></details>
            """
        let digests = comparison.results.map { result -> HTML in
            "<li>\(result.name): <code>\(result.digest.hexadecimal)</code></li>"
        }
        let digest = Phrase(
            id: "Sidik masukan, sama dengan 'resolved_sha256' pada manifest.json",
            en: "Digests of inputs, as 'resolved_sha256' in manifest.json")[language]
        return """
            <section class="notes">\(caveats)\(warnings)
            <p>\(Phrase(id: "Perintah yang sama:", en: "The same command:")[language])
            <code>\(choice.command(language))</code></p>
            <p>\(digest)</p><ul>\(digests)</ul></section>
            """
    }

    private var span: String {
        let years = comparison.baseline.policy.years
        return years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
    }
}
