/// A weighted sample of households from a survey.
///
/// Every household counts with its weight times its members, so that results are about people.
public struct HouseholdSample: Sendable {
    /// One household.
    public struct Household: Sendable, Hashable {
        /// Per head; the same money and period as the line.
        public let consumption: Double
        /// How many persons of the population it stands for, members included.
        public let weight: Double
        /// Its stratum and, in it, its primary sampling unit; nil where the file has none.
        public let stratum, unit: String?

        /// A household as a file has it.
        public init(
            consumption: Double, weight: Double, stratum: String? = nil, unit: String? = nil
        ) {
            self.consumption = consumption
            self.weight = weight
            self.stratum = stratum
            self.unit = unit
        }
    }

    /// Why a sample tells nothing; households count from 0.
    public enum Fault: Error, Sendable, Hashable {
        /// Nobody is in it.
        case empty
        /// A weight of 0, below it, or no number.
        case weight(household: Int, Double)
        /// Consumption below 0, or no number.
        case consumption(household: Int, Double)
        /// A stratum of a single unit has no spread to tell errors from.
        case singleUnit(stratum: String, household: Int)
    }

    /// In the order of the file.
    public let households: [Household]
    /// For each household the number of its unit; of each unit the number of its stratum.
    let units: (of: [Int], stratum: [Int])

    /// Checks a sample.
    ///
    /// Without units each household is one; without strata all are one.
    ///
    /// - Throws: ``Fault``, the first of the file.
    public init(_ households: [Household]) throws(Fault) {
        guard !households.isEmpty else { throw .empty }
        for (index, household) in households.enumerated() {
            guard household.weight > 0, household.weight.isFinite else {
                throw .weight(household: index, household.weight)
            }
            guard household.consumption >= 0, household.consumption.isFinite else {
                throw .consumption(household: index, household.consumption)
            }
        }
        self.households = households
        units = Self.numbered(households)
        var counts: [Int: Int] = [:]
        for stratum in units.stratum { counts[stratum, default: 0] += 1 }
        for (index, unit) in units.of.enumerated() where counts[units.stratum[unit]] == 1 {
            throw .singleUnit(stratum: households[index].stratum ?? "", household: index)
        }
    }

    /// Numbers units and strata in the order in which they first appear.
    private static func numbered(
        _ households: [Household]
    ) -> (of: [Int], stratum: [Int]) {
        var strata: [String: Int] = [:]
        var known: [[String]: Int] = [:]
        var stratumOfUnit: [Int] = []
        let units = households.enumerated().map { index, household in
            let name = household.stratum ?? ""
            let stratum = strata[name] ?? strata.count
            strata[name] = stratum
            let key = [name, household.unit ?? "\(index)"]
            if let unit = known[key] { return unit }
            known[key] = stratumOfUnit.count
            stratumOfUnit.append(stratum)
            return stratumOfUnit.count - 1
        }
        return (units, stratumOfUnit)
    }

    /// All persons that the sample stands for.
    public var persons: Double { households.reduce(0) { $0 + $1.weight } }
}
