internal import CClp

/// A programme inside Clp: the one place that knows the solver's calls and codes.
///
/// The solver always minimises; costs and prices of a maximum change their sign on the way in and
/// out, so that no sign convention of the solver's matters. Arrays are copied in and out.
///
/// Reference: Clp 1.17, https://github.com/coin-or/Clp
struct ClpModel: ~Copyable {
    private let model: UnsafeMutableRawPointer
    private let programme: LinearProgramme
    private let columns: SparseColumns
    /// 1 where the solver's objective is the programme's, -1 where it is the opposite.
    private let sign: Double

    /// The codes of `Clp_status`.
    private enum Status {
        static let optimal: Int32 = 0
        /// It found no values within all bounds.
        static let infeasible: Int32 = 1
        /// It found that the objective has no end.
        static let unbounded: Int32 = 2
        static let iterations: Int32 = 3
    }

    /// Lets the solver shift costs or bounds a little while many corners are equally good, and take
    /// the shifts back before it ends; they are the same each time.
    ///
    /// The C interface leaves that out unless it is asked for, unlike the solver's own command:
    /// allocations, where one price is paid for many people, then take four times as long.
    private static let perturbsWhenStuck: Int32 = 50

    init(_ programme: LinearProgramme, _ columns: SparseColumns) {
        self.programme = programme
        self.columns = columns
        sign = programme.direction == .minimise ? 1 : -1
        model = Clp_newModel()
        Clp_setLogLevel(model, 0)
        Clp_setPerturbation(model, Self.perturbsWhenStuck)
    }

    deinit { Clp_deleteModel(model) }

    /// Runs the solver and reads what it found.
    ///
    /// What the solver calls a solution is taken only with its proof, and what it calls infeasible
    /// is tried again: on programmes without end its presolve is wrong about either now and then.
    ///
    /// - Throws: ``LinearProgrammeFault`` `infeasible`, `unbounded` or `stopped`.
    consuming func solution(
        by method: LinearProgramme.Method, iterations: Int?
    ) throws(LinearProgrammeFault) -> LinearSolution {
        if let iterations { Clp_setMaximumIterations(model, Int32(clamping: iterations)) }
        load(programme.costs)
        presolveAndSolve(method)
        if Clp_status(model) == Status.iterations { throw stop }
        if let solution = provenSolution() { return solution }
        try solveInTwoSteps()
        switch Clp_status(model) {
        case Status.infeasible, Status.unbounded: throw .unbounded
        case Status.iterations: throw stop
        default: break
        }
        guard let solution = provenSolution() else { throw .stopped(.numericalTrouble) }
        return solution
    }

    private borrowing func load(_ costs: [Double]) {
        let sign = sign
        Clp_loadProblem(
            model, Int32(programme.variableCount), Int32(programme.rowCount), columns.starts,
            columns.rows, columns.values, programme.variableBounds.lower,
            programme.variableBounds.upper, costs.map { sign * $0 },
            programme.rowBounds.lower, programme.rowBounds.upper)
    }

    /// Lets the solver shorten the programme, solve what is left and go back.
    private borrowing func presolveAndSolve(_ method: LinearProgramme.Method) {
        let options = ClpSolve_new()
        ClpSolve_setSolveType(options, method.code, -1)
        _ = Clp_initialSolveWithOptions(model, options)
        ClpSolve_delete(options)
    }

    /// Solves without presolve: first without costs, which tells whether any values keep within
    /// all bounds, then with them, from there.
    ///
    /// - Throws: ``LinearProgrammeFault`` `infeasible` or `stopped` when the first step fails.
    private borrowing func solveInTwoSteps() throws(LinearProgrammeFault) {
        load([Double](repeating: 0, count: programme.variableCount))
        Clp_primal(model, 0)
        guard Clp_status(model) == Status.optimal else {
            throw Clp_status(model) == Status.infeasible ? .infeasible : stop
        }
        let sign = sign
        Clp_chgObjCoefficients(model, programme.costs.map { sign * $0 })
        Clp_primal(model, 0)
    }

