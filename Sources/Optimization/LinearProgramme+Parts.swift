extension LinearProgramme {
    /// The terms of a row, as they were added.
    public func terms(of row: Row) -> [(variable: Variable, coefficient: Double)] {
        terms.range(of: row.index).map {
            (Variable(index: terms.columns[$0]), terms.values[$0])
        }
    }

    /// The bounds of a row, either of which may be infinite.
    public func bounds(of row: Row) -> (lower: Double, upper: Double) {
        (rowBounds.lower[row.index], rowBounds.upper[row.index])
    }

    /// Whether a variable has one value only.
    public func isFixed(_ variable: Variable) -> Bool {
        variableBounds.lower[variable.index] == variableBounds.upper[variable.index]
    }

    /// What the prices of a solution prove to be the best that any values can reach.
    ///
    ///     bound = duals x binding bounds of rows + reduced costs x those of variables
    ///
    /// By weak duality no feasible values are better than this, whoever found the prices, as far
    /// as they have the signs of their bounds; its distance from the objective is the gap that is
    /// left unproven. A price on an infinite bound is a rounding error of the solver and is passed
    /// over.
    public func bound(by solution: LinearSolution) -> Double {
        let sign: Double = direction == .minimise ? 1 : -1
        /// The sum of prices times the bounds that they press on; infinite bounds are passed over.
        func part(_ prices: [Double], _ bounds: Bounds) -> Double {
            prices.indices.reduce(0) { sum, index in
                let price = prices[index]
                let binding = sign * price > 0 ? bounds.lower[index] : bounds.upper[index]
                return binding.isFinite ? sum + price * binding : sum
            }
        }
        return part(solution.rowDuals, rowBounds) + part(solution.reducedCosts, variableBounds)
    }
}
