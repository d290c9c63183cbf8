import Analysis
import Policy
import Quantities

/// Which sum leads to which figure, and which inputs move it.
extension ExplanationFigure {
    /// The sum that leads to the figure.
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
            isOneCell ? Phrase.keptDefinition : nil
        case .indicator(.poorPersons), .indicator(.povertyHeadcount), .indicator(.povertyGap),
            .indicator(.povertySeverity):
            Phrase.povertyNotMoved
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

    /// The terms of a ratio.
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
                top, over, unit, by: Phrase.employedPersons, employed, .person)
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

    /// What a figure is about.
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