    /// The most that each of some rows can come to, its own upper bound left open and all other
    /// bounds kept; infinite where nothing ends it.
    ///
    /// The programme is solved once without costs; each row then starts from that corner.
    ///
    /// - Throws: ``LinearProgrammeFault`` where the corner or a row is not found.
    consuming func mostValues(
        of rows: [LinearProgramme.Row]
    ) throws(LinearProgrammeFault) -> [Double] {
        var costs = [Double](repeating: 0, count: programme.variableCount)
        var upper = programme.rowBounds.upper
        try findCorner()
        let count = programme.variableCount + programme.rowCount
        let corner = [UInt8](UnsafeBufferPointer(start: Clp_statusArray(model), count: count))
        var most: [Double] = []
        for row in rows {
            let terms = programme.terms(of: row)
            for term in terms { costs[term.variable.index] -= term.coefficient }
            upper[row.index] = .infinity
            Clp_copyinStatus(model, corner)
            Clp_chgObjCoefficients(model, costs)
            Clp_chgRowUpper(model, upper)
            Clp_primal(model, 0)
            switch Clp_status(model) {
            case Status.optimal: most.append(Clp_getRowActivity(model)[row.index])
            case Status.unbounded: most.append(.infinity)
            default: throw stop
            }
            for term in terms { costs[term.variable.index] = 0 }
            upper[row.index] = programme.rowBounds.upper[row.index]
        }
        return most
    }

    /// The least and the most that each of some sums comes to; infinite where nothing ends it.
    ///
    /// The programme is solved once without costs; each end then starts from the corner of the one
    /// before.
    ///
    /// - Throws: ``LinearProgrammeFault`` where the corner or an end is not found.
    consuming func ends(
        of sums: [[(LinearProgramme.Variable, Double)]]
    ) throws(LinearProgrammeFault) -> [(least: Double, most: Double)] {
        var costs = [Double](repeating: 0, count: programme.variableCount)
        try findCorner()
        var found: [(least: Double, most: Double)] = []
        for sum in sums {
            var ends: [Double] = []
            for sign in [1.0, -1] {
                for (variable, factor) in sum { costs[variable.index] += sign * factor }
                Clp_chgObjCoefficients(model, costs)
                Clp_primal(model, 0)
                for (variable, _) in sum { costs[variable.index] = 0 }
                switch Clp_status(model) {
                case Status.optimal:
                    let values = UnsafeBufferPointer(
                        start: Clp_getColSolution(model), count: programme.variableCount)
                    ends.append(sum.reduce(0) { $0 + $1.1 * values[$1.0.index] })
                case Status.unbounded: ends.append(-sign * .infinity)
                default: throw stop
                }
            }
            found.append((ends[0], ends[1]))
        }
        return found
    }

    /// Solves without costs: a corner to start from.
    ///
    /// - Throws: ``LinearProgrammeFault`` where there is none.
    private borrowing func findCorner() throws(LinearProgrammeFault) {
        load([Double](repeating: 0, count: programme.variableCount))
        presolveAndSolve(.automatic)
        guard Clp_status(model) == Status.optimal else { throw stop }
    }

    private var stop: LinearProgrammeFault {
        Clp_status(model) == Status.iterations
            ? .stopped(.iterations(Int(Clp_numberIterations(model))))
            : .stopped(.numericalTrouble)
    }

    private borrowing func provenSolution() -> LinearSolution? {
        guard Clp_status(model) == Status.optimal else { return nil }
        let values = copied(Clp_getColSolution(model), programme.variableCount)
        let solution = LinearSolution(
            objective: zip(programme.costs, values).reduce(0) { $0 + $1.0 * $1.1 },
            values: values, rowValues: copied(Clp_getRowActivity(model), programme.rowCount),
            rowDuals: copied(Clp_getRowPrice(model), programme.rowCount, sign),
            reducedCosts: copied(Clp_getReducedCost(model), programme.variableCount, sign),
            iterations: Int(Clp_numberIterations(model)))
        let proof = OptimalityProof(programme: programme, columns: columns, solution: solution)
        return proof.holds ? solution : nil
    }

    /// The solver's array as one of ours, times a sign; -0 becomes 0, so that it is never written.
    private borrowing func copied(
        _ pointer: UnsafePointer<Double>?, _ count: Int, _ sign: Double = 1
    ) -> [Double] {
        UnsafeBufferPointer(start: pointer, count: pointer == nil ? 0 : count).map {
            sign * $0 + 0
        }
    }
}

extension LinearProgramme.Method {
    /// The code of `ClpSolve::SolveType`.
    fileprivate var code: Int32 {
        switch self {
        case .dualSimplex: 0
        case .primalSimplex: 1
        case .automatic: 5
        }
    }
}
