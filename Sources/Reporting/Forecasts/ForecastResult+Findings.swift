import Analysis
import Forecasting
import Quantities

/// What was found of a series besides how it goes on.
extension ForecastResult {
    /// What policies did.
    func effectSection(_ language: Language) -> Report.Section {
        let isLog = question.scale == .log
        let rows = Array(effects.prefix(Self.mostSeries))
        func text(_ number: Double) -> String {
            language.numbers.format(number, decimals: isLog ? 4 : max(decimals, 2))
        }
        let table = ResultTable("effects", rows) {
            Key(Phrase.seriesColumn[language], \.series.member.name)
            Key(Phrase(id: "kebijakan", en: "policy")[language]) {
                Phrase.kind($0.effect.policy.kind)[language]
            }
            Key(Phrase.timeColumn[language], \.effect.policy.time.text)
            Column(Phrase(id: "pengaruh", en: "effect")[language], .factor) {
                text($0.effect.size.value)
            }
            Column(Phrase(id: "galat baku", en: "standard error")[language], .factor) {
                text($0.effect.size.standardError)
            }
        }
        return Report.Section(
            heading: Phrase(id: "Pengaruh kebijakan", en: "Effects of policies"),
            note: isLog ? Phrase.effectsInLogs : nil, .table(table), data: [effectTable])
    }

    /// Where the levels of series broke.
    func breakSection(_ language: Language) -> Report.Section {
        let rows = Array(breaks.prefix(Self.mostSeries))
        let decimals = decimals
        let table = ResultTable("breaks", rows) {
            Key(Phrase.seriesColumn[language], \.series.member.name)
            Key(Phrase(id: "mulai", en: "from")[language], \.change.time.text)
            Column(Phrase(id: "tingkat sebelum", en: "level before")[language], .factor) {
                language.numbers.format($0.change.before, decimals: decimals)
            }
            Column(Phrase(id: "tingkat sesudah", en: "level after")[language], .factor) {
                language.numbers.format($0.change.after, decimals: decimals)
            }
        }
        return Report.Section(
            heading: Phrase(id: "Patahan tingkat", en: "Breaks in level"),
            note: Phrase.breaksExplained, .table(table), data: [breakTable])
    }

    /// On what scale the series were modelled, and whose intervals stand.
    var scaleAndIntervals: [Phrase] {
        var told: [Phrase] = []
        if question.scale == .log { told.append(Phrase.carriedBack) }
        guard question.intervals == .conformal else { return told }
        let short = series.compactMap { one in one.shortfall.map { (one.member.name, $0) } }
        if short.count < series.count { told.append(Phrase.conformal) }
        guard let (name, why) = short.first else { return told }
        return told + [Phrase.analyticStands(name, short.count, why, question.level)]
    }
}

extension Phrase {
    static let timeColumn = Phrase(id: "waktu", en: "time")

    fileprivate static func kind(_ kind: PolicyDate.Kind) -> Phrase {
        switch kind {
        case .step: Phrase(id: "tingkat baru", en: "new level")
        case .pulse: Phrase(id: "sesaat", en: "once")
        }
    }

    fileprivate static let effectsInLogs = Phrase(
        id: "dalam logaritma: 0,05 berarti kira-kira 5 % lebih tinggi",
        en: "in logarithms: 0.05 is about 5 % more")

    fileprivate static let breaksExplained = Phrase(
        id: "menurut Bai dan Perron, bila tingkat yang berganti lebih cocok daripada tren; deret"
            + " yang naik turun tanpa tingkat tetap juga menampakkannya, dan ramalan tidak diubah"
            + " karenanya",
        en: "after Bai and Perron, where levels that change fit better than a trend; a series that"
            + " wanders shows them too, and forecasts are not changed by them")

    fileprivate static let carriedBack = Phrase(
        id: "Dimodelkan dalam logaritma: median dan ujung selang dikembalikan ke satuan asalnya;"
            + " harapan sedikit di atas median.",
        en: "Modelled in logarithms: medians and ends of intervals are carried back; a mean lies"
            + " somewhat above the median.")

    fileprivate static let conformal = Phrase(
        id: "Selang konformal: dari galat metode yang sama pada titik awal di masa lalu, menurut"
            + " langkahnya.",
        en: "Conformal intervals: by errors of the same method at earlier origins, step by step.")

    /// That a series keeps its method's own intervals.
    fileprivate static func analyticStands(
        _ name: String, _ count: Int, _ why: (distance: Int, have: Int, needed: Int),
        _ level: Double
    ) -> Phrase {
        let others = Phrase(" dan \(count - 1) deret lain", en: " and \(count - 1) more series")
        return Phrase(
            "Selang '\(name)'\("\(others)", if: count > 1) tetap selang analitik metodenya: pada"
                + " langkah \(why.distance) hanya ada \(why.have) galat, tingkat"
                + " \(percent: level, decimals: 0) membutuhkan \(why.needed).",
            en: "Intervals of '\(name)'\("\(others)", if: count > 1) stay the method's analytic"
                + " ones: at step \(why.distance) there are only \(why.have) errors, a level of"
                + " \(percent: level, decimals: 0) takes \(why.needed).")
    }
}
