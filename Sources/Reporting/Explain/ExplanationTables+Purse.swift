import Analysis
import Costing
import Policy
import Quantities

/// What a purse could pay in a year, what it paid for whom, and what is left.
extension ExplanationTables {
    func sections(ofPurse purse: Int, _ names: RegionTable) -> [Report.Section] {
        let language = text.language ?? .english
        let policy = result.policy
        let asked = Set(path.regions(of: policy))
        let rows = result.purseRows.filter {
            $0.year == month.year && $0.bearer == .purse(purse)
                && asked.contains(policy.regions[$0.region])
        }
        var sum = FigureSum()
        let (opening, closing) = (
            rows.reduce(Rupiah.zero) { $0 + $1.opening },
            rows.reduce(Rupiah.zero) { $0 + $1.closing }
        )
        sum.add(Phrase(id: "pagu murni", en: "ceiling, murni"), opening.expected.amount, .rupiah)
        sum.add(
            Phrase(
                id: "perubahan pagu pada rencana terakhir",
                en: "change of the ceiling in the last plan"), (closing - opening).expected.amount,
            .rupiah)
        addPaid(of: purse, asked, to: &sum)
        let left = (closing - rows.reduce(.zero) { $0 + $1.paid }).expected.amount
        var card = FactCard()
        card.add(Phrase.cardPurses, policy.purses[purse].name)
        card.add(Phrase.cardRegion, region(names))
        card.add(Phrase.cardYear, String(month.year))
        card.add(
            Phrase(id: "sisa", en: "left"), Phrase(same: "\({ FigureSum.text(left, .rupiah, $0) })")
        )
        let ceilings = Parameters.ceilingParts.map(\.definition)
        return [
            Report.Section(heading: Phrase.resultCell, .card(card), data: []),
            Report.Section(
                heading: Phrase.sumHeading,
                note: Phrase(
                    id: "sisa = pagu terakhir - yang dibayar",
                    en: "left = last ceiling - what was paid"),
                .table(sum.table(left, .rupiah, in: language)),
                data: [sum.data(left, .rupiah, in: text.programs)]),
        ] + inputSection(ceilings, in: Array(policy.segments.indices), purses: [purse])
    }

    /// What the purse paid in the year for each segment of the regions.
    private func addPaid(of purse: Int, _ asked: Set<RegionCode>, to sum: inout FigureSum) {
        let policy = result.policy
        for segment in policy.segments.indices {
            let entries = result.costs.entries.filter {
                $0.segment == segment && $0.bearer == .purse(purse)
                    && asked.contains(policy.regions[$0.region])
                    && result.costs.month(of: $0).year == month.year
            }
            let paid = entries.reduce(Rupiah.zero) { $0 + $1.cost }
            sum.add(
                Phrase(
                    id: "dibayar: \(policy.segments[segment].name.indonesian)",
                    en: "paid: \(policy.segments[segment].name.english)"), -paid.expected.amount,
                .rupiah,
                how: Phrase.mean(personMonths(entries), paid.expected.amount))
        }
    }

    /// Person-months that entries pay for: each once, whatever its programmes.
    private func personMonths(_ entries: [CostTable.Entry]) -> Double {
        Dictionary(grouping: entries, by: \.programme).values.map {
            $0.reduce(0) { $0 + $1.personMonths }
        }.max() ?? 0
    }

    /// The path's region by name, several by their number.
    private func region(_ names: RegionTable) -> Phrase {
        let regions = path.regions(of: result.policy)
        guard regions.count == 1 else {
            return regions.count == result.policy.regions.count
                ? Phrase.all(.region) : Phrase.countOfRegions(regions.count)
        }
        return Phrase { _ in "\(names.name(of: regions[0])) (\(regions[0]))" }
    }
}
