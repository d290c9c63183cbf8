/// The best values of a linear programme's variables, and what its bounds are worth.
///
/// The prices are derivatives of the objective in the programme's own direction: a row's dual is
/// what the objective gains when the row's binding bound rises by one, a variable's reduced cost
/// the same for its own bound. Both are zero where no bound binds. At a degenerate corner the
/// derivative to the left differs from that to the right; the price is then one between them.
public struct LinearSolution: Sendable, Equatable {
    /// The value of `c x`.
    public let objective: Double
    /// The value of each variable.
    public let values: [Double]
    /// The value of each row's sum `A x`.
    public let rowValues: [Double]
    /// By row: d objective / d bound.
    public let rowDuals: [Double]
    /// By variable: d objective / d bound, `c - A' duals`.
    public let reducedCosts: [Double]
    /// How many iterations the solver took.
    public let iterations: Int

    /// The value of a variable.
    public subscript(variable: LinearProgramme.Variable) -> Double { values[variable.index] }

    /// What the objective gains when a row's binding bound rises by one.
    public func dual(of row: LinearProgramme.Row) -> Double { rowDuals[row.index] }

    /// What the objective gains when a variable's binding bound rises by one.
    public func reducedCost(of variable: LinearProgramme.Variable) -> Double {
        reducedCosts[variable.index]
    }
}

extension LinearProgramme {
    /// The way to the solution; the objective found is the same.
    ///
    /// Where several solutions are equally good, another method may find another of them. Clp's
    /// interior point method is not offered: on some infeasible programmes it ends the process.
    public enum Method: Sendable, Equatable, CaseIterable {
        /// The solver looks at the programme and chooses.
        case automatic
        /// The dual simplex method.
        case dualSimplex
        /// The primal simplex method.
        case primalSimplex
    }

    /// Solves the programme with Clp, on one thread.
    ///
    /// The same programme gives the same bits each time: there is no limit of time, and the order
    /// of variables and rows is the order of adding.
    ///
    /// - Parameters:
    ///   - method: how to go about it.
    ///   - iterations: the most that the solver may take, all that it wants when nil.
    /// - Throws: ``LinearProgrammeFault``: numbers that are not numbers, bounds that are reversed,
    ///   no solution, no end, or no result within the iterations allowed.
    public func solution(
        by method: Method = .automatic, iterations: Int? = nil
    ) throws(LinearProgrammeFault) -> LinearSolution {
        try check()
        let columns = SparseColumns(terms, columnCount: variableCount)
        try check(columns)
        try checkEmptyRows(columns)
        return try ClpModel(self, columns).solution(by: method, iterations: iterations)
    }
}
