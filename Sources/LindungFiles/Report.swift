import Quantities

/// What a command tells its reader: a title, and tables, cards and pictures under headings.
///
/// One report serves the terminal and the file `report.md`: the same numbers under the same
/// headings, set for each.
public struct Report: Sendable {
    /// A heading with what stands under it.
    public struct Section: Sendable {
        /// A table, a card or a picture.
        enum Content: Sendable {
            /// Numbers in rows and columns.
            case table(ResultTable)
            /// Bars, and the number of a full one; the largest where nil.
            case chart([BarChart.Bar], full: Double? = nil)
            /// Facts about one value.
            case card(FactCard)
        }

        /// What the section shows.
        let heading: Phrase
        /// A line below the heading: definitions, periods.
        let note: Phrase?
        /// What people read.
        let content: Content
        /// What programs read: with all columns and rows, where people are shown fewer.
        let data: [ResultTable]

        /// A section that shows everyone the same.
        init(heading: Phrase, note: Phrase? = nil, _ content: Content) {
            let tables = if case .table(let table) = content { [table] } else { [ResultTable]() }
            self.init(heading: heading, note: note, content, data: tables)
        }

        /// A section that gives programs other tables, or none.
        init(heading: Phrase, note: Phrase? = nil, _ content: Content, data: [ResultTable]) {
            self.heading = heading
            self.note = note
            self.content = content
            self.data = data
        }
    }

    /// What was computed.
    public let title: Phrase
    /// Lines below the title.
    public let introduction: [Phrase]
    /// From the most important one on.
    public let sections: [Section]
    /// What the authors of the inputs should look at. Only the file repeats it: on a terminal it
    /// stands on standard error.
    public var warnings: [Diagnostic] = []

    /// The tables for programs, in order.
    public var tables: [ResultTable] { sections.flatMap(\.data) }

    /// The report for a terminal; texts are wrapped to its width, or to 100 characters.
    public func terminalText(in language: Language, style: TerminalStyle) -> String {
        let width = min(style.width ?? 100, 100)
        /// A text in the reader's language, broken into lines of the width.
        func wrapped(_ text: Phrase) -> String {
            TerminalTable.wrapped(text[language], to: width).joined(separator: "\n")
        }
        let opening = [style.heading(title[language])] + introduction.map(wrapped)
        let parts = sections.map { section in
            let body =
                switch section.content {
                case .table(let table):
                    TerminalTable(
                        table, in: language, style: style, hasUnits: table.commonUnit == nil
                    ).text
                case .chart(let bars, let full): BarChart(bars, full: full, style: style).text
                case .card(let card): card.text(in: language, width: width)
                }
            return [style.heading(section.title(in: language)), section.note.map(wrapped), body]
                .compactMap { $0 }.joined(separator: "\n")
        }
        return ([opening.joined(separator: "\n")] + parts).joined(separator: "\n\n")
    }

    /// Lines that stand as they are, between fences that are longer than any in them.
    private static func fenced(_ text: String) -> String {
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        return fence + "\n" + ControlCharacters.shown(text) + "\n" + fence
    }

    /// The report as a Markdown document.
    public func markdown(in language: Language) -> String {
        let writer = MarkdownWriter(language: language)
        let escaped = MarkdownWriter.escaped
        let opening =
            ["# " + escaped(title[language])] + introduction.map { escaped($0[language]) }
        let parts = sections.map { section in
            let body =
                switch section.content {
                case .table(let table):
                    writer.text(table, hasUnits: table.commonUnit == nil)
                case .chart(let bars, let full):
                    Self.fenced(BarChart(bars, full: full).text)
                case .card(let card): card.markdown(in: language)
                }
            let lines = [
                "## " + escaped(section.title(in: language)),
                section.note.map { escaped($0[language]) }, body,
            ]
            return lines.compactMap { $0 }.joined(separator: "\n\n")
        }
        return (opening + parts + notes(in: language)).joined(separator: "\n\n") + "\n"
    }

    /// The warnings as a list under a heading; nothing where there are none.
    private func notes(in language: Language) -> [String] {
        guard !warnings.isEmpty else { return [] }
        let lines = warnings.map { warning in
            let hint = warning.hint.map { " (\($0[language]))" } ?? ""
            return "- "
                + MarkdownWriter.escaped(
                    "\(warning.position): \(warning.message[language])\(hint)")
        }
        return ["## " + Messages.warningsHeading[language], lines.joined(separator: "\n")]
    }
}

extension Report.Section {
    /// The heading, with the unit that all columns share.
    fileprivate func title(in language: Language) -> String {
        guard case .table(let table) = content,
            let unit = table.commonUnit.flatMap({ Messages.unitHeading($0) })
        else { return heading[language] }
        return "\(heading[language]) (\(unit[language]))"
    }
}

extension ResultTable {
    /// The unit of two or more measures that all have the same; nil otherwise.
    fileprivate var commonUnit: Unit? {
        guard measures.count > 1, let unit = measures.first?.unit else { return nil }
        return measures.allSatisfy { $0.unit == unit } ? unit : nil
    }
}
