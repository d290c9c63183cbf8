import Analysis
import Exploration
import Formats
import Policy
import Quantities

/// Tables of `sense`: one an outcome for people, one for all for programs.
extension SensitivityResult {
    /// What programs read.
    ///
    /// Numbers with all their digits, under machine names that are the same in every language.
    ///
    ///     tornado.csv                 both ends of every bar
    ///     morris.csv, sobol.csv       every index with its interval and verdict
    ///     sensitivity-failures.csv    where failed runs lie along each input, if any failed
    ///
    /// - Parameter marks: of numbers in texts.
    package func tables(_ marks: CSVMarks = .plain) -> [ResultTable] {
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

    /// The key of a table of one outcome, whose rows are inputs by position.
    private func inputs(_ language: Language) -> Key<Int> {
        Key(Phrase.inputColumn[language]) { labels[$0].name }
    }

    /// Inputs in the order of a figure, largest first; those that people are shown.
    private func order(_ figure: (Int) -> Double) -> [Int] {
        let sorted = labels.indices.sorted { (figure($1), $0) < (figure($0), $1) }
        return Array(sorted.prefix(Self.shown))
    }

    /// Shares alone and with interactions, largest first.
    ///
    ///     masukan                              sendiri        dengan interaksi  berpengaruh  titik
    ///     purse.ceiling.dbh-cht scale 2026-01  42 % (35–50 %) 57 % (49–65 %)    ya           412
    ///
    /// The last column counts the base points at which moving the input changed the outcome.
    private func sobolTable(
        _ output: SobolIndices.Output, _ outcome: Int, _ language: Language
    ) -> ResultTable {
        ResultTable(outcomes[outcome].name, order { output.total[$0].value }) {
            inputs(language)
            Column(Phrase(id: "sendiri", en: "alone")[language], .word) {
                Phrase.interval(output.first[$0], language)
            }
            Column(Phrase(id: "dengan interaksi", en: "with interactions")[language], .word) {
                Phrase.interval(output.total[$0], language)
            }
            Column(Phrase.verdictColumn[language], .word) {
                let total = output.total[$0]
                return Phrase.verdict(total.verdict, isSmall: isSmall(total, of: 1))[language]
            }
            Column(Phrase.rowsColumn[language], .word) {
                language.numbers.format(Int64(output.total[$0].rows))
            }
        }
    }

    /// Mean changes, largest first.
    ///
    ///     masukan      rata-rata perubahan  selang                  arah   berpengaruh
    ///     rate.lapse             7.268.077  Rp 0 – Rp 15,2 juta     naik   ? N = 40
    private func morrisTable(
        _ output: MorrisEffects.Output, _ outcome: Int, _ language: Language
    ) -> ResultTable {
        let order = order { output.effects[$0].meanAbsolute.value }
        let means = output.effects.map(\.meanAbsolute)
        let largest = order.first.map { means[$0].value } ?? 0
        let label = outcomes[outcome]
        return ResultTable(label.name, order) {
            inputs(language)
            Column(Phrase(id: "rata-rata perubahan", en: "mean change")[language], label.unit) {
                means[$0].value
            }
            Column(Phrase(id: "selang", en: "interval")[language], .word) {
                Phrase.span(
                    label.value(max(0, means[$0].low)), label.value(means[$0].high), " – ")[
                        language]
            }
            Column(Phrase(id: "arah", en: "direction")[language], .word) {
                Phrase.direction(output.effects[$0])[language]
            }
            Column(Phrase.verdictColumn[language], .word) {
                Phrase.verdict(means[$0].verdict, isSmall: isSmall(means[$0], of: largest))[
                    language]
            }
        }
    }

    /// Both ends of every bar, longest first.
    ///
    ///     masukan      dari – ke               hasil di rendah  hasil di tinggi
    ///     rate.lapse   0,05 – 0,5 per tahun           37,4 %           33,4 %
    private func tornadoTable(
        _ output: SensitivityBars.Output, _ outcome: Int, _ language: Language
    ) -> ResultTable {
        let label = outcomes[outcome]
        return ResultTable(label.name, output.bars.prefix(Self.shown)) {
            Key(Phrase.inputColumn[language]) { labels[$0.input].name }
            Column(Phrase(id: "dari – ke", en: "from – to")[language], .word) {
                places($0)[language]
            }
            Column(
                Phrase(id: "hasil di rendah", en: "outcome at low")[language], label.unit,
                \.bar.atLow)
            Column(
                Phrase(id: "hasil di tinggi", en: "outcome at high")[language], label.unit,
                \.bar.atHigh)
        }
    }

    /// Bars for programs.
    ///
    /// Keys: `output`, `input`. Measures: `low` and `high`, where the input stands; `at_low`,
    /// `at_base`, `at_high` and `swing` in the unit that `unit` names; `verdict`.
    ///
    /// An input's ends are texts, since a choice has words where others have numbers.
    private func tornadoData(_ tornado: SensitivityBars, _ marks: CSVMarks) -> ResultTable {
        let rows = zip(outcomes, tornado.outputs).flatMap { outcome, output in
            output.bars.map { (outcome: outcome, bar: $0) }
        }
        let plain = SettingText(language: nil, locale: marks.locale)
        /// Where an input stands: a number with all its digits, or the English word of a choice.
        func end(_ bar: SensitivityBars.Bar, _ value: Double) -> String {
            question.inputs[bar.input].choices == nil
                ? plain.number(value) : labels[bar.input].value(value).english
        }
        return ResultTable("tornado", rows) {
            Key("output", \.outcome.name)
            Key("input") { labels[$0.bar.input].name }
            Column("unit", .word, \.outcome.unit.rawValue)
            Column("low", .word) { end($0.bar, $0.bar.low) }
            Column("high", .word) { end($0.bar, $0.bar.high) }
            Column("at_low", .factor, \.bar.bar.atLow)
            Column("at_base", .factor, \.bar.bar.atBase)
            Column("at_high", .factor, \.bar.bar.atHigh)
            Column("swing", .factor, \.bar.bar.swing)
            Column("verdict", .word, \.bar.bar.verdict)
        }
    }
}
