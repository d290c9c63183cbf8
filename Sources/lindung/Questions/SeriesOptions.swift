import Analysis
import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting

/// A file of series and how it is read.
struct SeriesOptions: ParsableArguments {
    @Argument(
        help: help(
            Phrase(
                id: "CSV deret: 'series,time,value'. Cara menulis bilangannya: --locale.",
                en: "CSV of series: series, time, value. How its numbers are written: --locale."),
            "file"), completion: .file())
    var file: String

    @Option(
        help: help(
            Phrase(id: "Kolom nama deret.", en: "The column of names of series."), "name"))
    var series: String?

    @Option(help: help(Phrase(id: "Kolom waktu.", en: "The column of times."), "name"))
    var time: String?

    @Option(help: help(Phrase(id: "Kolom nilai.", en: "The column of values."), "name"))
    var value: String?

    @Option(
        help: help(
            Phrase(
                id: "Langkah satu musim: 12, 4 atau 1; bawaan menurut waktunya.",
                en: "Steps of a season: 12, 4 or 1; by default told by the times."), "n"))
    var period: Int?

    @Option(
        help: help(
            Phrase(
                id: "Batas bawah dan atas yang tidak dilewati, misalnya 0,1.",
                en: "Lower and upper bound that nothing leaves, such as 0,1."), "a,b"))
    var bounds: String?

    @Option(
        help: help(
            Phrase(
                id: "Peluang di dalam selang, dalam persen; bawaan 90.",
                en: "Probability inside an interval, in percent; 90 by default."), "level"))
    var level: String?

    @Option(
        help: help(
            Phrase(
                id: "Skala model: level (bawaan) atau log. Pada log, median dan ujung selang"
                    + " dikembalikan; hanya untuk nilai di atas nol.",
                en: "Scale of the model: level (default) or log. With log, medians and ends of"
                    + " intervals are carried back; for values above zero alone."), "name"))
    var scale: String?

    static var methods: String { ForecastOptions.methodNames.joined(separator: ", ") }

    static var reconciliations: String {
        ForecastOptions.reconciliationNames.joined(separator: ", ")
    }

    func options(_ common: GlobalOptions) -> ForecastOptions {
        var options = ForecastOptions()
        options.columns = SeriesColumns(series: series, time: time, value: value)
        (options.period, options.bounds, options.level) = (period, bounds, level)
        options.scale = scale
        (options.locale, options.seed) = (common.locale, common.seed)
        return options
    }
}

/// What a command about series answers with.
protocol SeriesAnswer {
    /// Those that are written.
    var tables: [ResultTable] { get }

    var options: [(name: String, value: String)] { get }

    /// Those that programs are shown.
    func tables(for format: TableFormat) -> [ResultTable]

    func picture(in language: Language) -> (name: String, bytes: [UInt8])

    func report(in language: Language) -> Report
}

extension GlobalOptions {
    /// Reads a question about series and answers it; writes the folder where one is asked for, and
    /// shows the report.
    ///
    /// - Parameters:
    ///   - files: that are read, the series first.
    ///   - read: the question.
    ///   - ask: for the answer.
    func answer<Question, Answer: SeriesAnswer>(
        _ command: String, of files: [String], out: String?, _ replacing: ReplaceOptions,
        read: (SourceFiles) throws -> Checked<Question>,
        ask: (Question) async throws -> Checked<Answer>
    ) async throws {
        let workspace = try workspace(near: nil)
        let folder = folder(out, replacing, workspace)
        try replacing.check(folder, in: workspace.files)
        let question = try read(workspace.files)
        tell(question.warnings)
        let found = try await ask(question.value)
        tell(found.warnings)
        let answer = found.value
        var report = answer.report(in: Interface.language)
        report.warnings = question.warnings + found.warnings
        if let folder {
            let manifest = RunManifest(
                command: command, file: files[0], options: answer.options, seed: seed,
                inputs: try workspace.named(files))
            try folder.write(
                answer.tables, pictures: [answer.picture(in: Interface.language)],
                report: report, manifest: manifest)
        }
        if out == nil || !quiet {
            try Presentation(self).show(
                report, tables: answer.tables(for: format), isBeside: out != nil)
        }
        noteWritten([out])
    }
}
