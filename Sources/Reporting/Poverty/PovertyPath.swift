import Analysis
import Exploration
import Policy
import Quantities
import Welfare

extension PovertyPath {
    /// The budget years of the horizon.
    private var years: [Int] { Array(policy.years) }

    /// All regions together in each year, as written.
    private var written: [PovertyFigures] {
        years.indices.map { year in .total(draws.written.map { $0.figures(afterYears: year) }) }
    }

    /// A figure of each year over draws.
    private func summaries(_ figure: (PovertyFigures) -> Double) -> [StreamedSummary] {
        years.indices.map { year in
            var summary = StreamedSummary()
            for regions in draws.drawn {
                summary.add(figure(.total(regions.map { $0.figures(afterYears: year) })))
            }
            return summary
        }
    }

    /// What is shown of each year.
    private static let columns: [(String, Unit, @Sendable (PovertyFigures) -> Double)] = [
        ("poor_persons", .person, { $0.poor }),
        ("poverty_p0_share", .share, { $0[.headcount] }),
        ("poverty_p1_share", .share, { $0[.gap] }),
        ("poverty_p2_share", .share, { $0[.severity] }),
        ("gap_rp_per_year", .rupiahPerYear, { $0.gapRupiah }),
    ]

    /// Years down, all regions together.
    var table: ResultTable {
        .trusted(
            name: "poverty-path", keys: [("year", .whole(years))],
            measures: Self.columns.map { name, unit, figure in
                (name, unit, Self.cells(written.map(figure), unit))
            })
    }

    /// Years and regions down.
    var regionTable: ResultTable {
        let rows = years.indices.flatMap { year in
            draws.written.indices.map { (year, $0, draws.written[$0].figures(afterYears: year)) }
        }
        return .trusted(
            name: "poverty-path-region",
            keys: [
                ("year", .whole(rows.map { years[$0.0] })),
                ("region", .text(rows.map { policy.regions[$0.1].code })),
            ],
            measures: Self.columns.map { name, unit, figure in
                (name, unit, Self.cells(rows.map { figure($0.2) }, unit))
            })
    }

    /// Years down, quantiles across; nil without draws.
    var drawnTable: ResultTable? {
        guard plan != nil else { return nil }
        let rows = Self.columns.flatMap { name, _, figure in
            zip(years, summaries(figure)).map { (name, $0, $1) }
        }
        /// A quantile of each figure over the draws; its unit is a bare factor, since units differ
        /// by row.
        func column(_ name: String, _ p: Double) -> (String, Unit, ResultTable.Cells) {
            (name, .factor, .number(rows.map { $0.2.quantile(p) }))
        }
        return .trusted(
            name: "poverty-path-draws",
            keys: [
                ("year", .whole(rows.map(\.1))), ("quantity", .text(rows.map(\.0))),
            ], measures: [column("p05", 0.05), column("p50", 0.5), column("p95", 0.95)])
    }

    /// Money as whole rupiah.
    private static func cells(_ values: [Double], _ unit: Unit) -> ResultTable.Cells {
        unit == .rupiahPerYear
            ? .rupiah(values.map { ExpectedRupiah($0).rounded() }) : .number(values)
    }

    /// What programs read.
    public var tables: [ResultTable] {
        [table, regionTable] + (drawnTable.map { [$0] } ?? [])
    }

    /// P0 by year.
    public func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        let drawn = summaries { $0[.headcount] }
        let rows = zip(zip(years, written), drawn).map { row, summary in
            let middle = row.1[.headcount]
            let isDrawn = summary.count > 0
            return (
                year: row.0, low: (isDrawn ? summary.quantile(0.05) : middle) * 100,
                middle: middle * 100, high: (isDrawn ? summary.quantile(0.95) : middle) * 100
            )
        }
        let title = Phrase { policy.scenario.title[$0] + ", P0 (%)" }
        return [("poverty-path.vl.json", PovertyPicture.path(rows, title: title, in: language))]
    }

    /// P0 and the poor at both ends of the horizon.
    private var answer: [Phrase] {
        guard let first = written.first, let last = written.last, years.count > 1 else { return [] }
        return [
            Phrase.povertyPathAnswer(
                (years[0], years[years.count - 1]),
                headcount: (first[.headcount], last[.headcount]), poor: (first.poor, last.poor))
        ]
    }

    /// The report for people.
    public func report(in language: Language) -> Report {
        let bars = zip(years, written).map { year, figures in
            BarChart.Bar(
                label: String(year), value: figures[.headcount],
                text: language.numbers.percent(figures[.headcount], decimals: 2))
        }
        return Report(
            title: Phrase { "\(policy.scenario.title[$0]) (\(policy.scenario.name))" },
            answer: answer,
            introduction: [
                Phrase.about(policy.scenario), Phrase.povertyByYear,
                Phrase.noPovertyEffectClaimed,
            ],
            sections: [
                Report.Section(
                    heading: Phrase.poverty, note: Phrase.pricesOfStart, .table(table)),
                Report.Section(heading: Phrase.headcountByYear, .chart(bars)),
            ] + drawnSections(in: language))
    }

    /// Intervals by year.
    private func drawnSections(in language: Language) -> [Report.Section] {
        guard let plan else { return [] }
        let text = IntervalText(language: language)
        let people = ResultTable.trusted(
            name: "poverty-path-draws", keys: [("year", .whole(years))],
            measures: Self.columns.dropLast().map { name, unit, figure in
                (name, unit, .text(summaries(figure).map { text.text($0, unit) }))
            })
        return [
            Report.Section(
                heading: Phrase.drawnPoverty,
                note: Phrase.povertyDraws(plan.draws, failed: draws.failed), .table(people),
                data: drawnTable.map { [$0] } ?? [])
        ]
    }
}
