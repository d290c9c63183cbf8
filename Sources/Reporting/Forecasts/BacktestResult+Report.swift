import Analysis
import Forecasting
import Formats
import Quantities

extension BacktestResult {
    /// Errors by method and distance, then by series and method.
    package var tables: [ResultTable] { [errorTable, seriesTable] }

    package var errorTable: ResultTable {
        ResultTable("backtest", rows) {
            Key("method", \.method.rawValue)
            Key("horizon") { $0.ahead.map(String.init) ?? "all" }
            Column("forecasts", .factor) { Double($0.count) }
            Column("mase", .factor, \.mase)
            Column("smape_percent", .percent, \.smape)
            Column("rmsse", .factor, \.rmsse)
            Column("scaled_crps", .factor, \.crps)
            Column("coverage_share", .share, \.coverage)
            Column("owa", .factor, \.owa)
        }
    }

    private var seriesTable: ResultTable {
        let all = bySeries.flatMap { one in one.rows.map { (series: one.name, row: $0) } }
        return ResultTable("backtest-series", all) {
            Key("series", \.series)
            Key("method", \.row.method.rawValue)
            Column("forecasts", .factor) { Double($0.row.count) }
            Column("mase", .factor, \.row.mase)
            Column("smape_percent", .percent, \.row.smape)
            Column("rmsse", .factor, \.row.rmsse)
            Column("scaled_crps", .factor, \.row.crps)
            Column("coverage_share", .share, \.row.coverage)
            Column("owa", .factor, \.row.owa)
        }
    }

    package var options: [(name: String, value: String)] {
        [
            ("methods", question.methods.map(\.rawValue).joined(separator: ",")),
            ("horizon", "\(question.horizon)"), ("origins", "\(question.origins)"),
            ("level", "\(question.level)"), ("scale", question.scale.rawValue),
        ] + (question.bounds.map { [("bounds", "\($0.lowerBound),\($0.upperBound)")] } ?? [])
    }
}

extension Report {
    /// Which method is best and by how much, the errors of all, the errors by distance, and the
    /// best method of each series.
    package init(_ result: BacktestResult, in language: Language) {
        title = Phrase(
            id: "Uji mundur \(result.question.table.file)",
            en: "Backtest of \(result.question.table.file)")
        answer = result.answer
        introduction = []
        sections =
            [
                Section(
                    heading: Phrase(id: "Galat menurut metode", en: "Errors by method"),
                    note: Phrase.errorsExplained(result.question.level),
                    .table(result.overall(language)), data: [result.errorTable]),
                Section(
                    heading: Phrase(
                        id: "Galat (MASE) menurut langkah ke depan", en: "Errors (MASE) by step"),
                    .table(result.byStep(language)), data: []),
            ]
            + (result.bySeries.count > 1
                ? [
                    Section(
                        heading: Phrase(
                            id: "Metode terbaik tiap deret", en: "Best method of each series"),
                        .table(result.choices(language)), data: [])
                ] : [])
        caveats = result.caveats
    }
}

extension BacktestResult {
    private static let mostSteps = 12
    private static let mostSeries = 40

    fileprivate var answer: [Phrase] {
        guard let best else { return [] }
        // What nobody needs a model for; the better of both.
        let simple = [row(.naive), row(.seasonalNaive)].compactMap { $0 }.min { $0.mase < $1.mase }
        let chosen = best.method.rawValue
        var answer = [
            Phrase(
                "Metode terbaik: '\(chosen)' dengan MASE \(best.mase, decimals: 3)"
                    + " (sMAPE \(best.smape, decimals: 1) %) pada \(best.count) ramalan dari"
                    + " \(seriesCount) deret.",
                en: "Best method: '\(chosen)' with a MASE of \(best.mase, decimals: 3)"
                    + " (sMAPE \(best.smape, decimals: 1) %) over \(best.count) forecasts of"
                    + " \(seriesCount) series.")
        ]
        if let simple, simple.method != best.method, simple.mase > 0 {
            let gain = 1 - best.mase / simple.mase
            let name = simple.method.rawValue
            let what =
                simple.method == .naive
                ? Phrase(id: "meneruskan nilai terakhir", en: "repeating the last value")
                : Phrase(id: "mengulang musim terakhir", en: "repeating the last season")
            answer.append(
                gain < 0.005
                    ? Phrase(
                        "Galatnya sama dengan \(what) ('\(name)').",
                        en: "Its errors are as those of \(what) ('\(name)').")
                    : Phrase(
                        "Galatnya \(percent: gain, decimals: 0) lebih kecil daripada \(what)"
                            + " ('\(name)').",
                        en: "Its errors are \(percent: gain, decimals: 0) smaller than those of"
                            + " \(what) ('\(name)')."))
        }
        return answer
    }

    fileprivate func overall(_ language: Language) -> ResultTable {
        let all = rows.filter { $0.ahead == nil }
        return ResultTable("errors", all) {
            Key(Phrase.methodColumn[language], \.method.rawValue)
            Column(Phrase(id: "ramalan", en: "forecasts")[language], .factor) {
                language.numbers.format(Int64($0.count))
            }
            Column("MASE", .factor, \.mase)
            Column("sMAPE", .percent, \.smape)
            Column("RMSSE", .factor, \.rmsse)
            Column("CRPS", .factor, \.crps)
            Column(Phrase(id: "dalam selang", en: "inside")[language], .share, \.coverage)
            Column("OWA", .factor, \.owa)
        }
    }

