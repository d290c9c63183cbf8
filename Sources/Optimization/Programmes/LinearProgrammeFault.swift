/// Why a linear programme has no solution to give.
///
/// Variables and rows are named by their positions, counted from 0.
public enum LinearProgrammeFault: Error, Sendable, Equatable {
    /// A cost is infinite or not a number.
    case cost(variable: Int, Double)
    /// A variable's bounds are reversed, not numbers, or infinite on the wrong side.
    case variableBounds(variable: Int, lower: Double, upper: Double)
    /// A row's bounds are reversed, not numbers, or infinite on the wrong side.
    case rowBounds(row: Int, lower: Double, upper: Double)
    /// A row has a term of a variable that the programme does not have.
    case unknownVariable(row: Int, variable: Int, count: Int)
    /// A coefficient, or the sum of a row's coefficients of one variable, is infinite or not a
    /// number.
    case coefficient(row: Int, variable: Int, Double)
    /// More variables, rows or terms than the solver's 32-bit positions can count.
    case tooLarge(variables: Int, rows: Int, terms: Int)

    /// No values keep within all bounds.
    case infeasible
    /// Values within all bounds exist, and the objective improves without end.
    case unbounded
    /// The solver stopped before it was done.
    case stopped(StopReason)

    /// Why the solver stopped.
    public enum StopReason: Sendable, Equatable {
        /// It reached the number of iterations that the caller allowed.
        case iterations(Int)
        /// Its numbers went astray.
        case numericalTrouble
    }
}

extension LinearProgramme {
    /// Checks every number once, before the solver sees any.
    ///
    /// - Throws: the first ``LinearProgrammeFault`` in the order of variables, rows, terms.
    func check() throws(LinearProgrammeFault) {
        let limit = Int(Int32.max)
        guard max(variableCount, rowCount, termCount) < limit else {
            throw .tooLarge(variables: variableCount, rows: rowCount, terms: termCount)
        }
        if let variable = costs.firstIndex(where: { !$0.isFinite }) {
            throw .cost(variable: variable, costs[variable])
        }
        if let bad = variableBounds.firstFault {
            throw .variableBounds(
                variable: bad, lower: variableBounds.lower[bad], upper: variableBounds.upper[bad])
        }
        if let bad = rowBounds.firstFault {
            throw .rowBounds(row: bad, lower: rowBounds.lower[bad], upper: rowBounds.upper[bad])
        }
        for row in 0..<rowCount { try checkTerms(of: row) }
    }

    /// A row's variables exist and its coefficients are finite.
    private func checkTerms(of row: Int) throws(LinearProgrammeFault) {
        for term in terms.range(of: row) {
            let (variable, value) = (terms.columns[term], terms.values[term])
            guard (0..<variableCount).contains(variable) else {
                throw .unknownVariable(row: row, variable: variable, count: variableCount)
            }
            guard value.isFinite else {
                throw .coefficient(row: row, variable: variable, value)
            }
        }
    }

    /// Sums of finite coefficients can still overflow.
    func check(_ columns: SparseColumns) throws(LinearProgrammeFault) {
        guard let place = columns.values.firstIndex(where: { !$0.isFinite }) else { return }
        let variable = columns.starts.lastIndex { Int($0) <= place } ?? 0
        throw .coefficient(
            row: Int(columns.rows[place]), variable: variable, columns.values[place])
    }

    /// A row without terms has the value 0, and its bounds allow that.
    ///
    /// The solver takes a programme of nothing but such rows for trouble with its numbers; here
    /// they count as infeasible, with the solver's own tolerance.
    func checkEmptyRows(_ columns: SparseColumns) throws(LinearProgrammeFault) {
        var hasTerms = [Bool](repeating: false, count: rowCount)
        for row in columns.rows { hasTerms[Int(row)] = true }
        for row in 0..<rowCount where !hasTerms[row] {
            guard rowBounds.lower[row] <= 1e-7, rowBounds.upper[row] >= -1e-7 else {
                throw .infeasible
            }
        }
    }
}
