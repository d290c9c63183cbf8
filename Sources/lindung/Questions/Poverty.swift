import Analysis
import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting

/// `lindung poverty`: state, path, target, components.
struct Poverty: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "poverty",
            abstract: say(
                Phrase(
                    id: "Kemiskinan: keadaan, jalur, sasaran, dan apa yang menggerakkannya.",
                    en: "Poverty: its state, path, targets, and what moved it.")),
            discussion: say(
                Phrase(
                    id: "Memakai P0, garis kemiskinan dan rasio Gini BPS; tidak ada pernyataan"
                        + " bahwa kepesertaan mengubah P0 yang diterbitkan.",
                    en: "Uses P0, poverty lines and Gini coefficients of BPS; no effect of coverage"
                        + " on published P0 is claimed."
                )),
            subcommands: [State.self, Path.self, Target.self, Components.self])
    }
}

/// The two errors of payments.
struct PaymentOptions: ParsableArguments {
    /// Texts, so that faults of them have our words.
    @Option(
        help: help(
            Phrase(
                id: "Bagian dana yang jatuh ke yang tidak miskin (0).",
                en: "Share of the money that goes to people who are not poor (0)."), "share"))
    var leakage: String?

    @Option(
        help: help(
            Phrase(
                id: "Bagian penduduk miskin yang tidak terjangkau (0).",
                en: "Share of the poor who are not reached (0)."), "share"))
    var exclusion: String?

    /// Both as typed, by name; nil where not given.
    var given: [(name: String, value: String?)] {
        [("--leakage", leakage), ("--exclusion", exclusion)]
    }

    /// Both as shares.
    ///
    /// - Throws: ``InputFaults``.
    func read() throws(InputFaults) -> PaymentErrors {
        try PaymentErrors(leakage: leakage, exclusion: exclusion)
    }
}

/// The grouped table of a target, with what it does not say itself.
struct GroupedTargetOptions: ParsableArguments {
    @Option(help: help(Phrase.helpGrouped, "file"), completion: .file())
    var grouped: String?

    /// Texts, so that faults of them have our words.
    @Option(help: help(Phrase.helpPovertyLine, "rp"))
    var line: String?

    @Option(
        help: help(
            Phrase(
                id: "Rata-rata konsumsi per orang: wajib untuk --grouped.",
                en: "Mean consumption per head: needed for --grouped."), "rp"))
    var mean: String?

    @Option(
        help: help(
            Phrase(
                id: "Dengan --grouped: berapa tahun pertumbuhannya; tanpa ini seluruhnya saja.",
                en: "With --grouped: over how many years it grows; without, as a whole only."), "n"
        ))
    var years: String?
}

extension Poverty {
    /// `lindung poverty state`: one region, one household file or one grouped table.
    ///
    ///     $ lindung poverty state 35.74
    ///     $ lindung poverty state --households survei.csv --line 558029
    struct State: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "state",
                abstract: say(
                    Phrase(
                        id: "Keadaan sebuah daerah, berkas rumah tangga, atau tabel kelompok.",
                        en: "The state of a region, of a household file, or of a grouped table.")))
        }

        /// Nil where a file is asked about.
        @Argument(help: help(Phrase.helpPovertyRegion, "region"))
        var region: String?

        @Option(
            help: help(
                Phrase(
                    id: "CSV rumah tangga: consumption, weight; boleh size, stratum, psu. Cara"
                        + " menulis bilangannya: --locale.",
                    en: "CSV of households: consumption, weight; optional size, stratum, psu. How"
                        + " its numbers are written: --locale."
                ), "file"), completion: .file())
        var households: String?

        @Option(help: help(Phrase.helpGrouped, "file"), completion: .file())
        var grouped: String?

        @Option(help: help(Phrase.helpPovertyLine, "rp"))
        var line: String?

        @Option(
            help: help(
                Phrase(
                    id: "Rata-rata konsumsi per orang: wajib untuk --grouped; untuk sebuah daerah"
                        + " per bulan, pengganti rasio Gini.",
                    en: "Mean consumption per head: needed for --grouped; for a region per month,"
                        + " in place of the Gini coefficient."
                ), "rp"))
        var mean: String?

        @OptionGroup var payments: PaymentOptions

        /// Nil prints only.
        @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
        var out: String?

        @OptionGroup var replacing: ReplaceOptions

        @OptionGroup var common: GlobalOptions

        /// Reads what was asked about and tells its poverty.
        ///
        /// - Throws: ``InputFaults``, ``OutputFault``.
        func run() throws {
            switch (region, households, grouped) {
            case (let region?, nil, nil):
                try PovertyInputs.refuse([("--line", line)])
                let workspace = try common.workspace(near: nil)
                let state = try PovertyState(
                    region, mean: mean, errors: payments.read(), in: workspace)
                let asked = (workspace, workspace.povertyFiles, state.options)
                try common.finish(
                    state.report(in: Interface.language),
                    pictures: state.pictures(in: Interface.language), asked, out: out, replacing)
            case (nil, let path?, nil):
                try PovertyInputs.refuse([("--mean", mean)] + payments.given)
                let workspace = try common.workspace(near: nil)
                let file = try HouseholdSurvey.read(
                    path, line: line, locale: common.locale, files: workspace.files)
                common.tell(file.warnings)
                let asked = (workspace, [path], [("line", line ?? "")] + common.namedLocale)
                try common.finish(
                    file.value.report(in: Interface.language), asked, out: out, replacing)
            case (nil, nil, let path?):
                try PovertyInputs.refuse(payments.given)
                let workspace = try common.workspace(near: nil)
                let file = try GroupedSurvey.read(
                    path, line: line, mean: mean, locale: common.locale, files: workspace.files)
                common.tell(file.warnings)
                let asked = (
                    workspace, [path],
                    [("line", line ?? ""), ("mean", mean ?? "")] + common.namedLocale
                )
                try common.finish(
                    file.value.report(in: Interface.language), asked, out: out, replacing)
            default: throw PovertyInputs.oneState
            }
        }
    }

    /// `lindung poverty components`: growth and redistribution between two years.
    ///
    ///     $ lindung poverty components 35.74 --from 2018 --to 2025
    struct Components: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "components",
                abstract: say(
                    Phrase(
                        id: "Bagian pertumbuhan dan pemerataan dari perubahan kemiskinan.",
                        en: "The parts of growth and redistribution in a change of poverty.")))
        }

        /// A kabupaten or kota.
        @Argument(help: help(Phrase.helpPovertyRegion, "region"))
        var region: String

        @Option(
            help: help(
                Phrase(id: "Tahun awal: 2018, 2021.", en: "The first year: 2018, 2021."), "yyyy"))
        var from: String

        @Option(
            help: help(
                Phrase(id: "Tahun akhir: 2021, 2025.", en: "The last year: 2021, 2025."), "yyyy"))
        var to: String

        /// Nil prints only.
        @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
        var out: String?

        @OptionGroup var replacing: ReplaceOptions

        @OptionGroup var common: GlobalOptions

        /// Reads both years and divides the change.
        ///
        /// - Throws: ``InputFaults``, ``OutputFault``.
        func run() throws {
            let workspace = try common.workspace(near: nil)
            let change = try PovertyChange(region, from: from, to: to, in: workspace)
            let asked = (
                workspace, workspace.povertyFiles, [("region", region), ("from", from), ("to", to)]
            )
            try common.finish(change.report(in: Interface.language), asked, out: out, replacing)
        }
    }
}
