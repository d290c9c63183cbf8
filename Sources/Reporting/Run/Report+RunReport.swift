import Analysis
import Policy
import Quantities

extension Report {
    /// What one scenario comes to: years, segments, purses, and a picture of coverage; then how
    /// well its inputs are known.
    ///
    /// - Parameters:
    ///   - regions: the names of regions.
    ///   - record: published claims, to set those of the model beside.
    ///   - stage: the budget stage that it hangs under, in words.
    ///   - ensemble: the same scenario at many draws; nil where none were asked for;
    ///     with why the first draws of a scenario that have no result have none.
    package init(
        _ result: ScenarioResult, regions: RegionTable, record: ClaimRecord, stage: Phrase? = nil,
        ensemble: (Ensemble, reasons: (EnsembleMember) -> [Phrase])? = nil,
        in language: Language
    ) {
        let scenario = result.policy.scenario
        title = Phrase(same: "\(scenario.title) (\(scenario.name))")
        answer = result.answer(ensemble?.0, in: language)
        introduction =
            [Phrase.about(scenario)] + [stage].compactMap(\.self)
            + (ensemble.map { $0.0.notes($0.1) } ?? [])
        let drawn = ensemble.map { $0.0.yearSections(in: language) } ?? []
        let poverty = ensemble.map { $0.0.povertySection(in: language) } ?? []
        let protection = result.protectionSections(in: language) + [record.section(result)]
        let budgeted = result.policy.regions.count > 1 ? result.budgetedRows : []
        let marks = Section(
            heading: Phrase.dataMarks, note: Phrase.marksExplained(nil),
            .table(result.policy.shortEvidenceTable))
        sections =
            [
                Section(
                    heading: Phrase.byYear,
                    .table(result.yearReport(Self.shown(result, Self.firstFigures)))
                ).at(.firstScreen),
                Section(
                    heading: Phrase.byYear,
                    .table(result.yearReport(Self.shown(result, Self.headline)))),
            ] + (drawn.isEmpty ? Self.shortPurses(result, language) : drawn) + [
                Self.purses(result, language),
                Section(
                    heading: Phrase(id: "Ringkasnya", en: "In short"),
                    .card(result.briefCard(budgeted, regions, in: language)),
                    data: []
                ).at(.firstScreen),
                Section(
                    heading: Phrase(id: "Menurut segmen", en: "By segment"),
                    note: Phrase.wholeHorizon,
                    .table(result.segmentReport(Self.shown(result, Self.bySegment), in: language))),
            ] + result.budgetedSections(budgeted, regions) + result.cutSection(in: language)
            + result.overlapSection + protection
            + result.povertySection + poverty + Self.fiscal(result, regions, language) + [marks]
        caveats =
            [Phrase.coverageDefinition] + result.gapNote
            + (ensemble == nil ? [Phrase.pointValues] : [])
    }

    /// Who pays, on the first screen; with draws their ranges take its room.
    private static func shortPurses(_ result: ScenarioResult, _ language: Language) -> [Section] {
        let brief = result.purseReport(in: language, isBrief: true)
        guard brief.rowCount > 0 else { return [] }
        return [
            Section(
                heading: Phrase(
                    id: "Siapa membayar kebutuhan iuran",
                    en: "Who pays the contributions needed"), .table(brief), data: []
            ).at(.firstScreen)
        ]
    }

    private static func purses(_ result: ScenarioResult, _ language: Language) -> Section {
        Section(
            heading: Phrase.balance,
            note: Phrase(
                id: "kebutuhan iuran = terbayar oleh sumber dana + kekurangan pagu; per daerah dan"
                    + " segmen di balance.csv",
                en: "contributions needed = paid by purses + unfunded gap; by region and segment in"
                    + " balance.csv"
            ),
            .table(result.purseReport(in: language)))
    }

    /// What contributions take of the budget, where a budget is known.
    private static func fiscal(
        _ result: ScenarioResult, _ regions: RegionTable, _ language: Language
    ) -> [Section] {
        let table = result.fiscalReport(in: language) {
            regions.name(of: result.policy.regions[$0])
        }
        return table.map {
            [
                Section(
                    heading: Phrase(id: "Uji fiskal", en: "Fiscal tests"),
                    note: Phrase(
                        id: "menurut anggaran terakhir yang diketahui (kolom source di"
                            + " fiscal.csv), bukan anggaran tahun yang diproyeksikan; iuran"
                            + " tercatat di belanja barang dan jasa (5.1.02), jadi di luar batas"
                            + " belanja pegawai; belanja modal mewakili belanja infrastruktur",
                        en: "by the latest budget that is known (column source of fiscal.csv), not"
                            + " that of the projected year; contributions are booked as goods and"
                            + " services (5.1.02) and so stand outside the personnel cap; capital"
                            + " spending stands for infrastructure"
                    ), .table($0))
            ]
        } ?? []
    }

