import LinearAlgebra
import Testing

@Suite struct MatrixTests {
    let a = Matrix(rows: [[1, 2, 3], [4, 5, 6]])

    @Test func `entries lie column after column`() {
        #expect(a.elements == [1, 4, 2, 5, 3, 6])
        #expect(a == Matrix(rows: 2, columns: 3, columnMajor: [1, 4, 2, 5, 3, 6]))
        #expect(a[1, 2] == 6 && a[0, 1] == 2)
    }

    @Test func `shape is printed rows by columns`() {
        #expect(a.shape == Matrix.Shape(rows: 2, columns: 3))
        #expect("\(a.shape)" == "2x3")
        #expect(!a.isSquare && Matrix.identity(3).isSquare)
    }

    @Test func `transpose exchanges rows and columns`() {
        #expect(a.transpose == Matrix(rows: [[1, 4], [2, 5], [3, 6]]))
        #expect(a.transpose.transpose == a)
    }

    @Test func `identity and diagonal`() {
        #expect(Matrix.identity(2) == Matrix(rows: [[1, 0], [0, 1]]))
        #expect(Matrix.diagonal([2, -3]) == Matrix(rows: [[2, 0], [0, -3]]))
    }

    @Test func `setting an entry leaves copies alone`() {
        var b = a
        b[1, 0] = 40
        #expect(b[1, 0] == 40 && a[1, 0] == 4)
    }

    @Test func `rows and columns are copied out`() {
        #expect(a.row(1) == [4, 5, 6])
        #expect(a.column(2) == [3, 6])
    }

    @Test func `a generating closure may throw its own error`() {
        struct Stop: Error, Equatable {}
        #expect(throws: Stop()) {
            try Matrix(rows: 2, columns: 2) { row, _ throws(Stop) in
                if row == 1 { throw Stop() }
                return 0
            }
        }
    }

    @Test func `matrices without rows or columns are matrices`() {
        #expect(Matrix(rows: []).shape == Matrix.Shape(rows: 0, columns: 0))
        #expect(Matrix(rows: 0, columns: 3).transpose.shape == Matrix.Shape(rows: 3, columns: 0))
    }

    @Test func `an index out of range traps`() async {
        await #expect(processExitsWith: .failure) {
            _ = Matrix(rows: [[1, 2], [3, 4]])[2, 0]
        }
    }
}
