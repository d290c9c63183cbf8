import Quantities
import Testing

@testable import Reporting

/// Tables for people: terminal, Markdown, bars.
@Suite struct TerminalTableTests {
    private let table = ResultTable(
        "ringkas",
        [
            (year: "2025", bill: 16_800, coverage: 0.125),
            (year: "2026", bill: 1_000_000, coverage: .nan),
            (year: "all", bill: 1_016_800, coverage: 0.5),
        ]
    ) {
        Key("year", \.year)
        Column("public_bill_rp", .rupiah) { Rupiah(Int64($0.bill)) }
        Column("coverage_protected_end_of_workers_share", .share, \.coverage)
    }

    @Test func alignedWithUnitsAndMarks() throws {
        let lines = TerminalTable(table, in: .indonesian).text.split(separator: "\n")
        #expect(lines.contains("2025      16.800    12,5 %"))
        #expect(lines.contains("2026   1.000.000         –"))
        #expect(lines.contains("semua  1.016.800    50,0 %"))
        #expect(Set(lines.filter { $0.hasPrefix("─") }).count == 1, "all rules are as wide")
        #expect(lines.filter { $0.hasPrefix("─") }.count == 4, "one more above the sum")
        let english = TerminalTable(table, in: .english).text
        #expect(english.contains("1,016,800") && english.contains("12.5 %"))
    }

    @Test func wideTablesAreSetInBlocks() throws {
        let names = (1...12).map { "scenario-\($0)" }
        let table = ResultTable("lebar", [2025, 2026]) {
            Key("year") { String($0) }
            for name in names { Column(name, .person) { Double($0 - 2024) } }
        }
        let style = TerminalStyle(width: 50)
        let text = TerminalTable(table, in: .indonesian, style: style).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 50 })
        for name in names { #expect(text.contains(name)) }
        #expect(text.split(separator: "\n").count { $0.hasPrefix("2025") } > 1)
    }

    @Test func longCellsAreCut() throws {
        let table = ResultTable("panjang", [String(repeating: "x", count: 300)]) {
            Key("key") { _ in "a" }
            Column("source", .word, \.self)
        }
        let text = TerminalTable(table, in: .english, style: TerminalStyle(width: 60)).text
        #expect(text.contains("…"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
    }

    @Test func colourOnlyWhereAllowed() throws {
        let plain = TerminalTable(table, in: .english).text
        #expect(!plain.contains("\u{1B}"))
        let style = TerminalStyle(isColoured: true)
        #expect(TerminalTable(table, in: .english, style: style).text.contains("\u{1B}[1m"))
    }

    @Test func markdown() throws {
        let table = ResultTable("m", ["a|b"]) {
            Key("segment", \.self)
            Column("cost_rp", .rupiah) { _ in Rupiah(16_800) }
        }
        #expect(
            MarkdownWriter(language: .indonesian).text(table) == """
                | segmen | biaya (Rp) |
                |:---|---:|
                | a\\|b | 16.800 |
                """)
    }

    @Test func barsShareAScale() {
        let bars = [
            BarChart.Bar(label: "a", value: 1, text: "satu"),
            BarChart.Bar(label: "bb", value: 0.5, text: "setengah"),
            BarChart.Bar(label: "c", value: .nan, text: "–"),
        ]
        #expect(
            BarChart(bars, length: 4).text == """
                a   ████ satu
                bb  ██ setengah
                c    –
                """)
        #expect(BarChart(bars, full: 2, length: 4).text.hasPrefix("a   ██ satu"))
    }

    @Test func onlyItsOwnCodesReachATerminal() {
        let style = TerminalStyle(isColoured: true)
        let text = style.bold("a") + style.faint("b") + style.cyan("c")
        #expect(TerminalStyle.shown(text) == text)
        #expect(
            TerminalStyle.shown("\u{1B}[2J\u{1B}]0;x\u{7}\u{1B}[31m\r\n\t")
                == "\\u{1b}[2J\\u{1b}]0;x\\u{7}\\u{1b}[31m\\u{d}\n\t")
    }

    @Test func markdownEscapesWhatOthersWrote() {
        let name = "<script>x</script> & [a](b) `c` *d* \\\n# e\u{1B}"
        let escaped = "&lt;script>x&lt;/script> &amp; \\[a\\](b) \\`c\\` \\*d\\* \\\\ # e\\\\u{1b}"
        #expect(MarkdownWriter.escaped(name) == escaped)
        let report = Report(
            title: Phrase(id: name, en: name), introduction: [Phrase(id: name, en: name)],
            sections: [
                .init(
                    heading: Phrase(id: name, en: name),
                    .chart([.init(label: "```" + name, value: 1, text: "1")]))
            ])
        let text = report.markdown(in: .english)
        #expect(text.hasPrefix("# \(escaped)\n\n\(escaped)\n\n## \(escaped)\n\n````\n"))
        #expect(!text.contains("\u{1B}"))
    }
}
