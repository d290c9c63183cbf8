import Analysis
import Formats
import Quantities
import Reading
import Reporting
import Testing

@testable import LindungApp

/// The page of comparisons shows what `lindung compare` computes.
@Suite struct ComparePageTests {
    private static let probolinggo =
        "folder=scenarios%2Fkota-probolinggo&s=dasar&s=mandiri&acuan=dasar"

    private static func comparison() throws -> Comparison { try shared.get() }

    /// Computed once for all tests.
    private static let shared = Result { () throws -> Comparison in
        let files = SourceFiles(root: OpenDesk.root)
        let workspace = try Workspace(asked: nil, files: files)
        let results = try ["dasar", "mandiri"].map { name in
            let path = "scenarios/kota-probolinggo/\(name).yaml"
            return try ScenarioResult(try workspace.policy(path).value, law: workspace.law)
        }
        return try Comparison(results, baseline: "dasar")
    }

    @Test("The first page offers the shipped folders, those with a starting point first")
    func folders() async throws {
        let page = await OpenDesk.shipped.get("/", "")
        #expect(page.status == 200)
        let first = try #require(page.text.range(of: "Jawa Timur"))
        let last = try #require(page.text.range(of: "Cerita"))
        #expect(first.lowerBound < last.lowerBound)
        #expect(page.text.contains("value=\"ucj-2029\""))
    }

    @Test("Cards hold the comparison's numbers to the last digit, and the digests")
    func cards() async throws {
        let page = await OpenDesk.shipped.get("/", Self.probolinggo)
        #expect(page.status == 200)
        let comparison = try Self.comparison()
        let cards = OpenDesk.cards(page.text)
        #expect(Set(cards.keys) == ["cost", "people", "personMonths", "left", "families"])
        for card in comparison.cards(of: comparison.results[1]) {
            #expect(cards[card.subject.rawValue]?["scenario"] == card.scenario)
            #expect(cards[card.subject.rawValue]?["baseline"] == card.baseline)
        }
        let table = comparison.table()
        let rows = zip(
            try #require(table[column: "quantity"]).cells.texts,
            try #require(table[column: "value"]).cells.texts)
        #expect(
            rows.contains { $0 == "public_bill_rp" && Double($1) == cards["cost"]?["scenario"] })
        for result in comparison.results {
            #expect(page.text.contains(result.digest.hexadecimal))
        }
    }

