import Analysis
import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting

/// `lindung forecast`: how the series of a file go on.
///
///     $ lindung forecast umk.csv --horizon 5
///     $ lindung forecast peserta.csv --horizon 4 --hierarchy daerah.csv --reconcile mint-shrink
struct Forecast: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "forecast",
            abstract: say(
                Phrase(
                    id: "Meramal deret sebuah berkas, dengan selangnya.",
                    en: "Continues the series of a file, with intervals.")),
            discussion: say(
                Phrase(
                    id: "Berkasnya panjang: satu baris tiap deret dan waktu ('series,time,value';"
                        + " juga 'deret,waktu,nilai' atau 'daerah,tahun,jumlah'). Waktu: 2026,"
                        + " 2026-Q1, 2026-03, atau 1, 2, 3, …. Metode 'auto' memilih menurut"
                        + " panjang deret dan menyebut alasannya.",
                    en: "The file is long: a row for each series and time (series,time,value, or"
                        + " Indonesian names of them). Times are 2026, 2026-Q1, 2026-03, or 1, 2,"
                        + " 3, …. The method 'auto' chooses by the length of a series and says why."
                )))
    }

    @OptionGroup var series: SeriesOptions

    @Option(
        help: help(
            Phrase(
                id: "Berapa langkah ke depan.", en: "How many steps ahead."), "n"))
    var horizon: Int?

    @Option(
        help: help(
            Phrase(
                id: "Metodenya: \(SeriesOptions.methods); bawaan auto.",
                en: "The method: \(SeriesOptions.methods); auto by default."), "method"))
    var method: String?

    @Option(
        help: help(
            Phrase(
                id: "CSV pohon deret: node, parent; bagian disamakan dengan jumlahnya.",
                en: "CSV of the tree of series: node, parent; parts are made to equal sums."),
            "file"))
    var hierarchy: String?

    @Option(
        help: help(
            Phrase(
                id: "Cara menyamakan: \(SeriesOptions.reconciliations); bawaan wls-struct.",
                en: "How they are made to add up: \(SeriesOptions.reconciliations); wls-struct by"
                    + " default."), "name"))
    var reconcile: String?

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"))
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, fits, tells.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        let workspace = try common.workspace(near: nil)
        try replacing.check(common.folder(out, replacing, workspace), in: workspace.files)
        var options = series.options(common)
        options.horizon = horizon
        options.methods = method.map { [$0] } ?? []
        (options.hierarchy, options.reconcile) = (hierarchy, reconcile)
        let question = try ForecastQuestion.read(series.file, options, files: workspace.files)
        common.tell(question.warnings)
        let found = try await question.value.asked(threads: GlobalOptions.threads)
        common.tell(found.warnings)
        let result = found.value
        var report = Report(result, in: Interface.language)
        report.warnings = question.warnings + found.warnings
        try common.finish(
            "forecast", report, tables: (shown: [result.forecastTable], written: result.tables),
            picture: result.picture(in: Interface.language),
            (workspace, [series.file] + (hierarchy.map { [$0] } ?? []), result.options),
            out: out, replacing)
    }
}

/// `lindung backtest`: how far methods would have been off.
///
///     $ lindung backtest umk.csv --horizon 3
struct Backtest: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backtest",
            abstract: say(
                Phrase(
                    id: "Menguji metode ramalan pada masa lalu deret sebuah berkas.",
                    en: "Tests methods of forecasting on the past of a file's series.")),
            discussion: say(
                Phrase(
                    id: "Setiap metode meramal dari beberapa titik awal di masa lalu, lalu"
                        + " dibandingkan dengan yang terjadi. Berkasnya seperti untuk 'forecast'.",
                    en: "Every method forecasts from several origins in the past and is held"
                        + " against what came. The file is as for 'forecast'.")))
    }

    @OptionGroup var series: SeriesOptions

    @Option(
        help: help(
            Phrase(
                id: "Berapa langkah ke depan; bawaan satu musim, atau 3.",
                en: "How many steps ahead; a season by default, or 3."), "n"))
    var horizon: Int?

    @Option(
        parsing: .singleValue,
        help: help(
            Phrase(
                id: "Metode yang diuji, boleh diulang: \(SeriesOptions.methods).",
                en: "A method to test, may be repeated: \(SeriesOptions.methods)."), "method"))
    var method: [String] = []

    @Option(
        help: help(
            Phrase(
                id: "Berapa titik awal di masa lalu.", en: "How many origins in the past."), "n"))
    var origins: Int?

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"))
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, tests, tells.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        let workspace = try common.workspace(near: nil)
        try replacing.check(common.folder(out, replacing, workspace), in: workspace.files)
        var options = series.options(common)
        (options.horizon, options.methods, options.origins) = (horizon, method, origins)
        let question = try BacktestQuestion.read(series.file, options, files: workspace.files)
        common.tell(question.warnings)
        let found = try await question.value.asked(threads: GlobalOptions.threads)
        let result = found.value
        var report = Report(result, in: Interface.language)
        report.warnings = question.warnings + found.warnings
        try common.finish(
            "backtest", report, tables: (shown: [result.errorTable], written: result.tables),
            picture: result.picture(in: Interface.language),
            (workspace, [series.file], result.options), out: out, replacing)
    }
}
