import Optimization
import _TestSupport

/// A small programme with whole coefficients that a seed fixes, kept as plain arrays so that a
/// second method can solve it.
struct RandomProgramme {
    var direction = LinearProgramme.Direction.minimise
    var costs: [Double] = []
    var lower: [Double] = []
    var upper: [Double] = []
    /// Rows of coefficients, one for each variable.
    var rows: [[Double]] = []
    var rowLower: [Double] = []
    var rowUpper: [Double] = []

    init(seed: UInt64, isBounded: Bool) {
        var draws = SeededDraws(seed)
        direction = draws.chance(0.5) ? .minimise : .maximise
        for _ in 0..<draws.whole(1...4) {
            costs.append(Double(draws.whole(-9...9)))
            lower.append(Double(draws.whole(-5...2)))
            upper.append(lower.last! + Double(draws.whole(0...9)))
            if !isBounded, draws.chance(0.5) { upper[upper.count - 1] = .infinity }
            if !isBounded, draws.chance(0.3) { lower[lower.count - 1] = -.infinity }
        }
        for _ in 0..<draws.whole(0...4) {
            rows.append(
                costs.map { _ in draws.chance(0.3) ? 0 : Double(draws.whole(-4...4)) })
            let side = Double(draws.whole(-12...12))
            rowLower.append(draws.chance(0.4) ? -.infinity : side)
            rowUpper.append(draws.chance(0.4) ? .infinity : side + Double(draws.whole(0...6)))
        }
    }

    /// The same for the module under test.
    var programme: LinearProgramme {
        var programme = LinearProgramme(direction)
        for column in costs.indices {
            programme.addVariable(
                cost: costs[column], lower: lower[column], upper: upper[column])
        }
        for row in rows.indices {
            let terms = rows[row].enumerated().filter { $0.element != 0 }
                .map { (LinearProgramme.Variable(index: $0.offset), $0.element) }
            programme.addRow(terms, lower: rowLower[row], upper: rowUpper[row])
        }
        return programme
    }

    /// The same with a row's bounds shifted.
    func shifting(row: Int, by step: Double) -> RandomProgramme {
        var shifted = self
        shifted.rowLower[row] += step
        shifted.rowUpper[row] += step
        return shifted
    }

    /// The same with a variable's bounds shifted.
    func shifting(variable: Int, by step: Double) -> RandomProgramme {
        var shifted = self
        shifted.lower[variable] += step
        shifted.upper[variable] += step
        return shifted
    }
}
