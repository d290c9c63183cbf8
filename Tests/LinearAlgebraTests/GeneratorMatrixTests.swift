import LinearAlgebra
import Testing

@Suite struct GeneratorMatrixTests {
    @Test func `rates that a row lacks are exits`() throws {
        let q = try GeneratorMatrix(Matrix(rows: [[-0.75, 0.25], [0.5, -0.5]]))
        #expect(q.exits == [0.5, 0])
        #expect(q.hasExits && q.order == 2)
        #expect(try !GeneratorMatrix(Matrix(rows: [[-1, 1], [0, 0]])).hasExits)
    }

    @Test func `rounding on the diagonal is no exit`() throws {
        let q = try GeneratorMatrix(Matrix(rows: [[-1e4 - 2e-11, 1e4], [3, -3]]))
        #expect(!q.hasExits)
    }

    @Test func `a negative rate is named`() {
        #expect(throws: LinearAlgebraError.negativeRate(row: 1, column: 0, value: -0.1)) {
            try GeneratorMatrix(Matrix(rows: [[-1, 1], [-0.1, 0]]))
        }
    }

    @Test func `a state that gains people from nowhere is named`() {
        #expect(throws: LinearAlgebraError.rowSumAboveZero(row: 1, sum: 1, tolerance: 1e-14)) {
            try GeneratorMatrix(Matrix(rows: [[-1, 1], [2, -1]]))
        }
    }

    @Test func `what is not square or not finite is refused`() {
        #expect(throws: LinearAlgebraError.notSquare(.init(rows: 1, columns: 2))) {
            try GeneratorMatrix(Matrix(rows: [[-1, 1]]))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
            try GeneratorMatrix(Matrix(rows: [[.infinity]]))
        }
    }

    @Test func `a year is twelve months`() throws {
        let q = try GeneratorMatrix(Matrix(rows: [[-0.3, 0.2], [0.4, -0.5]]))
        let (year, months) = (q.transition(over: 1), q.transition(over: 1.0 / 12).power(12))
        #expect(isClose(year.matrix, months.matrix, 1e-15))
        #expect(isClose(year.exits, months.exits, 1e-15))
    }

    @Test func `rates that overflow when added are refused`() {
        let big = Matrix(rows: [[-1e308, 1e308, 1e308], [0, 0, 0], [0, 0, 0]])
        #expect(throws: LinearAlgebraError.self) { try GeneratorMatrix(big) }
        #expect(throws: LinearAlgebraError.self) { try matrixExponential(big) }
    }

    @Test func `rates and time that overflow trap`() async throws {
        await #expect(processExitsWith: .failure) {
            let q = try GeneratorMatrix(Matrix(rows: [[-1e200, 1e200], [0, 0]]))
            _ = q.transition(over: 1e200)
        }
        await #expect(processExitsWith: .failure) {
            _ = try GeneratorMatrix(Matrix(rows: [[-1, 1], [0, 0]])).transition(over: -1)
        }
    }
}
