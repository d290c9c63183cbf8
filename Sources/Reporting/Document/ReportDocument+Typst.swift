import Formats
import Quantities

/// The document as Typst sets it on A4.
extension ReportDocument {
    /// The source, to be set beside ``files``.
    package var source: String {
        ([Self.template(language), cover] + chapters.flatMap(set)).joined(separator: "\n\n") + "\n"
    }

    /// What the source names: pictures and the logo.
    package var files: [File] { pictures + [letterhead?.logo].compactMap(\.self) }

    private var cover: String {
        let head = letterhead.map { head in
            let logo = head.logo.map { TypstText.string($0.name) } ?? "none"
            let lines = head.lines.map { TypstText.string($0) + ", " }.joined()
            return "#letterhead(\(logo), (\(lines)))"
        }
        let title = TypstText.call(
            "cover", [report.title[language], regions, horizon, standing[language]])
        return [head, title].compactMap(\.self).joined(separator: "\n")
    }

    /// A chapter; its heading stands on the page of its first table.
    private func set(_ chapter: Chapter) -> [String] {
        var parts: [String] = []
        var opening = [TypstText.call("part", [chapter.heading[language]])]
        for block in chapter.blocks {
            switch block {
            case .answer(let text): opening.append("#answer[\(inline(text))]")
            case .text(let text): opening.append(inline(text))
            case .list(let texts):
                opening.append(texts.map { "- " + inline($0) }.joined(separator: "\n"))
            case .picture(let file): opening.append(TypstText.call("shown", [file.name]))
            case .code(let text):
                opening.append("#raw(\(TypstText.string(text)), block: true)")
            case .section(let section, let isWhole):
                parts.append(set(section, isWhole: isWhole, opening: opening))
                opening = []
            }
        }
        return parts + opening
    }

    private func inline(_ text: Phrase) -> String { TypstText.inline(text[language]) }

    /// A section under its heading; a table that is too wide stands on a turned page.
    ///
    /// - Parameter opening: what stands before it, such as the heading of a chapter.
    private func set(_ section: Report.Section, isWhole: Bool, opening: [String]) -> String {
        let body: String
        var isTurned = false
        switch section.content {
        case .table(let table):
            let set = TypstTable(
                table, in: language, scale: isWhole ? .whole : MoneyScale(table),
                hasUnits: table.commonUnit == nil)
            body = set.source
            isTurned = set.isWide
        case .chart(let bars, let full): body = chart(bars, full)
        case .card(let card): body = self.card(card)
        }
        let title = section.title(in: language, isWhole: isWhole)
        let own = [TypstText.call("section", [title]), section.note.map(inline), body]
        let parts = (opening + own.compactMap(\.self)).joined(separator: "\n\n")
        return isTurned ? "#turned[\n\(parts)\n]" : parts
    }

    private func card(_ card: FactCard) -> String {
        let facts = card.facts.map { fact in
            let texts = fact.texts.map { $0[language] }.joined(separator: "\n")
            return TypstText.string(fact.label[language]) + ", " + TypstText.string(texts)
        }
        return "#card(\(facts.joined(separator: ", ")))"
    }

    private func chart(_ bars: [BarChart.Bar], _ full: Double?) -> String {
        let whole = full ?? bars.map(\.value).filter(\.isFinite).max() ?? 1
        let rows = bars.map { bar in
            let share = bar.value.isFinite && whole > 0 ? min(1, max(0, bar.value / whole)) : 0
            let percent = (share * 1000).rounded() / 10
            return "\(TypstText.string(bar.label)), bar(\(percent)%), \(TypstText.string(bar.text))"
        }
        return "#bars(\(rows.joined(separator: ", ")))"
    }
}
