import Analysis
import Formats
import Policy
import Quantities

extension Report {
    /// Scenarios side by side: what one has to choose, the year in which they first differ beside
    /// the whole horizon, who pays, then pictures and each figure by year.
    ///
    /// - Parameters:
    ///   - regions: the names of regions.
    ///   - attribution: why scenarios differ; empty where nobody asked.
    ///   - attributionNote: how keys were put together; nil where each stands alone.
    ///   - ensemble: the same scenarios at many draws; nil where none were asked for;
    ///     with why the first draws of a scenario that have no result have none.
    package init(
        _ comparison: Comparison, regions: RegionTable, attribution: [ResultTable] = [],
        attributionNote: Phrase? = nil,
        ensemble: (Ensemble, reasons: (EnsembleMember) -> [Phrase])? = nil,
        in language: Language
    ) {
        title = Phrase.comparedWith(comparison.baseline.name)
        answer = comparison.answer(ensemble?.0, in: language)
        introduction =
            comparison.results.map { result in
                Phrase(same: "\(result.name): \(result.policy.scenario.title)")
            } + (ensemble.map { $0.0.notes($0.1) } ?? [])
        let drawn = ensemble.map { $0.0.comparisonSections(in: language) } ?? []
        let first = Section(
            heading: Phrase.firstYearAndHorizon(comparison.baseline.yearSpan),
            .table(comparison.headTable(comparison.shown(Self.firstFigures))), data: [])
        let whole = Section(
            heading: Phrase.firstYearAndHorizon(comparison.baseline.yearSpan),
            .table(comparison.headTable(comparison.shown(Self.headline))))
        let years = comparison.shown(Self.headline).map { quantity in
            Section(
                heading: quantity.heading,
                .table(Self.yearTable(comparison, quantity)))
        }
        sections =
            [first.at(.firstScreen), whole]
            + (comparison.results.count > 1
                ? [comparison.purseSection(in: language).at(.everywhere)] : [])
            + comparison.cutSections(regions, in: language)
            + drawn.prefix(2).map { $0.at(.everywhere) } + drawn.dropFirst(2)
            + [Self.coverageChart(comparison, language), Self.billChart(comparison, language)]
            + years + comparison.protectionSections(in: language) + comparison.povertySection
            + attribution.map {
                Section(
                    heading: Phrase(
                        id: "Asal selisih menurut kunci yang berubah",
                        en: "Where differences come from, by changed key"), note: attributionNote,
                    .table($0)
                ).at(.everywhere)
            }
        caveats =
            [
                Phrase.coverageDefinition,
                Phrase.doubtful(
                    comparison.baseline.name, EvidenceCounts(comparison.baseline.policy)),
            ] + ScenarioResult.gapNote(comparison.results)
            + (ensemble == nil ? [Phrase.pointValues] : [])
    }

    private static func coverageChart(_ comparison: Comparison, _ language: Language) -> Section {
        Section(
            heading: Phrase(
                id: "Cakupan terbayar rata-rata, seluruh periode",
                en: "Average paid coverage, the whole horizon"),
            .chart(
                bars(comparison, .indicator(.averageCoverage)) {
                    language.numbers.percent($0)
                }, full: 1))
    }

    private static func billChart(_ comparison: Comparison, _ language: Language) -> Section {
        Section(
            heading: Phrase(
                id: "Kebutuhan iuran, seluruh periode",
                en: "Contributions needed, the whole horizon"),
            .chart(
                bars(comparison, .measure(.publicBill)) { language.money($0) }))
    }

    private static func bars(
        _ comparison: Comparison, _ quantity: Quantity, _ text: (Double) -> String
    ) -> [BarChart.Bar] {
        comparison.results.map { result in
            let value = quantity.value(result.summary, year: nil)
            return BarChart.Bar(label: result.name, value: value, text: text(value))
        }
    }

    private static func yearTable(_ comparison: Comparison, _ quantity: Quantity) -> ResultTable {
        let baseline = comparison.baseline
        let years: [Int?] = Array(baseline.summary.years.indices) + [nil]
        return ResultTable(quantity.name, years) {
            Key("year") { baseline.yearLabel($0) }
            for result in comparison.results {
                Column(figure: result.name, quantity.unit) {
                    quantity.value(result.summary, year: $0)
                }
            }
        }
    }
}

