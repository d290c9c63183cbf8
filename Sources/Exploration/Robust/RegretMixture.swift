internal import Optimization

/// How policies would be mixed so that the largest regret over futures is smallest.
///
///     minimise  max over f of sum over p of share(p) regret(p, f)
///     with      shares that are not negative and sum to 1
///
/// A mixture is a plan that splits what it does over policies (or draws lots between them), where
/// effects add up in proportion. Its largest regret is never above that of the best single policy.
public struct RegretMixture: Sendable, Equatable {
    /// The policies, in the table's order.
    public let policies: [String]
    /// By policy: its share; they sum to 1.
    public let shares: [Double]
    /// The largest regret of the mixture over futures.
    public let regret: Double
    /// By future that counts: the belief under which no policy does better than this regret. It
    /// sums to 1 and is zero where the mixture's regret is not largest.
    public let belief: [Double]
}

extension RegretTable {
    /// The mixture with the smallest largest regret, by a linear programme.
    ///
    /// Where several mixtures are equally good, one of them, always the same.
    ///
    /// - Throws: `LinearProgrammeFault.stopped` if the solver's numbers go astray.
    public func mixture() throws -> RegretMixture {
        // Regrets in trillions of rupiah and in shares are the same to the solver.
        let scale = maximum.max() ?? 0
        guard scale > 0 else { return mixture(shares: policies.indices.map { $0 == 0 ? 1 : 0 }) }
        var programme = LinearProgramme(.minimise)
        let shares = policies.map { programme.addVariable(named: $0) }
        // Without a bound of its own, so that the prices of the futures sum to 1.
        let largest = programme.addVariable(cost: 1, lower: -.infinity)
        programme.addRow(shares.map { ($0, 1.0) }, equals: 1)
        let rows = values[0].indices.map { future in
            var terms = shares.enumerated().map { ($1, values[$0][future] / scale) }
            terms.append((largest, -1))
            return programme.addRow(terms, upper: 0)
        }
        let solution = try programme.solution()
        return mixture(
            shares: shares.map { solution[$0] }, prices: rows.map { -solution.dual(of: $0) })
    }

    private func mixture(shares: [Double], prices: [Double] = []) -> RegretMixture {
        let exact = Self.normalised(shares)
        let regret = (values.first ?? []).indices.reduce(0) { worst, future in
            let regret = zip(exact, values).reduce(0) { $0 + $1.0 * $1.1[future] }
            return max(worst, regret)
        }
        let belief = prices.isEmpty ? values[0].map { _ in 1 } : prices
        return RegretMixture(
            policies: policies, shares: exact, regret: regret, belief: Self.normalised(belief))
    }

    /// Numbers without negative traces, divided by their sum.
    private static func normalised(_ numbers: [Double]) -> [Double] {
        let positive = numbers.map { max($0, 0) }
        let sum = positive.reduce(0, +)
        return positive.map { $0 / sum }
    }
}
