import Analysis
import Costing
import Policy
import Quantities

extension ScenarioResult {
    /// What the scenario comes to: coverage in its last year, then who pays what it needs.
    ///
    /// - Parameter drawn: the same scenario at many draws.
    func answer(_ drawn: Ensemble?, in language: Language) -> [Phrase] {
        [coverageAnswer, moneyAnswer] + (drawn.map { [$0.answer(in: language)] } ?? [])
    }

    /// The budget years in words: `2025–2030`.
    var yearSpan: String {
        let (first, last) = (summary.years.first ?? 0, summary.years.last ?? 0)
        return first == last ? "\(first)" : "\(first)–\(last)"
    }

    /// Whether some months are not paid for.
    var hasGap: Bool { summary.overall(.gap) > 0 }

    /// At whose price the gap is counted; nothing where there is none.
    var gapNote: [Phrase] { Self.gapNote([self]) }

    static func gapNote(_ results: [ScenarioResult]) -> [Phrase] {
        var names: [Phrase] = []
        for result in results {
            let policy = result.policy
            let known = policy.purses + policy.scenario.knownPurses
            for (row, region) in policy.regions.enumerated() {
                for (column, segment) in policy.segments.enumerated()
                where result.summary.overall(.gap, region: row, segment: column) > 0 {
                    let payers = policy.timeline(Parameters.gapPayer, segment.id, region)
                    for step in payers.steps {
                        let name = known.first { $0.id == step.value }?.name
                        if let name, !names.contains(name) { names.append(name) }
                    }
                }
            }
        }
        return names.isEmpty ? [] : [Phrase.gapPrice(names)]
    }

    /// Average and end of the last year.
    private var coverageAnswer: Phrase {
        let last = summary.years.count - 1
        func value(_ indicator: Indicator) -> Double { indicator.value(summary, year: last) }
        return Phrase.coverageAnswer(
            summary.years[last], average: value(.averageCoverage),
            end: value(.coverageOfWorkers), employed: value(.coverageOfEmployed),
            funded: summary.total(.fundedAtEnd, year: last),
            closed: summary.total(.gap, year: last) > 0
                ? (value(.closedAverageCoverage), value(.closedCoverageOfWorkers)) : nil)
    }

    private var moneyAnswer: Phrase {
        let needs = summary.overall(.publicBill)
        guard needs > 0 else {
            return Phrase(
                id: "Tidak ada iuran yang diminta dari dana publik.",
                en: "No contribution is asked of public money.")
        }
        if let since = summary.years.indices.first(where: { summary.total(.gap, year: $0) > 0 }) {
            return Phrase(
                "Kebutuhan iuran \(yearSpan) \(money: needs): \(money: summary.overall(.paid))"
                    + " dibayar sumber dana, \(money: summary.overall(.gap)) kekurangan pagu,"
                    + " mulai \(digits: summary.years[since]);"
                    + " \(summary.overall(.gapPersonMonths)) orang-bulan tidak terbayar.",
                en: "Contributions needed in \(yearSpan): \(money: needs), of which purses pay"
                    + " \(money: summary.overall(.paid)); \(money: summary.overall(.gap)) is a gap,"
                    + " from \(digits: summary.years[since]) on, and"
                    + " \(summary.overall(.gapPersonMonths)) person-months are not paid."
            )
        }
        let paid = purseRows.reduce(into: policy.purses.map { _ in 0.0 }) { sums, row in
            if case .purse(let purse) = row.bearer { sums[purse] += Double(row.paid.amount) }
        }
        let most = paid.indices.max { paid[$0] < paid[$1] } ?? 0
        return Phrase.allPaid(
            yearSpan, needs: needs,
            first: (policy.purses[most].name, paid[most]))
    }

    /// What stands on the first screen in place of whole sections.
    ///
    /// - Parameter budgeted: ``budgetedRows`` of several regions; none of a single one.
    func briefCard(
        _ budgeted: [BudgetedRow], _ regions: RegionTable, in language: Language
    ) -> FactCard {
        var card = FactCard()
        card.add(Phrase(id: "Orang-bulan terbayar", en: "Paid person-months"), paidSegments)
        let deaths = summary.overall(.protectedDeaths)
        if deaths > 0 {
            card.add(
                Phrase(id: "Manfaat", en: "Benefits"),
                Phrase.protectionLine(
                    deaths: deaths, accidents: summary.overall(.accidents),
                    jkm: summary.overall(.jkmBenefit), jkk: summary.overall(.jkkBenefit),
                    ratio: Indicator.claimRatio.value(summary, year: nil)))
        }
        card.add(Phrase(id: "Kuota dipotong", en: "Quotas cut"), cutPhrase(regions))
        card.add(Phrase(id: "Anggaran", en: "Budgets"), budgetedLine(budgeted, regions))
        card.add(Phrase(id: "Uji fiskal", en: "Fiscal tests"), fiscalLine)
        card.add(Phrase(id: "Data", en: "Data"), Phrase.doubtful(name, EvidenceCounts(policy)))
        return card
    }

    private var paidSegments: Phrase? {
        let months = policy.segments.indices.map {
            summary.overall(.fundedPersonMonths, segment: $0)
        }
        let paid = months.indices.filter { months[$0] >= 0.5 }.sorted { months[$0] > months[$1] }
        guard !paid.isEmpty else { return nil }
        let (first, others) = (paid.prefix(4), paid.dropFirst(4))
        return Phrase.paidSegments(
            first.map { (policy.segments[$0].name, months[$0]) },
            rest: (others.count, others.reduce(0) { $0 + months[$1] }))
    }

    /// Tests that are not met in the last year, or that all are; nil where no budget is known.
    private var fiscalLine: Phrase? {
        let known = fiscalFindings.filter {
            $0.year == summary.years.last && $0.verdict != .noData && $0.verdict != .noLimit
        }
        guard !known.isEmpty else { return nil }
        let failed = policy.fiscalTests.compactMap { test -> (FiscalTest, Int)? in
            let count = known.count { $0.test == test && $0.verdict == .fails }
            return count > 0 ? (test, count) : nil
        }
        return Phrase.fiscalLine(
            failed, of: policy.regions.count, year: summary.years.last ?? 0)
    }
}

extension Ensemble {
    /// The 90 % ranges of coverage at the end and of what contributions cost.
    fileprivate func answer(in language: Language) -> Phrase {
        Phrase.drawnRanges(
            plan.draws,
            coverage: baseline.interval(Outcome(.indicator(.coverageOfWorkers)), in: language),
            needs: "Rp " + baseline.interval(Outcome(.measure(.publicBill)), in: language))
    }
}
