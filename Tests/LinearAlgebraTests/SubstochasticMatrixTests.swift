import LinearAlgebra
import Testing
import _TestSupport

@Suite struct SubstochasticMatrixTests {
    @Test func `what a row lacks is its exit`() throws {
        let p = try SubstochasticMatrix(Matrix(rows: [[0.5, 0.25], [0.1, 0.9]]))
        #expect(p.exits == [0.25, 0])
        #expect(isClose(p.advance([8, 10]), [5, 11], 1e-14))
        #expect(p[0, 1] == 0.25 && p.order == 2)
    }

    @Test func `closed by the outside it is stochastic`() throws {
        let p = try SubstochasticMatrix(Matrix(rows: [[0.5, 0.25], [0.125, 0.5]]))
        let closed = Matrix(rows: [[0.5, 0.25, 0.25], [0.125, 0.5, 0.375], [0, 0, 1]])
        #expect(p.closed.matrix == closed)
        #expect(try StochasticMatrix(closed) == p.closed)
    }

    @Test(arguments: 1...6)
    func `powers keep account of all who left`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let p = try SubstochasticMatrix(0.97 * random.stochastic(7))
        let power = p.power(12)
        #expect(isClose(power.matrix, p.matrix.power(12), 1e-15), "seed \(seed)")
        for row in 0..<7 {
            #expect(abs(power.matrix.row(row).reduce(power.exits[row], +) - 1) <= 1e-14)
        }
    }

    @Test func `rounding is no exit`() throws {
        let p = try SubstochasticMatrix(Matrix(rows: [[0.5, 0.5 - 4e-15], [0.1, 0.9 + 2e-15]]))
        #expect(p.exits == [0, 0])
    }

    @Test func `a row above 1 is named`() {
        let error = #expect(throws: LinearAlgebraError.self) {
            try SubstochasticMatrix(Matrix(rows: [[0.5, 0.25], [0.75, 0.5]]))
        }
        #expect(error == .rowSumAboveOne(row: 1, sum: 1.25, tolerance: 5e-15))
    }

    @Test func `an entry outside 0...1 is named`() {
        #expect(throws: LinearAlgebraError.probabilityOutOfRange(row: 0, column: 1, value: -0.5)) {
            try SubstochasticMatrix(Matrix(rows: [[0.5, -0.5], [0, 0]]))
        }
    }
}
