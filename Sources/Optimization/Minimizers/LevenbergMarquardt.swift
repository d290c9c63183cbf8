public import LinearAlgebra

/// The search of Levenberg and Marquardt for the least sum of squares of several functions.
///
/// Each step solves the linearised problem with a damping in units of the columns' lengths, by QR
/// of the Jacobian with the damping below it; the damping follows the ratio of the decrease found
/// to the decrease promised.
///
/// References: J. More, The Levenberg-Marquardt algorithm, LNM 630 (1978), doi:10.1007/BFb0067700;
/// H. Nielsen, Damping parameter in Marquardt's method, IMM-REP-1999-05.
public struct LevenbergMarquardt: Sendable {
    /// Where a search for the least sum of squares ended.
    public struct Result: Sendable {
        /// The best point found.
        public var point: [Double]
        /// The residuals there.
        public var residuals: [Double]
        /// Their derivatives there: a row for each residual, a column for each coordinate.
        public var jacobian: Matrix
        /// The sum of the squares of the residuals.
        public var sumOfSquares: Double
        /// Whether the search ended by its tolerance, not by its limit of steps.
        public var hasConverged: Bool
    }

    /// Sets the residuals, the second buffer, at a point.
    public typealias Residuals = (
        UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>
    ) -> Void

    /// The search ends where a step moves no coordinate by more than `tolerance (|x| + tolerance)`.
    public var tolerance: Double

    /// The search ends after this number of Jacobians.
    public var maximumSteps: Int

    /// A search; by default to 1e-10 of each coordinate within 200 Jacobians.
    public init(tolerance: Double = 1e-10, maximumSteps: Int = 200) {
        self.tolerance = tolerance
        self.maximumSteps = maximumSteps
    }

    /// The least sum of squares from a start; derivatives are central differences.
    ///
    /// A point with a residual that is no number counts as infinitely bad. Nil where the start is
    /// such a point.
    public func minimum(
        from start: [Double], count: Int, residuals: @escaping Residuals
    ) -> Result? {
        precondition(!start.isEmpty && count > 0, "a sum of no squares")
        var descent = DampedDescent(start: start, count: count, function: residuals)
        guard descent.value.isFinite else { return nil }
        for _ in 0..<maximumSteps {
            descent.differentiate()
            if descent.step(tolerance) {
                descent.differentiate()
                return descent.result(hasConverged: true)
            }
        }
        return descent.result(hasConverged: false)
    }
}

/// The state of a damped search.
private struct DampedDescent {
    private let function: LevenbergMarquardt.Residuals
    private(set) var value = Double.infinity
    private var point: [Double]
    private var residuals: [Double]
    private var jacobian: Matrix
    private var scales: [Double]
    private var damping = 1e-3
    private var growth = 2.0

    init(start: [Double], count: Int, function: @escaping LevenbergMarquardt.Residuals) {
        self.function = function
        point = start
        residuals = [Double](repeating: 0, count: count)
        jacobian = Matrix(rows: count, columns: start.count)
        scales = [Double](repeating: 0, count: start.count)
        value = Self.squares(function, start, &residuals)
    }

    func result(hasConverged: Bool) -> LevenbergMarquardt.Result {
        LevenbergMarquardt.Result(
            point: point, residuals: residuals, jacobian: jacobian, sumOfSquares: value,
            hasConverged: hasConverged)
    }

    private static func squares(
        _ function: LevenbergMarquardt.Residuals, _ point: [Double], _ out: inout [Double]
    ) -> Double {
        point.withUnsafeBufferPointer { point in
            out.withUnsafeMutableBufferPointer { function(point, $0) }
        }
        let sum = out.reduce(0) { $0 + $1 * $1 }
        return sum.isNaN ? .infinity : sum
    }

    /// Derivatives at the point, and the longest length of each column so far.
    mutating func differentiate() {
        var (above, below) = (residuals, residuals)
        for axis in point.indices {
            let reach = 0x1p-17 * max(abs(point[axis]), 0x1p-10)
            var probe = point
            probe[axis] = point[axis] + reach
            let isAboveKnown = Self.squares(function, probe, &above).isFinite
            probe[axis] = point[axis] - reach
            let isBelowKnown = Self.squares(function, probe, &below).isFinite
            var distance = 2 * reach
            if !isAboveKnown { (above, distance) = (residuals, reach) }
            if !isBelowKnown { (below, distance) = (residuals, reach) }
            var length = 0.0
            for row in residuals.indices {
                let slope = (above[row] - below[row]) / distance
                jacobian[row, axis] = slope
                length += slope * slope
            }
            scales[axis] = max(scales[axis], length.squareRoot(), 0x1p-500)
        }
    }

    /// Moves to a lower point; true where the search is at its end.
    mutating func step(_ tolerance: Double) -> Bool {
        while damping < 1e20 {
            guard let move = move() else {
                raise()
                continue
            }
            let next = zip(point, move).map { $0 + $1 }
            var trial = residuals
            let squares = Self.squares(function, next, &trial)
            let isSmall = zip(move, point).allSatisfy {
                abs($0) <= tolerance * (abs($1) + tolerance)
            }
            let linear = jacobian * Vector(move) + Vector(residuals)
            let promised = value - linear.norm * linear.norm
            if squares < value {
                let ratio = promised > 0 ? (value - squares) / promised : 1
                let turn = 2 * ratio - 1
                damping = max(damping * max(1 / 3.0, 1 - turn * turn * turn), 1e-20)
                growth = 2
                (point, residuals, value) = (next, trial, squares)
                return isSmall
            }
            if isSmall { return true }
            raise()
        }
        return true
    }

    private mutating func raise() {
        damping *= growth
        growth *= 2
    }

    /// The damped step of least squares.
    private func move() -> [Double]? {
        let (rows, columns) = (residuals.count, point.count)
        let root = damping.squareRoot()
        let system = Matrix(rows: rows + columns, columns: columns) { row, column in
            if row < rows { return jacobian[row, column] }
            return row - rows == column ? root * scales[column] : 0
        }
        guard let factors = try? QRFactorization(system) else { return nil }
        let right = residuals.map { -$0 } + [Double](repeating: 0, count: columns)
        let move = Array(factors.solve(Vector(right)))
        return move.allSatisfy(\.isFinite) ? move : nil
    }
}
