import Policy
import Quantities
internal import RealModule

/// A region's welfare from the start of a horizon on.
///
/// Lognormal with the published P0 and a Gini coefficient; then the mean and the Gini change by
/// their yearly rates. Prices are those of the start, and so is the line.
public struct PovertyOutlook: Sendable, Hashable {
    /// P0, rupiah per person-month, and the Gini at the start; 0 where not known.
    public var headcount, line, gini: Double
    /// People by month.
    public var population: [Double]
    /// Per year, by month.
    public var growth, giniGrowth: [Double]

    /// Nothing known yet about some months.
    public init(months: Int) {
        (headcount, line, gini) = (0, 0, 0)
        population = Array(repeating: 0, count: months)
        (growth, giniGrowth) = (population, population)
    }

    /// What a policy says about one of its regions.
    public init(_ policy: ResolvedPolicy, region: RegionCode) {
        func values(_ key: ParameterKey<Double>) -> [Double] {
            let timeline = policy.timeline(key, region)
            return policy.horizon.map { timeline[$0] }
        }
        headcount = values(Parameters.povertyHeadcount).first ?? 0
        line = values(Parameters.povertyLine).first ?? 0
        gini = values(Parameters.povertyGini).first ?? 0
        population = values(Parameters.population)
        growth = values(Parameters.consumptionGrowth)
        giniGrowth = values(Parameters.giniGrowth)
    }

    /// Whether all is known that the figures need.
    public var isKnown: Bool {
        headcount > 0 && headcount < 1 && line > 0 && gini > 0 && gini < 1
            && population.allSatisfy { $0 > 0 }
    }

    /// Writes a number in some months; what holds at the start is read in the first one alone.
    public mutating func set(_ number: PovertyNumber, _ value: Double, _ months: Range<Int>) {
        switch number {
        case .population: for month in months { population[month] = value }
        case .growth: for month in months { growth[month] = value }
        case .giniGrowth: for month in months { giniGrowth[month] = value }
        case .headcount: if months.contains(0) { headcount = value }
        case .line: if months.contains(0) { line = value }
        case .gini: if months.contains(0) { gini = value }
        }
    }

    /// What the rates of the first months come to: `product of (1 + rate)^(1/12)`.
    private static func factor(_ rates: [Double], _ months: Int) -> Double {
        .exp(rates.prefix(months).reduce(0) { $0 + .log(onePlus: $1) } / 12)
    }

    /// Poverty some years after the start, or at the end of a horizon that is shorter.
    public func figures(afterYears years: Int) -> PovertyFigures {
        figures(after: min(12 * years, population.count))
    }

    /// Poverty after some months; unknown where anything is that it needs.
    ///
    /// What was published comes back as it is at the start, and not as cdf(quantile(P0)).
    public func figures(after months: Int) -> PovertyFigures {
        guard isKnown else { return .unknown }
        let standing = standing(after: months)
        guard months == 0 else { return standing.figures() }
        let indices = standing.welfare().indices(below: line)
        return PovertyFigures(
            PovertyIndices(
                headcount: headcount, gap: indices.gap, severity: indices.severity,
                watts: indices.watts), line: line, persons: standing.persons)
    }

    /// The distribution after some months, where all is known that it needs.
    public func welfare(after months: Int) -> LognormalWelfare {
        standing(after: months).welfare()
    }

    /// Where the region stands after some months, where all is known that it needs.
    func standing(after months: Int) -> PovertyStanding {
        let start = LognormalWelfare(headcount: headcount, line: line, gini: gini)
        return PovertyStanding(
            mean: start.mean * Self.factor(growth, months),
            gini: gini * Self.factor(giniGrowth, months), line: line,
            persons: population[min(months, population.count - 1)])
    }
}

/// A region's welfare at one date, to be moved by levers.
struct PovertyStanding: Sendable {
    /// Rupiah per person-month; the Gini of the date.
    let mean, gini: Double
    /// Rupiah per person-month; people.
    let line, persons: Double

    /// The distribution with levers moved; the Gini stays below 1.
    func welfare(meanFactor: Double = 1, giniFactor: Double = 1) -> LognormalWelfare {
        LognormalWelfare(mean: mean * meanFactor, gini: min(gini * giniFactor, 0.999))
    }

    func figures(meanFactor: Double = 1, giniFactor: Double = 1) -> PovertyFigures {
        PovertyFigures(
            welfare(meanFactor: meanFactor, giniFactor: giniFactor).indices(below: line),
            line: line, persons: persons)
    }
}
