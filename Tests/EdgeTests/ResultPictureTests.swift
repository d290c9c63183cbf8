import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Reporting

/// Pictures of results, money as people read it, and differences of shares.
@Suite struct ResultPictureTests {
    private func picture(_ values: [[Double]], isStacked: Bool) -> ResultPicture {
        let series = values.enumerated().map { place, values in
            ResultPicture.Series(
                name: "A & <\(place)>", color: "#777", values: values,
                band: isStacked ? nil : values.map { ($0 - 0.01, $0 + 0.01) })
        }
        return ResultPicture(
            name: "p", title: "Judul <b> & \"kutip\"\u{1B}[31m", years: [2025, 2026, 2027],
            measure: isStacked ? .money(MoneyScale(largest: 1e9)) : .share, isStacked: isStacked,
            panels: [.init(title: "", series: series)], language: .indonesian)
    }

    @Test func ticksHoldEveryNumber() {
        for (low, high) in [
            (0.0, 1.0), (0.181, 0.205), (0, 5.28e9), (0, 7.9e12), (0.3, 0.3), (0, 0), (-3, 4),
            (0.999, 1.001), (0, 3),
        ] {
            let ticks = PictureDrawing.ticks(low...high)
            #expect((2...12).contains(ticks.count), "\(low) \(high): \(ticks)")
            #expect(ticks[0] <= low + 1e-9 && ticks[ticks.count - 1] >= high - 1e-9)
            #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test(arguments: [true, false])
    func drawingIsSafeAndComplete(_ isStacked: Bool) throws {
        let picture = picture([[0.2, 0.3, .nan], [0.1, 0.2, 0.3]], isStacked: isStacked)
        let files = picture.files
        #expect(files.map(\.name) == ["p.vl.json", "p.svg"])
        let svg = String(decoding: files[1].bytes, as: UTF8.self)
        #expect(svg.contains("A &amp; &lt;0&gt;") && !svg.contains("<b>"))
        #expect(!svg.unicodeScalars.contains("\u{1B}"))
        #expect(!svg.contains("nan") && !svg.contains("inf"))
        let marks = svg.components(separatedBy: isStacked ? "fill=\"#777\"" : "<polyline").count - 1
        #expect(marks == (isStacked ? 5 + 2 : 2), "five columns and the legend, or two lines")
        #expect(svg.components(separatedBy: "<polygon").count - 1 == (isStacked ? 0 : 2))
        let json = try JSONSerialization.jsonObject(with: Data(files[0].bytes))
        let values = ((json as? [String: Any])?["data"] as? [String: Any])?["values"]
        #expect((values as? [[String: Any]])?.count == 5, "a missing number is no point")
    }

    @Test func amountsAreReadable() {
        let amounts: [(Double, String, String)] = [
            (4_020_000_000_000, "Rp 4,02 triliun", "Rp 4.02 trillion"),
            (591_292_928_236, "Rp 591,3 miliar", "Rp 591.3 billion"),
            (12_859_567_409, "Rp 12,86 miliar", "Rp 12.86 billion"),
            (355_756_800, "Rp 355,8 juta", "Rp 355.8 million"),
            (999_999_999, "Rp 1 miliar", "Rp 1 billion"), (16_800, "Rp 16.800", "Rp 16,800"),
            (-3_024_000_000, "-Rp 3,02 miliar", "-Rp 3.02 billion"), (0, "Rp 0", "Rp 0"),
        ]
        for (rupiah, indonesian, english) in amounts {
            #expect(Language.indonesian.money(rupiah) == indonesian)
            #expect(Language.english.money(rupiah) == english)
        }
    }

    @Test func tablesHaveOneScaleAndFilesEveryRupiah() throws {
        let rows: [(year: String, bill: Int64, price: Double)] = [
            ("2025", 2_300_635_200, 10_800), ("all", 150, 9),
        ]
        let table = ResultTable("t", rows) {
            Key("year", \.year)
            Column("public_bill_rp", .rupiah) { Rupiah($0.bill) }
            Column("bill_per_funded_person_month_rp", .rupiahPerPersonMonth, \.price)
        }
        let text = TerminalTable(table, in: .indonesian).text
        #expect(text.contains("(Rp juta)") && text.contains("2.300,6"))
        #expect(text.contains("10.800"), "prices are no amounts")
        let writer = MarkdownWriter(language: .english)
        #expect(writer.text(table).contains("2,300,635,200"))
        #expect(writer.text(table, isWhole: false).contains("(Rp million)"))
        #expect(String(decoding: CSVWriter.bytes(table), as: UTF8.self).contains("2300635200"))
    }

    @Test func differencesOfSharesArePoints() throws {
        let table = ResultTable("t", [-0.0148]) {
            Key("region") { _ in "35" }
            Column("poverty_change_share", .share, \.self)
        }
        let text = TerminalTable(table, in: .indonesian).text
        #expect(text.contains("(poin persen)") && text.contains("-1,48") && !text.contains("%"))
        #expect(Phrase.points(0.0123, .english) == "+1.2 percentage points")
        #expect(Phrase.points(0, .indonesian) == "0,0 poin persen")
    }
}
