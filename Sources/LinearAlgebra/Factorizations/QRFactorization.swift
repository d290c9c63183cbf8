internal import CLAPACKE

/// The factorization `A Pi = Q R` of a tall matrix, by Householder reflections with column
/// exchanges: the one for least squares.
///
/// Q has orthonormal columns and R is upper triangular. Columns are first scaled to about unit
/// length by powers of two, exactly, so that the units in which a column is measured do not
/// decide its rank. m x n costs `2 n^2 (m - n/3)` operations. Normal equations were rejected:
/// they square the condition number.
///
/// Reference: Golub and Van Loan, Matrix Computations, 4th ed., section 5.4; LAPACK dgeqp3.
public struct QRFactorization: Sendable {
    /// R on and above the diagonal, the reflections below it.
    private let factors: Matrix
    /// Scalar factors of the Householder reflections (LAPACK `tau`).
    private let reflections: [Double]
    /// Column k of `Q R` is column `columnOrder[k]` of the matrix.
    public let columnOrder: [Int]
    private let scales: [Double]

    /// Factorizes a matrix of full column rank.
    ///
    /// A column adds nothing when its part orthogonal to those before it is below
    /// `max(m, n) u` times its length after scaling, u = 2.2e-16.
    ///
    /// - Throws: `underdetermined` when there are fewer rows than columns, `notFinite`,
    ///   `rankDeficient` with the rank and a dependent column.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        guard matrix.rows >= matrix.columns else { throw .underdetermined(matrix.shape) }
        try matrix.requireFinite()
        SingleThread.require()
        let scales = (0..<matrix.columns).map { Self.scale(ofLength: matrix.column($0).norm) }
        var factors = Matrix(rows: matrix.rows, columns: matrix.columns) {
            matrix[$0, $1] * scales[$1]
        }
        var exchanges = [Int32](repeating: 0, count: matrix.columns)
        var reflections = [Double](repeating: 0, count: matrix.columns)
        let info = LAPACKE_dgeqp3(
            LAPACK_COL_MAJOR, Int32(matrix.rows), Int32(matrix.columns), &factors.elements,
            matrix.stride, &exchanges, &reflections)
        LAPACK.requireSuccess(info)
        self.factors = factors
        self.reflections = reflections
        self.scales = scales
        self.columnOrder = exchanges.map { Int($0) - 1 }
        if let rank = Self.deficientRank(factors) {
            throw .rankDeficient(rank: rank, column: columnOrder[rank])
        }
    }

    /// The power of two that brings a length near 1; 1 for a column of zeros.
    private static func scale(ofLength length: Double) -> Double {
        guard length > 0 && length.isFinite else { return 1 }
        let exponent = max(-1000, min(1000, -Int(length.exponent)))
        return Double(sign: .plus, exponent: exponent, significand: 1)
    }

    /// The number of independent columns, if that is not all of them.
    private static func deficientRank(_ factors: Matrix) -> Int? {
        guard factors.columns > 0 else { return nil }
        let tolerance = Double(factors.rows) * Double.ulpOfOne * abs(factors[0, 0])
        return (0..<factors.columns).first { !(abs(factors[$0, $0]) > tolerance) }
    }

    /// The coefficients x that minimize `|b - A x|`.
    public func solve(_ b: Vector) -> Vector {
        let projected = applied(to: b, transposed: true)
        let leading = Vector(Array(projected.elements.prefix(factors.columns)))
        return inOriginalOrder(solveTriangular(Matrix(leading)).column(0))
    }

    /// What the coefficients leave unexplained, `b - A x`, as the part of b orthogonal to A.
    public func residual(_ b: Vector) -> Vector {
        var projected = applied(to: b, transposed: true)
        for index in 0..<factors.columns { projected[index] = 0 }
        return applied(to: projected, transposed: false)
    }

    /// The diagonal of `(A'A)^-1`: the variances of the coefficients for unit error variance.
    public var coefficientVariances: Vector {
        let inverse = solveTriangular(.identity(factors.columns))
        let deviations = inOriginalOrder(Vector((0..<inverse.rows).map { inverse.row($0).norm }))
        return Vector(deviations.map { $0 * $0 })
    }

    /// The factors with `A[:, columnOrder] = Q R`; Q has the shape of A.
    public var parts: (q: Matrix, r: Matrix) {
        SingleThread.require()
        var q = factors
        let info = LAPACKE_dorgqr(
            LAPACK_COL_MAJOR, Int32(q.rows), Int32(q.columns), Int32(q.columns), &q.elements,
            factors.stride, reflections)
        LAPACK.requireSuccess(info)
        let r = Matrix(rows: q.columns, columns: q.columns) { row, column in
            row <= column ? factors[row, column] / scales[columnOrder[column]] : 0
        }
        return (q, r)
    }

    /// `Q' b` or `Q b` for the full, square Q.
    private func applied(to b: Vector, transposed: Bool) -> Vector {
        precondition(b.count == factors.rows, "fit of \(factors.shape) to length \(b.count)")
        SingleThread.require()
        var result = b
        let info = LAPACKE_dormqr(
            LAPACK_COL_MAJOR, LAPACK.letter("L"), LAPACK.letter(transposed ? "T" : "N"),
            Int32(b.count), 1, Int32(factors.columns), factors.elements, factors.stride,
            reflections, &result.elements, factors.stride)
        LAPACK.requireSuccess(info)
        return result
    }

    /// The solution of `R X = B`.
    private func solveTriangular(_ b: Matrix) -> Matrix {
        SingleThread.require()
        var result = b
        let info = LAPACKE_dtrtrs(
            LAPACK_COL_MAJOR, LAPACK.letter("U"), LAPACK.letter("N"), LAPACK.letter("N"),
            Int32(b.rows), Int32(b.columns), factors.elements, factors.stride, &result.elements,
            b.stride)
        LAPACK.requireSuccess(info)
        return result
    }

    /// Undoes exchanges and scaling for what belongs to the columns of the matrix.
    private func inOriginalOrder(_ values: Vector) -> Vector {
        var result = values
        for (k, column) in columnOrder.enumerated() {
            result[column] = values[k] * scales[column]
        }
        return result
    }
}
