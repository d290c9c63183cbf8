import LinearAlgebra
import RealModule
import Testing
import _TestSupport

@Suite struct MatrixExponentialTests {
    /// Largest error of an entry against its own size; entries far below the matrix against it.
    private func error(_ value: Matrix, _ expected: Matrix, floor: Double) -> Double {
        let size = expected.maximumAbsolute
        return zip(value.elements, expected.elements).map { value, expected in
            abs(value - expected) / max(abs(expected), floor * size)
        }.max() ?? 0
    }

    @Test func `the reference table is there`() {
        #expect(ReferenceExponential.all.count == 53)
    }

    @Test(arguments: ReferenceExponential.all)
    func `exponentials equal the reference entry by entry`(
        _ reference: ReferenceExponential
    ) throws {
        let value = try matrixExponential(reference.matrix)
        #expect(error(value, reference.exponential, floor: 1e-15) <= 1e-12)
    }

    @Test func `C2 first row of Ward's first matrix`() throws {
        let value = try matrixExponential(Matrix(rows: [[4, 2, 0], [1, 4, 1], [1, 1, 4]]))
        let expected: Vector = [147.86662244637015, 183.76513864636843, 71.797032399996545]
        for (value, expected) in zip(value.row(0), expected) {
            #expect(abs(value / expected - 1) <= 1e-14)
        }
    }

    @Test func `C2 a matrix far from normal is not scaled too much`() throws {
        let value = try matrixExponential(Matrix(rows: [[1, 1e6], [0, -1]]))
        #expect(abs(value[0, 1] / 1175201.1936438015 - 1) <= 1e-15)
        #expect(value[1, 0] == 0)
    }

    @Test(arguments: [1e-9, 1e-3, 0.7, 3, 12, 60])
    func `closed form of two by two`(size: Double) throws {
        // e^A = e^m (cosh(d) I + sinh(d)/d (A - m I)), m = tr/2, d^2 = m^2 - det.
        let a = size * Matrix(rows: [[1, 2], [0.5, -1.5]])
        let (mean, determinant) = (a.trace / 2, a[0, 0] * a[1, 1] - a[0, 1] * a[1, 0])
        let d = (mean * mean - determinant).squareRoot()
        var centred = a
        centred.addToDiagonal(-mean)
        var expected = (Double.exp(mean) * Double.sinh(d) / d) * centred
        expected.addToDiagonal(Double.exp(mean) * Double.cosh(d))
        #expect(error(try matrixExponential(a), expected, floor: 1) <= 1e-14 * max(1, size))
    }

    @Test(arguments: [-2.0, 0, 0.5], [2, 4, 7])
    func `closed form of a Jordan block`(value: Double, order: Int) throws {
        // Entry (i, i + k) is e^value / k!.
        let block = Matrix(rows: order, columns: order) {
            $0 == $1 ? value : ($1 == $0 + 1 ? 1 : 0)
        }
        let expected = Matrix(rows: order, columns: order) { row, column in
            guard column >= row else { return 0 }
            return (0..<(column - row)).reduce(Double.exp(value)) { $0 / Double($1 + 1) }
        }
        #expect(error(try matrixExponential(block), expected, floor: 0) <= 1e-14)
    }

    @Test func `the exponential of zero is the identity`() throws {
        for order in 0..<4 {
            let zero = Matrix(rows: order, columns: order)
            #expect(try matrixExponential(zero) == .identity(order))
        }
    }

    @Test(arguments: 1...10)
    func `opposite matrices have inverse exponentials`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let a = random.matrix(5, 5, in: -2...2)
        let product = try matrixExponential(a) * matrixExponential(-a)
        #expect(isClose(product, .identity(5), 1e-12), "seed \(seed)")
    }

    @Test(arguments: 1...10)
    func `similar matrices have similar exponentials`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let a = random.matrix(5, 5)
        var basis = random.matrix(5, 5)
        basis.addToDiagonal(4)
        let similar = try LUFactorization(basis).solve(a * basis)
        let expected = try LUFactorization(basis).solve(matrixExponential(a) * basis)
        #expect(isClose(try matrixExponential(similar), expected, 1e-13), "seed \(seed)")
    }

    @Test(arguments: 1...10)
    func `exponentials of multiples of one matrix multiply`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let a = random.matrix(6, 6)
        let (s, t) = (0.3 * Double(seed), 1.1)
        let whole = try matrixExponential((s + t) * a)
        let parts = try matrixExponential(s * a) * matrixExponential(t * a)
        #expect(error(parts, whole, floor: 1) <= 1e-13, "seed \(seed)")
    }

    @Test(arguments: 1...10)
    func `the determinant is the exponential of the trace`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let a = random.matrix(7, 7)
        let determinant = try LUFactorization(matrixExponential(a)).determinant
        #expect(abs(determinant / Double.exp(a.trace) - 1) <= 1e-12, "seed \(seed)")
    }

    @Test func `C2 batched equals one by one, bit for bit`() throws {
        let matrices = ReferenceExponential.all.map(\.matrix)
        let batched = try matrixExponentials(matrices)
        #expect(batched.count == matrices.count)
        for (together, matrix) in zip(batched, matrices) {
            let alone = try matrixExponential(matrix)
            #expect(together.elements.map(\.bitPattern) == alone.elements.map(\.bitPattern))
        }
    }

    /// Orders, processes with exits and without, and matrices that are no generators in any order.
    @Test(arguments: 1...8)
    func `C2 a mixed batch equals one by one, bit for bit`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let matrices = (0..<60).map { _ in
            var matrix = random.generator(random.chance(0.8) ? 6 : 3)
            if random.chance(0.5) { matrix.addToDiagonal(random.chance(0.8) ? -0.1 : 0.1) }
            return random.real(0.01...30) * matrix
        }
        for (together, matrix) in zip(try matrixExponentials(matrices), matrices) {
            let alone = try matrixExponential(matrix)
            #expect(together.elements.map(\.bitPattern) == alone.elements.map(\.bitPattern))
        }
        #expect(try matrixExponentials([]).isEmpty)
    }

    @Test func `a batch throws what its first bad matrix throws`() {
        let good = Matrix(rows: [[-1, 1], [2, -2]])
        #expect(throws: LinearAlgebraError.exponentialOverflow(oneNorm: 800)) {
            try matrixExponentials([good, Matrix(rows: [[800]]), Matrix(rows: [[.nan]])])
        }
    }

    @Test func `what is not square, not finite or too large is refused`() {
        #expect(throws: LinearAlgebraError.notSquare(.init(rows: 1, columns: 2))) {
            try matrixExponential(Matrix(rows: [[1, 2]]))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) {
            try matrixExponential(Matrix(rows: [[1, .nan], [0, 1]]))
        }
        #expect(throws: LinearAlgebraError.exponentialOverflow(oneNorm: 800)) {
            try matrixExponential(Matrix(rows: [[800]]))
        }
        #expect(throws: LinearAlgebraError.exponentialOverflow(oneNorm: 1e200)) {
            try matrixExponential(Matrix(rows: [[0, -1e200], [1e200, 0]]))
        }
    }
}
