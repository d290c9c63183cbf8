import Analysis
import ArgumentParser
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// `lindung explain`: where a value or a result comes from.
///
///     $ lindung explain scenarios/kota-probolinggo/dasar.yaml quota.petani --at 2027-03
struct Explain: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: say(
                Phrase(
                    id: "Menjelaskan nilai, hukum, iuran atau hasil: dari mana asalnya.",
                    en: "Explains a value, a law, a contribution or a result: where it comes from.")
            ),
            discussion: say(
                Phrase(
                    id: "Contoh KUNCI: quota.petani@35.74, law.bpu.jkm.amount,"
                        + " contribution.petani@35.74, purse.dbh-cht@35.74,"
                        + " public_bill_rp.petani@35.74",
                    en: "Examples of PATH: quota.petani@35.74, law.bpu.jkm.amount,"
                        + " contribution.petani@35.74, purse.dbh-cht@35.74,"
                        + " public_bill_rp.petani@35.74"
                )))
    }

    @Argument(help: help(Phrase.helpScenario, "file"), completion: .file())
    var file: String

    @Argument(
        help: help(
            Phrase(
                id: "Kunci, hukum, 'contribution' (iuran) atau besaran hasil, dengan"
                    + " [.segmen][@daerah].",
                en: "Key, law, contribution or figure, with [.segment][@region]."), "path"))
    var path: String

    /// The month; the first of the horizon where nil.
    @Option(
        help: help(
            Phrase(
                id: "Bulan, seperti 2027-03; bawaan awal periode.",
                en: "Month, such as 2027-03; the start of the horizon by default."), "yyyy-mm"))
    var at: String?

    @OptionGroup var common: GlobalOptions

    /// Computes the scenario and shows what stands behind the value.
    ///
    /// - Throws: ``InputFaults`` for a path that names nothing or a month outside the horizon.
    func run() async throws {
        let month = try at.map { text throws(InputFaults) in
            guard let month = Month(text) else { throw InputFaults.notAMonthFault(text) }
            return month
        }
        let workspace = try common.workspace(near: file)
        let policy = try await common.policies([file], workspace)[0]
        let path = try PolicyPath(
            path, of: policy, law: workspace.law, regions: workspace.catalogue.regions)
        let result = try await common.results([policy], workspace)[0]
        let isForPeople = common.format == .table || common.format == .md
        var report: Report
        do {
            report = try Report(
                explaining: path, of: result, at: month ?? policy.horizon.lowerBound,
                regions: workspace.catalogue.regions, in: isForPeople ? Interface.language : nil,
                marks: common.textMarks)
        } catch let refusal as ContributionRefusal {
            throw InputFaults(refusal.fault, option: refusal.segment)
        }
        // Whoever checks a sum needs every rupiah of it.
        report.isWhole = true
        try Presentation(common).show(report, tables: report.tables, isBeside: false)
    }
}
