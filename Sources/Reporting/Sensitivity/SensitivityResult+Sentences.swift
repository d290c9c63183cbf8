import Analysis
import Exploration
import Quantities

/// What matters for each outcome, in words.
extension SensitivityResult {
    typealias Finding = (outcome: Phrase, items: [Phrase])

    /// What the opening says of an outcome.
    enum Most {
        /// An input, and what it does.
        case input(Phrase, Phrase)
        /// No input changes it.
        case nothing
        /// Why nothing can be said yet.
        case unknown(Phrase)
    }

    private static let named = 3
    /// A share of the variance below which an input is not worth a sentence.
    private static let notable = 0.01

    /// The input that decides each of the first outcomes.
    var opening: [Phrase] {
        guard !outcomes.isEmpty else {
            return [Phrase.failedRuns(runs.failedRuns.count, of: runs.plan.count)]
        }
        let findings = outcomes.indices.prefix(Self.named).map { place in
            (outcome: outcomes[place].phrase, most: most(of: place))
        }
        return Phrase.senseAnswer(labels.count, findings)
    }

    /// The most influential input of an outcome and what it does.
    private func most(of place: Int) -> Most {
        let outcome = outcomes[place]
        switch answer {
        case .tornado(let tornado):
            let bar = tornado.outputs[place].bars.first { $0.bar.swing > 0 && !$0.bar.hasFailed }
            guard let bar else { return .nothing }
            let ends = Phrase.span(
                outcome.value(bar.bar.atLow), outcome.value(bar.bar.atHigh), " → ")
            let places = places(bar)
            return .input(labels[bar.input].short, Phrase(same: "\(ends) (\(places))"))
        case .morris(let effects):
            let found = effects.outputs[place].effects.map(\.meanAbsolute.value)
            guard let input = found.indices.max(by: { found[$0] < found[$1] }), found[input] > 0
            else { return .nothing }
            return .input(labels[input].short, Phrase.movesBy(outcome.value(found[input])))
        case .sobol(let indices):
            let output = indices.outputs[place]
            let totals = output.total.map(\.value)
            guard output.variance > 0,
                let input = totals.indices.max(by: { totals[$0] < totals[$1] })
            else { return .nothing }
            if output.restsOnFew { return .unknown(restsOnFew(output, indices)) }
            let isTotal = output.first[input].verdict != .distinct
            let share = isTotal ? output.total[input] : output.first[input]
            return .input(
                labels[input].short,
                Phrase(
                    same: "\({ Phrase.explains(Phrase.interval(share, $0), isTotal: isTotal)[$0] })"
                )
            )
        }
    }

    /// Shares of the variance: what inputs explain, pairs, and what cannot be told.
    ///
    /// Ranked by total share, since an input may act through others only. At most three are named,
    /// each sure and above a hundredth; then the strongest pair, then those that more base points
    /// would decide.
    ///
    /// - Returns: one finding for each outcome, in their order.
    func sobolSentences(_ indices: SobolIndices) -> [Finding] {
        indices.outputs.enumerated().map { place, output -> Finding in
            let outcome = outcomes[place].phrase
            guard output.variance > 0 else { return (outcome, [Phrase.unmoved]) }
            if output.restsOnFew { return (outcome, [restsOnFew(output, indices)]) }
            let ranked = labels.indices.filter {
                output.total[$0].verdict == .distinct && output.total[$0].value > Self.notable
            }.sorted { output.total[$0].value > output.total[$1].value }
            var items = ranked.prefix(Self.named).enumerated().map { rank, input in
                Phrase.explained(
                    labels[input].phrase, output.first[input], output.total[input],
                    isFirst: rank == 0)
            }
            if let pair = strongestPair(output) { items.append(pair) }
            let open = undecided(output.total, of: 1)
            if !open.isEmpty { items.append(Phrase.undecided(open, samples: indices.base)) }
            items.append(Phrase.standsOn(output.differing, of: indices.kept))
            return (outcome, items)
        }
    }

    /// Why the shares of an outcome cannot be said, with the base points that would do.
    private func restsOnFew(_ output: SobolIndices.Output, _ indices: SobolIndices) -> Phrase {
        let sizes = output.total.compactMap { $0.verdict.decidingBase }
        return Phrase.restsOnFew(output.differing, of: indices.kept, tellsAt: sizes.max())
    }

