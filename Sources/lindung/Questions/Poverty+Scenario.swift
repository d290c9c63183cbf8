import Analysis
import ArgumentParser
import Formats
import Policy
import Quantities
import Reading
import Reporting
import Sampling

extension Poverty {
    /// `lindung poverty path`: a scenario's poverty by year.
    ///
    ///     $ lindung poverty path scenarios/jawa-timur/dasar.yaml --draws 500
    struct Path: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "path",
                abstract: say(
                    Phrase(
                        id: "P0, P1, P2 sebuah skenario menurut tahun.",
                        en: "P0, P1, P2 of a scenario by year.")))
        }

        @Argument(help: help(Phrase.helpScenario, "file"), completion: .file())
        var file: String

        /// Nil computes written values only.
        @Option(help: help(Phrase.helpDraws, "n"))
        var draws: Int?

        /// Nil prints only.
        @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
        var out: String?

        @OptionGroup var replacing: ReplaceOptions

        @OptionGroup var common: GlobalOptions

        /// Reads the scenario and moves its regions' welfare from year to year.
        ///
        /// - Throws: ``InputFaults``, ``OutputFault``.
        func run() async throws {
            let workspace = try common.workspace(near: file)
            let policy = try await common.policies([file], workspace)[0]
            let plan = try common.povertyPlan(draws)
            let path = try PovertyPath(policy, plan: plan, in: workspace)
            let asked = (
                workspace, try workspace.inputs([policy.scenario]).map(\.path),
                [("file", file)] + PovertyInputs.options(plan)
            )
            try common.finish(
                path.report(in: Interface.language), tables: path.tables,
                pictures: path.pictures(in: Interface.language), asked, out: out, replacing)
        }
    }

    /// `lindung poverty target`: what a target needs, of a scenario or of a grouped table.
    ///
    ///     $ lindung poverty target scenarios/jawa-timur/dasar.yaml --p0 "5 %" --by 2029
    ///     $ lindung poverty target --grouped kelompok.csv --mean 109,9 --line 89 --p0 "20 %"
    struct Target: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "target",
                abstract: say(
                    Phrase(
                        id: "Apa yang diperlukan sebuah sasaran: pertumbuhan, pemerataan, atau"
                            + " dana transfer.",
                        en: "What a target needs: growth, less inequality, or payments.")))
        }

        /// Nil where a grouped table is asked about.
        @Argument(help: help(Phrase.helpScenario, "file"), completion: .file())
        var file: String?

        @Option(
            help: help(
                Phrase(
                    id: "P0 yang dituju, misalnya '5 %'.",
                    en: "The P0 that is wanted, such as '5 %'."), "share"))
        var p0: String?

        @Option(
            help: help(
                Phrase(
                    id: "P1 yang dituju, misalnya '1 %'.",
                    en: "The P1 that is wanted, such as '1 %'."), "share"))
        var p1: String?

        @Option(
            help: help(
                Phrase(
                    id: "Tahun sasaran dalam periode: wajib untuk skenario.",
                    en: "The year of the target, in the horizon: needed for a scenario."), "yyyy"))
        var by: String?

        @OptionGroup var table: GroupedTargetOptions

        @OptionGroup var payments: PaymentOptions

        /// Nil computes written values only.
        @Option(help: help(Phrase.helpDraws, "n"))
        var draws: Int?

        /// Nil prints only.
        @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
        var out: String?

        @OptionGroup var replacing: ReplaceOptions

        @OptionGroup var common: GlobalOptions

        /// Solves each lever of a scenario, or the growth of a grouped table, for the target.
        ///
        /// - Throws: ``InputFaults``, ``OutputFault``.
        func run() async throws {
            switch (file, table.grouped) {
            case (let file?, nil): try await answer(file)
            case (nil, let path?): try answer(grouped: path)
            default: throw PovertyInputs.oneTarget
            }
        }

        /// Reads a grouped table and solves for growth.
        ///
        /// - Throws: ``InputFaults``, ``OutputFault``.
        private func answer(grouped path: String) throws {
            try PovertyInputs.refuse(
                [
                    ("--p1", p1), ("--by", by), ("--draws", draws.map(String.init)),
                ] + payments.given)
            let workspace = try common.workspace(near: nil)
            let question = try GroupedQuestion.read(
                path, line: table.line, mean: table.mean, headcount: p0, years: table.years,
                locale: common.locale, files: workspace.files)
            common.tell(question.warnings)
            let asked = (
                workspace, [path],
                [
                    ("line", table.line ?? ""), ("mean", table.mean ?? ""), ("p0", p0 ?? ""),
                    ("years", table.years ?? ""),
                ] + common.namedLocale
            )
            try common.finish(
                question.value.report(in: Interface.language), asked, out: out, replacing)
        }

        /// Reads a scenario and solves each lever.
        ///
        /// - Throws: ``InputFaults``, ``OutputFault``.
        private func answer(_ file: String) async throws {
            try PovertyInputs.refuse([
                ("--line", table.line), ("--mean", table.mean), ("--years", table.years),
            ])
            let errors = try payments.read()
            let workspace = try common.workspace(near: file)
            let policy = try await common.policies([file], workspace)[0]
            let plan = try common.povertyPlan(draws)
            let question = try PovertyQuestion(
                policy, headcount: p0, gap: p1, by: by, errors: errors, plan: plan, in: workspace)
            let asked = (
                workspace, try workspace.inputs([policy.scenario]).map(\.path),
                [("file", file), ("p0", p0 ?? ""), ("p1", p1 ?? ""), ("by", by ?? "")]
                    + PovertyInputs.options(plan)
            )
            try common.finish(question.report(in: Interface.language), asked, out: out, replacing)
        }
    }
}

extension GlobalOptions {
    /// How numbers of files and options are written, as a manifest has it; nothing where not said.
    var namedLocale: [(String, String)] {
        locale.map { [("locale", $0.rawValue)] } ?? []
    }

    /// Where draws come from; nil without `--draws`.
    ///
    /// - Throws: ``InputFaults`` for a number that is none of draws.
    func povertyPlan(_ draws: Int?) throws(InputFaults) -> EnsemblePlan? {
        guard let draws else { return nil }
        try OptionNumber.drawCount(draws)
        return EnsemblePlan(draws: draws, design: .monteCarlo, seed: seed ?? 1)
    }

    /// Writes files and prints the report.
    ///
    /// - Parameters:
    ///   - tables: for programs; those of the report where nil.
    ///   - asked: the data, the files that were read, the options.
    func finish(
        _ report: Report, tables: [ResultTable]? = nil,
        pictures: [(name: String, bytes: [UInt8])] = [],
        _ asked: (workspace: Workspace, files: [String], options: [(String, String)]),
        out: String?, _ replacing: ReplaceOptions
    ) throws {
        let tables = tables ?? report.tables
        if let folder = folder(out, replacing, asked.workspace) {
            let inputs = try asked.workspace.named(asked.files)
            let manifest = RunManifest(
                command: "poverty", file: asked.files.first ?? "",
                options: asked.options.map { (name: $0.0, value: $0.1) }, seed: seed,
                inputs: inputs)
            try folder.write(
                tables, pictures: pictures, report: report, manifest: manifest)
        }
        if out == nil || !quiet {
            try Presentation(self).show(report, tables: tables, isBeside: out != nil)
        }
        noteWritten([out])
    }
}
