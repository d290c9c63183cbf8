import RealModule
import Testing
import _TestSupport

@testable import LinearAlgebra

@Suite struct UniformizedExponentialTests {
    /// `e^(Q t)`; the rates must be those of a process.
    private func transition(_ rates: Matrix, _ years: Double = 1) throws -> Matrix {
        let generator = try #require(GeneratorMatrix(years * rates))
        return UniformizedExponential(of: [generator]).matrix(0, order: generator.order)
    }

    /// Largest distance of a row's sum from 1.
    private func rowError(_ transition: Matrix) -> Double {
        (0..<transition.rows).map { abs(transition.row($0).reduce(0, +) - 1) }.max() ?? 0
    }

    @Test func `rates that a row lacks are exits`() throws {
        let q = try #require(GeneratorMatrix(Matrix(rows: [[-0.75, 0.25], [0.5, -0.5]])))
        #expect(q.exits == [0.5, 0] && q.hasExits)
        let rounded = try #require(GeneratorMatrix(Matrix(rows: [[-1e4 - 2e-11, 1e4], [3, -3]])))
        #expect(!rounded.hasExits)
    }

    @Test func `negative rates, rows that gain and rows that overflow are no process`() throws {
        #expect(GeneratorMatrix(Matrix(rows: [[-1, 1], [-0.1, 0]])) == nil)
        #expect(GeneratorMatrix(Matrix(rows: [[-1, 1], [2, -1]])) == nil)
        let big = Matrix(rows: [[-1e308, 1e308, 1e308], [0, 0, 0], [0, 0, 0]])
        #expect(GeneratorMatrix(big) == nil)
        #expect(throws: LinearAlgebraError.self) { try matrixExponential(big) }
    }

    @Test func `the tolerance grows with the row`() {
        /// Whether a row of this length may sum to a share of its largest rate.
        func passes(_ length: Int, _ excess: Double) -> Bool {
            GeneratorMatrix(
                Matrix(rows: length, columns: length) { row, column in
                    row > 0 ? 0 : column == 0 ? -1 : column == 1 ? 1 + excess : 0
                }) != nil
        }
        #expect(passes(3, 4e-15) && !passes(3, 6e-15))
        #expect(passes(100, 6e-15) && !passes(100, 1e-13))
    }

    @Test func `row sums lose nothing to cancellation`() throws {
        var rates = Matrix(rows: 4, columns: 4)
        for (column, rate) in [-1e17 - 16, 1e17, 15, 1].enumerated() { rates[0, column] = rate }
        #expect(try #require(GeneratorMatrix(rates)).exits[0] == 0)
    }

    @Test func `C2 rows of every reference generator sum to 1 within 4e-16`() throws {
        let generators = ReferenceExponential.all.filter { $0.kind == "generator" }
        #expect(generators.count >= 14)
        for reference in generators {
            let result = try transition(reference.matrix)
            #expect(rowError(result) <= 4e-16, "\(reference.name)")
            #expect(try matrixExponential(reference.matrix) == result)
        }
    }

    @Test(arguments: 1...20)
    func `C2 rows of random generators sum to 1 within 4e-16`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let rates = random.generator(Int(2 + seed), rates: 0...Double.exp(Double(seed) / 2))
        let result = try transition(rates)
        #expect(rowError(result) <= 4e-16, "seed \(seed)")
        #expect(result.elements.allSatisfy { $0 >= 0 }, "seed \(seed)")
    }

    @Test func `two states in closed form, however stiff`() throws {
        // p12 = a/(a + b) (1 - e^(-(a + b) t)).
        for (a, b, years) in [(0.2, 0.1, 5.0), (1e-6, 1e4, 1), (1e4, 1e-6, 3), (1e-9, 1e-9, 1e-3)] {
            let result = try transition(Matrix(rows: [[-a, a], [b, -b]]), years)
            let expected = -a / (a + b) * Double.expMinusOne(-(a + b) * years)
            #expect(abs(result[0, 1] / expected - 1) <= 2e-15, "rates \(a), \(b)")
        }
    }

    @Test func `who leaves the system is missing from the row`() throws {
        for (rate, years) in [(1e-9, 1.0), (0.03, 1), (2, 10), (700, 1)] {
            let result = try transition(Matrix(rows: [[-rate]]), years)
            #expect(abs(result[0, 0] / Double.exp(-rate * years) - 1) <= 1e-13, "rate \(rate)")
        }
    }

    @Test func `an absorbing state keeps everyone exactly`() throws {
        let rates = Matrix(rows: [[-3e3, 2e3, 1e3], [0, -1e-5, 1e-5], [0, 0, 0]])
        let result = try transition(rates, 10)
        #expect(result.row(2) == [0, 0, 1])
        #expect(result[1, 0] == 0)
    }

    @Test(arguments: 1...10)
    func `two spells make one`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        var rates = random.generator(6)
        rates.addToDiagonal(-0.1)
        let parts = try transition(rates, 1.25) * transition(rates, 0.5)
        #expect(isClose(parts, try transition(rates, 1.75), 5e-16), "seed \(seed)")
    }

    @Test(arguments: 1...6)
    func `it agrees with scaling and squaring of another kind`(seed: UInt64) throws {
        // The same rates in other coordinates are no generator, so another algorithm runs.
        var random = SeededDraws(seed)
        let rates = random.generator(5)
        let signs = Matrix.diagonal([1, -1, 1, -1, 1])
        let other = try matrixExponential(signs * rates * signs)
        #expect(isClose(signs * other * signs, try matrixExponential(rates), 2e-15), "seed \(seed)")
    }

    @Test func `no time and no rates change nothing`() throws {
        #expect(try transition(Matrix(rows: [[-1, 1], [2, -2]]), 0) == .identity(2))
        #expect(try transition(Matrix(rows: 3, columns: 3), 9) == .identity(3))
    }
}
