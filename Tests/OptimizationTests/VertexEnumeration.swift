import Optimization

/// The plain way to the best corner: try every corner.
///
/// A corner is where as many bounds as there are variables meet; infinite bounds of variables are
/// replaced by a far wall, so that a programme without end finds its best value at that wall.
struct VertexEnumeration {
    let problem: RandomProgramme
    let wall: Double

    /// Planes `a x = b` on which a corner may lie.
    private var planes: [(normal: [Double], side: Double)] {
        var planes: [(normal: [Double], side: Double)] = []
        for variable in problem.costs.indices {
            let unit = problem.costs.indices.map { $0 == variable ? 1.0 : 0 }
            planes.append((unit, max(problem.lower[variable], -wall)))
            planes.append((unit, min(problem.upper[variable], wall)))
        }
        for row in problem.rows.indices {
            for side in [problem.rowLower[row], problem.rowUpper[row]] where side.isFinite {
                planes.append((problem.rows[row], side))
            }
        }
        return planes
    }

    /// Every corner within the bounds; one where more planes meet than are needed several times.
    var corners: [[Double]] {
        let planes = planes
        return Self.choices(of: problem.costs.count, from: planes.count).compactMap { choice in
            Self.meeting(choice.map { planes[$0] }).flatMap { isWithin($0) ? $0 : nil }
        }
    }

    func value(_ corner: [Double]) -> Double {
        zip(problem.costs, corner).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The best objective of all corners within the bounds, nil if there is none.
    var best: Double? {
        let values = corners.map(value)
        return problem.direction == .minimise ? values.min() : values.max()
    }

    private func isWithin(_ corner: [Double]) -> Bool {
        let slack = 1e-9 * wall
        for (variable, value) in corner.enumerated() {
            guard value >= max(problem.lower[variable], -wall) - slack,
                value <= min(problem.upper[variable], wall) + slack
            else { return false }
        }
        return problem.rows.indices.allSatisfy { row in
            let sum = zip(problem.rows[row], corner).reduce(0) { $0 + $1.0 * $1.1 }
            return sum >= problem.rowLower[row] - slack && sum <= problem.rowUpper[row] + slack
        }
    }

    /// All subsets of a size, as rising positions.
    private static func choices(of size: Int, from count: Int) -> [[Int]] {
        if size == 0 { return [[]] }
        guard size <= count else { return [] }
        return (size - 1..<count).flatMap { last in
            choices(of: size - 1, from: last).map { $0 + [last] }
        }
    }

    /// Where planes meet in one point, by elimination; nil if they do not.
    private static func meeting(_ planes: [(normal: [Double], side: Double)]) -> [Double]? {
        var system = planes.map { $0.normal + [$0.side] }
        let order = system.count
        for pivot in 0..<order {
            let best = (pivot..<order).max { abs(system[$0][pivot]) < abs(system[$1][pivot]) }!
            guard abs(system[best][pivot]) > 1e-9 else { return nil }
            system.swapAt(pivot, best)
            for row in 0..<order where row != pivot {
                let factor = system[row][pivot] / system[pivot][pivot]
                for column in pivot...order {
                    system[row][column] -= factor * system[pivot][column]
                }
            }
        }
        return (0..<order).map { system[$0][order] / system[$0][$0] }
    }
}