    fileprivate func byStep(_ language: Language) -> ResultTable {
        let methods = rows.filter { $0.ahead == nil }.map(\.method)
        return ResultTable("steps", methods) {
            Key(Phrase.methodColumn[language], \.rawValue)
            for step in 1...min(question.horizon, Self.mostSteps) {
                Column("\(step)", .factor) { method in
                    rows.first { $0.method == method && $0.ahead == step }?.mase ?? .nan
                }
            }
        }
    }

    fileprivate func choices(_ language: Language) -> ResultTable {
        let chosen = bySeries.prefix(Self.mostSeries).compactMap { one in
            Self.best(one.rows).map { (series: one.name, best: $0) }
        }
        return ResultTable("choices", chosen) {
            Key(Phrase.seriesColumn[language], \.series)
            Column(Phrase.methodColumn[language], .word, \.best.method.rawValue)
            Column("MASE", .factor, \.best.mase)
            Column(Phrase(id: "dalam selang", en: "inside")[language], .share, \.best.coverage)
        }
    }

    /// How far a share of outcomes inside may be from the level before it is told.
    private static let slack = 0.1

    /// That the intervals of the best method hold another share of outcomes than they should.
    private var coverageCaveat: Phrase? {
        guard let best, abs(best.coverage - question.level) > Self.slack else { return nil }
        let isNarrow = best.coverage < question.level
        return Phrase(
            "Selang \(percent: question.level, decimals: 0) '\(best.method.rawValue)' memuat"
                + " \(percent: best.coverage, decimals: 0) kenyataan:"
                + " \("terlalu sempit", if: isNarrow)\("terlalu lebar", if: !isNarrow).",
            en: "The \(percent: question.level, decimals: 0) intervals of"
                + " '\(best.method.rawValue)' hold \(percent: best.coverage, decimals: 0) of"
                + " outcomes: \("too narrow", if: isNarrow)\("too wide", if: !isNarrow).")
    }

    fileprivate var caveats: [Phrase] {
        let most = rows.filter { $0.ahead == nil }.map(\.count).max() ?? 0
        let whole = rows.filter { $0.ahead == nil && $0.count == most }.map(\.method)
        let partial = question.methods.filter { !whole.contains($0) }.map(\.rawValue)
        let left = question.table.members.count - seriesCount
        return (coverageCaveat.map { [$0] } ?? [])
            + (partial.isEmpty
                ? []
                : [
                    Phrase(
                        id: "Tidak dapat dipakai di semua titik awal, sehingga tidak ikut dipilih:"
                            + " \(partial.joined(separator: ", ")).",
                        en: "Could not be used at all origins and were not chosen from:"
                            + " \(partial.joined(separator: ", ")).")
                ])
            + (left == 0
                ? []
                : [
                    Phrase(
                        "\(left) deret tidak dihitung: tetap atau terlalu pendek.",
                        en: "\(left) series do not count: constant or too short.")
                ])
    }
}

extension Phrase {
    static func errorsExplained(_ level: Double) -> Phrase {
        Phrase(
            "MASE, RMSSE dan CRPS relatif terhadap perubahan biasa deret (1 = sama dengan"
                + " mengulang musim lalu di masa lampau); OWA relatif terhadap 'naive2' pada titik"
                + " awal yang sama; dalam"
                + " selang: idealnya \(percent: level, decimals: 0)",
            en: "MASE, RMSSE and CRPS in parts of the usual change of a series (1 = as repeating"
                + " the last season within the past); OWA against naive2 at the same origins;"
                + " inside: ideally"
                + " \(percent: level, decimals: 0)")
    }
}

extension BacktestResult {
    /// Errors by distance, a line for each method.
    ///
    /// - Parameter language: of its titles.
    package func picture(in language: Language) -> (name: String, bytes: [UInt8]) {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(
                Phrase(
                    id: "Galat (MASE) menurut langkah ke depan",
                    en: "Errors (MASE) by steps ahead"),
                width: 460, height: 300, in: language)
            json.pictureData(rows.filter { $0.ahead != nil && $0.mase.isFinite }) { json, row in
                json.member("method", row.method.rawValue)
                json.member("step", row.ahead ?? 0)
                json.member("mase", row.mase)
            }
            json.key("mark")
            json.object(inline: true) { json in
                json.member("type", "line")
                json.member("strokeWidth", 2)
                json.key("point")
                json.value(true)
            }
            json.key("encoding")
            json.object { json in
                json.pictureChannel(
                    "x", "step", "ordinal", Phrase(id: "langkah", en: "step")[language])
                json.pictureChannel("y", "mase", "quantitative", "MASE") {
                    $0.pictureScaleWithoutZero()
                }
                json.pictureChannel("color", "method", "nominal", nil) { json in
                    json.member("sort", rows.filter { $0.ahead == nil }.map(\.method.rawValue))
                }
            }
        }
        json.finish()
        return ("backtest.vl.json", json.bytes)
    }
}
