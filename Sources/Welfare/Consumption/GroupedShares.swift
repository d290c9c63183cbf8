/// A published distribution by groups: how much of all consumption the poorest p have.
///
/// Points of an empirical Lorenz curve, from the poorest on; the last is (1, 1).
public struct GroupedShares: Sendable, Hashable {
    /// Why rows are no points of a Lorenz curve; rows count from 0.
    public enum Fault: Error, Sendable, Hashable {
        /// Too few to fit three coefficients.
        case tooFew(rows: Int, needed: Int)
        /// A share that is not above the one before it, or no number.
        case notRising(row: Int)
        /// The shares of people or of consumption end at another number than 1.
        case endsElsewhere(people: Double, consumption: Double)
        /// A group has less per head than the one before: rows are not sorted from the poorest on.
        case notConvex(row: Int)
    }

    /// Rows that are needed: three coefficients, a degree of freedom, and the end.
    public static let leastRows = 5
    /// How far the last shares may be from 1, for tables that are rounded.
    public static let tolerance = 1e-3

    /// Cumulative shares of people, the last one 1.
    public let people: [Double]
    /// Cumulative shares of consumption, the last one 1.
    public let consumption: [Double]

    /// Takes cumulative shares.
    ///
    /// Ends within ``tolerance`` of 1 are divided to be 1: published shares are rounded.
    ///
    /// - Throws: ``Fault`` for what is no Lorenz curve.
    public init(people: [Double], consumption: [Double]) throws(Fault) {
        let count = min(people.count, consumption.count)
        guard count >= Self.leastRows else {
            throw .tooFew(rows: count, needed: Self.leastRows)
        }
        let (p, c) = ([0] + people, [0] + consumption)
        for row in 0..<count where !(p[row + 1] > p[row] && c[row + 1] > c[row]) {
            throw .notRising(row: row)
        }
        let ends = (p[count], c[count])
        guard abs(ends.0 - 1) <= Self.tolerance, abs(ends.1 - 1) <= Self.tolerance else {
            throw .endsElsewhere(people: ends.0, consumption: ends.1)
        }
        for row in 1..<count {
            let before = (c[row] - c[row - 1]) / (p[row] - p[row - 1])
            let here = (c[row + 1] - c[row]) / (p[row + 1] - p[row])
            guard here >= before * (1 - 1e-9) else { throw .notConvex(row: row) }
        }
        self.people = people.prefix(count).map { $0 / ends.0 }
        self.consumption = consumption.prefix(count).map { $0 / ends.1 }
    }

    /// The Gini coefficient of the groups, as if all had the same within one.
    ///
    ///     G = 1 - sum over groups of (p_i - p_(i-1)) (c_i + c_(i-1))
    public var gini: Double {
        var (last, gini) = ((people: 0.0, consumption: 0.0), 1.0)
        for (p, c) in zip(people, consumption) {
            gini -= (p - last.people) * (c + last.consumption)
            last = (p, c)
        }
        return gini
    }
}
