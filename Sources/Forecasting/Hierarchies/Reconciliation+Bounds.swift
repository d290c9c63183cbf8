public import LinearAlgebra

/// What each leaf may be.
public struct LeafBounds: Sendable, Equatable {
    /// The least value of each leaf; minus infinity for none.
    public var lower: [Double]
    /// The largest value of each leaf; infinity for none.
    public var upper: [Double]

    /// A range for each leaf.
    public init(lower: [Double], upper: [Double]) {
        precondition(lower.count == upper.count, "bounds of several numbers of leaves")
        self.lower = lower
        self.upper = upper
    }

    /// No leaf below 0.
    public static func nonNegative(_ leafCount: Int) -> LeafBounds {
        LeafBounds(
            lower: [Double](repeating: 0, count: leafCount),
            upper: [Double](repeating: .infinity, count: leafCount))
    }
}

extension Reconciliation {
    /// Forecasts that add up and whose leaves keep to bounds, by the least change that the weights
    /// allow: the exact solution of the quadratic programme, step by step.
    ///
    /// Leaves that leave their range are set on its end, and let go where that no longer helps,
    /// many at a time.
    ///
    /// Reference: J. Judice and F. Pires, A block principal pivoting algorithm for large-scale
    /// strictly monotone linear complementarity problems, Computers and Operations Research 21
    /// (1994), doi:10.1016/0305-0548(94)90106-6.
    ///
    /// - Throws: `emptyBounds`; `undetermined` where a node without variance has all leaves on
    ///   bounds.
    public func reconciled(
        _ forecasts: Matrix, bounds: LeafBounds
    ) throws(HierarchyFault) -> Matrix {
        precondition(bounds.lower.count == structure.leafCount, "bounds of other leaves")
        for leaf in 0..<structure.leafCount where bounds.lower[leaf] > bounds.upper[leaf] {
            throw .emptyBounds(leaf: leaf)
        }
        var result = reconciled(forecasts)
        var leaves = Matrix(rows: forecasts.rows, columns: structure.leafCount)
        for step in 0..<forecasts.rows {
            let free = (0..<structure.leafCount).map { result[step, structure.upperCount + $0] }
            var programme = BoundedStep(
                self, forecast: Array(forecasts.row(step)), bounds: bounds, start: free)
            for (leaf, value) in try programme.solve().enumerated() { leaves[step, leaf] = value }
        }
        result = structure.summed(leaves)
        return result
    }
}

/// The bounded programme of one step.
private struct BoundedStep {
    private let whole: Reconciliation
    private let forecast: [Double]
    private let bounds: LeafBounds
    private var leaves: [Double]
    /// How much a leaf on a bound is held there by it: positive where the lower one holds.
    private var holds: [Double]
    private var isFixed: [Bool]
    private var ends: [Double]
    private let tolerance: Double

    init(_ whole: Reconciliation, forecast: [Double], bounds: LeafBounds, start: [Double]) {
        self.whole = whole
        self.forecast = forecast
        self.bounds = bounds
        leaves = start
        holds = [Double](repeating: 0, count: start.count)
        isFixed = [Bool](repeating: false, count: start.count)
        ends = holds
        tolerance = 1e-12 * forecast.reduce(0) { max($0, abs($1)) }
    }

    /// The leaves at the optimum.
    mutating func solve() throws(HierarchyFault) -> [Double] {
        var fewest = Int.max
        var patience = 10
        var wrong = wrongLeaves()
        while !wrong.isEmpty {
            if wrong.count < fewest {
                fewest = wrong.count
                patience = 10
            } else {
                patience -= 1
            }
            // One at a time from the last where exchanging all goes round: this always ends.
            if patience < 0 { wrong = [wrong[wrong.count - 1]] }
            for leaf in wrong { exchange(leaf) }
            try update()
            wrong = wrongLeaves()
        }
        return leaves.indices.map { min(max(leaves[$0], bounds.lower[$0]), bounds.upper[$0]) }
    }

