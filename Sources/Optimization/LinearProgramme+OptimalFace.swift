extension LinearProgramme {
    /// Prices below this part of the largest cost are none.
    private static let least = 1e-9

    /// The programme narrowed to what is as good as a solution of it: all its optimal values and no
    /// others, without costs.
    ///
    /// By complementary slackness values are optimal where, and only where, every row and variable
    /// with a price stands at the bound that the price belongs to. Unlike a row that holds the
    /// objective this adds no terms, and fixes what is settled.
    ///
    /// - Parameters:
    ///   - solution: of this programme.
    ///   - direction: which end of the costs that are set next is sought.
    public func face(
        of solution: LinearSolution, seeking direction: Direction
    ) -> LinearProgramme {
        let sign: Double = self.direction == .minimise ? 1 : -1
        let least = Self.least * max(1, costs.reduce(0) { max($0, abs($1)) })
        var face = self
        face.direction = direction
        face.setCosts { _ in 0 }
        /// Moves both bounds to the one that a price belongs to; the value stays within them, since
        /// the solver's may lie beside the bound by its tolerance.
        func pin(_ bounds: inout Bounds, _ prices: [Double], _ values: [Double]) {
            for (index, price) in prices.enumerated() where abs(price) > least {
                let (lower, upper) = (bounds.lower[index], bounds.upper[index])
                let bound = sign * price > 0 ? lower : upper
                guard bound.isFinite else { continue }
                bounds.set(index, min(bound, values[index]), max(bound, values[index]))
            }
        }
        pin(&face.variableBounds, solution.reducedCosts, solution.values)
        pin(&face.rowBounds, solution.rowDuals, solution.rowValues)
        return face
    }

    /// How much further the binding bounds of some rows may rise, each alone, until a price of the
    /// row is no longer what one more of the bound brings; infinite where it always is.
    ///
    /// The price of a row holds for a bound raised by `t` where, and only where, values that go
    /// with all prices exist for it, so that `t` is the most that the row can come to on the
    /// optimal face with its bound left open. Zero at a corner where another limit binds first.
    ///
    /// - Complexity: a start of the simplex method from the solution's corner for each row.
    /// - Throws: ``LinearProgrammeFault``.
    public func reaches(
        of rows: [Row], at solution: LinearSolution
    ) throws(LinearProgrammeFault) -> [Double] {
        let face = face(of: solution, seeking: .maximise)
        let columns = SparseColumns(face.terms, columnCount: variableCount)
        let model = ClpModel(face, columns)
        return try model.mostValues(of: rows).enumerated().map { place, most in
            let row = rows[place].index
            let bound = solution.rowDuals[row] == 0 ? most : face.rowBounds.upper[row]
            return max(0, most - bound)
        }
    }
}
