/// Both forms fitted to a grouped table, and the better one.
///
/// A form that is no Lorenz curve, or none where the poor are, is never chosen; of two that are,
/// the one with the smaller sum of squared errors of L up to the first group beyond the poor, as
/// the World Bank's tools choose.
public struct LorenzFit: Sendable {
    /// A form with what is wrong with it.
    public struct Candidate: Sendable {
        /// Which form.
        public let form: Form
        /// The curve; nil where the rows leave it open.
        public let curve: (any LorenzCurve)?
        /// Nil for a Lorenz curve that serves for the line.
        public let fault: LorenzFault?
        /// From which p on the form holds at its low end; nil without a curve, or nowhere.
        public let validFrom: Double?
        /// Sum of squared errors up to the first group beyond the poor; NaN without a curve.
        public let squaredErrors: Double
    }

    /// The forms that are tried.
    public enum Form: String, Sendable, CaseIterable {
        /// ``QuadraticLorenz`` and ``BetaLorenz``.
        case quadratic, beta
    }

    /// Neither form is a Lorenz curve; what is wrong with each, in the order of ``Form``.
    public struct Fault: Error, Sendable, Hashable {
        /// By form.
        public let faults: [LorenzFault]
        /// By form: from which p on it would hold at its low end; nil where nowhere.
        public let validFrom: [Double?]
    }

    /// In the order of ``Form``.
    public let candidates: [Candidate]
    /// The better one's form and curve.
    public let form: Form
    /// A Lorenz curve.
    public let curve: any LorenzCurve

    /// Fits both forms.
    ///
    /// - Parameters:
    ///   - mean: consumption per head.
    ///   - line: in the same money.
    /// - Throws: ``Fault`` where neither is a Lorenz curve.
    public init(_ shares: GroupedShares, mean: Double, line: Double) throws(Fault) {
        let candidates = Form.allCases.map { Self.candidate($0, shares, line / mean) }
        let sound = candidates.filter { $0.fault == nil }
        guard let best = sound.min(by: { $0.squaredErrors < $1.squaredErrors }),
            let curve = best.curve
        else {
            throw Fault(
                faults: candidates.compactMap(\.fault), validFrom: candidates.map(\.validFrom))
        }
        self.candidates = candidates
        (form, self.curve) = (best.form, curve)
    }

    private static func candidate(
        _ form: Form, _ shares: GroupedShares, _ ratio: Double
    ) -> Candidate {
        do throws(LorenzFault) {
            let curve: any LorenzCurve =
                switch form {
                case .quadratic: try QuadraticLorenz(shares)
                case .beta: try BetaLorenz(shares)
                }
            return Candidate(
                form: form, curve: curve, fault: curve.fault(atLine: ratio),
                validFrom: curve.validFrom,
                squaredErrors: squaredErrors(curve, shares, ratio))
        } catch {
            return Candidate(
                form: form, curve: nil, fault: error, validFrom: nil, squaredErrors: .nan)
        }
    }

    /// Over the groups of the poor and the one after them.
    private static func squaredErrors(
        _ curve: any LorenzCurve, _ shares: GroupedShares, _ ratio: Double
    ) -> Double {
        let poor = curve.headcount(ratio)
        let groups = (shares.people.firstIndex { $0 >= poor } ?? shares.people.count - 1) + 1
        return zip(shares.people, shares.consumption).dropLast().prefix(groups).reduce(0) {
            let error = $1.1 - curve.share($1.0)
            return $0 + error * error
        }
    }
}

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
