import Analysis
import Forecasting
import Quantities

extension Report {
    /// What is expected of the last step, the steps of each series, and why each got its method.
    package init(_ result: ForecastResult, in language: Language) {
        title = Phrase(
            id: "Ramalan \(result.question.table.file)",
            en: "Forecasts of \(result.question.table.file)")
        answer = result.answer
        introduction = []
        var sections = [
            Section(
                heading: result.isShortened
                    ? Phrase(
                        id: "Langkah terakhir setiap deret", en: "The last step of each series")
                    : Phrase(id: "Langkah demi langkah", en: "Step by step"),
                note: Phrase.interval(result.question.level), .table(result.shown(language)),
                data: [result.forecastTable])
        ]
        if !result.effects.isEmpty { sections.append(result.effectSection(language)) }
        if result.hasBreaks { sections.append(result.breakSection(language)) }
        sections.append(
            Section(
                heading: Phrase(id: "Metode dan alasannya", en: "Methods and why"),
                .table(result.reasons(language)), data: []))
        self.sections = sections
        caveats = result.caveats
    }
}

extension ForecastResult {
    /// Rows that are shown to people before only the last step of each series is.
    private static let most = 60
    /// Series that are shown to people.
    static let mostSeries = 40

    fileprivate var isShortened: Bool { series.count * question.horizon > Self.most }

    /// The series that a reader asks about first: the top of a tree, the first of a file.
    private var leading: SeriesForecast? {
        guard let tree = question.tree?.hierarchy else { return series.first }
        let root = tree.hierarchy.parents.firstIndex { $0 == nil } ?? 0
        return series[root]
    }

    fileprivate var answer: [Phrase] {
        guard let leading, let known = leading.lastKnown else { return [] }
        let forecast = leading.forecast
        let last = question.horizon - 1
        let time = leading.time(question.horizon).text
        let (mean, low, high) = (forecast.mean[last], forecast.lower[last], forecast.upper[last])
        var answer = [
            Phrase(
                "'\(leading.member.name)' diperkirakan \(significant: mean) pada \(time), dari"
                    + " \(significant: known.value) pada \(known.time.text) (selang"
                    + " \(percent: question.level, decimals: 0): \(significant: low) –"
                    + " \(significant: high)).",
                en: "'\(leading.member.name)' is expected to be \(significant: mean) at \(time),"
                    + " after \(significant: known.value) at \(known.time.text)"
                    + " (\(percent: question.level, decimals: 0) interval: \(significant: low) –"
                    + " \(significant: high)).")
        ]
        if series.count > 1 {
            let steps = question.horizon
            answer.append(
                Phrase(
                    "\(series.count) deret diramal \(steps) langkah ke depan.",
                    en: "\(series.count) series are continued by \(steps) steps."))
        }
        return answer
    }

    /// Decimals that the figures of a table deserve, by the largest of them.
    var decimals: Int {
        let largest = series.flatMap(\.forecast.mean).map { abs($0) }.max() ?? 0
        return largest >= 1_000 ? 0 : largest >= 10 ? 2 : 4
    }

    fileprivate func shown(_ language: Language) -> ResultTable {
        let steps = isShortened ? [question.horizon] : Array(1...question.horizon)
        let rows = series.prefix(isShortened ? Self.mostSeries : series.count).flatMap { one in
            steps.map { (series: one, step: $0) }
        }
        let decimals = decimals
        func text(_ number: Double) -> String {
            language.numbers.format(number, decimals: decimals)
        }
        return ResultTable("forecast", rows) {
            Key(Phrase.seriesColumn[language], \.series.member.name)
            Key(Phrase.timeColumn[language]) { $0.series.time($0.step).text }
            Column(Phrase.centre(of: question.scale)[language], .factor) {
                text($0.series.forecast.mean[$0.step - 1])
            }
            Column(Phrase(id: "bawah", en: "lower")[language], .factor) {
                text($0.series.forecast.lower[$0.step - 1])
            }
            Column(Phrase(id: "atas", en: "upper")[language], .factor) {
                text($0.series.forecast.upper[$0.step - 1])
            }
        }
    }

    fileprivate func reasons(_ language: Language) -> ResultTable {
        ResultTable("methods", Array(series.prefix(Self.mostSeries))) {
            Key(Phrase.seriesColumn[language], \.member.name)
            Column(Phrase.methodColumn[language], .word) {
                Phrase.method($0.method)[language]
            }
            Column(Phrase(id: "alasan", en: "why")[language], .word) { one in
                (one.reason.map(Phrase.reason) ?? Phrase.askedFor)[language]
            }
        }
    }

    fileprivate var caveats: [Phrase] {
        var caveats: [Phrase] = []
        if series.count > Self.mostSeries {
            caveats.append(Phrase.moreSeries(series.count - Self.mostSeries))
        } else if isShortened {
            caveats.append(
                Phrase(
                    id: "Semua langkah ada di --format csv dan di folder --out.",
                    en: "All steps are in --format csv and in the folder of --out."))
        }
        caveats += scaleAndIntervals
        if let tree = question.tree {
            let summed = tree.hierarchy.summed
            caveats.append(Phrase.reconciled(tree.by, summed: summed))
        }
        return caveats
    }
}
