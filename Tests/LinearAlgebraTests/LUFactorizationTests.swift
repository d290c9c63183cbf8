import LinearAlgebra
import Testing
import _TestSupport

@Suite struct LUFactorizationTests {
    @Test func `a system with a known solution`() throws {
        let a = Matrix(rows: [[2, 1, 1], [4, -6, 0], [-2, 7, 2]])
        let lu = try LUFactorization(a)
        #expect(isClose(lu.solve(Vector([5, -2, 9])), [1, 1, 2], 1e-14))
        #expect(abs(lu.determinant - -16) <= 1e-13)
    }

    @Test(arguments: 1...10)
    func `factors rebuild the matrix`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let order = Int(1 + random.next() % 30)
        let a = random.matrix(order, order)
        let parts = try LUFactorization(a).parts
        let exchanged = Matrix(rows: order, columns: order) { a[parts.rowOrder[$0], $1] }
        #expect(isClose(parts.lower * parts.upper, exchanged, 1e-14), "seed \(seed)")
        #expect(parts.lower.maximumAbsolute == 1, "seed \(seed)")
    }

    @Test(arguments: 1...10)
    func `solutions satisfy their systems`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        var a = random.matrix(12, 12)
        a.addToDiagonal(4)
        let (b, v) = (random.matrix(12, 3), random.vector(12))
        let lu = try LUFactorization(a)
        #expect(isClose(a * lu.solve(b), b, 1e-13), "seed \(seed)")
        #expect(isClose(a * lu.solve(v), v, 1e-13), "seed \(seed)")
        #expect(isClose(lu.solveTransposed(v) * a, v, 1e-13), "seed \(seed)")
    }

    @Test func `the determinant of a product is the product of determinants`() throws {
        var random = SeededDraws(3)
        let (a, b) = (random.matrix(5, 5), random.matrix(5, 5))
        let product = try LUFactorization(a * b).determinant
        let factors = try LUFactorization(a).determinant * LUFactorization(b).determinant
        #expect(abs(product - factors) <= 1e-13 * abs(factors))
    }

    @Test func `the reciprocal condition of the Hilbert matrix of order 4`() throws {
        // |H|_1 |H^-1|_1 = 25/12 x 13620 = 28375.
        let hilbert = Matrix(rows: 4, columns: 4) { 1 / Double($0 + $1 + 1) }
        let reciprocal = try LUFactorization(hilbert).reciprocalCondition
        #expect(abs(reciprocal * 28375 - 1) <= 1e-9)
    }

    @Test func `a singular matrix names its pivot`() {
        let a = Matrix(rows: [[1, 2, 3], [2, 4, 7], [3, 6, 1]])
        #expect(throws: LinearAlgebraError.singular(pivot: 1)) { try LUFactorization(a) }
    }

    @Test func `a matrix of other shape is refused`() {
        let shape = Matrix.Shape(rows: 2, columns: 3)
        #expect(throws: LinearAlgebraError.notSquare(shape)) {
            try LUFactorization(Matrix(rows: 2, columns: 3))
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a bad number is named`(value: Double) {
        var a = Matrix.identity(3)
        a[2, 1] = value
        #expect(throws: LinearAlgebraError.notFinite(row: 2, column: 1)) { try LUFactorization(a) }
    }

    @Test func `a bound on the condition is kept`() throws {
        let a = Matrix(rows: [[1, 1], [1, 1 + 1e-10]])
        _ = try LUFactorization(a)
        let error = #expect(throws: LinearAlgebraError.self) {
            try LUFactorization(a, minimumReciprocalCondition: 1e-9)
        }
        guard case .illConditioned(let reciprocal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(abs(reciprocal * 4e10 - 1) < 1e-4)
    }
}