    /// The pair that adds most, where it is sure and worth a word.
    ///
    /// Only one: more pairs than one are for the table.
    private func strongestPair(_ output: SobolIndices.Output) -> Phrase? {
        let pairs = output.pairs.filter {
            $0.estimate.verdict == .distinct && $0.estimate.value > 2 * Self.notable
        }
        guard let pair = pairs.max(by: { $0.estimate.value < $1.estimate.value }) else {
            return nil
        }
        return Phrase.together(
            labels[pair.first].short, labels[pair.second].short, pair.estimate)
    }

    /// Elementary effects: how far an outcome moves over an input's whole range.
    ///
    /// An input is said to depend on the others where its effects scatter more than their mean
    /// size.
    ///
    /// - Returns: one finding for each outcome, in their order.
    func morrisSentences(_ effects: MorrisEffects) -> [Finding] {
        effects.outputs.enumerated().map { place, output -> Finding in
            let outcome = outcomes[place]
            let ranked = labels.indices.filter {
                output.effects[$0].meanAbsolute.verdict == .distinct
            }.sorted {
                output.effects[$0].meanAbsolute.value > output.effects[$1].meanAbsolute.value
            }
            let sizes = output.effects.map(\.meanAbsolute)
            let open = undecided(sizes, of: sizes.map(\.value).max() ?? 0)
            guard !ranked.isEmpty || !open.isEmpty else {
                return (outcome.phrase, [Phrase.unmoved])
            }
            var items = ranked.prefix(Self.named).enumerated().map { rank, input in
                let effect = output.effects[input]
                return Phrase.moves(
                    labels[input].phrase, outcome.value(effect.meanAbsolute.value),
                    isFirst: rank == 0,
                    dependsOnOthers: (effect.standardDeviation ?? 0) > effect.meanAbsolute.value)
            }
            if !open.isEmpty {
                items.append(Phrase.undecided(open, samples: effects.repetitions))
            }
            return (outcome.phrase, items)
        }
    }

    /// The longest bars of each outcome.
    ///
    /// A bar with a failed end is left to the sentences about failures: half a bar would mislead.
    func tornadoSentences(_ tornado: SensitivityBars) -> [Finding] {
        zip(outcomes, tornado.outputs).map { outcome, output in
            let bars = output.bars.filter { $0.bar.swing > 0 && !$0.bar.hasFailed }
            guard !bars.isEmpty else { return (outcome.phrase, [Phrase.unmoved]) }
            let items = bars.prefix(Self.named).map { bar in
                Phrase.bar(
                    labels[bar.input].phrase, places(bar),
                    Phrase.span(
                        outcome.value(bar.bar.atLow), outcome.value(bar.bar.atHigh), " → "))
            }
            return (
                outcome.phrase,
                [
                    Phrase(
                        id: "\(outcome.value(output.base).indonesian) bila semua masukan di nilai"
                            + " tengah",
                        en: "\(outcome.value(output.base).english) with all inputs in their middle")
                ] + items
            )
        }
    }

    /// Where the input of a bar goes: `0,1 – 0,5 per tahun`.
    func places(_ bar: SensitivityBars.Bar) -> Phrase {
        let label = labels[bar.input]
        return Phrase.span(label.value(bar.low), label.value(bar.high), " – ")
    }

    /// Inputs that may or may not matter, by the end of their interval; those that cannot matter
    /// much either way are not worth a word.
    ///
    /// - Parameter whole: what an index is measured against: 1 for shares, the largest effect.
    private func undecided(
        _ indices: [SensitivityEstimate], of whole: Double
    ) -> [(name: String, tellsAt: Int?)] {
        zip(labels, indices).compactMap { label, index in
            guard case .undecided(let size) = index.verdict, !isSmall(index, of: whole) else {
                return nil
            }
            return (label.name, size)
        }
    }

    /// Whether an index is surely less than a hundredth of a whole.
    func isSmall(_ index: SensitivityEstimate, of whole: Double) -> Bool {
        index.high < Self.notable * whole
    }
}
