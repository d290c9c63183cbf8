import Formats
import Quantities

/// What a command tells its reader: the answer, a title, and tables, cards and pictures under
/// headings.
///
/// One report serves the terminal and the file `report.md`: the same numbers under the same
/// headings, set for each.
public struct Report: Sendable {
    package struct Section: Sendable {
        enum Content: Sendable {
            case table(ResultTable)
            /// Bars, and the number of a full one; the largest where nil.
            case chart([BarChart.Bar], full: Double? = nil)
            case card(FactCard)
        }

        enum Place: Sendable {
            /// On the first screen alone, in place of longer ones.
            case firstScreen
            case wholeReport
            case everywhere
        }

        let heading: Phrase
        /// A line below the heading: definitions, periods.
        let note: Phrase?
        let content: Content
        /// Whether it stands on the first screen, in the whole report, or in both.
        var place = Place.wholeReport
        /// What programs read: with all columns and rows, where people are shown fewer.
        let data: [ResultTable]

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

    package let title: Phrase
    /// What came out, in one or two sentences with numbers: the first thing that is said. A
    /// document has its title above it.
    package internal(set) var answer: [Phrase] = []
    /// Lines below the title.
    package let introduction: [Phrase]
    package let sections: [Section]
    /// What the authors of the inputs should look at. Only the file repeats it: on a terminal it
    /// stands on standard error.
    package var warnings: [Diagnostic] = []
    /// What has to be known to read the numbers rightly, said once, below them.
    package internal(set) var caveats: [Phrase] = []
    /// Whether money stands in whole rupiah, for those who check sums.
    package var isWhole = false
    /// The command that made it; the last line.
    package var command: String?

    /// The tables for programs, in order.
    package var tables: [ResultTable] { sections.flatMap(\.data) }

    /// The report for a terminal; texts are wrapped to its width, or to 100 characters.
    ///
    /// - Parameter isBrief: only the sections of the first screen, and how to see the others.
    package func terminalText(
        in language: Language, style: TerminalStyle, isBrief: Bool = false
    ) -> String {
        let width = min(style.width ?? 100, 100)
        func wrapped(_ text: Phrase) -> String {
            TerminalTable.wrapped(text[language], to: width).joined(separator: "\n")
        }
        let head = [style.heading(wrapped(title))] + introduction.map(wrapped)
        let opening = [answer.map(wrapped), head].filter { !$0.isEmpty }
            .map { $0.joined(separator: "\n") }
        let shown = sections.filter { $0.place != (isBrief ? .wholeReport : .firstScreen) }
        let parts = shown.map { section in
            let body =
                switch section.content {
                case .table(let table):
                    TerminalTable(
                        table, in: language, style: style, hasUnits: table.commonUnit == nil,
                        isWhole: isWhole, isBrief: isBrief
                    ).text
                case .chart(let bars, let full): BarChart(bars, full: full, style: style).text
                case .card(let card): card.text(in: language, width: width)
                }
            let title = style.heading(section.title(in: language, isWhole: isWhole))
            return [title, section.note.map(wrapped), body]
                .compactMap { $0 }.joined(separator: "\n")
        }
        let more =
            isBrief
            ? [
                wrapped(
                    Phrase(
                        id: "Selengkapnya: --full; tabel, gambar dan report.md: --out <folder>.",
                        en: "The rest: --full; tables, pictures and report.md: --out <folder>."))
            ] : []
        let made =
            command.map { [Phrase(id: "Perintah: \($0)", en: "Command: \($0)")[language]] } ?? []
        let closing = caveats.map(wrapped) + more + made
        return
            (opening + parts
            + (closing.isEmpty ? [] : [closing.joined(separator: "\n")]))
            .joined(separator: "\n\n")
    }

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
            ["# " + escaped(title[language])]
            + (answer + introduction).map { escaped($0[language]) }
        let parts = sections.filter { $0.place != .firstScreen }.map { section in
            let body =
                switch section.content {
                case .table(let table):
                    writer.text(table, hasUnits: table.commonUnit == nil, isWhole: isWhole)
                case .chart(let bars, let full):
                    Self.fenced(BarChart(bars, full: full).text)
                case .card(let card): card.markdown(in: language)
                }
            let lines = [
                "## " + escaped(section.title(in: language, isWhole: isWhole)),
                section.note.map { escaped($0[language]) }, body,
            ]
            return lines.compactMap { $0 }.joined(separator: "\n\n")
        }
        let notes =
            caveats.isEmpty
            ? []
            : ["## " + Phrase(id: "Catatan", en: "Notes")[language]]
                + caveats.map { escaped($0[language]) }
        let made = command.map { [Self.fenced($0)] } ?? []
        let closing = self.notes(in: language) + notes + made
        return (opening + parts + closing).joined(separator: "\n\n") + "\n"
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
        return [
            "## " + Phrase(id: "Yang perlu diperiksa", en: "To be looked at")[language],
            lines.joined(separator: "\n"),
        ]
    }
}

extension Report.Section {
    func at(_ place: Place) -> Report.Section {
        var section = self
        section.place = place
        return section
    }

    /// The heading, with the unit that all columns share.
    func title(in language: Language, isWhole: Bool) -> String {
        guard case .table(let table) = content, let common = table.commonUnit else {
            return heading[language]
        }
        let scale = isWhole ? MoneyScale.whole : MoneyScale(table)
        guard let unit = CellText(language: language, scale: scale).unit(common) else {
            return heading[language]
        }
        return "\(heading[language]) (\(unit[language]))"
    }
}

extension ResultTable {
    /// The unit of two or more measures that all have the same; nil otherwise.
    var commonUnit: Unit? {
        guard measures.count > 1, let unit = measures.first?.unit else { return nil }
        return measures.allSatisfy { $0.unit == unit } ? unit : nil
    }
}
