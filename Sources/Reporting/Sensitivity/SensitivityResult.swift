import Analysis
import Exploration
import Formats
import Policy
import Quantities

/// What `sense` found, ready to be told: the question, its runs, and what the method makes of them.
///
/// Holds no words yet: the same result is told in both languages, as a report, tables or a picture.
package struct SensitivityResult: Sendable {
    package let question: SensitivityQuestion
    package let runs: SensitivityRuns
    package let answer: SensitivityAnswer
    package let level: Double
    package let seed: UInt64
    /// Of what has an index: inputs, or groups of them.
    let labels: [InputLabel]
    /// Of the inputs one by one.
    private let inputLabels: [InputLabel]
    /// By outcome that has values.
    let outcomes: [OutcomeLabel]

    /// A finding with its words. Outcomes that the question does not name get no label.
    ///
    /// - Parameter level: of the intervals, 0.95 for 95 %.
    package init(
        _ question: SensitivityQuestion, _ runs: SensitivityRuns, _ answer: SensitivityAnswer,
        level: Double,
        seed: UInt64
    ) {
        self.question = question
        self.runs = runs
        self.answer = answer
        self.level = level
        self.seed = seed
        inputLabels = question.inputs.map(InputLabel.init)
        let known = inputLabels
        labels = runs.plan.units.map { unit in
            known.first { [$0.name] == unit.inputs && $0.name == unit.name }
                ?? InputLabel(group: unit.name, of: unit.inputs)
        }
        let looked = question.outcomes.map(OutcomeLabel.init)
        outcomes = runs.outcomes.compactMap { name in looked.first { $0.name == name } }
    }
}

extension Report {
    /// What matters for each outcome: in words, then pictures and tables.
    ///
    ///     what decides each outcome
    ///     title
    ///     what was run
    ///     Yang paling menentukan    a few sentences for each outcome
    ///     for each outcome          bars, and the numbers behind them
    ///
    /// An outcome that nothing moves, or of which nothing can be said yet, has a sentence and
    /// neither bars nor numbers.
    package init(_ result: SensitivityResult, in language: Language) {
        title = Phrase(same: "\(result.question.title) (\(result.question.scenario.name))")
        answer = result.opening
        introduction = result.notes
        let words = Section(
            heading: Phrase(id: "Yang paling menentukan", en: "What matters most"),
            .card(result.card))
        sections =
            [words] + result.outcomes.indices.flatMap { result.sections(outcome: $0, language) }
    }
}

extension SensitivityResult {
    static let shown = 12

    /// What was run, and what was left out.
    ///
    /// Rank correlations are left out by every method here, so a reader must know that there were
    /// any.
    fileprivate var notes: [Phrase] {
        var notes = [
            Phrase.senseSize(
                runs.plan, level: level, seed: seed, policy: question.policy)
        ]
        if !question.correlations.isEmpty {
            notes.append(Phrase.independentInputs(question.correlations.count))
        }
        if !question.groups.isEmpty {
            notes.append(Phrase.groups(question.groups, areMoved: runs.plan.method != .tornado))
        }
        return notes
    }

    /// What matters, outcome by outcome; then what does not, and what failed.
    ///
    /// Inert inputs come after the outcomes, since they are what a reader looks up, not what he
    /// looks for; failures come last, with their reasons and their place.
    fileprivate var card: FactCard {
        let findings: [Finding] =
            switch answer {
            case .tornado(let bars): tornadoSentences(bars)
            case .morris(let effects): morrisSentences(effects)
            case .sobol(let indices): sobolSentences(indices)
            }
        var card = FactCard()
        for finding in findings {
            card.add(Phrase.sentence(finding.outcome), list: finding.items)
        }
        let inert = answer.inert.map { labels[$0].name }
        if !inert.isEmpty {
            card.add(
                Phrase(id: "Tidak mengubah apa pun", en: "Change nothing"),
                list: [Phrase.inertInputs(inert), Phrase.unmovedIn(tried, level: level)])
        }
        if !runs.empty.isEmpty {
            card.add(
                Phrase.failedLabel,
                Phrase(
                    id: "Tidak punya nilai di titik mana pun: \(Phrase.list(runs.empty))",
                    en: "Have no value at any point: \(Phrase.list(runs.empty))"))
        }
        card.add(Phrase.failedLabel, list: failureSentences)
        return card
    }

