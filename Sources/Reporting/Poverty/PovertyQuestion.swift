import Analysis
import Exploration
import Policy
import Quantities
import Welfare

extension PovertyQuestion {
    enum Lever: String, CaseIterable {
        case growth, gini, budget

        var unit: Unit { self == .budget ? .rupiahPerYear : .share }
    }

    private func question(_ regions: [PovertyOutlook]) -> PovertyTarget {
        let offset = year - policy.years.lowerBound
        return PovertyTarget(
            regions, after: min(12 * offset, policy.monthCount), index: index, target: target)
    }

    private func answer(_ lever: Lever, _ regions: [PovertyOutlook]) -> PovertyTarget.Answer {
        let question = question(regions)
        return switch lever {
        case .growth: question.growth
        case .gini: question.giniGrowth
        case .budget:
            question.budget(leakage: errors.leakage, exclusion: errors.exclusion)
        }
    }

    /// A lever's answer as written and over draws.
    struct Row {
        let lever: Lever
        /// What is needed of it with the scenario as written.
        let written: PovertyTarget.Answer
        let drawn: StreamedSummary
        let reached: Double
    }

    var rows: [Row] {
        Lever.allCases.map { lever in
            var summary = StreamedSummary()
            for regions in draws.drawn {
                switch answer(lever, regions) {
                case .needs(let value): summary.add(value)
                case .alreadyMet: summary.add(0)
                case .notReachable: break
                }
            }
            return Row(
                lever: lever, written: answer(lever, draws.written), drawn: summary,
                reached: Double(summary.count) / Double(max(1, draws.drawn.count)))
        }
    }

    /// The index at the year with the scenario as it is.
    private var expected: Double { question(draws.written).figures()[index] }

    /// What programs read: a row for each lever.
    package var table: ResultTable {
        /// A quantile of what is needed; none where no draw reaches the target.
        func quantile(_ p: Double, _ row: Row) -> Double? {
            row.drawn.count > 0 ? row.drawn.quantile(p) : nil
        }
        return ResultTable("poverty-target", rows) {
            Key("lever", \.lever.rawValue)
            Column("unit", .word, \.lever.unit.rawValue)
            Column("answer", .word, \.written.word)
            Column("needed", .factor, \.written.value)
            Column("best_share", .share, \.written.best)
            Column("p05", .factor) { quantile(0.05, $0) }
            Column("p50", .factor) { quantile(0.5, $0) }
            Column("p95", .factor) { quantile(0.95, $0) }
            Column("reached_share", .share) { plan == nil ? nil : $0.reached }
        }
    }

    package func report(in language: Language) -> Report {
        let rows = rows
        var card = FactCard()
        for row in rows {
            card.add(Phrase.lever(row.lever), text(row, in: language))
        }
        if let ratio = publishedRatio, case .needs(let budget) = answer(.budget, draws.written) {
            card.add(
                Phrase(id: "dana transfer, P1 terbitan", en: "payments, published P1"),
                Phrase.budgetByPublished(budget * ratio, ratio))
        }
        return Report(
            title: Phrase.targetTitle(policy.scenario, index, target, year),
            answer: [
                Phrase.povertyTargetAnswer(
                    index, target, year, expected: expected, rows.map { ($0.lever, $0.written) })
            ],
            introduction: [
                Phrase.about(policy.scenario),
                Phrase(
                    id: "setiap tuas sendirian, sama untuk semua kabupaten/kota; dana transfer"
                        + " mengangkat yang dijangkaunya tepat ke garis, tanpa memilih yang paling"
                        + " dekat",
                    en: "each lever alone, the same in all kabupaten/kota; payments lift whom they"
                        + " reach to the line, without choosing those who are nearest"
                ),
            ]
                + (plan.map { [Phrase.povertyDraws($0.draws, failed: draws.failed)] } ?? []),
            sections: [
                Report.Section(
                    heading: Phrase(id: "Salah satu dari", en: "One of"), .card(card), data: [table]
                )
            ])
    }

    private func text(_ row: Row, in language: Language) -> Phrase {
        let written = Phrase.answer(row.written, row.lever, index)
        guard plan != nil else { return written }
        let interval = IntervalText(language: language).text(row.drawn, row.lever.unit)
        return Phrase.together(
            written,
            Phrase(
                "simulasi acak: \(interval), terjangkau dalam \(percent: row.reached, decimals: 0)"
                    + " simulasi acak",
                en: "draws: \(interval), reachable in \(percent: row.reached, decimals: 0) of them")
        )
    }
}

extension PovertyTarget.Answer {
    var word: String {
        switch self {
        case .needs: "needs"
        case .notReachable: "not-reachable"
        case .alreadyMet: "already-met"
        }
    }

    var value: Double {
        switch self {
        case .needs(let value): value
        case .notReachable(let end, _): end
        case .alreadyMet: 0
        }
    }

    /// The index at the lever's end, where the target is beyond reach.
    var best: Double {
        if case .notReachable(_, let best) = self { best } else { .nan }
    }
}