    @Test("Both languages say the answer first and the command beside each picture")
    func languages() async throws {
        let comparison = try Self.comparison()
        for (language, rest) in [(Language.indonesian, ""), (.english, " --lang en")] {
            let page = await OpenDesk.shipped.get("/", Self.probolinggo, in: language)
            let sentence = HTML.escaped(comparison.sentences(in: language)[0][language])
            #expect(page.text.contains(sentence))
            #expect(
                page.text.contains(
                    "lindung compare scenarios/kota-probolinggo/dasar.yaml"
                        + " scenarios/kota-probolinggo/mandiri.yaml" + rest))
        }
    }

    @Test("Pictures are the command's specifications; without the drawing script there are tables")
    func pictures() async throws {
        let specification = try #require(
            try Self.comparison().pictures(in: .indonesian).first { $0.name == "cost.vl.json" })
        let data = HTML.data(specification.bytes, id: "biaya-data").text
        #expect(await OpenDesk(vega: [32]).get("/", Self.probolinggo).text.contains(data))
        let plain = await OpenDesk.shipped.get("/", Self.probolinggo).text
        #expect(plain.contains("make tools") && plain.contains("<details open>"))
    }

    @Test("Why they differ: the parts of each change, which sum to the difference on the cards")
    func why() async throws {
        let open = OpenDesk(vega: [32])
        let page = await open.get("/", Self.probolinggo).text
        let address = "/bandingkan/mengapa?" + HTML.escaped(Self.probolinggo) + "&amp;fokus=mandiri"
        #expect(page.contains("data-part=\"\(address)\""))
        let part = await open.get(
            "/bandingkan/mengapa", Self.probolinggo + "&fokus=mandiri&bagian=1")
        #expect(part.status == 200 && !part.text.contains("<html"))
        let comparison = try Self.comparison()
        let workspace = try Workspace(asked: nil, files: SourceFiles(root: OpenDesk.root))
        let attribution = try await ScenarioAttribution(
            from: comparison.baseline, to: comparison.results[1], law: workspace.law)
        let falls = Waterfall.all(of: attribution, in: .indonesian)
        #expect(falls.contains { $0.measure == .publicBill })
        for fall in falls {
            let data = HTML.data(fall.vegaLite, id: "mengapa-\(fall.measure.name)-data").text
            #expect(part.text.contains(data))
            guard case .number(let parts) = fall.table.columns[1].cells else {
                Issue.record("parts are no numbers")
                continue
            }
            let difference =
                comparison.results[1].summary.overall(fall.measure)
                - comparison.baseline.summary.overall(fall.measure)
            #expect(parts.last == difference)
            let sum = parts.dropLast().reduce(0, +)
            #expect(abs(sum - difference) <= 1e-9 * max(1, abs(difference)))
        }
        let csv = await open.get(
            "/bandingkan.csv", Self.probolinggo + "&fokus=mandiri&tabel=attribution", in: .english)
        #expect(csv.text == CSVWriter.text(attribution.table))
    }

    @Test("Who gains: segments with their differences, and families by tenth")
    func who() async throws {
        let comparison = try Self.comparison()
        let alternative = comparison.results[1]
        let families = FamiliesByTenth(alternative).families
        let all = alternative.summary.overall(.familiesKept)
        #expect(all > 0 && abs(families.reduce(0, +) - all) < 1e-9 * all)
        for language in Language.allCases {
            let page = await OpenDesk.shipped.get(
                "/bandingkan/siapa", Self.probolinggo, in: language)
            #expect(page.status == 200 && page.text.contains("<html"))
            let gains = GainTable(
                comparison, alternative, by: .segment, RegionTable([RegionTable.Region]()),
                in: language)
            #expect(page.text.contains(HTML.escaped(gains.sentence[language])))
            let farmers = alternative.policy.segments.firstIndex { $0.id.name == "petani" } ?? 0
            let difference = [alternative, comparison.baseline].map {
                $0.summary.overall(.protectedAtEnd, segment: farmers)
            }
            let shown = language.numbers.format(difference[0] - difference[1])
            #expect(page.text.contains(shown))
        }
    }

    @Test("Draws are waited for in the page, which then holds what the address alone does")
    func draws() async {
        let open = OpenDesk()
        let query = Self.probolinggo + "&simulasi=100"
        let waiting = await open.get("/", query)
        #expect(waiting.text.contains("data-part") && !waiting.text.contains("data-card"))
        let piece = await open.get("/", query + "&tunggu=1&bagian=1")
        #expect(piece.status == 200 && !piece.text.contains("<html"))
        let whole = await open.get("/", query)
        #expect(whole.text.contains(piece.text))
        #expect(await open.get("/kemajuan", "untuk=x").text == "")
    }

    @Test("A file is the command's table, with decimal commas for Indonesian spreadsheets")
    func csv() async throws {
        let table = try Self.comparison().purseTable
        let query = Self.probolinggo + "&tabel=comparison-purse"
        #expect(
            await OpenDesk.shipped.get("/bandingkan.csv", query, in: .english).text
                == CSVWriter.text(table))
        let commas = String(
            decoding: CSVWriter.bytes(table, marks: CSVMarks.of(.indonesian)), as: UTF8.self)
        #expect(await OpenDesk.shipped.get("/bandingkan.csv", query).text == commas)
    }

    @Test("Scenarios that cannot stand side by side are told as the command tells them")
    func faults() async {
        let query = "folder=scenarios%2Fcerita&s=blitar&s=kayong-utara"
        let page = await OpenDesk.shipped.get("/", query)
        #expect(page.status == 422)
        #expect(page.text.contains("bandingkan skenario"))
        #expect(
            await OpenDesk.shipped.get("/", query, in: .english).text.contains("compare scenarios"))
    }

    @Test(
        "Nothing outside the folders is read",
        arguments: ["../notebooks-data", "/etc", "scenarios/../..", "scenarios/jawa-timur/.."])
    func outside(_ folder: String) async {
        let query = FormFields([("folder", folder), ("s", "dasar")]).encoded
        #expect(await OpenDesk.shipped.get("/", query).status == 404)
        #expect(await OpenDesk.shipped.get("/coba", query).status == 404)
        #expect(await OpenDesk.shipped.get("/" + folder, "").status == 404)
    }
}

extension ResultTable.Cells {
    fileprivate var texts: [String] { (0..<count).map(text(at:)) }
}
