/// The conditions that make values and prices of a linear programme a solution.
///
/// Values keep within bounds; a price is zero unless a bound binds, and then it has the sign with
/// which the bound holds the objective back. Together they prove that no other values are better,
/// whoever found them. Checking takes one pass over the terms.
///
///     l <= x <= u,  a <= A x <= b           values
///     d = c - A' y                          prices of variables
///     d_j > 0 only at l_j,  d_j < 0 only at u_j,  rows likewise
///
/// for a minimum; a maximum is that of the opposite costs.
struct OptimalityProof {
    let programme: LinearProgramme
    let columns: SparseColumns
    let solution: LinearSolution

    /// Relative to the sum of the magnitudes that make up a value or a price; the solver's own
    /// tolerance is 1e-7 of its scaled numbers.
    private static let tolerance = 1e-5

    var holds: Bool {
        let sign: Double = programme.direction == .minimise ? 1 : -1
        let scales = scales
        let bounds = programme.variableBounds
        for variable in solution.values.indices {
            guard
                Self.fits(
                    solution.values[variable], bounds.lower[variable], bounds.upper[variable],
                    scale: abs(solution.values[variable]),
                    price: sign * solution.reducedCosts[variable],
                    priceScale: scales.prices[variable])
            else { return false }
        }
        let rows = programme.rowBounds
        for row in solution.rowValues.indices {
            guard
                Self.fits(
                    solution.rowValues[row], rows.lower[row], rows.upper[row],
                    scale: scales.rows[row], price: sign * solution.rowDuals[row],
                    priceScale: abs(solution.rowDuals[row]))
            else { return false }
        }
        return true
    }

    /// By row the sum of `|a x|`, by variable `|c|` plus the sum of `|a y|`: what rounding and the
    /// solver's tolerances are relative to.
    private var scales: (rows: [Double], prices: [Double]) {
        var rows = [Double](repeating: 0, count: programme.rowCount)
        var prices = programme.costs.map { abs($0) }
        for variable in prices.indices {
            for place in Int(columns.starts[variable])..<Int(columns.starts[variable + 1]) {
                let (row, value) = (Int(columns.rows[place]), abs(columns.values[place]))
                rows[row] += value * abs(solution.values[variable])
                prices[variable] += value * abs(solution.rowDuals[row])
            }
        }
        return (rows, prices)
    }

    /// A value within its bounds, at the lower one if its price is positive, at the upper one if it
    /// is negative; the price is that of a minimum.
    private static func fits(
        _ value: Double, _ lower: Double, _ upper: Double, scale: Double, price: Double,
        priceScale: Double
    ) -> Bool {
        let slack = tolerance * (1 + scale)
        guard value >= lower - slack, value <= upper + slack else { return false }
        let isPriced = abs(price) > tolerance * (1 + priceScale)
        return !isPriced || (price > 0 ? value <= lower + slack : value >= upper - slack)
    }
}
