import Analysis
import Exploration
import Formats
import Policy
import Quantities

/// Tables of `sense`: one an outcome for people, one for all for programs.
extension SenseResult {
    /// What programs read.
    ///
    /// Numbers with all their digits, under machine names that are the same in every language.
    ///
    ///     tornado.csv                 both ends of every bar
    ///     morris.csv, sobol.csv       every index with its interval and verdict
    ///     sensitivity-failures.csv    where failed runs lie along each input, if any failed
    ///
    /// - Parameter marks: of numbers in texts.
    public func tables(_ marks: CSVMarks = .plain) -> [ResultTable] {
        switch answer {
        case .tornado(let bars): [tornadoData(bars, marks)]
        case .morris(let effects): [effects.table] + (effects.failures.map { [$0.table] } ?? [])
        case .sobol(let indices): [indices.table] + (indices.failures.map { [$0.table] } ?? [])
        }
    }

    /// The first inputs of one outcome, for people, and how many more there are.
    ///
    /// The order is that of the picture above it. What is left out stands in ``tables(_:)``.
    func table(_ outcome: Int, in language: Language) -> (ResultTable, left: Int) {
        let left = max(0, labels.count - Self.shown)
        switch answer {
        case .tornado(let bars):
            return (tornadoTable(bars.outputs[outcome], outcome, language), left)
        case .morris(let effects):
            return (morrisTable(effects.outputs[outcome], outcome, language), left)
        case .sobol(let indices):
            return (sobolTable(indices.outputs[outcome], outcome, language), left)
        }
    }

    /// A table of one outcome: a row for each input, with headings in the reader's language.
    ///
    /// - Parameter inputs: positions, in the order of rows.
    private func table(
        _ outcome: Int, _ inputs: [Int], _ language: Language,
        _ measures: [(Phrase, Unit, ResultTable.Cells)]
    ) -> ResultTable {
        .trusted(
            name: outcomes[outcome].name,
            keys: [(Phrase.inputColumn[language], .text(inputs.map { labels[$0].name }))],
            measures: measures.map { ($0.0[language], $0.1, $0.2) })
    }

    /// Inputs in the order of a figure, largest first; those that people are shown.
    private func order(_ figure: (Int) -> Double) -> [Int] {
        let sorted = labels.indices.sorted { (figure($1), $0) < (figure($0), $1) }
        return Array(sorted.prefix(Self.shown))
    }

    /// Shares alone and with interactions, largest first.
    ///
    ///     masukan                              sendiri        dengan interaksi  berpengaruh
    ///     purse.ceiling.dbh-cht scale 2026-01  42 % (35–50 %) 57 % (49–65 %)    ya
    private func sobolTable(
        _ output: SobolIndices.Output, _ outcome: Int, _ language: Language
    ) -> ResultTable {
        let order = order { output.total[$0].value }
        /// One text for each input, in the order of rows.
        func column(_ text: (Int) -> String) -> ResultTable.Cells { .text(order.map(text)) }
        return table(
            outcome, order, language,
            [
                (
                    Phrase.aloneColumn, .word,
                    column { Phrase.interval(output.first[$0], language) }
                ),
                (
                    Phrase.withOthersColumn, .word,
                    column { Phrase.interval(output.total[$0], language) }
                ),
                (
                    Phrase.verdictColumn, .word,
                    column {
                        Phrase.verdict(
                            output.total[$0].verdict, isSmall: isSmall(output.total[$0], of: 1))[
                                language]
                    }
                ),
            ])
    }