    /// At how many points an input was moved: base points or repetitions without a failed run.
    private var tried: Int? {
        switch answer {
        case .tornado: nil
        case .morris(let effects): effects.kept
        case .sobol(let indices): indices.kept
        }
    }

    /// How many runs failed, why, and where.
    ///
    /// In a tornado single ends fail and are named. Other methods fail all over the inputs' ranges:
    /// there a box tells where, found in the same way as boxes of cases.
    private var failureSentences: [Phrase] {
        let failed = runs.failedRuns
        guard !failed.isEmpty else { return [] }
        let sentences =
            [Phrase.failedRuns(failed.count, of: runs.plan.count)]
            + Phrase.reasons(runs.failures.map(\.error))
        if case .tornado(let bars) = answer {
            let places = bars.failures.map { failure in
                let label = labels[failure.input]
                return Phrase(same: "\(label.name) = \(label.value(failure.value))")
            }
            return sentences + [Phrase.failedAt(places)]
        }
        guard let box = runs.failureBox()?.boxes.first else {
            return sentences + [
                Phrase(
                    id: "tersebar; tidak ada batas sederhana yang memisahkannya",
                    en: "scattered; no simple limits set them apart")
            ]
        }
        let limits = Phrase.limits(box.box, inputLabels)
        return sentences + [
            Phrase(
                "bila \(limits), \(percent: box.density, decimals: 0) gagal; itu"
                    + " \(percent: box.coverage, decimals: 0) dari semua yang gagal",
                en: "where \(limits), \(percent: box.density, decimals: 0) fail; that is"
                    + " \(percent: box.coverage, decimals: 0) of all failures"
            )
        ]
    }

    /// The picture and the table of one outcome; none where nothing moves it.
    ///
    /// The heading of the picture says what its bars measure, that of the table the outcome alone.
    fileprivate func sections(outcome: Int, _ language: Language) -> [Report.Section] {
        let bars = bars(outcome, in: language)
        guard !bars.isEmpty else { return [] }
        let name = Phrase.sentence(outcomes[outcome].phrase)
        let (table, left) = table(outcome, in: language)
        return [
            Report.Section(
                heading: Phrase.influence(runs.plan.method, name),
                .chart(bars, full: runs.plan.method == .sobol ? 1 : nil)),
            Report.Section(
                heading: name, note: left > 0 ? Phrase.leftOut(left) : nil, .table(table),
                data: []),
        ]
    }

    /// The bars of a picture, longest first, at most twelve.
    ///
    /// Shares are drawn against the whole variance, effects and stretches against the largest of
    /// them.
    private func bars(_ outcome: Int, in language: Language) -> [BarChart.Bar] {
        let bars: [(name: String, value: Double, text: String)]
        switch answer {
        case .tornado(let tornado):
            bars = tornado.outputs[outcome].bars.map { bar in
                let text = outcomes[outcome].value(bar.bar.swing)[language]
                return (labels[bar.input].name, bar.bar.swing, text)
            }
        case .morris(let effects):
            bars = zip(labels, effects.outputs[outcome].effects).map { label, effect in
                let value = effect.meanAbsolute.value
                return (label.name, value, outcomes[outcome].value(value)[language])
            }
        case .sobol(let indices):
            // A bar of a share that may be any would be read as one that is known.
            if indices.outputs[outcome].restsOnFew { return [] }
            bars = zip(labels, indices.outputs[outcome].total).map { label, total in
                (label.name, total.value, Phrase.interval(total, language))
            }
        }
        let sorted = bars.filter { $0.value > 0 }.sorted { $0.value > $1.value }
        // A bar of less than an eighth of a character says nothing.
        let least = (answer.isShare ? 1 : sorted.first?.value ?? 0) / 288
        return sorted.prefix(Self.shown).filter { $0.value >= least }.map {
            BarChart.Bar(label: $0.name, value: $0.value, text: $0.text)
        }
    }
}

extension SensitivityAnswer {
    /// Whether it says shares of a whole.
    fileprivate var isShare: Bool { if case .sobol = self { true } else { false } }
}
