import Optimization

extension HighsLibrary {
    /// The least and the most of a sum while the objective is as good as a solution's.
    ///
    /// A row of its own holds the objective, to a part of 1e-9; no price is looked at.
    public func ends(
        of sum: [(LinearProgramme.Variable, Double)], in programme: LinearProgramme,
        at solution: LinearSolution
    ) throws -> (least: Double, most: Double) {
        let slack = 1e-9 * max(1, abs(solution.objective))
        let isLeast = programme.direction == .minimise
        var held = programme
        held.addRow(
            programme.costs.enumerated().filter { $0.element != 0 }.map {
                (LinearProgramme.Variable(index: $0.offset), $0.element)
            }, lower: isLeast ? -.infinity : solution.objective - slack,
            upper: isLeast ? solution.objective + slack : .infinity)
        var factors: [Int: Double] = [:]
        for (variable, factor) in sum { factors[variable.index, default: 0] += factor }
        /// The least of a sign times the sum: files hold a minimum, of opposite costs where the
        /// programme seeks the most.
        func least(_ sign: Double) throws -> Double {
            held.setCosts { (isLeast ? sign : -sign) * (factors[$0.index] ?? 0) }
            guard case .optimal(let value) = try answer(mps: held.mps()) else { return .nan }
            return value
        }
        return (try least(1), -(try least(-1)))
    }
}
