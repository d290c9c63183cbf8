import Policy
import Quantities
import Welfare

/// Families kept above the line by the tenth of their region's people to which they belonged before
/// the breadwinner's death.
///
/// Tenths are those of the fitted lognormal distribution of consumption per head of a region and
/// year. A segment's families kept in a year are divided as its kinds of death divide them in the
/// year's first month:
///
///     share of tenth k ~ sum over kinds: deaths x (P(y < high) - P(y < low)),
///     [low, high) the part of [(z - b) / (1 - d), z / (1 - d)) that lies in the tenth
///
/// Doubts of the fit are those of ``Measure/familiesKept``: the families of a segment are told
/// from others by one factor of their consumption alone.
package struct FamiliesByTenth: Sendable, Equatable {
    /// From the poorest tenth up, over all regions, segments and years; their sum is that of
    /// ``Measure/familiesKept``.
    package private(set) var families = Array(repeating: 0.0, count: 10)

    /// - Complexity: O(regions x segments x years) times ten distributions.
    package init(_ result: ScenarioResult) {
        let policy = result.policy
        let laws = policy.yearWindows.map {
            BenefitSchedule(
                result.pricing.law, at: policy.horizon.lowerBound.advanced(by: $0.lowerBound))
        }
        for (region, code) in policy.regions.enumerated() {
            guard let welfare = RegionalWelfare(policy, region: code) else { continue }
            for year in laws.indices {
                let cell = Cell(result, region, year, laws[year], welfare)
                for segment in policy.segments.indices { add(cell, segment) }
            }
        }
    }

    private mutating func add(_ cell: Cell, _ segment: Int) {
        let summary = cell.result.summary
        func figure(_ measure: Measure) -> Double {
            summary.total(measure, year: cell.year, region: cell.region, segment: segment)
        }
        let kept = figure(.familiesKept)
        guard kept > 0 else { return }
        let shares = cell.shares(
            segment, waiting: figure(.waitingDeaths), all: figure(.protectedDeaths))
        let whole = shares.reduce(0, +)
        guard whole > 0 else { return }
        for tenth in families.indices { families[tenth] += kept * shares[tenth] / whole }
    }

    /// A region in a year.
    private struct Cell {
        let result: ScenarioResult
        let region: Int
        let year: Int
        let law: BenefitSchedule
        let welfare: RegionalWelfare
        /// Consumption at which tenths end, from 0 to infinity.
        let ends: [Double]

        init(
            _ result: ScenarioResult, _ region: Int, _ year: Int, _ law: BenefitSchedule,
            _ welfare: RegionalWelfare
        ) {
            (self.result, self.region, self.year) = (result, region, year)
            (self.law, self.welfare) = (law, welfare)
            let people = welfare.welfare(afterYears: year)
            ends = (0...10).map { people.quantile(Double($0) / 10) }
        }

        /// In proportion to a segment's families kept, by tenth.
        func shares(_ segment: Int, waiting: Double, all: Double) -> [Double] {
            let policy = result.policy
            let (code, id) = (policy.regions[region], policy.segments[segment].id)
            let month = policy.horizon.lowerBound.advanced(
                by: Array(policy.yearWindows)[year].lowerBound)
            func value(_ key: ParameterKey<Double>) -> Double {
                policy.timeline(key, id, code)[month]
            }
            let loss = BreadwinnerLoss(
                welfare: welfare.welfare(afterYears: year).growing(
                    by: value(Parameters.relativeConsumption)),
                line: welfare.outlook.line, fall: value(Parameters.consumptionFall),
                months: value(Parameters.eventMonths), persons: welfare.persons)
            let programmes = policy.timeline(Parameters.programmes, id, code)[month]
            let atWork = value(Parameters.deathAtWorkShare)
            let elsewhere = programmes.contains(.jkm) ? 1 - atWork : 0
            let kinds = [
                (waiting * elsewhere, law.waitingCash),
                ((all - waiting) * elsewhere, law.deathCash),
                (
                    all * (programmes.contains(.jkk) ? atWork : 0),
                    law.workDeath(wage: value(Parameters.base))
                ),
            ]
            return (0..<10).map { tenth in
                kinds.reduce(0) { sum, kind in
                    sum + kind.0 * loss.kept(kind.1, from: ends[tenth], to: ends[tenth + 1])
                }
            }
        }
    }
}

extension Comparison {
    /// Families kept by tenth in all scenarios.
    ///
    ///     column                   unit     content
    ///     scenario
    ///     tenth                             1 the poorest to 10
    ///     families_kept_families   family   over all regions, segments and years
    ///
    /// None where no region's welfare is known.
    package var tenthTable: [ResultTable] {
        let rows = results.flatMap { result in
            FamiliesByTenth(result).families.enumerated().map {
                (scenario: result.name, tenth: $0.offset + 1, families: $0.element)
            }
        }
        guard rows.contains(where: { $0.families > 0 }) else { return [] }
        return [
            ResultTable("families-by-tenth", rows) {
                Key("scenario", \.scenario)
                Key("tenth", \.tenth)
                Column("families_kept_families", .family, \.families)
            }
        ]
    }
}
