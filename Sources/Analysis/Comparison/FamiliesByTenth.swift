import Coverage
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
        let schedules = ProtectionYear.schedules(policy, result.pricing.law)
        for regions in SegmentModel.packs(policy.regions.count) {
            let welfare = regions.padded.prefix(regions.live).map {
                RegionalWelfare(policy, region: policy.regions[$0])
            }
            for (segment, named) in policy.segments.enumerated() {
                let pack = BenefitPack(
                    policy, segment: named.id, schedules: schedules, regions: regions.padded)
                for (world, welfare) in welfare.enumerated() {
                    guard let welfare else { continue }
                    for year in result.summary.years.indices {
                        add(
                            result.summary, year, regions.padded[world], segment,
                            Self.byDeath(pack, welfare, year, world))
                    }
                }
            }
        }
    }

    /// By tenth: families kept by one death in the waiting months and by one after them.
    private static func byDeath(
        _ pack: BenefitPack, _ welfare: RegionalWelfare, _ year: Int, _ world: Int
    ) -> [(waiting: Double, vested: Double)] {
        let people = welfare.welfare(afterYears: year)
        return (0..<10).map { tenth in
            pack.kept(
                welfare, year: year, world: world, from: people.quantile(Double(tenth) / 10),
                to: people.quantile(Double(tenth + 1) / 10))
        }
    }

    private mutating func add(
        _ summary: Summary, _ year: Int, _ region: Int, _ segment: Int,
        _ byDeath: [(waiting: Double, vested: Double)]
    ) {
        func figure(_ measure: Measure) -> Double {
            summary.total(measure, year: year, region: region, segment: segment)
        }
        let (kept, waiting) = (figure(.familiesKept), figure(.waitingDeaths))
        let vested = figure(.protectedDeaths) - waiting
        let shares = byDeath.map { waiting * $0.waiting + vested * $0.vested }
        let whole = shares.reduce(0, +)
        guard kept > 0, whole > 0 else { return }
        for tenth in families.indices { families[tenth] += kept * shares[tenth] / whole }
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
