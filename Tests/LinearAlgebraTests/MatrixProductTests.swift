import LinearAlgebra
import Testing
import _TestSupport

@Suite struct MatrixProductTests {
    /// The second implementation: three plain loops.
    private func plainProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
        Matrix(rows: a.rows, columns: b.columns) { row, column in
            (0..<a.columns).reduce(0) { $0 + a[row, $1] * b[$1, column] }
        }
    }

    @Test func `product of two by two`() {
        let a = Matrix(rows: [[1, 2], [3, 4]])
        #expect(a * a == Matrix(rows: [[7, 10], [15, 22]]))
    }

    @Test(arguments: 1...12)
    func `product equals the plain loop in random shapes`(seed: UInt64) {
        var random = SeededDraws(seed)
        let (m, k, n) = (Int(1 + random.next() % 40), Int(1 + random.next() % 40), Int(seed * 3))
        let (a, b) = (random.matrix(m, k), random.matrix(k, n))
        #expect(isClose(a * b, plainProduct(a, b), 1e-14), "seed \(seed), \(m)x\(k) by \(k)x\(n)")
    }

    @Test(arguments: 1...6)
    func `a block of rows is multiplied and the others are left`(seed: UInt64) {
        var random = SeededDraws(seed)
        let (a, b) = (random.matrix(23, 11), random.matrix(11, 9))
        let expected = plainProduct(a, b)
        let before = random.matrix(23, 9)
        var out = before
        Matrix.multiply(a, b, into: &out, rows: 5..<17)
        for column in 0..<9 {
            for row in 0..<23 {
                let inside = (5..<17).contains(row)
                let error = out[row, column] - (inside ? expected : before)[row, column]
                #expect(abs(error) <= (inside ? 1e-14 : 0), "seed \(seed)")
            }
        }
    }

    @Test func `blocks with operators of their own make up the whole`() {
        let population = Matrix(rows: [[1, 0], [0, 1], [2, 2]])
        let first = Matrix(rows: [[0.5, 0.5], [0, 1]])
        let second = Matrix(rows: [[1, 0], [0.25, 0.75]])
        var next = Matrix(rows: 3, columns: 2, repeating: .nan)
        Matrix.multiply(population, first, into: &next, rows: 0..<2)
        Matrix.multiply(population, second, into: &next, rows: 2..<3)
        #expect(next == Matrix(rows: [[0.5, 0.5], [0, 1], [2.5, 1.5]]))
    }

    @Test func `adding keeps what was there`() {
        let a = Matrix(rows: [[1, 2], [3, 4]])
        var out = Matrix(rows: 2, columns: 2, repeating: 100)
        Matrix.multiply(a, .identity(2), into: &out, adding: true)
        #expect(out == Matrix(rows: [[101, 102], [103, 104]]))
    }

    @Test func `the same product twice gives the same bits`() {
        var random = SeededDraws(5)
        let (a, b) = (random.matrix(150, 170), random.matrix(170, 130))
        #expect(a * b == a * b)
    }

    @Test func `a product over nothing is zero`() {
        let a = Matrix(rows: 2, columns: 0)
        #expect(a * Matrix(rows: 0, columns: 3) == Matrix(rows: 2, columns: 3))
        #expect((Matrix(rows: 0, columns: 2) * a).shape == Matrix.Shape(rows: 0, columns: 0))
    }

    @Test func `shapes that do not fit trap`() async {
        await #expect(processExitsWith: .failure) {
            _ = Matrix(rows: 2, columns: 3) * Matrix(rows: 2, columns: 3)
        }
    }
}
