import Analysis
import Formats
import Policy
import Quantities

/// A report to hand over, on A4: a cover, the answer, pictures, tables, what a budget paper asks
/// for, and on what the numbers rest.
///
/// It is written as a source of Typst, which sets it in a moment and without a network; the same
/// inputs give the same source.
package struct ReportDocument: Sendable {
    /// Who hands it over.
    package struct Letterhead: Sendable {
        /// Lines beside the logo, the first one larger.
        package let lines: [String]
        /// The file name of the logo beside the source; nil for none.
        package let logo: String?

        package init(lines: [String], logo: String?) {
            self.lines = lines
            self.logo = logo
        }
    }

    /// So many places are named on the cover; of more it says how many they are.
    private static let namedPlaces = 3

    private let report: Report
    private let pictures: [String]
    private let budgetLines: [(heading: Phrase, table: ResultTable)]
    private let inputs: [(heading: Phrase, table: ResultTable)]
    private let regions: String
    private let horizon: String
    private let letterhead: Letterhead?
    private let language: Language

    /// - Parameters:
    ///   - report: of `run` or `compare`.
    ///   - results: the scenarios in it, the baseline first.
    ///   - pictures: names of SVG files beside the source, which have their own titles.
    package init(
        _ report: Report, of results: [ScenarioResult], regions: RegionTable,
        pictures: [String], letterhead: Letterhead?, in language: Language
    ) {
        self.report = report
        self.pictures = pictures
        self.letterhead = letterhead
        self.language = language
        budgetLines = results.map { ($0.budgetHeading, $0.budgetLineTable(in: language)) }
            .filter { $0.table.rowCount > 0 }
        inputs = results.prefix(1).map { ($0.inputHeading, $0.policy.inputTable(in: language)) }
        let policy = results.first?.policy
        let places = (policy?.regions ?? []).map { regions.name(of: $0) }
        self.regions =
            places.count <= Self.namedPlaces
            ? places.joined(separator: ", ") : "\(places.count) kabupaten/kota"
        horizon = [policy?.horizon.first, policy?.horizon.last]
            .compactMap { $0.map { "\($0)" } }.joined(separator: " – ")
    }

    /// The source, to be set beside the pictures and the logo.
    package var source: String {
        ([Self.template(language), cover, summary] + [shown] + tables + budget + rests + closing)
            .joined(separator: "\n\n") + "\n"
    }

    // MARK: Parts

    private var cover: String {
        let head = letterhead.map { head in
            let logo = head.logo.map(TypstText.string) ?? "none"
            let lines = head.lines.map { TypstText.string($0) + ", " }.joined()
            return "#letterhead(\(logo), (\(lines)))"
        }
        let title = TypstText.call(
            "cover", [report.title[language], regions, horizon])
        return [head, title].compactMap(\.self).joined(separator: "\n")
    }

    private var summary: String {
        let answer = report.answer.map { "#answer[\(TypstText.inline($0[language]))]" }
        let about = report.introduction.map { TypstText.inline($0[language]) }
        return ([heading(Phrase(id: "Ringkasan", en: "Summary"))] + answer + about)
            .joined(separator: "\n\n")
    }

    private var shown: String {
        guard !pictures.isEmpty else { return "" }
        let figures = pictures.map {
            TypstText.call("shown", [$0])
        }
        return ([heading(Phrase(id: "Gambar", en: "Pictures"))] + figures)
            .joined(separator: "\n\n")
    }

    private var tables: [String] {
        let opening = [heading(Phrase(id: "Tabel", en: "Tables"))]
        return report.sections.filter { $0.place != .firstScreen }.enumerated()
            .map { part($1, opening: $0 == 0 ? opening : []) }
    }

    private var budget: [String] {
        guard !budgetLines.isEmpty else { return [] }
        let note = Phrase(
            id: "Yang dibayar sumber dana, menurut tahun, kode rekening, perangkat daerah yang"
                + " membayar, dan triwulan; rupiah utuh, untuk RKA. Rekening yang belum ditetapkan"
                + " untuk suatu tanggal dikosongkan.",
            en: "What purses pay, by year, account, paying office and quarter; whole rupiah, for"
                + " the budget plan (RKA). Accounts that are not settled for a date are left blank."
        )
        let title = Phrase(id: "Untuk RKA", en: "For the budget plan (RKA)")
        let opening = [heading(title), TypstText.inline(note[language])]
        return budgetLines.enumerated().map {
            set($1.table, under: $1.heading, isWhole: true, opening: $0 == 0 ? opening : [])
        }
    }

    private var rests: [String] {
        let opening = [
            heading(Phrase(id: "Asumsi dan sumbernya", en: "Assumptions and their sources")),
            TypstText.inline(Self.marks[language]),
        ]
        return inputs.map {
            set($0.table, under: $0.heading, isWhole: true, opening: opening)
        }
    }

    private var closing: [String] {
        let method = Phrase(
            id:
                "Sepuluh status kepesertaan bergerak dari bulan ke bulan menurut laju tahunan;"
                + " kuota mendaftarkan dan melepas; sumber dana membayar menurut urutannya sampai"
                + " pagunya, dan iurannya dari peraturan yang berlaku pada bulan itu. Setiap"
                + " rupiah berjumlah tepat di setiap tabel.",
            en: "Ten statuses of membership move from month to month by yearly rates; quotas enrol"
                + " and release; purses pay by rank up to their ceilings, and contributions come"
                + " from the law in force in that month. Money adds up to the rupiah in every"
                + " table."
        )
        let caveats = report.caveats.map { "- " + TypstText.inline($0[language]) }
        let warnings = report.warnings.map {
            "- " + TypstText.inline("\($0.position): \($0.message[language])")
        }
        let open = Phrase(id: "Yang tidak diketahui", en: "What is not known")
        let looked = Phrase(id: "Yang perlu diperiksa", en: "To be looked at")
        let made = report.command.map {
            [
                heading(Phrase(id: "Perintah", en: "Command")),
                "#raw(\(TypstText.string($0)), block: true)",
            ].joined(separator: "\n\n")
        }
        return [heading(Phrase(id: "Metode", en: "Method")), TypstText.inline(method[language])]
            + (caveats.isEmpty ? [] : [heading(open), caveats.joined(separator: "\n")])
            + (warnings.isEmpty ? [] : [heading(looked), warnings.joined(separator: "\n")])
            + [made].compactMap(\.self)
    }

    private static let marks = Phrase(
        id: "Nilai, atau yang terkecil dan terbesar dari segmen, sumber dana dan daerahnya; tanda"
            + " yang terlemah: V1 sumber resmi, V2 sumber kedua, M dari ingatan, C sumber"
            + " bertentangan, D hasil hitungan, A asumsi.",
        en: "The value, or the least and the greatest of segments, purses and regions; the weakest"
            + " mark: V1 official source, V2 second source, M from memory, C sources conflict, D"
            + " derived, A assumption.")

    /// - Parameter opening: what stands before it, such as the heading of a chapter.
    private func part(_ section: Report.Section, opening: [String]) -> String {
        let head = Phrase { section.title(in: $0, isWhole: report.isWhole) }
        let body: String
        switch section.content {
        case .table(let table):
            return set(
                table, under: head, note: section.note, isWhole: report.isWhole, opening: opening)
        case .chart(let bars, let full): body = chart(bars, full)
        case .card(let card):
            let facts = card.facts.map { fact in
                let texts = fact.texts.map { $0[language] }.joined(separator: "\n")
                return TypstText.string(fact.label[language]) + ", " + TypstText.string(texts)
            }
            body = "#card(\(facts.joined(separator: ", ")))"
        }
        let parts = [subheading(head), section.note.map { TypstText.inline($0[language]) }, body]
        return (opening + parts.compactMap(\.self)).joined(separator: "\n\n")
    }

    /// A table under its heading, on a turned page where it is too wide.
    private func set(
        _ table: ResultTable, under head: Phrase, note: Phrase? = nil, isWhole: Bool,
        opening: [String]
    ) -> String {
        let set = TypstTable(
            table, in: language, scale: isWhole ? .whole : MoneyScale(table),
            hasUnits: table.commonUnit == nil)
        let own = [subheading(head), note.map { TypstText.inline($0[language]) }, set.source]
        let parts = (opening + own.compactMap(\.self)).joined(separator: "\n\n")
        return set.isWide ? "#turned[\n\(parts)\n]" : parts
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

    private func heading(_ text: Phrase) -> String { TypstText.call("part", [text[language]]) }

    private func subheading(_ text: Phrase) -> String {
        TypstText.call("section", [text[language]])
    }
}

extension ScenarioResult {
    fileprivate var budgetHeading: Phrase {
        Phrase(same: "\(policy.scenario.title) (\(name))")
    }

    fileprivate var inputHeading: Phrase {
        Phrase(
            id: "Masukan '\(name)' pada awal periode", en: "Inputs of '\(name)' at the start")
    }
}
