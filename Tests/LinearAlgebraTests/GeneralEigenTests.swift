import LinearAlgebra
import Testing
import _TestSupport

@Suite struct GeneralEigenTests {
    @Test func `a rotation has a conjugate pair`() throws {
        let eigen = try GeneralEigen(Matrix(rows: [[3, -4], [4, 3]]))
        #expect(eigen.values.map(\.imaginary) == [4, -4])
        #expect(eigen.values.map(\.real) == [3, 3])
        #expect(eigen.values.map(\.modulus) == [5, 5])
    }

    @Test(arguments: 1...10)
    func `vectors and values satisfy their equation`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let order = Int(1 + random.next() % 15)
        let a = random.matrix(order, order)
        let eigen = try GeneralEigen(a)
        let (u, v) = (eigen.realVectors, eigen.imaginaryVectors)
        let real = Matrix.diagonal(Vector(eigen.values.map(\.real)))
        let imaginary = Matrix.diagonal(Vector(eigen.values.map(\.imaginary)))
        #expect(isClose(a * u, u * real - v * imaginary, 2e-14), "seed \(seed)")
        #expect(isClose(a * v, u * imaginary + v * real, 2e-14), "seed \(seed)")
        for k in 0..<order {
            let length = Vector(u.column(k).elements + v.column(k).elements).norm
            #expect(abs(length - 1) <= 1e-14, "seed \(seed)")
        }
    }

    @Test(arguments: 1...5)
    func `a stochastic matrix has 1 as its largest eigenvalue`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let moduli = try GeneralEigen(random.stochastic(9)).values.map(\.modulus)
        #expect(abs((moduli.max() ?? 0) - 1) <= 1e-14, "seed \(seed)")
    }

    @Test func `what is not square or not finite is refused`() {
        #expect(throws: LinearAlgebraError.notSquare(.init(rows: 1, columns: 2))) {
            try GeneralEigen(Matrix(rows: [[1, 2]]))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
            try GeneralEigen(Matrix(rows: [[1, 0], [.infinity, 1]]))
        }
    }
}
