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
    let tables: ExplanationTables
    let quantity: Quantity
    let regions: [Int]
    let segments: [Int]

    init(_ tables: ExplanationTables, _ quantity: Quantity) {
        (self.tables, self.quantity) = (tables, quantity)
        let policy = tables.result.policy
        let asked = Set(tables.path.regions(of: policy))
        regions = policy.regions.indices.filter { asked.contains(policy.regions[$0]) }
        segments = tables.path.segments(of: policy)
    }

    var result: ScenarioResult { tables.result }
    var policy: ResolvedPolicy { result.policy }
    /// The position of the year.
    var year: Int { tables.month.year - result.summary.years[0] }
    var months: Range<Int> { policy.yearWindows[year] }
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
            note: isMany
                ? Phrase(
                    id: "sebutkan satu segmen untuk melihat iuran dan dasar hukumnya, misalnya"
                        + " \(example)",
                    en: "name one segment to see its contributions and their law, such as"
                        + " \(example)"
                ) : note,
            .table(sum.table(value, quantity.unit, in: language)),
            data: [sum.data(value, quantity.unit, in: tables.text.programs)]
                + (isMany ? law.flatMap(\.data) : []))
        var sections = [head]
        if !sum.terms.isEmpty { sections.append(reckoning) }
        return sections + (isMany ? [] : law)
            + tables.inputSection(relevant, in: segments, purses: paying)
    }

    private var example: String {
        let segment = segments.max {
            figure(.publicBill, segment: $0) < figure(.publicBill, segment: $1)
        }
        let name = segment.map { policy.segments[$0].id.name } ?? ""
        return "\(quantity.name).\(name)" + (tables.path.region.map { "@\($0)" } ?? "")
    }

    private func card(_ value: Double, _ names: RegionTable, _ language: Language) -> FactCard {
        var card = FactCard()
        card.add(
            Phrase(id: "besaran", en: "figure"), quantity.heading)
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
        card.add(Phrase.cardValue, Phrase(same: "\({ shown(value, $0) })"))
        return card
    }

    func shown(_ value: Double, _ language: Language) -> String {
        let writer = CellText(language: language)
        let cell = tables.cell(quantity, value, value)
        let text = cell.measures.first.flatMap { writer.cells($0).first } ?? ""
        return FigureSum.withUnit(text, quantity.unit, language)
    }

    private var isMoney: Bool {
        guard case .measure(let measure) = quantity else { return false }
        return bearers(of: measure) != nil
    }

    private var payers: Set<Payer> {
        guard case .measure(let measure) = quantity, let isAsked = bearers(of: measure) else {
            return []
        }
        return Set(
            entries(isAsked).map { entry in
                switch entry.bearer {
                case .purse(let purse): policy.purses[purse].payer
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
        return found.isEmpty ? Set(policy.purses.indices) : found
    }

    private func closing(_ entry: CostTable.Entry) -> PurseID {
        policy.timeline(
            Parameters.gapPayer, policy.segments[entry.segment].id, policy.regions[entry.region]
        )[result.costs.month(of: entry)]
    }

    func entries(_ isAsked: (CostTable.Entry) -> Bool) -> [CostTable.Entry] {
        let (regions, segments) = (Set(regions), Set(segments))
        return result.costs.entries.filter {
            months.contains($0.month) && regions.contains($0.region)
                && segments.contains($0.segment) && isAsked($0)
        }
    }
}

/// Which sum leads to which figure, and which inputs move it.
extension ExplanationFigure {
    func sum() -> FigureSum {
        switch quantity {
        case .measure(let measure): sum(of: measure)
        case .indicator(let indicator): sum(of: indicator)
        }
    }

    /// A line below the heading where the sum needs a word.
    var note: Phrase? {
        switch quantity {
        case .measure(.familiesKept), .measure(.familiesKeptLow), .measure(.familiesKeptHigh),
            .measure(.familiesKeptPoor):
            isOneCell
                ? Phrase(
                    id: "tiap kematian: peluang keluarga di bawah garis tanpa santunan dikurangi"
                        + " peluangnya dengan santunan yang dibagi rata",
                    en: "by death: the chance that the family is below the line without the"
                        + " benefit, less the chance with it, spread evenly"
                ) : nil
        case .indicator(.poorPersons), .indicator(.povertyHeadcount), .indicator(.povertyGap),
            .indicator(.povertySeverity):
            Phrase(
                id: "bergerak dengan pertumbuhan dan ketimpangan saja; keputusan di sini tidak"
                    + " mengubahnya",
                en: "moves with growth and inequality alone; nothing that is decided here moves it")
        default: nil
        }
    }

    /// The terms of a yearly figure.
    private func sum(of measure: Measure) -> FigureSum {
        switch measure {
        case .protectedDeaths, .waitingDeaths: deaths(measure)
        case .accidents: accidents()
        case .jkmBenefit: jkm()
        case .jkkBenefit: jkk()
        case .scholarship: scholarships()
        case .familiesKept, .familiesKeptLow, .familiesKeptHigh, .familiesKeptPoor:
            families(measure)
        default: bill(measure) ?? monthly(measure) ?? stocks(measure) ?? bySegment(measure)
        }
    }

    /// The figure of each segment, where there is no nearer sum.
    private func bySegment(_ measure: Measure) -> FigureSum {
        var sum = FigureSum()
        for segment in segments {
            sum.add(policy.segments[segment].name, figure(measure, segment: segment), measure.unit)
        }
        return sum
    }

    private func sum(of indicator: Indicator) -> FigureSum {
        if Indicator.ofPoverty.contains(indicator) { return poverty(indicator) }
        guard let parts = parts(of: indicator) else { return FigureSum() }
        let over = parts.over.reduce(0) { $0 + figure($1) }
        var top = FigureSum()
        if parts.over.first == .protectedAtEnd { top = stocks(.protectedAtEnd) ?? top }
        for measure in parts.over where measure != .protectedAtEnd {
            top.add(measure.heading, figure(measure), measure.unit)
        }
        let unit = parts.over.first?.unit ?? .factor
        guard let under = parts.under else {
            return quotient(
                top, over, unit,
                by: Phrase(id: "penduduk bekerja (BPS)", en: "employed persons (BPS)"), employed,
                .person)
        }
        let label = under.map(\.heading)
        return quotient(
            top, over, unit,
            by: Phrase { language in label.map { $0[language] }.joined(separator: " + ") },
            under.reduce(0) { $0 + figure($1) }, under.first?.unit ?? .factor)
    }

    /// Employed persons of the path's regions at the year's end.
    private var employed: Double {
        regions.reduce(0) { $0 + result.summary.employed[year][$1] }
    }

    /// A ratio of the path's figures, where no table has it.
    func ratio() -> Double {
        guard case .indicator(let indicator) = quantity, let parts = parts(of: indicator) else {
            return .nan
        }
        let over = parts.over.reduce(0) { $0 + figure($1) }
        let under = parts.under.map { $0.reduce(0) { $0 + figure($1) } } ?? employed
        return under > 0 ? over / under : .nan
    }

    /// What a ratio is made of; nil below the line stands for employed persons.
    private func parts(of indicator: Indicator) -> (over: [Measure], under: [Measure]?)? {
        let months: [Measure] = [
            .fundedPersonMonths, .selfPersonMonths, .employerPersonMonths,
        ]
        return switch indicator {
        case .coverageOfWorkers: ([.protectedAtEnd], [.workersAtEnd])
        case .coverageOfEmployed: ([.protectedAtEnd], nil)
        case .closedCoverageOfWorkers: ([.protectedAtEnd, .gapAtEnd], [.workersAtEnd])
        case .closedCoverageOfEmployed: ([.protectedAtEnd, .gapAtEnd], nil)
        case .averageCoverage: (months, [.workerPersonMonths])
        case .closedAverageCoverage: (months + [.gapPersonMonths], [.workerPersonMonths])
        case .fundedCoverage: ([.fundedAtEnd], [.workersAtEnd])
        case .billPerFundedMonth: ([.paid], [.fundedPersonMonths])
        case .billPerProtectedMonth: ([.paid], months)
        case .claimRatio:
            ([.jkmBenefit, .jkkBenefit], [.jkmContribution, .jkkContribution])
        case .claimRatioJKM: ([.jkmBenefit], [.jkmContribution])
        case .claimRatioJKK: ([.jkkBenefit], [.jkkContribution])
        case .billPerFamilyKept: ([.paid], [.familiesKept])
        case .poorPersons, .povertyHeadcount, .povertyGap, .povertySeverity: nil
        }
    }

    /// The parameters that move the figure, the nearest ones first.
    var relevant: [ParameterDefinition] {
        let funding = [
            Parameters.quota.definition, Parameters.fundedMonths.definition,
            Parameters.fundingStart.definition, Parameters.eligibleShare.definition,
            Parameters.budgetPolicy.definition, Parameters.ceiling.definition,
        ]
        let people =
            [Parameters.workers.definition]
            + Parameters.openingShares.prefix(3).map(\.definition) + [
                Parameters.entrants.definition, Parameters.selfEnrolment.definition,
                Parameters.employerEnrolment.definition, Parameters.lapse.definition,
            ]
        let prices = [
            Parameters.route.definition, Parameters.programmes.definition,
            Parameters.base.definition, Parameters.riskClass.definition,
        ]
        let deaths = [Parameters.mortalityLoad.definition, Parameters.deathAtWorkShare.definition]
        let scholarships = [
            Parameters.scholarshipTenureShare.definition,
            Parameters.scholarshipChildren.definition, Parameters.scholarshipShare.definition,
        ]
        let accidents = [Parameters.accidentRate.definition, Parameters.accidentCost.definition]
        let welfare =
            Parameters.ofFamilies.prefix(5).map(\.definition) + [Parameters.population.definition]
        let families = [
            Parameters.consumptionFall.definition, Parameters.eventMonths.definition,
            Parameters.relativeConsumption.definition, Parameters.householdSize.definition,
        ]
        switch subject {
        case .measure(.money): return funding + prices
        case .measure(.people): return funding + people
        case .measure(.funded): return funding
        case .measure(.deaths): return deaths.prefix(1) + funding + people.prefix(1)
        case .measure(.accidents): return accidents.prefix(1) + funding
        case .measure(.jkm): return deaths + scholarships
        case .measure(.jkk):
            return accidents + deaths + scholarships + [Parameters.base.definition]
        case .measure(.families): return families + deaths + welfare.prefix(4)
        case .poverty: return welfare
        case .claims: return deaths + scholarships + accidents + prices
        }
    }

    private enum Subject {
        case measure(Measure.Subject)
        case poverty, claims
    }

    private var subject: Subject {
        switch quantity {
        case .measure(let measure): .measure(measure.subject)
        case .indicator(let indicator):
            switch indicator {
            case .poorPersons, .povertyHeadcount, .povertyGap, .povertySeverity: .poverty
            case .claimRatio, .claimRatioJKM, .claimRatioJKK: .claims
            case .billPerFundedMonth: .measure(.money)
            case .billPerFamilyKept: .measure(.families)
            case .coverageOfWorkers, .coverageOfEmployed, .averageCoverage, .fundedCoverage,
                .closedCoverageOfWorkers, .closedCoverageOfEmployed, .closedAverageCoverage,
                .billPerProtectedMonth:
                .measure(.people)
            }
        }
    }
}
