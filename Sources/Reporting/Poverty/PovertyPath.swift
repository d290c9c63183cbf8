import Analysis
import Exploration
import Policy
import Quantities
import Welfare

extension PovertyPath {
    private var years: [Int] { Array(policy.years) }

    /// All regions together in each year, as written.
    private var written: [PovertyFigures] {
        years.indices.map { year in .total(draws.written.map { $0.figures(afterYears: year) }) }
    }

    private func summaries(_ figure: (PovertyFigures) -> Double) -> [StreamedSummary] {
        years.indices.map { year in
            var summary = StreamedSummary()
            for regions in draws.drawn {
                summary.add(figure(.total(regions.map { $0.figures(afterYears: year) })))
            }
            return summary
        }
    }

    private static let figures:
        [(name: String, unit: Unit, value: @Sendable (PovertyFigures) -> Double)] = [
            ("poor_persons", .person, { $0.poor }),
            ("poverty_p0_share", .share, { $0[.headcount] }),
            ("poverty_p1_share", .share, { $0[.gap] }),
            ("poverty_p2_share", .share, { $0[.severity] }),
            ("watts", .factor, { $0[.watts] }),
            ("gap_rp_per_year", .rupiahPerYear, { $0.gapRupiah }),
        ]

    var table: ResultTable {
        let rows = zip(years, written).map { (year: $0, poverty: $1) }
        return ResultTable("poverty-path", rows) {
            Key("year", \.year)
            for figure in Self.figures {
                Column(figure: figure.name, figure.unit) { figure.value($0.poverty) }
            }
        }
    }

    var regionTable: ResultTable {
        let rows = years.enumerated().flatMap { offset, year in
            zip(policy.regions, draws.written).map {
                (year: year, region: $0, poverty: $1.figures(afterYears: offset))
            }
        }
        return ResultTable("poverty-path-region", rows) {
            Key("year", \.year)
            Key("region", \.region.code)
            for figure in Self.figures {
                Column(figure: figure.name, figure.unit) { figure.value($0.poverty) }
            }
        }
    }

    /// Years down, quantiles across; nil without draws. Units are bare factors, since they differ
    /// by row.
    var drawnTable: ResultTable? {
        guard plan != nil else { return nil }
        let rows = Self.figures.flatMap { figure in
            zip(years, summaries(figure.value)).map {
                (year: $0, quantity: figure.name, drawn: $1)
            }
        }
        return ResultTable("poverty-path-draws", rows) {
            Key("year", \.year)
            Key("quantity", \.quantity)
            Column("p05", .factor) { $0.drawn.quantile(0.05) }
            Column("p50", .factor) { $0.drawn.quantile(0.5) }
            Column("p95", .factor) { $0.drawn.quantile(0.95) }
        }
    }

    package var tables: [ResultTable] {
        [table, regionTable] + (drawnTable.map { [$0] } ?? [])
    }

    /// P0 by year.
    package func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        let drawn = summaries { $0[.headcount] }
        let rows = zip(zip(years, written), drawn).map { row, summary in
            let middle = row.1[.headcount]
            let isDrawn = summary.count > 0
            return (
                year: row.0, low: (isDrawn ? summary.quantile(0.05) : middle) * 100,
                middle: middle * 100, high: (isDrawn ? summary.quantile(0.95) : middle) * 100
            )
        }
        let title = Phrase(same: "\(policy.scenario.title), P0 (%)")
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

    package func report(in language: Language) -> Report {
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
                    heading: Phrase.poverty,
                    note: Phrase(
                        id: "rupiah menurut harga awal periode",
                        en: "rupiah in prices of the start of the horizon"), .table(table)),
                Report.Section(
                    heading: Phrase(id: "P0 menurut tahun", en: "P0 by year"), .chart(bars)),
            ] + drawnSections(in: language))
    }

    /// Intervals by year.
    private func drawnSections(in language: Language) -> [Report.Section] {
        guard let plan else { return [] }
        let text = IntervalText(language: language)
        let people = ResultTable("poverty-path-draws", years.indices) {
            Key("year") { years[$0] }
            for figure in Self.figures.dropLast() {
                let drawn = summaries(figure.value)
                Column(figure.name, figure.unit) { text.text(drawn[$0], figure.unit) }
            }
        }
        return [
            Report.Section(
                heading: Phrase.drawnPoverty,
                note: Phrase.povertyDraws(plan.draws, failed: draws.failed), .table(people),
                data: drawnTable.map { [$0] } ?? [])
        ]
    }
}
