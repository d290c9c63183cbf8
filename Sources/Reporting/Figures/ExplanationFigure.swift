import Analysis
import Costing
import Formats
import Policy
import Quantities

/// A figure of the results with the sum that leads to it and the inputs that move it.
///
/// Everything is of the year of the month that is asked about, and of the segment and the regions
/// that the path names.
struct ExplanationFigure {
    /// The scenario, the path, the month and how values are written.
    let tables: ExplanationTables
    /// What is explained.
    let quantity: Quantity
    /// Positions of the path's regions and segments.
    let regions: [Int]
    let segments: [Int]

    /// The figure that a path names.
    init(_ tables: ExplanationTables, _ quantity: Quantity) {
        (self.tables, self.quantity) = (tables, quantity)
        let policy = tables.result.policy
        let asked = Set(tables.path.regions(of: policy))
        regions = policy.regions.indices.filter { asked.contains(policy.regions[$0]) }
        segments = tables.path.segments(of: policy)
    }

    /// The scenario with everything computed from it.
    var result: ScenarioResult { tables.result }
    /// The resolved scenario.
    var policy: ResolvedPolicy { result.policy }
    /// The position of the year.
    var year: Int { tables.month.year - result.summary.years[0] }
    /// The months of the year, counted from the start of the horizon.
    var months: Range<Int> { policy.yearWindows[year] }
    /// Whether the path names one region and one segment.
    var isOneCell: Bool { regions.count == 1 && segments.count == 1 }

    /// A yearly figure over the path's regions and segments.
    func figure(_ measure: Measure, segment: Int? = nil) -> Double {
        regions.reduce(0) { sum, region in
            (segment.map { [$0] } ?? segments).reduce(sum) {
                $0 + result.summary[measure, year, region, $1]
            }
        }
    }

    /// The figure that is explained: in the year, or over the horizon where asked for.
    ///
    /// A ratio of some regions but not of all is made of their figures.
    func value(overHorizon: Bool = false) -> Double {
        let segment = tables.path.member == nil ? nil : segments.first
        let year = overHorizon ? nil : self.year
        if regions.count == policy.regions.count || regions.count == 1 {
            return quantity.value(
                result.summary, year: year, region: regions.count == 1 ? regions[0] : nil,
                segment: segment)
        }
        guard case .measure = quantity else { return overHorizon ? .nan : ratio() }
        return regions.reduce(0) {
            $0 + quantity.value(result.summary, year: year, region: $1, segment: segment)
        }
    }

    /// The card, the sum, and the inputs.
    ///
    /// - Throws: ``InputFaults`` where the law has no answer.
    func sections(_ names: RegionTable) throws(ContributionRefusal) -> [Report.Section] {
        let language = tables.text.language ?? .english
        let (value, sum) = (value(), self.sum())
        let head = Report.Section(
            heading: Phrase.resultCell, .card(card(value, names, language)),
            data: [tables.cell(quantity, value, self.value(overHorizon: true))])
        let law =
            isMoney && !payers.isEmpty ? try tables.contributionSections(paying: payers) : []
        let isMany = segments.count > 1 && !law.isEmpty
        let reckoning = Report.Section(
            heading: Phrase.sumHeading,
            note: isMany ? Phrase.nameOneSegment(example) : note,
            .table(sum.table(value, quantity.unit, in: language)),
            data: [sum.data(value, quantity.unit, in: tables.text.programs)]
                + (isMany ? law.flatMap(\.data) : []))
        var sections = [head]
        if !sum.terms.isEmpty { sections.append(reckoning) }
        return sections + (isMany ? [] : law)
            + tables.inputSection(relevant, in: segments, purses: paying)
    }

    /// The path of the figure for one segment.
    private var example: String {
        let segment = segments.max {
            figure(.publicBill, segment: $0) < figure(.publicBill, segment: $1)
        }
        let name = segment.map { policy.segments[$0].id.name } ?? ""
        return "\(quantity.name).\(name)" + (tables.path.region.map { "@\($0)" } ?? "")
    }

    /// What the figure is, of whom, and what it comes to.
    private func card(_ value: Double, _ names: RegionTable, _ language: Language) -> FactCard {
        var card = FactCard()
        card.add(
            Phrase.cardFigure, quantity.heading)
        if segments.count < policy.segments.count, let segment = segments.first {
            card.add(Phrase.cardSegments, policy.segments[segment].name)
        }
        card.add(
            Phrase.cardRegion,
            regions.count == 1
                ? Phrase { _ in
                    let code = policy.regions[regions[0]]
                    return "\(names.name(of: code)) (\(code))"
                }
                : regions.count == policy.regions.count
                    ? Phrase.all(.region) : Phrase.countOfRegions(regions.count))
        card.add(Phrase.cardYear, String(tables.month.year))
        card.add(Phrase.cardValue, Phrase { shown(value, $0) })
        return card
    }

    /// The figure as the tables of results show it.
    func shown(_ value: Double, _ language: Language) -> String {
        let writer = CellText(language: language)
        let cell = tables.cell(quantity, value, value)
        let text = cell.measures.first.flatMap { writer.cells($0).first } ?? ""
        return FigureSum.withUnit(text, quantity.unit, language)
    }

    /// Whether the figure is made of contributions.
    private var isMoney: Bool {
        guard case .measure(let measure) = quantity else { return false }
        return bearers(of: measure) != nil
    }

    /// Who pays something of the figure.
    private var payers: Set<Payer> {
        guard case .measure(let measure) = quantity, let isAsked = bearers(of: measure) else {
            return []
        }
        return Set(
            entries(isAsked).map { entry in
                switch entry.bearer {
                case .purse(let purse): policy.fundingSources[purse].payer
                case .gap: policy.payer(closing(entry))
                case .worker: .`self`
                case .employer: .employer
                }
            })
    }

    /// Positions of purses that paid in the path's cells; all where none did.
    private var paying: Set<Int> {
        let found = Set(
            entries { $0.bearer.isPublic }.compactMap { entry -> Int? in
                if case .purse(let purse) = entry.bearer { purse } else { nil }
            })
        return found.isEmpty ? Set(policy.fundingSources.indices) : found
    }

    /// The purse that would have to close the gap of an entry.
    private func closing(_ entry: CostTable.Entry) -> FundingSourceID {
        policy.timeline(
            Parameters.gapPayer, policy.segments[entry.segment].id, policy.regions[entry.region]
        )[result.costs.month(of: entry)]
    }

    /// The entries of the year's bills in the path's cells.
    func entries(_ isAsked: (CostTable.Entry) -> Bool) -> [CostTable.Entry] {
        let (regions, segments) = (Set(regions), Set(segments))
        return result.costs.entries.filter {
            months.contains($0.month) && regions.contains($0.region)
                && segments.contains($0.segment) && isAsked($0)
        }
    }
}
