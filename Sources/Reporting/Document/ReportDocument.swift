import Analysis
import Formats
import Policy
import Quantities

/// A report to hand over: a cover, the answer, pictures, tables, what a budget paper asks for, and
/// on what the numbers rest.
///
/// The same parts are written as a source of Typst, which sets them on A4, and as a page of HTML
/// that needs no other file; the same inputs give the same bytes.
package struct ReportDocument: Sendable {
    /// A file that stands beside a document, or inside it.
    package typealias File = (name: String, bytes: [UInt8])

    /// Who hands it over.
    package struct Letterhead: Sendable {
        /// Lines beside the logo, the first one larger.
        package let lines: [String]
        /// Nil for none.
        package let logo: File?

        package init(lines: [String], logo: File?) {
            self.lines = lines
            self.logo = logo
        }
    }

    /// What a document says of scenarios besides their results.
    package struct Ground {
        let regions: RegionTable
        let record: ClaimRecord
        /// The budget stage that a single scenario hangs under, in words.
        let stage: Phrase?
        /// With why the first draws of a scenario that have no result have none; nil where nothing
        /// was drawn.
        let ensemble: (Ensemble, reasons: (EnsembleMember) -> [Phrase])?
        let warnings: [Diagnostic]
        /// What of each scenario has to be accepted, in the order of results.
        let standings: [InputStanding]
        /// Whether it is more than a draft; then nothing waits.
        let isFinal: Bool
        /// The command that writes it.
        let command: String

        package init(
            regions: RegionTable, record: ClaimRecord, stage: Phrase?,
            ensemble: (Ensemble, reasons: (EnsembleMember) -> [Phrase])?, warnings: [Diagnostic],
            standings: [InputStanding], isFinal: Bool, command: String
        ) {
            (self.regions, self.record, self.stage) = (regions, record, stage)
            (self.ensemble, self.warnings, self.command) = (ensemble, warnings, command)
            (self.standings, self.isFinal) = (standings, isFinal)
        }
    }

    /// So many places are named on the cover; of more it says how many they are.
    private static let namedPlaces = 3

    package let report: Report
    /// SVG, with their own titles.
    let pictures: [File]
    let letterhead: Letterhead?
    let language: Language
    let regions: String
    let horizon: String
    private let budgetLines: [Report.Section]
    private let inputs: [Report.Section]
    /// Whether it is a draft, and how much it waits for.
    let standing: Phrase
    private let accepted: [Report.Section]

    /// One scenario as `run` tells it, several as `compare` does.
    ///
    /// - Parameters:
    ///   - result: of a single scenario.
    package init(
        _ result: ScenarioResult, _ ground: Ground, letterhead: Letterhead?, in language: Language
    ) {
        let report = Report(
            result, regions: ground.regions, record: ground.record, stage: ground.stage,
            ensemble: ground.ensemble, in: language)
        self.init(
            report, [result], result.pictures(ground.ensemble?.0, in: language), ground, letterhead,
            language)
    }

    package init(
        _ comparison: Comparison, _ ground: Ground, letterhead: Letterhead?, in language: Language
    ) {
        let report = Report(
            comparison, regions: ground.regions, ensemble: ground.ensemble, in: language)
        self.init(
            report, comparison.results, comparison.pictures(ground.ensemble?.0, in: language),
            ground, letterhead, language)
    }

    /// - Parameter results: the baseline first.
    private init(
        _ report: Report, _ results: [ScenarioResult], _ pictures: [File], _ ground: Ground,
        _ letterhead: Letterhead?, _ language: Language
    ) {
        var report = report
        report.warnings = ground.warnings
        report.command = ground.command
        self.report = report
        self.pictures = pictures.filter { $0.name.hasSuffix(".svg") }
        self.letterhead = letterhead
        self.language = language
        budgetLines = results.map {
            Report.Section(heading: $0.budgetHeading, .table($0.budgetLineTable(in: language)))
        }.filter { $0.data.contains { $0.rowCount > 0 } }
        inputs = results.prefix(1).map {
            Report.Section(heading: $0.inputHeading, .table($0.policy.inputTable(in: language)))
        }
        standing = Phrase.standing(ground.standings, isFinal: ground.isFinal)
        accepted = ground.standings.filter { !$0.entries.isEmpty }.map { standing in
            Report.Section(
                heading: Phrase(
                    id: "Masukan '\(standing.name)' dan penerimaannya",
                    en: "Inputs of '\(standing.name)' and who accepted them"),
                .table(standing.shortTable(in: language)))
        }
        let policy = results[0].policy
        let places = policy.regions.map { ground.regions.name(of: $0) }
        regions =
            places.count <= Self.namedPlaces
            ? places.joined(separator: ", ") : "\(places.count) kabupaten/kota"
        horizon = "\(policy.horizon.lowerBound) – \(policy.horizon.upperBound)"
    }
}

