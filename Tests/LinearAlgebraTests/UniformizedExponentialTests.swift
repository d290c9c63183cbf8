import LinearAlgebra
import RealModule
import Testing
import _TestSupport

@Suite struct UniformizedExponentialTests {
    private func transition(_ rates: Matrix, _ years: Double) throws -> SubstochasticMatrix {
        try GeneratorMatrix(rates).transition(over: years)
    }

    /// Largest distance of a row's sum, with its exit, from 1.
    private func rowError(_ transition: SubstochasticMatrix) -> Double {
        (0..<transition.order).map { row in
            abs(transition.matrix.row(row).reduce(transition.exits[row], +) - 1)
        }.max() ?? 0
    }

    @Test func `C2 rows of every reference generator sum to 1 within 4e-16`() throws {
        let generators = ReferenceExponential.all.filter { $0.kind == "generator" }
        #expect(generators.count >= 14)
        for reference in generators {
            let result = try transition(reference.matrix, 1)
            #expect(rowError(result) <= 4e-16, "\(reference.name)")
            #expect(result.exits.allSatisfy { $0 == 0 }, "\(reference.name)")
            #expect(try matrixExponential(reference.matrix) == result.matrix)
        }
    }

    @Test(arguments: 1...20)
    func `C2 rows of random generators sum to 1 within 4e-16`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let rates = random.generator(Int(2 + seed), rates: 0...Double.exp(Double(seed) / 2))
        let result = try transition(rates, 1)
        #expect(rowError(result) <= 4e-16, "seed \(seed)")
        #expect(result.matrix.elements.allSatisfy { $0 >= 0 }, "seed \(seed)")
    }

    @Test func `two states in closed form, however stiff`() throws {
        // p12 = a/(a + b) (1 - e^(-(a + b) t)).
        for (a, b, years) in [(0.2, 0.1, 5.0), (1e-6, 1e4, 1), (1e4, 1e-6, 3), (1e-9, 1e-9, 1e-3)] {
            let result = try transition(Matrix(rows: [[-a, a], [b, -b]]), years)
            let expected = -a / (a + b) * Double.expMinusOne(-(a + b) * years)
            #expect(abs(result[0, 1] / expected - 1) <= 2e-15, "rates \(a), \(b)")
        }
    }

    @Test func `exits in closed form keep their digits`() throws {
        for (rate, years) in [(1e-9, 1.0), (0.03, 1), (2, 10), (700, 1)] {
            let result = try transition(Matrix(rows: [[-rate]]), years)
            #expect(abs(result[0, 0] / Double.exp(-rate * years) - 1) <= 1e-13, "rate \(rate)")
            #expect(abs(result.exits[0] / -Double.expMinusOne(-rate * years) - 1) <= 1e-15)
        }
    }

    @Test func `an absorbing state keeps everyone exactly`() throws {
        let rates = Matrix(rows: [[-3e3, 2e3, 1e3], [0, -1e-5, 1e-5], [0, 0, 0]])
        let result = try transition(rates, 10)
        #expect(result.matrix.row(2) == [0, 0, 1])
        #expect(result[1, 0] == 0)
    }

    @Test(arguments: 1...10)
    func `two spells make one`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        var rates = random.generator(6)
        rates.addToDiagonal(-0.1)
        let generator = try GeneratorMatrix(rates)
        let whole = generator.transition(over: 1.75)
        let parts = generator.transition(over: 1.25).matrix * generator.transition(over: 0.5).matrix
        #expect(isClose(parts, whole.matrix, 5e-16), "seed \(seed)")
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
        #expect(try transition(Matrix(rows: [[-1, 1], [2, -2]]), 0).matrix == .identity(2))
        #expect(try transition(Matrix(rows: 3, columns: 3), 9).matrix == .identity(3))
    }
}
