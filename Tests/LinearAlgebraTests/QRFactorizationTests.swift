import LinearAlgebra
import Testing
import _TestSupport

@Suite struct QRFactorizationTests {
    @Test(arguments: 1...10)
    func `factors rebuild the matrix`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let columns = Int(1 + random.next() % 12)
        let rows = columns + Int(random.next() % 10)
        let a = random.matrix(rows, columns)
        let qr = try QRFactorization(a)
        let (q, r) = qr.parts
        let exchanged = Matrix(rows: rows, columns: columns) { a[$0, qr.columnOrder[$1]] }
        #expect(isClose(q * r, exchanged, 1e-14), "seed \(seed)")
        #expect(isClose(q.transpose * q, .identity(columns), 1e-14), "seed \(seed)")
    }

    @Test func `a line through four points`() throws {
        // Normal equations by hand: 4 a + 10 b = 28, 10 a + 30 b = 77.
        let qr = try QRFactorization(Matrix(rows: [[1, 1], [1, 2], [1, 3], [1, 4]]))
        let y: Vector = [6, 5, 7, 10]
        #expect(isClose(qr.solve(y), [3.5, 1.4], 1e-14))
        #expect(isClose(qr.residual(y), [1.1, -1.3, -0.7, 0.9], 1e-14))
        #expect(isClose(qr.coefficientVariances, [1.5, 0.2], 1e-14))
    }

    @Test(arguments: 1...8)
    func `residuals are orthogonal to the columns and complete the fit`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let (a, b) = (random.matrix(20, 6), random.vector(20))
        let qr = try QRFactorization(a)
        let residual = qr.residual(b)
        #expect((residual * a).maximumAbsolute <= 1e-14, "seed \(seed)")
        #expect(isClose(a * qr.solve(b) + residual, b, 1e-14), "seed \(seed)")
    }

    @Test func `units of columns do not decide the rank`() throws {
        var random = SeededDraws(11)
        let a = random.matrix(10, 3)
        let scales = [1e-150, 1, 1e150]
        let scaled = Matrix(rows: 10, columns: 3) { a[$0, $1] * scales[$1] }
        let b = random.vector(10)
        let (plain, other) = (try QRFactorization(a).solve(b), try QRFactorization(scaled).solve(b))
        for k in 0..<3 {
            #expect(abs(other[k] * scales[k] / plain[k] - 1) <= 1e-13)
        }
    }

    @Test func `dependent columns are refused`() {
        var random = SeededDraws(2)
        let a = random.matrix(8, 4)
        let b = Matrix(rows: 8, columns: 4) {
            $1 == 3 ? 0.01 * (a[$0, 0] - 2 * a[$0, 1]) : a[$0, $1]
        }
        let error = #expect(throws: LinearAlgebraError.self) { try QRFactorization(b) }
        guard case .rankDeficient(rank: 3, column: let column) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect([0, 1, 3].contains(column))
    }

    @Test func `a column of zeros is refused by name`() {
        let a = Matrix(rows: [[1, 0], [2, 0], [3, 0]])
        #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, column: 1)) {
            try QRFactorization(a)
        }
    }

    @Test func `more columns than rows and bad numbers are refused`() {
        #expect(throws: LinearAlgebraError.underdetermined(.init(rows: 1, columns: 2))) {
            try QRFactorization(Matrix(rows: [[1, 2]]))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
            try QRFactorization(Matrix(rows: [[1], [.infinity]]))
        }
    }
}