/// What stands in a document, free of how it is set.
extension ReportDocument {
    struct Chapter {
        let heading: Phrase
        let blocks: [Block]
    }

    enum Block {
        /// What came out.
        case answer(Phrase)
        case text(Phrase)
        case list([Phrase])
        case picture(File)
        case section(Report.Section, isWhole: Bool)
        case code(String)
    }

    /// In order; none is empty.
    var chapters: [Chapter] {
        let sections = report.sections.filter { $0.place != .firstScreen }
        let chapters = [
            Chapter(
                heading: Phrase(id: "Ringkasan", en: "Summary"),
                blocks: report.answer.map(Block.answer) + report.introduction.map(Block.text)),
            Chapter(
                heading: Phrase(id: "Gambar", en: "Pictures"), blocks: pictures.map(Block.picture)),
            Chapter(
                heading: Phrase(id: "Tabel", en: "Tables"),
                blocks: sections.map { Block.section($0, isWhole: report.isWhole) }),
            Chapter(
                heading: Phrase(id: "Untuk RKA", en: "For the budget plan (RKA)"),
                blocks: budgetLines.isEmpty ? [] : [.text(Self.budgetNote)] + whole(budgetLines)),
            Chapter(
                heading: Phrase(id: "Asumsi dan sumbernya", en: "Assumptions and their sources"),
                blocks: [.text(Self.marks)] + whole(inputs)),
            Chapter(
                heading: Phrase(id: "Yang perlu diterima", en: "What has to be accepted"),
                blocks: [.text(standing)] + whole(accepted)),
            Chapter(heading: Phrase(id: "Metode", en: "Method"), blocks: [.text(Self.method)]),
            Chapter(
                heading: Phrase(id: "Yang tidak diketahui", en: "What is not known"),
                blocks: report.caveats.isEmpty ? [] : [.list(report.caveats)]),
            Chapter(
                heading: Phrase(id: "Yang perlu diperiksa", en: "To be looked at"),
                blocks: report.warnings.isEmpty
                    ? []
                    : [
                        .list(
                            report.warnings.map {
                                Phrase(same: "\("\($0.position)"): \($0.message)")
                            })
                    ]),
            Chapter(
                heading: Phrase(id: "Perintah", en: "Command"),
                blocks: report.command.map { [.code($0)] } ?? []),
        ]
        return chapters.filter { !$0.blocks.isEmpty }
    }

    private func whole(_ sections: [Report.Section]) -> [Block] {
        sections.map { .section($0, isWhole: true) }
    }

    private static let budgetNote = Phrase(
        id: "Yang dibayar sumber dana, menurut tahun, kode rekening, perangkat daerah yang"
            + " membayar, dan triwulan; rupiah utuh, untuk RKA. Rekening yang belum ditetapkan"
            + " untuk suatu tanggal dikosongkan.",
        en: "What purses pay, by year, account, paying office and quarter; whole rupiah, for"
            + " the budget plan (RKA). Accounts that are not settled for a date are left blank.")

    private static let method = Phrase(
        id: "Sepuluh status kepesertaan bergerak dari bulan ke bulan menurut laju tahunan;"
            + " kuota mendaftarkan dan melepas; sumber dana membayar menurut urutannya sampai"
            + " pagunya, dan iurannya dari peraturan yang berlaku pada bulan itu. Setiap"
            + " rupiah berjumlah tepat di setiap tabel.",
        en: "Ten statuses of membership move from month to month by yearly rates; quotas enrol"
            + " and release; purses pay by rank up to their ceilings, and contributions come"
            + " from the law in force in that month. Money adds up to the rupiah in every"
            + " table.")

    private static let marks = Phrase(
        id: "Nilai, atau yang terkecil dan terbesar dari segmen, sumber dana dan daerahnya; tanda"
            + " yang terlemah: V1 sumber resmi, V2 sumber kedua, M dari ingatan, C sumber"
            + " bertentangan, D hasil hitungan, A asumsi.",
        en: "The value, or the least and the greatest of segments, purses and regions; the weakest"
            + " mark: V1 official source, V2 second source, M from memory, C sources conflict, D"
            + " derived, A assumption.")
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
