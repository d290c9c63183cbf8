import ArgumentParser
import Costing
import LindungFiles
import Policy

/// `lindung tariff`: the contribution of one person.
struct Tariff: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "tariff", abstract: say(Messages.tariff))
    }

    @Option(help: help(Messages.helpRoute))
    var route: String

    @Option(help: help(Messages.helpBase, "rp"))
    var base: String?

    @Option(help: help(Messages.helpRisk, "1..5"))
    var risk: String?

    @Option(help: help(Messages.helpProgrammes))
    var programmes: String

    @Option(help: help(Messages.helpPayer))
    var payer: String

    @Option(help: help(Messages.helpGroup))
    var group = WorkerGroup.general.rawValue

    @Option(help: help(Messages.helpDate, "yyyy-mm"))
    var date: String

    @Option(help: help(Messages.helpMonths, "n"))
    var months: String?

    @Option(name: .customLong("extension"), help: help(Messages.helpExtension, "n"))
    var extensionMonths: String?

    @Flag(help: help(Messages.helpWageKnown))
    var wageKnown = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let question = try request.question()
        let files = SourceFiles()
        let data = try Workspace.folder(common.dataFolder, nil, Interface.executable, files)
        let law = try Workspace.law(in: data, files)
        let schedule = try question.schedule(under: law)
        try Presentation(common).show(schedule.table)
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