    private func wrongLeaves() -> [Int] {
        leaves.indices.filter { leaf in
            let (low, high) = (bounds.lower[leaf], bounds.upper[leaf])
            if !isFixed[leaf] {
                return leaves[leaf] < low - tolerance || leaves[leaf] > high + tolerance
            }
            if low == high { return false }
            return ends[leaf] == low ? holds[leaf] < -tolerance : holds[leaf] > tolerance
        }
    }

    private mutating func exchange(_ leaf: Int) {
        if !isFixed[leaf] {
            ends[leaf] = leaves[leaf] < bounds.lower[leaf] ? bounds.lower[leaf] : bounds.upper[leaf]
        }
        isFixed[leaf].toggle()
    }

    private mutating func update() throws(HierarchyFault) {
        if let shrunk = whole.shrunk, shrunk.intensity < 1 {
            try updateShrunk(shrunk)
        } else {
            try updateDiagonal()
        }
    }

    /// Leaves on bounds have no variance, so that the others make up for them.
    private mutating func updateDiagonal() throws(HierarchyFault) {
        let structure = whole.structure
        let first = structure.upperCount
        var (weights, base) = (whole.diagonal, forecast)
        for leaf in leaves.indices where isFixed[leaf] {
            weights[first + leaf] = 0
            base[first + leaf] = ends[leaf]
        }
        let factor = try Reconciliation.factorize(structure, weights, nil)
        let table = Matrix(rows: 1, columns: base.count, columnMajor: base)
        let z = Array(factor.solve(structure.excess(table).transpose).column(0))
        for leaf in leaves.indices {
            let above = structure.sumAbove(leaf, z)
            leaves[leaf] = base[first + leaf] + weights[first + leaf] * above
            // In units of the leaf: the derivative times its variance.
            holds[leaf] =
                ends[leaf] - forecast[first + leaf] - whole.diagonal[first + leaf] * above
        }
    }

    /// Leaves on bounds are constraints beside those of the upper nodes.
    private mutating func updateShrunk(_ shrunk: ShrunkCovariance) throws(HierarchyFault) {
        let structure = whole.structure
        let (first, fixed) = (structure.upperCount, leaves.indices.filter { isFixed[$0] })
        let order = first + fixed.count
        let rest = 1 - shrunk.intensity
        let excess = structure.excess(shrunk.residuals.transpose).transpose
        let rows = Matrix(rows: order, columns: shrunk.residuals.columns) { row, column in
            row < first
                ? excess[row, column] : shrunk.residuals[first + fixed[row - first], column]
        }
        var system = rest * (rows * rows.transpose)
        let plain = structure.excessCovariance(whole.diagonal)
        for row in 0..<first {
            for column in 0..<first { system[row, column] += plain[row, column] }
        }
        for (place, leaf) in fixed.enumerated() {
            let weight = whole.diagonal[first + leaf]
            system[first + place, first + place] += weight
            for node in structure.above[
                structure.aboveStarts[leaf]..<structure.aboveStarts[leaf + 1]]
            {
                system[node, first + place] -= weight
                system[first + place, node] -= weight
            }
        }
        let table = Matrix(rows: 1, columns: forecast.count, columnMajor: forecast)
        let right =
            Array(structure.excess(table).row(0))
            + fixed.map { forecast[first + $0] - ends[$0] }
        guard let factor = try? CholeskyFactorization(system) else {
            throw .undetermined(node: first + (fixed.first ?? 0))
        }
        let solution = Array(factor.solve(Vector(right)))
        var weights = Array(solution[..<first])
        weights += (0..<leaves.count).map { -structure.sumAbove($0, solution) }
        for (place, leaf) in fixed.enumerated() {
            weights[first + leaf] += solution[first + place]
            holds[leaf] = -solution[first + place] * shrunk.diagonal[first + leaf]
        }
        let along = shrunk.residuals * (Vector(weights) * shrunk.residuals)
        for leaf in leaves.indices {
            let place = first + leaf
            leaves[leaf] =
                isFixed[leaf]
                ? ends[leaf]
                : forecast[place] - whole.diagonal[place] * weights[place] - rest * along[place]
        }
    }
}
