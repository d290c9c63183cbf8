import LinearAlgebra
import Testing
import _TestSupport

@Suite struct StochasticMatrixTests {
    /// Markov chains whose powers and limits are known fractions.
    private let weather = Matrix(rows: [[0.9, 0.1], [0.5, 0.5]])

    @Test func `the population is a row vector`() throws {
        let p = try StochasticMatrix(weather)
        #expect(isClose(p.advance([100, 20]), [100, 20], 1e-13))
        #expect(isClose(p.advance([10, 0]), [9, 1], 1e-14))
        #expect(p[1, 0] == 0.5 && p.order == 2)
    }

    @Test func `powers reach the stationary distribution`() throws {
        let p = try StochasticMatrix(weather)
        #expect(p.power(0) == .identity(2))
        #expect(p.power(1) == p)
        #expect(isClose(p.power(2).matrix, Matrix(rows: [[0.86, 0.14], [0.7, 0.3]]), 1e-15))
        let limit = Matrix(rows: [[5.0 / 6, 1.0 / 6], [5.0 / 6, 1.0 / 6]])
        #expect(isClose(p.power(100).matrix, limit, 1e-14))
    }

    @Test func `a product reads from left to right`() throws {
        let first = try StochasticMatrix(Matrix(rows: [[0, 1], [0, 1]]))
        let second = try StochasticMatrix(Matrix(rows: [[1, 0], [0.25, 0.75]]))
        #expect((first * second).matrix == Matrix(rows: [[0.25, 0.75], [0.25, 0.75]]))
    }

    @Test(arguments: 1...8)
    func `heads are conserved over a long time`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let p = try StochasticMatrix(random.stochastic(30))
        var population = Vector(repeating: 1000, count: 30)
        for _ in 0..<120 { population = p.advance(population) }
        #expect(abs(population.reduce(0, +) / 30_000 - 1) <= 1e-13, "seed \(seed)")
        let error = (0..<30).map { abs(p.power(120).matrix.row($0).reduce(0, +) - 1) }.max() ?? 0
        #expect(error <= 1e-13, "seed \(seed)")
    }

    @Test(arguments: [2, 50, 162, 400])
    func `rounding in long rows passes`(order: Int) throws {
        var random = SeededDraws(UInt64(order))
        _ = try StochasticMatrix(random.stochastic(order))
    }

    @Test func `a row sum is checked to the last digits`() throws {
        _ = try StochasticMatrix(Matrix(rows: [[0.5, 0.5 + 4e-15], [0, 1]]))
        let error = #expect(throws: LinearAlgebraError.self) {
            try StochasticMatrix(Matrix(rows: [[1, 0], [0.5, 0.5 + 1e-14]]))
        }
        guard case .rowSumNotOne(row: 1, let sum, tolerance: 5e-15) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(abs(sum - 1 - 1e-14) <= 3e-16)
    }

    @Test func `an entry outside 0...1 is named`() {
        #expect(throws: LinearAlgebraError.probabilityOutOfRange(row: 1, column: 0, value: -0.25)) {
            try StochasticMatrix(Matrix(rows: [[1, 0], [-0.25, 1.25]]))
        }
        #expect(throws: LinearAlgebraError.probabilityOutOfRange(row: 0, column: 1, value: 1.5)) {
            try StochasticMatrix(Matrix(rows: [[0, 1.5], [0.5, 0.5]]))
        }
        #expect(throws: LinearAlgebraError.probabilityOutOfRange(row: 0, column: 0, value: -1e-17))
        {
            try StochasticMatrix(Matrix(rows: [[-1e-17, 1], [0, 1]]))
        }
    }

    @Test func `what is not square or not finite is refused`() {
        #expect(throws: LinearAlgebraError.notSquare(.init(rows: 1, columns: 2))) {
            try StochasticMatrix(Matrix(rows: [[0.5, 0.5]]))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 1)) {
            try StochasticMatrix(Matrix(rows: [[1, 0], [0, .nan]]))
        }
    }

    @Test func `what is checked is kept as it is`() throws {
        let a = Matrix(rows: [[1.0 / 3, 1.0 / 3, 1.0 / 3], [0.1, 0.2, 0.7], [0, 0, 1]])
        #expect(try StochasticMatrix(a).matrix == a)
    }
}
