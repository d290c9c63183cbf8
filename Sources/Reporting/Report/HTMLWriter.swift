import Formats
import Quantities

/// Writes result tables and sections of reports as HTML, with the words and numbers of
/// ``MarkdownWriter``.
package struct HTMLWriter: Sendable {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    /// A table in a frame that scrolls where the window is narrow.
    ///
    /// - Parameters:
    ///   - caption: what it shows; readers of screens are told it first.
    ///   - hasUnits: whether headings name units.
    ///   - isWhole: whether money stands in whole rupiah.
    package func table(
        _ table: ResultTable, caption: String, hasUnits: Bool = true, isWhole: Bool = false
    ) -> HTML {
        let writer = CellText(language: language, scale: isWhole ? .whole : MoneyScale(table))
        let headings = table.columns.map { column -> HTML in
            let heading = writer.heading(column)
            let unit: HTML? =
                hasUnits ? heading.unit.map { " <span class=\"unit\">\($0)</span>" } : nil
            return "<th scope=\"col\"\(side(column))>\(heading.name)\(unit)</th>"
        }
        let columns = table.columns.map { (column: $0, cells: writer.cells($0)) }
        let rows = (0..<table.rowCount).map { row -> HTML in
            let cells = columns.enumerated().map { place, column -> HTML in
                place == 0
                    ? "<th scope=\"row\">\(column.cells[row])</th>"
                    : "<td\(side(column.column))>\(column.cells[row])</td>"
            }
            return "<tr>\(HTML.joined(cells, by: ""))</tr>"
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table>
            <thead><tr>\(HTML.joined(headings, by: ""))</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func side(_ column: ResultTable.Column) -> HTML {
        column.standsRight ? " class=\"number\"" : .nothing
    }

    /// The sections of a report that is read whole, each under its heading.
    package func sections(of report: Report) -> HTML {
        HTML.joined(
            report.sections.filter { $0.place != .firstScreen }.map {
                section($0, isWhole: report.isWhole)
            })
    }

    /// - Parameter isWhole: whether money stands in whole rupiah.
    func section(_ section: Report.Section, isWhole: Bool) -> HTML {
        let heading = section.title(in: language, isWhole: isWhole)
        let note = section.note.map { note -> HTML in "<p>\(note[language])</p>" }
        let body: HTML
        switch section.content {
        case .table(let table):
            body = self.table(
                table, caption: heading, hasUnits: table.commonUnit == nil, isWhole: isWhole)
        case .chart(let bars, let full):
            let chart = BarChart(bars, full: full).text
            body = "<pre class=\"scroll\" tabindex=\"0\">\(chart)</pre>"
        case .card(let card): body = self.card(card)
        }
        return "<h3>\(heading)</h3>\(note)\(body)"
    }

    private func card(_ card: FactCard) -> HTML {
        let facts = card.facts.map { fact -> HTML in
            let texts = fact.texts.map { text -> HTML in "<dd>\(text[language])</dd>" }
            return "<dt>\(fact.label[language])</dt>\(texts)"
        }
        return "<dl>\(facts)</dl>"
    }
}
