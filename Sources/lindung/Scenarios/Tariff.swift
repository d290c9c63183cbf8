import ArgumentParser
import Costing
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// `lindung tariff`: the contribution of one person.
///
///     $ lindung tariff --route bpu --base 1000000 --programmes jkk,jkm \
///           --payer apbd --date 2026-05 --format csv
///     programme,contribution_rp,legal_reference,mark
///     jkk,10000,PP 44/2015 Annex II; PP 44/2015; PP 50/2025,V2
///     jkm,6800,PP 44/2015; PP 50/2025,V2
///     total,16800,,V2
struct Tariff: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "tariff", abstract: say(Phrase.tariff))
    }

    /// Texts all: `TariffRequest` reads them and tells all faults at once.
    @Option(
        help: help(
            Phrase(id: "Jalur: bpu, pu, jakon atau pmi.", en: "Route: bpu, pu, jakon or pmi."),
            "route"))
    var route: String

    /// Not needed for pmi packages; without it bpu takes the lowest band.
    @Option(
        help: help(
            Phrase(
                id: "Rupiah: upah, penghasilan, nilai kontrak (jakon) atau tabungan (pmi jht).",
                en: "Rupiah: wage, income, contract value (jakon) or savings (pmi jht)."), "rp"))
    var base: String?

    @Option(
        help: help(
            Phrase(
                id: "Kelompok risiko 1..5; wajib untuk JKK di jalur pu.",
                en: "Risk class 1..5; required for JKK on route pu."), "1..5"))
    var risk: String?

    @Option(
        help: help(
            Phrase(
                id: "Program, dipisah koma: jkk,jkm,jht,jp,jkp.",
                en: "Programmes, separated by commas: jkk,jkm,jht,jp,jkp."), "programmes"))
    var programmes: String

    @Option(
        help: help(
            Phrase(
                id: "Pembayar: apbd, apbn, apbdes, csr, 'self' (mandiri) atau 'employer' (pemberi"
                    + " kerja).",
                en: "Payer: apbd, apbn, apbdes, csr, self or employer."), "payer"))
    var payer: String

    @Option(
        help: help(
            Phrase(
                id: "Kelompok pekerjaan: 'general' (umum), 'transport' (angkutan) atau"
                    + " 'labour-intensive' (padat karya).",
                en: "Kind of work: general, transport or labour-intensive."), "group"))
    var group = WorkerGroup.general.rawValue

    @Option(
        help: help(Phrase(id: "Bulan, seperti 2026-05.", en: "Month, such as 2026-05."), "yyyy-mm"))
    var date: String

    /// 24 where nil.
    @Option(
        help: help(
            Phrase(
                id: "Bulan penempatan pmi: 6, 12 atau 24 (bawaan 24).",
                en: "Months of a pmi placement: 6, 12 or 24 (24 by default)."), "n"))
    var months: String?

    @Option(
        name: .customLong("extension"),
        help: help(
            Phrase(
                id: "Bulan perpanjangan penempatan pmi.",
                en: "Months by which a pmi placement is extended."), "n"))
    var extensionMonths: String?

    @Flag(
        help: help(
            Phrase(
                id: "Jakon: dasar adalah upah sebulan, bukan nilai kontrak.",
                en: "Jakon: the base is a month's wages, not the contract's value.")))
    var wageKnown = false

    @OptionGroup var common: GlobalOptions

    /// Shows the contributions, then notes on standard error.
    ///
    /// - Throws: ``InputFaults`` with every option that makes no sense, or for want of a law.
    func run() throws {
        let question = try request.question()
        let files = SourceFiles()
        let data = try Workspace.folder(common.dataFolder, nil, Interface.executable, files)
        let law = try Workspace.law(in: data, files)
        let schedule = try question.schedule(under: law)
        let presentation = Presentation(common)
        try presentation.show(
            schedule.table(in: presentation.reader), answer: schedule.answer)
        if !common.quiet {
            for note in schedule.notes { Interface.note(say(note)) }
        }
    }

    private var request: TariffRequest {
        var request = TariffRequest()
        request.route = route
        request.base = base
        request.risk = risk
        request.programmes = programmes
        request.payer = payer
        request.group = group
        request.date = date
        request.months = months
        request.extensionMonths = extensionMonths
        request.isWageKnown = wageKnown
        return request
    }
}