    /// Mean changes, largest first.
    ///
    ///     masukan      rata-rata perubahan  selang                  arah   berpengaruh
    ///     rate.lapse             7.268.077  Rp 0 – Rp 15,2 juta     naik   ? N = 40
    private func morrisTable(
        _ output: MorrisEffects.Output, _ outcome: Int, _ language: Language
    ) -> ResultTable {
        let order = order { output.effects[$0].meanAbsolute.value }
        let effects = order.map { output.effects[$0] }
        let unit = outcomes[outcome].unit
        let largest = effects.first?.meanAbsolute.value ?? 0
        let intervals = effects.map { effect in
            let (low, high) = (max(0, effect.meanAbsolute.low), effect.meanAbsolute.high)
            return Phrase.span(
                outcomes[outcome].value(low), outcomes[outcome].value(high), " – ")[language]
        }
        return table(
            outcome, order, language,
            [
                (Phrase.meanAbsoluteColumn, unit, .number(effects.map(\.meanAbsolute.value))),
                (Phrase.intervalColumn, .word, .text(intervals)),
                (
                    Phrase.directionColumn, .word,
                    .text(effects.map { Phrase.direction($0)[language] })
                ),
                (
                    Phrase.verdictColumn, .word,
                    .text(
                        effects.map {
                            Phrase.verdict(
                                $0.meanAbsolute.verdict,
                                isSmall: isSmall($0.meanAbsolute, of: largest))[language]
                        })
                ),
            ])
    }

    /// Both ends of every bar, longest first.
    ///
    ///     masukan      dari – ke               hasil di rendah  hasil di tinggi
    ///     rate.lapse   0,05 – 0,5 per tahun           37,4 %           33,4 %
    private func tornadoTable(
        _ output: SensingBars.Output, _ outcome: Int, _ language: Language
    ) -> ResultTable {
        let (bars, unit) = (Array(output.bars.prefix(Self.shown)), outcomes[outcome].unit)
        return table(
            outcome, bars.map(\.input), language,
            [
                (Phrase.rangeColumn, .word, .text(bars.map { places($0)[language] })),
                (Phrase.atLowColumn, unit, .number(bars.map(\.bar.atLow))),
                (Phrase.atHighColumn, unit, .number(bars.map(\.bar.atHigh))),
            ])
    }

    /// Bars for programs.
    ///
    /// Keys: `output`, `input`. Measures: `low` and `high`, where the input stands; `at_low`,
    /// `at_base`, `at_high` and `swing` in the unit that `unit` names; `verdict`.
    ///
    /// An input's ends are texts, since a choice has words where others have numbers.
    private func tornadoData(_ tornado: SensingBars, _ marks: CSVMarks) -> ResultTable {
        let rows = zip(outcomes, tornado.outputs).flatMap { outcome, output in
            output.bars.map { (outcome: outcome, bar: $0) }
        }
        let plain = SettingText(language: nil, locale: marks.locale)
        /// Where an input stands: a number with all its digits, or the English word of a choice.
        func end(_ bar: SensingBars.Bar, _ value: Double) -> String {
            question.inputs[bar.input].choices == nil
                ? plain.number(value) : labels[bar.input].value(value).english
        }
        return .trusted(
            name: "tornado",
            keys: [
                ("output", .text(rows.map(\.outcome.name))),
                ("input", .text(rows.map { labels[$0.bar.input].name })),
            ],
            measures: [
                ("unit", .word, .text(rows.map(\.outcome.unit.rawValue))),
                ("low", .word, .text(rows.map { end($0.bar, $0.bar.low) })),
                ("high", .word, .text(rows.map { end($0.bar, $0.bar.high) })),
                ("at_low", .factor, .number(rows.map(\.bar.bar.atLow))),
                ("at_base", .factor, .number(rows.map(\.bar.bar.atBase))),
                ("at_high", .factor, .number(rows.map(\.bar.bar.atHigh))),
                ("swing", .factor, .number(rows.map(\.bar.bar.swing))),
                ("verdict", .word, .text(rows.map { verdict($0.bar.bar) })),
            ])
    }

    /// The word of a bar for programs.
    private func verdict(_ bar: TornadoBar) -> String {
        bar.hasFailed ? "failed" : bar.isInert ? "inert" : "moves"
    }
}
