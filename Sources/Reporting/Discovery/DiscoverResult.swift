import Analysis
import Exploration
import Quantities

/// What `discover` found, ready to be told.
///
/// Holds no words yet: the same result is told in both languages, as a report or as tables.
package struct DiscoverResult: Sendable {
    let source: ExperimentSource
    let question: DiscoverQuestion
    let finding: DiscoveryFinding
    let test: FreshTest?

    /// A finding with what was searched and asked; the question's outcome is a position in the
    /// source.
    ///
    /// - Parameter test: of its boxes; nil where there are none.
    package init(
        _ source: ExperimentSource, _ question: DiscoverQuestion, _ finding: DiscoveryFinding,
        test: FreshTest?
    ) {
        self.source = source
        self.question = question
        self.finding = finding
        self.test = test
    }

    package var tables: [ResultTable] {
        [finding.discovery.trajectoryTable, finding.discovery.limitTable(), freshTable]
    }

    private var fresh: [FreshBoxes.Tally] {
        if case .tested(let fresh) = test { fresh.boxes } else { [] }
    }

    /// Each box on the points that found it and on fresh ones.
    private var freshTable: ResultTable {
        let rows = zip(finding.boxes, fresh).enumerated().map {
            (box: $0 + 1, found: $1.0, fresh: $1.1)
        }
        return ResultTable("discover-fresh", rows) {
            Key("box", \.box)
            Column("density_share", .share, \.found.density)
            Column("coverage_share", .share, \.found.coverage)
            Column("fresh_points", .factor, \.fresh.points)
            Column("fresh_cases", .factor, \.fresh.cases)
            Column("fresh_density_share", .share, \.fresh.density)
            Column("fresh_coverage_share", .share, \.fresh.coverage)
        }
    }

    package var options: [(name: String, value: String)] {
        [
            ("outcome", source.points.outcomes[question.outcome].name),
            (question.isAbove ? "above" : "below", "\(question.limit)"),
            ("threshold", "\(question.density)"), ("boxes", "\(question.boxes)"),
        ]
    }
}

extension Report {
    /// Boxes as sentences, why they were chosen, their limits, and the trade-off of the first one.
    ///
    ///     how many cases, and where
    ///     title
    ///     Di mana kasus itu terjadi    a sentence for each box, the rule, limits to beware of
    ///     Batas kotak                  the same limits as rows
    ///     Kepadatan terhadap cakupan   bars and rows: what another choice would have given
    package init(_ result: DiscoverResult, in language: Language) {
        title = result.source.title
        answer = result.answer
        introduction = result.notes
        sections =
            (result.finding.boxes.isEmpty
                ? []
                : [
                    Section(
                        heading: Phrase(id: "Di mana kasus itu terjadi", en: "Where the cases are"),
                        .card(result.card)),
                    Section(
                        heading: Phrase(id: "Batas kotak", en: "Limits of the boxes"),
                        .table(result.limitTable(language)), data: []),
                ])
            + (result.curve.isEmpty
                ? []
                : [
                    Section(
                        heading: Phrase.tradeOff,
                        note: Phrase(
                            id: "kepadatan = bagian titik di kotak yang merupakan kasus; cakupan ="
                                + " bagian semua kasus yang ada di kotak",
                            en: "density = share of the points in the box that are cases; coverage"
                                + " = share of all cases that lie in the box"
                        ),
                        .chart(result.bars(language), full: 1)),
                    Section(
                        heading: Phrase(
                            id: "Langkah pencarian kotak 1", en: "Steps of the search for box 1"),
                        .table(result.curveTable(language)), data: []
                    ),
                ])
    }
}

extension DiscoverResult {
    private static let luck = 0.05
    private static let shown = 12

    fileprivate var answer: [Phrase] {
        let cases = Phrase.casesAnswer(
            question.words(source), cases: finding.points.caseCount, of: finding.points.count)
        guard let step = finding.boxes.first else {
            return [
                cases,
                Phrase(
                    id: "Tidak ada batas masukan yang memisahkan kasus itu dari yang lain.",
                    en: "No limits of inputs set these cases apart."),
            ]
        }
        let limits = Phrase.limits(step.box, source.labels, isShort: true)
        let tested = fresh.first.map { [Phrase.onFreshPoints($0)] } ?? []
        return [
            cases,
            Phrase(
                "Itu terjadi pada \(percent: step.density, decimals: 0) titik bila \(limits); di"
                    + " sanalah \(percent: step.coverage, decimals: 0) dari semua kasus.",
                en: "It happens at \(percent: step.density, decimals: 0) of the points where"
                    + " \(limits); \(percent: step.coverage, decimals: 0) of all cases lie there."
            ),
        ] + tested
    }

    /// What the points are, where that is not plain.
    fileprivate var notes: [Phrase] {
        Phrase.discoverPoints(
            missing: source.points.missing(question.outcome),
            policies: source.points.policies.count)
    }

