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
            commandName: "poverty", abstract: say(Phrase.povertyCommand),
            discussion: say(Phrase.povertyCommandMore),
            subcommands: [State.self, Path.self, Target.self, Components.self])
    }
}

/// The two errors of payments.
struct PaymentOptions: ParsableArguments {
    /// Texts, so that faults of them have our words.
    @Option(help: help(Phrase.helpLeakage, "share"))
    var leakage: String?

    @Option(help: help(Phrase.helpExclusion, "share"))
    var exclusion: String?

    /// Both as shares.
    ///
    /// - Throws: ``InputFaults``.
    func read() throws(InputFaults) -> PaymentErrors {
        try PaymentErrors(leakage: leakage, exclusion: exclusion)
    }
}

extension Poverty {
    /// `lindung poverty state`: one region, one household file or one grouped table.
    ///
    ///     $ lindung poverty state 35.74
    ///     $ lindung poverty state --households survei.csv --line 558029
    struct State: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "state", abstract: say(Phrase.povertyState))
        }

        /// Nil where a file is asked about.
        @Argument(help: help(Phrase.helpPovertyRegion, "region"))
        var region: String?

        @Option(help: help(Phrase.helpHouseholds, "file"))
        var households: String?

        @Option(help: help(Phrase.helpGrouped, "file"))
        var grouped: String?

        @Option(help: help(Phrase.helpLine, "rp"))
        var line: String?

        @Option(help: help(Phrase.helpMean, "rp"))
        var mean: String?

        @OptionGroup var payments: PaymentOptions

        /// Nil prints only.
        @Option(help: help(Phrase.helpOut, "folder"))
        var out: String?

        @OptionGroup var replacing: ReplaceOptions

        @OptionGroup var common: GlobalOptions

        /// Reads what was asked about and tells its poverty.
        ///
        /// - Throws: ``InputFaults``, ``OutputFault``.
        func run() throws {
            let errors = [
                (name: "--leakage", value: payments.leakage),
                (name: "--exclusion", value: payments.exclusion),
            ]
            let marks = common.locale.map { [(name: "locale", value: $0.rawValue)] } ?? []
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
                try PovertyInputs.refuse([("--mean", mean)] + errors)
                let workspace = try common.workspace(near: nil)
                let file = try HouseholdSurvey.read(
                    path, line: line, locale: common.locale, files: workspace.files)
                common.tell(file.warnings)
                let asked = (workspace, [path], [("line", line ?? "")] + marks)
                try common.finish(
                    file.value.report(in: Interface.language), asked, out: out, replacing)
            case (nil, nil, let path?):
                try PovertyInputs.refuse(errors)
                let workspace = try common.workspace(near: nil)
                let file = try GroupedSurvey.read(
                    path, line: line, mean: mean, locale: common.locale, files: workspace.files)
                common.tell(file.warnings)
                let asked = (
                    workspace, [path], [("line", line ?? ""), ("mean", mean ?? "")] + marks
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
                commandName: "components", abstract: say(Phrase.povertyComponents))
        }

        /// A kabupaten or kota.
        @Argument(help: help(Phrase.helpPovertyRegion, "region"))
        var region: String

        @Option(help: help(Phrase.helpFromYear, "yyyy"))
        var from: String

        @Option(help: help(Phrase.helpToYear, "yyyy"))
        var to: String

        /// Nil prints only.
        @Option(help: help(Phrase.helpOut, "folder"))
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