extension Comparison {
    /// Figures that some scenario has; those of a gap only where one exists.
    func shown(_ quantities: [Quantity]) -> [Quantity] {
        let hasGap = results.contains(where: \.hasGap)
        return quantities.filter { quantity in
            guard hasGap || !quantity.needsGap else { return false }
            return results.contains { !quantity.value($0.summary, year: nil).isNaN }
        }
    }

    /// Every alternative in the year in which it first differs, below the baseline in that year;
    /// then all scenarios over the whole horizon.
    func headTable(_ quantities: [Quantity]) -> ResultTable {
        var rows: [(year: Int?, result: ScenarioResult)] = []
        let first = alternatives.map { $0.firstDifference(from: baseline) }
        for year in Set(first.compactMap(\.self)).sorted() {
            rows.append((year, baseline))
            rows += zip(first, alternatives).filter { $0.0 == year }.map { (year, $0.1) }
        }
        rows += results.map { (nil, $0) }
        return ResultTable("overall", rows) {
            Key("year") { $0.result.yearLabel($0.year) }
            Key("scenario", \.result.name)
            for quantity in quantities {
                Column(quantity) { quantity.value($0.result.summary, year: $0.year) }
            }
        }
    }
}

/// Who pays more and who less than in the baseline, and who was pushed off which purse.
extension Comparison {
    /// The baseline's payments, then the differences of every alternative, over the whole horizon;
    /// below the heading the sentences on who changed purses.
    func purseSection(in language: Language) -> Report.Section {
        let names = purseNames
        let paid = results.map { result in
            names.map { name in Double(total(name, of: result).amount) }
        }
        let scale = MoneyScale(largest: paid.joined().map(abs).max() ?? 0)
        func text(_ row: Int, _ amount: ([Double]) -> Double) -> String {
            row == 0
                ? scale.text(amount(paid[0]), language)
                : scale.signed(amount(paid[row]) - amount(paid[0]), language)
        }
        let table = ResultTable("purse-changes", results.indices) {
            Key("scenario") { results[$0].name }
            for (purse, name) in names.enumerated() {
                Column(label(name)[language], .factor) { text($0) { $0[purse] } }
            }
            Column(Phrase(id: "kebutuhan iuran", en: "contributions needed")[language], .factor) {
                text($0) { $0.reduce(0, +) }
            }
        }
        let unit = Unit.rupiah.heading.map(scale.heading) ?? Phrase { _ in "Rp" }
        return Report.Section(
            heading: Phrase(
                id: "Siapa membayar, \(baseline.yearSpan): '\(baseline.name)', lalu selisihnya"
                    + " (\(unit.indonesian))",
                en: "Who pays, \(baseline.yearSpan): '\(baseline.name)', then differences"
                    + " (\(unit.english))"
            ),
            note: moveSentences(in: language), .table(table), data: [])
    }

    /// Purses that pay anything in any scenario, by rank, then the gap where one exists.
    private var purseNames: [String] {
        var names: [String] = []
        for result in results {
            for name in result.policy.purses.map(\.id.name) + ["gap"]
            where !names.contains(name) && name != "gap" && total(name, of: result) != .zero {
                names.append(name)
            }
        }
        return names + (results.contains { total("gap", of: $0) != .zero } ? ["gap"] : [])
    }

    private func total(_ purse: String, of result: ScenarioResult) -> Rupiah {
        result.paidByPurseAndYear.values.reduce(.zero) { $0 + ($1[purse] ?? .zero) }
    }

    private func label(_ name: String) -> Phrase {
        let source = results.flatMap(\.policy.purses).first { $0.id.name == name }
        return source?.name ?? Phrase.unfunded
    }

    private func moveSentences(in language: Language) -> Phrase? {
        var sentences: [(names: [String], text: String)] = []
        for result in alternatives {
            let text = self.sentence(result)[language]
            guard !text.isEmpty else { continue }
            if let known = sentences.firstIndex(where: { $0.text == text }) {
                sentences[known].names.append(result.name)
            } else {
                sentences.append(([result.name], text))
            }
        }
        guard !sentences.isEmpty else { return nil }
        let said = sentences.prefix(4).map { sentence in
            Phrase(same: "\(together: sentence.names.map { "'\($0)'" }): \(sentence.text).")
        }
        return Phrase(same: "\(joined: said, by: " ")")
    }

