import Analysis
import Costing
import Policy
import Quantities
import Welfare

/// Sums of poverty, and of families that a benefit keeps above the line.
extension ExplanationFigure {
    private static let regionTerms = 10

    /// Poor persons of a year, region by region; of one region out of its distribution.
    func poverty(_ indicator: Indicator) -> FigureSum {
        if regions.count == 1 { return distribution(regions[0], indicator) }
        var sum = FigureSum()
        let figures = regions.map { ($0, result.summary.poverty[year][$0]) }.filter { $0.1.isKnown }
        let poor = figures.map { ($0.0, weight($0.1, indicator), $0.1.persons) }
            .sorted { $0.1 > $1.1 }
        for (region, weight, persons) in poor.prefix(Self.regionTerms) {
            let code = policy.regions[region].code
            sum.add(
                Phrase { _ in code }, weight, .person,
                how: .product([(persons, .person), (weight / persons, .share)]))
        }
        let rest = poor.dropFirst(Self.regionTerms)
        if !rest.isEmpty {
            sum.add(
                Phrase.countOfRegions(rest.count), rest.reduce(0) { $0 + $1.1 }, .person)
        }
        guard indicator != .poorPersons else { return sum }
        return quotient(
            sum, poor.reduce(0) { $0 + $1.1 }, .person, by: Phrase.allPeople,
            poor.reduce(0) { $0 + $1.2 }, .person)
    }

    /// What an index of a region adds: the index times its people.
    private func weight(_ figures: PovertyFigures, _ indicator: Indicator) -> Double {
        switch indicator {
        case .povertyGap: figures.sums.y
        case .povertySeverity: figures.sums.z
        default: figures.sums.x
        }
    }

    private func distribution(_ region: Int, _ indicator: Indicator) -> FigureSum {
        let outlook = PovertyOutlook(policy, region: policy.regions[region])
        var sum = FigureSum()
        guard outlook.isKnown else { return sum }
        let months = min(12 * year, outlook.population.count)
        let (start, now) = (outlook.welfare(after: 0), outlook.welfare(after: months))
        let line = outlook.line
        sum.add(
            Phrase(
                id: "penduduk miskin pada awal (P0 terbitan)",
                en: "poor people at the start (published P0)"), outlook.headcount, .share)
        sum.add(Phrase(id: "garis kemiskinan", en: "poverty line"), line, .rupiahPerMonth)
        sum.add(Phrase.meanAtStart(start), start.mean, .rupiahPerMonth)
        guard year > 0 else { return sum }
        sum.add(
            Phrase(
                id: "konsumsi rata-rata setelah \(year) tahun",
                en: "mean consumption after \(year) years"), now.mean, .rupiahPerMonth,
            how: .product([(start.mean, .rupiahPerMonth), (now.mean / start.mean, .factor)]))
        sum.add(
            Phrase.spread, now.scale, .factor,
            how: Phrase(same: "√2 z((1 + \(plain: (now.gini * 1e6).rounded() / 1e6)) / 2)"))
        sum.add(
            Phrase(id: "bagian di bawah garis, P0", en: "share below the line, P0"),
            now.headcount(below: line), .share,
            how: Phrase.normal(line, now.location, now.scale))
        if indicator == .poorPersons {
            sum.add(
                Phrase.allPeople, outlook.population[min(months, outlook.population.count - 1)],
                .person)
        }
        return sum
    }

    /// Families kept above the line: deaths times what one death means.
    func families(_ measure: Measure) -> FigureSum {
        var sum = FigureSum()
        if isOneCell { sum = familiesOfACell(measure) }
        for segment in isOneCell ? [] : segments {
            let (kept, deaths) = (
                figure(measure, segment: segment), figure(.protectedDeaths, segment: segment)
            )
            guard deaths > 0 else { continue }
            sum.add(
                policy.segments[segment].name, kept, .family,
                how: .product([(deaths, .person), (kept / deaths, .share)]))
        }
        return sum
    }

    /// One region and segment: the chance that a family falls below the line without and with a
    /// benefit, by kind of death.
    private func familiesOfACell(_ measure: Measure) -> FigureSum {
        var sum = FigureSum()
        let (region, id) = (policy.regions[regions[0]], policy.segments[segments[0]].id)
        guard let welfare = RegionalWelfare(policy, region: region) else { return sum }
        let month = policy.horizon.lowerBound.advanced(by: months.lowerBound)
        /// What holds in the year's first month, in which families are looked at.
        func value(_ key: ParameterKey<Double>) -> Double {
            policy.timeline(key, id, region)[month]
        }
        let fall = policy.timeline(Parameters.consumptionFall, id, region)
        let range = fall.step(at: month)?.provenance.range
        let share =
            switch measure {
            case .familiesKeptLow: range?.lowerBound ?? fall[month]
            case .familiesKeptHigh: range?.upperBound ?? fall[month]
            default: fall[month]
            }
        let loss = BreadwinnerLoss(
            welfare: welfare.welfare(afterYears: year).growing(
                by: value(Parameters.relativeConsumption)),
            line: welfare.outlook.line, fall: share, months: value(Parameters.eventMonths),
            persons: welfare.persons)
        let law = BenefitSchedule(result.pricing.law, at: month)
        let programmes = policy.timeline(Parameters.programmes, id, region)[month]
        let atWork = programmes.contains(.jkk) ? value(Parameters.deathAtWorkShare) : 0
        let elsewhere =
            programmes.contains(.jkm) ? 1 - value(Parameters.deathAtWorkShare) : 0
        let waiting = figure(.waitingDeaths)
        let all = figure(.protectedDeaths)
        let kinds = [
            (Phrase.deathsWaiting, waiting * elsewhere, law.waitingCash),
            (Phrase.deathsVested, (all - waiting) * elsewhere, law.deathCash),
            (
                Phrase.deathsAtWork(policy.segments[segments[0]].name), all * atWork,
                law.workDeath(wage: value(Parameters.base))
            ),
        ]
        for (label, deaths, benefit) in kinds {
            let kept =
                measure == .familiesKeptPoor ? loss.keptOfPoor(benefit) : loss.kept(benefit)
            sum.add(
                label, deaths * kept, .family, how: Phrase.kept(deaths, kept, benefit, loss))
        }
        sum.close(at: figure(measure), .family, rest: Phrase.changesInTheYear)
        return sum
    }
}
