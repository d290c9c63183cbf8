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
                id: "Metodenya: \(SeriesOptions.methods); bawaan auto. 'bass' membaca jumlah"
                    + " kumulatif semua yang sudah ikut.",
                en: "The method: \(SeriesOptions.methods); auto by default. 'bass' reads the"
                    + " cumulative number of all who have adopted."), "method"))
    var method: String?

    @Option(
        help: help(
            Phrase(
                id: "Selang: analytic (bawaan, dari metodenya) atau conformal (dari galatnya pada"
                    + " titik awal di masa lalu, bila cukup banyak).",
                en: "Intervals: analytic (default, the method's own) or conformal (by its errors"
                    + " at earlier origins, where there are enough)."), "name"))
    var intervals: String?

    @Option(
        parsing: .singleValue,
        help: help(
            Phrase(
                id: "Waktu mulai kebijakan yang mengubah tingkat deret, misalnya 2022 atau"
                    + " 2022,2024; hanya dengan --method arima.",
                en: "Times from which a policy moves the level of series, such as 2022 or"
                    + " 2022,2024; with --method arima alone."), "times"))
    var step: [String] = []

    @Option(
        parsing: .singleValue,
        help: help(
            Phrase(
                id: "Waktu peristiwa sesaat yang bukan bagian pola deret; hanya dengan --method"
                    + " arima.",
                en: "Times of single events that are no part of a series' pattern; with --method"
                    + " arima alone."), "times"))
    var pulse: [String] = []

    @Option(
        help: help(
            Phrase(
                id: "CSV pohon deret: node, parent; bagian disamakan dengan jumlahnya.",
                en: "CSV of the tree of series: node, parent; parts are made to equal sums."),
            "file"), completion: .file())
    var hierarchy: String?

    @Option(
        help: help(
            Phrase(
                id: "Cara menyamakan: \(SeriesOptions.reconciliations); bawaan wls-struct.",
                en: "How they are made to add up: \(SeriesOptions.reconciliations); wls-struct by"
                    + " default."), "name"))
    var reconcile: String?

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, fits, tells.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        var options = series.options(common)
        options.horizon = horizon
        options.methods = method.map { [$0] } ?? []
        (options.hierarchy, options.reconcile) = (hierarchy, reconcile)
        (options.intervals, options.steps, options.pulses) = (intervals, step, pulse)
        let files = [series.file] + (hierarchy.map { [$0] } ?? [])
        try await common.answer("forecast", of: files, out: out, replacing) {
            try ForecastQuestion.read(series.file, options, files: $0)
        } ask: {
            try await $0.asked(threads: GlobalOptions.threads)
        }
    }
}

extension ForecastResult: SeriesAnswer {
    /// JSON holds what was found of series too; CSV one table.
    func tables(for format: TableFormat) -> [ResultTable] {
        format == .json ? shownTables : [forecastTable]
    }

    func report(in language: Language) -> Report { Report(self, in: language) }
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
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, tests, tells.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        var options = series.options(common)
        (options.horizon, options.methods, options.origins) = (horizon, method, origins)
        try await common.answer("backtest", of: [series.file], out: out, replacing) {
            try BacktestQuestion.read(series.file, options, files: $0)
        } ask: {
            try await $0.asked(threads: GlobalOptions.threads)
        }
    }
}

extension BacktestResult: SeriesAnswer {
    func tables(for format: TableFormat) -> [ResultTable] { [errorTable] }

    func report(in language: Language) -> Report { Report(self, in: language) }
}