    /// Whom purses now pay for besides, and who was pushed off one; empty where neither happened.
    private func sentence(_ result: ScenarioResult) -> Phrase {
        let moves = moves(of: result).filter { $0.amount.amount >= 500_000 }
        var pushed: [(segment: Int, from: String, to: [(Phrase, Rupiah)])] = []
        for move in moves {
            if let last = pushed.last, last.segment == move.segment, last.from == move.from {
                pushed[pushed.count - 1].to.append((label(move.to), move.amount))
            } else {
                pushed.append((move.segment, move.from, [(label(move.to), move.amount)]))
            }
        }
        let largest = pushed.sorted {
            $0.to.reduce(.zero) { $0 + $1.1 } > $1.to.reduce(.zero) { $0 + $1.1 }
        }.prefix(alternatives.count > 2 ? 1 : 2)
        let segments = result.policy.segments
        let news = newlyPaid(result).prefix(alternatives.count > 2 ? 1 : 2)
        let pays = news.map { news in
            Phrase.nowPays(label(news.purse), segments[news.segment].name, news.amount)
        }
        let moved = largest.map { push in
            Phrase.pushedOff(segments[push.segment].name, label(push.from), push.to)
        }
        return Phrase(same: "\(joined: pays + moved, by: "; ")")
    }

    /// Purses that pay for a segment for which they paid nothing in the baseline, and which did not
    /// merely take it over from another purse; largest first.
    private func newlyPaid(
        _ result: ScenarioResult
    ) -> [(purse: String, segment: Int, amount: Rupiah)] {
        guard result.policy.segments.map(\.id) == baseline.policy.segments.map(\.id) else {
            return []
        }
        let (before, after) = (baseline.paidBySegmentAndPurse, result.paidBySegmentAndPurse)
        let moved = moves(of: result)
        var found: [(purse: String, segment: Int, amount: Rupiah)] = []
        for (purse, source) in result.policy.purses.enumerated() {
            let old = baseline.policy.purses.firstIndex { $0.id == source.id }
            for segment in result.policy.segments.indices {
                let base = old.map { before[segment][$0] } ?? .zero
                let taken = moved.contains {
                    $0.segment == segment && $0.to == source.id.name
                }
                guard base == .zero, !taken, after[segment][purse] > .zero else { continue }
                found.append((source.id.name, segment, after[segment][purse]))
            }
        }
        return found.sorted { $0.amount > $1.amount }
    }
}

/// What was cut in compared scenarios.
extension Comparison {
    /// So many scenarios are told on the first screen.
    private static let shown = 3

    /// A line for each scenario in which a plan cut something, those that lost most first; then
    /// their cuts by year and segment. Nothing where no plan cut anything.
    func cutSections(_ regions: RegionTable, in language: Language) -> [Report.Section] {
        let lines = results.compactMap { result in
            result.cutPhrase(regions).map { (result: result, text: $0) }
        }
        guard !lines.isEmpty else { return [] }
        func card(_ lines: [(result: ScenarioResult, text: Phrase)]) -> Report.Section {
            var card = FactCard()
            for line in lines { card.add(Phrase { _ in line.result.name }, line.text) }
            return Report.Section(heading: Phrase.cutsHeading, .card(card), data: [])
        }
        let worst = lines.sorted { $0.result.cutPersonMonths > $1.result.cutPersonMonths }
        let tables = lines.flatMap { line in
            line.result.cutSection(
                in: language,
                heading: Phrase(
                    id: "Kuota yang dipotong: '\(line.result.name)'",
                    en: "Quotas that were cut: '\(line.result.name)'"))
        }
        return [card(Array(worst.prefix(Self.shown))).at(.firstScreen), card(lines)] + tables
    }
}

extension ScenarioResult {
    fileprivate var cutPersonMonths: Double {
        cutRows.reduce(0) { $0 + $1.personMonths.asked - $1.personMonths.inForce }
    }
}
