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
            "file"))
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

    static var methods: String { ForecastOptions.methodNames.joined(separator: ", ") }

    static var reconciliations: String {
        ForecastOptions.reconciliationNames.joined(separator: ", ")
    }

    func options(_ common: GlobalOptions) -> ForecastOptions {
        var options = ForecastOptions()
        options.columns = SeriesColumns(series: series, time: time, value: value)
        (options.period, options.bounds, options.level) = (period, bounds, level)
        (options.locale, options.seed) = (common.locale, common.seed)
        return options
    }
}

extension GlobalOptions {
    /// Writes the folder where one is asked for, and shows the report.
    ///
    /// - Parameters:
    ///   - tables: what programs are shown, and what is written.
    ///   - asked: the data, the files that were read, the options.
    func finish(
        _ command: String, _ report: Report,
        tables: (shown: [ResultTable], written: [ResultTable]),
        picture: (name: String, bytes: [UInt8]),
        _ asked: (workspace: Workspace, files: [String], options: [(name: String, value: String)]),
        out: String?, _ replacing: ReplaceOptions
    ) throws {
        if let folder = folder(out, replacing, asked.workspace) {
            let manifest = RunManifest(
                command: command, file: asked.files[0], options: asked.options, seed: seed,
                inputs: try asked.workspace.named(asked.files))
            try folder.write(
                tables.written, pictures: [picture], report: report, manifest: manifest)
        }
        if out == nil || !quiet {
            try Presentation(self).show(report, tables: tables.shown, isBeside: out != nil)
        }
        noteWritten([out])
    }
}
