import Analysis
import Quantities

/// What was cut in compared scenarios.
extension Comparison {
    /// So many scenarios are told on the first screen.
    private static let shown = 3

    /// A line for each scenario in which a plan cut something, those that lost most first; then
    /// their cuts by year and segment. Nothing where no plan cut anything.
    func cutSections(_ regions: RegionTable, in language: Language) -> [Report.Section] {
        let lines = results.compactMap { result in
            result.cutPhrase(regions).map { (result: result, text: $0) }
        }
        guard !lines.isEmpty else { return [] }
        /// Some of the lines as a card.
        func card(_ lines: [(result: ScenarioResult, text: Phrase)]) -> Report.Section {
            var card = FactCard()
            for line in lines { card.add(Phrase { _ in line.result.name }, line.text) }
            return Report.Section(heading: Phrase.cutsHeading, .card(card), data: [])
        }
        let worst = lines.sorted { $0.result.cutPersonMonths > $1.result.cutPersonMonths }
        let tables = lines.flatMap { line in
            line.result.cutSection(in: language, heading: Phrase.cutsOf(line.result.name))
        }
        return [card(Array(worst.prefix(Self.shown))).at(.firstScreen), card(lines)] + tables
    }
}

extension ScenarioResult {
    /// Person-months of quotas that plans cut over the horizon.
    fileprivate var cutPersonMonths: Double {
        cutRows.reduce(0) { $0 + $1.personMonths.asked - $1.personMonths.inForce }
    }
}