    /// Boxes, the rule that chose them, and limits to beware of.
    ///
    /// Coverages of boxes add up, since each counts only what the ones before it left.
    fileprivate var card: FactCard {
        let boxes = finding.boxes
        var card = FactCard()
        for (number, step) in boxes.enumerated() {
            card.add(
                Phrase(id: "Kotak \(number + 1)", en: "Box \(number + 1)"),
                Phrase.box(
                    Phrase.limits(step.box, source.labels), question.words(source), step))
        }
        if boxes.count > 1 {
            let coverage = boxes.reduce(0) { $0 + $1.coverage }
            card.add(
                Phrase(id: "Semua kotak", en: "All boxes"),
                Phrase(
                    "\(digits: boxes.count) kotak bersama memuat \(percent: coverage, decimals: 0)"
                        + " dari semua kasus",
                    en: "\(digits: boxes.count) boxes together hold"
                        + " \(percent: coverage, decimals: 0) of all cases"
                ))
        }
        card.add(Phrase(id: "Dipilih", en: "Chosen"), Phrase.rule(finding.rule))
        for (number, tally) in fresh.enumerated() {
            card.add(
                Phrase(
                    id: "Titik baru, kotak \(number + 1)", en: "Fresh points, box \(number + 1)"),
                Phrase.freshPoints(tally))
        }
        if case .tooFewCases(let cases, let needed) = test {
            card.add(
                Phrase(id: "Titik baru", en: "Fresh points"), Phrase.tooFewCases(cases, needed))
        }
        let dropped = finding.discovery.rounds.flatMap(\.dropped)
        if !dropped.isEmpty {
            card.add(Phrase(id: "Dilepas", en: "Dropped"), Phrase.dropped(dropped))
        }
        if let simpler = finding.simpler {
            card.add(
                Phrase(id: "Lebih sederhana", en: "Simpler"),
                Phrase.box(
                    Phrase.limits(simpler.box, source.labels), question.words(source), simpler))
        }
        let doubtful = boxes.enumerated().flatMap { number, step in
            step.significance.filter { $0.whole > Self.luck }.map {
                (box: number + 1, name: $0.input, p: $0.whole)
            }
        }
        if !doubtful.isEmpty {
            card.add(Phrase(id: "Perhatikan", en: "Beware"), Phrase.mayBeLuck(doubtful))
        }
        return card
    }

    /// A row for each limit of each box.
    ///
    ///     kotak  masukan                       batas                           p semu
    ///         1  purse.ceiling.dbh-cht 2026-01  di bawah Rp 1,25 miliar per tahun  0,000
    fileprivate func limitTable(_ language: Language) -> ResultTable {
        let rows = finding.boxes.enumerated().flatMap { number, step in
            zip(step.box.limits, step.significance).map {
                (box: number + 1, limit: $0, p: $1.whole)
            }
        }
        return ResultTable("limits", rows) {
            Key(Phrase.boxColumn[language], \.box)
            Key(Phrase.inputColumn[language], \.limit.input)
            Column(Phrase(id: "batas", en: "limit")[language], .word) { row in
                let label = source.labels.first { $0.name == row.limit.input }
                return Phrase.allowed(
                    row.limit, label ?? InputLabel(row.limit.input, choices: nil))[language]
            }
            Column(Phrase(id: "p semu", en: "quasi p")[language], .factor, \.p)
        }
    }

    /// Some steps of the first search, from the most coverage to the least; the chosen one among
    /// them.
    ///
    /// A search of many steps is thinned evenly; all of them stand in ``tables``.
    fileprivate var curve: [(number: Int, step: PrimStep, isChosen: Bool)] {
        guard let round = finding.discovery.rounds.first, round.trajectory.count > 1 else {
            return []
        }
        let steps = round.trajectory.enumerated().map {
            (number: $0.offset + 1, step: $0.element, isChosen: $0.offset == round.choice)
        }.sorted { ($1.step.coverage, $0.number) < ($0.step.coverage, $1.number) }
        let last = steps.count - 1
        guard last >= Self.shown else { return steps }
        let kept = Set((0..<Self.shown).map { $0 * last / (Self.shown - 1) })
        return steps.enumerated().filter { kept.contains($0.offset) || $0.element.isChosen }
            .map(\.element)
    }

    /// The density of each step shown.
    ///
    ///     cakupan 90 %   █████████████████████████ 70 %
    ///     cakupan 67 %   █████████████████████████████▋ 82 % ◀ dipilih
    fileprivate func bars(_ language: Language) -> [BarChart.Bar] {
        curve.map { point in
            let mark = point.isChosen ? " ◀ " + Phrase.chosen[language] : ""
            return BarChart.Bar(
                label: Phrase(
                    "cakupan \(percent: point.step.coverage, decimals: 0)",
                    en: "coverage \(percent: point.step.coverage, decimals: 0)")[language],
                value: point.step.density,
                text: language.numbers.percent(point.step.density, decimals: 0) + mark)
        }
    }

    /// The same steps as numbers.
    ///
    /// The numbers of steps are those of `discover-trajectory.csv`.
    fileprivate func curveTable(_ language: Language) -> ResultTable {
        ResultTable("curve", curve) {
            Key(Phrase(id: "langkah", en: "step")[language], \.number)
            Column(Phrase(id: "cakupan", en: "coverage")[language], .share, \.step.coverage)
            Column(Phrase(id: "kepadatan", en: "density")[language], .share, \.step.density)
            Column(Phrase(id: "bagian titik", en: "share of points")[language], .share, \.step.mass)
            Column(
                Phrase(id: "masukan dibatasi", en: "limited inputs")[language], .factor,
                \.step.box.restrictedCount)
            Column(Phrase.chosen[language], .word) { $0.isChosen ? "◀" : "" }
        }
    }
}
