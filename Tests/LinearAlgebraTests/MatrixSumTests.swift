import LinearAlgebra
import Testing

@Suite struct MatrixSumTests {
    let a = Matrix(rows: [[1, 2], [3, 4]])
    let b = Matrix(rows: [[10, 20], [30, 40]])

    @Test func `sum, difference and multiples`() {
        #expect(a + b == Matrix(rows: [[11, 22], [33, 44]]))
        #expect(b - a == Matrix(rows: [[9, 18], [27, 36]]))
        #expect(10 * a == b)
        #expect(-a == Matrix(rows: [[-1, -2], [-3, -4]]))
    }

    @Test func `a multiple is added in place`() {
        var c = a
        c.add(b, times: 0.5)
        #expect(c == Matrix(rows: [[6, 12], [18, 24]]))
    }

    @Test func `a value is added to the diagonal`() {
        var c = a
        c.addToDiagonal(-1)
        #expect(c == Matrix(rows: [[0, 2], [3, 3]]))
    }

    @Test func `shapes that do not fit trap`() async {
        await #expect(processExitsWith: .failure) {
            _ = Matrix(rows: 2, columns: 3) + Matrix(rows: 3, columns: 2)
        }
    }
}
