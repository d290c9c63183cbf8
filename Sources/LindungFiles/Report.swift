import Quantities

/// What a command tells its reader: a title, and tables and pictures under headings.
///
/// One report serves the terminal and the file `report.md`: the same numbers under the same
/// headings, set for each.
public struct Report: Sendable {
    /// A heading with what stands under it.
    public struct Section: Sendable {
        /// A table or a picture.
        public enum Content: Sendable {
            /// Numbers in rows and columns.
            case table(ResultTable)
            /// Bars, and the number of a full one; the largest where nil.
            case chart([BarChart.Bar], full: Double? = nil)
        }

        /// What the section shows.
        public let heading: Phrase
        /// A line below the heading: definitions, periods.
        public let note: Phrase?
        /// The table or picture itself.
        public let content: Content

        /// A section from its parts.
        public init(heading: Phrase, note: Phrase? = nil, _ content: Content) {
            self.heading = heading
            self.note = note
            self.content = content
        }
    }

    /// What was computed.
    public let title: Phrase
    /// Lines below the title.
    public let introduction: [Phrase]
    /// From the most important one on.
    public let sections: [Section]

    /// The tables alone, in order.
    public var tables: [ResultTable] {
        sections.compactMap { if case .table(let table) = $0.content { table } else { nil } }
    }

    /// The report for a terminal.
    public func terminalText(in language: Language, style: TerminalStyle) -> String {
        let opening = [style.heading(title[language])] + introduction.map { $0[language] }
        let parts = sections.map { section in
            let note = section.note.map {
                TerminalTable.wrapped($0[language], to: style.width ?? 100)
                    .joined(separator: "\n")
            }
            let lines = [style.heading(section.title(in: language)), note]
            let body =
                switch section.content {
                case .table(let table):
                    TerminalTable(
                        table, in: language, style: style, hasUnits: table.commonUnit == nil
                    ).text
                case .chart(let bars, let full): BarChart(bars, full: full, style: style).text
                }
            return (lines.compactMap { $0 } + [body]).joined(separator: "\n")
        }
        return ([opening.joined(separator: "\n")] + parts).joined(separator: "\n\n")
    }

    /// The report as a Markdown document.
    public func markdown(in language: Language) -> String {
        let writer = MarkdownWriter(language: language)
        let opening = ["# " + title[language]] + introduction.map { $0[language] }
        let parts = sections.map { section in
            let body =
                switch section.content {
                case .table(let table):
                    writer.text(table, hasUnits: table.commonUnit == nil)
                case .chart(let bars, let full):
                    "```\n" + BarChart(bars, full: full).text + "\n```"
                }
            let lines = ["## " + section.title(in: language), section.note?[language], body]
            return lines.compactMap { $0 }.joined(separator: "\n\n")
        }
        return (opening + parts).joined(separator: "\n\n") + "\n"
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