    /// The figures by year, or of scenarios side by side.
    static let headline: [Quantity] = [
        .indicator(.averageCoverage), .indicator(.closedAverageCoverage),
        .indicator(.coverageOfWorkers), .indicator(.closedCoverageOfWorkers),
        .indicator(.coverageOfEmployed), .indicator(.closedCoverageOfEmployed),
        .measure(.fundedAtEnd), .measure(.fundedPersonMonths), .measure(.waitingPersonMonths),
        .measure(.publicBill), .measure(.gap), .indicator(.billPerFundedMonth),
    ]

    /// Those of them that a planner asks for first.
    static let firstFigures: [Quantity] = [
        .indicator(.averageCoverage), .indicator(.closedAverageCoverage),
        .indicator(.coverageOfWorkers), .indicator(.closedCoverageOfWorkers),
        .measure(.fundedPersonMonths), .measure(.waitingPersonMonths), .measure(.publicBill),
        .measure(.gap),
    ]

    /// The figures that make sense for a segment; its share of employed persons is not known.
    private static let bySegment: [Quantity] = [
        .indicator(.averageCoverage), .indicator(.coverageOfWorkers),
        .indicator(.closedCoverageOfWorkers), .measure(.fundedAtEnd),
        .measure(.fundedPersonMonths), .measure(.waitingPersonMonths), .measure(.publicBill),
        .measure(.gap), .indicator(.billPerFundedMonth),
    ]

    /// Figures without those that no year has: an unknown denominator, and without a gap the gap
    /// and what would be if it were closed.
    private static func shown(_ result: ScenarioResult, _ quantities: [Quantity]) -> [Quantity] {
        quantities.filter { quantity in
            guard result.hasGap || !quantity.needsGap else { return false }
            guard case .indicator = quantity else { return true }
            return result.summary.years.indices.contains {
                !quantity.value(result.summary, year: $0).isNaN
            }
        }
    }
}

extension Quantity {
    /// Whether it says something only where a gap exists.
    var needsGap: Bool {
        let gaps: [Quantity] = [
            .measure(.gap), .measure(.gapPersonMonths), .measure(.gapAtEnd),
            .indicator(.closedAverageCoverage), .indicator(.closedCoverageOfWorkers),
            .indicator(.closedCoverageOfEmployed),
        ]
        return gaps.contains(self)
    }
}

extension ClaimRecord {
    func section(_ result: ScenarioResult) -> Report.Section {
        Report.Section(
            heading: Phrase(
                id: "Klaim JKM menurut model di samping catatan",
                en: "JKM claims, model beside record"),
            note: Phrase(
                id: "klaim JKM / iuran JKM; BPU: peserta bukan penerima upah; catatan: angka"
                    + " nasional yang diterbitkan (protection/claim_record.csv), semua peserta"
                    + " sejak 2024 proyeksi; kematian per 1.000 peserta menurut catatan paling"
                    + " banyak sebesar itu; pada 2026 iuran BPU setengah (PP 50/2025)",
                en: "JKM claims / JKM contributions; BPU: members who are no wage earners; record:"
                    + " published national figures (protection/claim_record.csv), of all members"
                    + " projections from 2024 on; deaths of 1,000 members on record are at most"
                    + " that many; in 2026 BPU contributions are half (PP 50/2025)"
            ), .table(table(result)),
            data: [])
    }
}

/// How many input cells of a scenario carry each mark, over all parameters.
struct EvidenceCounts {
    let cells: Int
    let borrowed: Int
    private let marks: [EvidenceMark: Int]

    init(_ policy: ResolvedPolicy) {
        let table = policy.evidenceTable
        /// The cells of a column over all parameters; 0 where there is no such column.
        func sum(_ column: String) -> Int {
            guard case .whole(let cells) = table[column: column]?.cells else { return 0 }
            return cells.reduce(0, +)
        }
        marks = Dictionary(
            uniqueKeysWithValues: EvidenceMark.allCases.map {
                ($0, sum("mark_\($0.rawValue)_cells"))
            })
        cells = marks.values.reduce(0, +) + sum("unmarked_cells")
        borrowed = sum("borrowed_cells")
    }

    subscript(mark: EvidenceMark) -> Int { marks[mark] ?? 0 }
}

extension ResolvedPolicy {
    /// The evidence table without columns in which no parameter has a cell.
    var shortEvidenceTable: ResultTable {
        evidenceTable.keeping { column in
            if case .whole(let cells) = column.cells { cells.contains { $0 > 0 } } else { true }
        }
    }
}
