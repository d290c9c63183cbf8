import Testing
import _TestSupport

@testable import LinearAlgebra

@Suite struct StochasticRowsTests {
    @Test func `the tolerance grows with the row and is capped`() {
        #expect(StochasticRows.tolerance(length: 3) == 5e-15)
        #expect(StochasticRows.tolerance(length: 100) == 400 * Double.ulpOfOne)
        #expect(StochasticRows.tolerance(length: 1_000_000) == 1e-10)
    }

    @Test func `sums lose nothing to cancellation`() {
        let a = Matrix(rows: [[1, 1e100, 1, -1e100], [0.1, 0.2, 0.3, 0.4]])
        #expect(StochasticRows.sums(a) == [2, 1])
    }

    @Test func `normalized rows sum to 1 and keep their proportions`() {
        var random = SeededDraws(1)
        let before = random.matrix(12, 12, in: 0...1)
        var after = before
        StochasticRows.normalize(&after)
        for (row, sum) in StochasticRows.sums(after).enumerated() {
            #expect(abs(sum - 1) <= Double.ulpOfOne)
            let ratio = after[row, 0] / before[row, 0]
            for column in 0..<12 {
                #expect(abs(after[row, column] / before[row, column] / ratio - 1) <= 2e-15)
            }
        }
    }

    @Test(arguments: 1...10)
    func `settled rows sum to 1 exactly and from left to right`(seed: UInt64) {
        var random = SeededDraws(seed)
        var matrix = random.matrix(18, 18, in: 0...1)
        StochasticRows.normalize(&matrix)
        StochasticRows.settle(&matrix)
        for (row, exact) in StochasticRows.sums(matrix).enumerated() {
            #expect(abs(exact - 1) <= 2 * Double.ulpOfOne, "seed \(seed)")
            #expect(abs(matrix.row(row).reduce(0, +) - 1) <= Double.ulpOfOne, "seed \(seed)")
        }
    }
}
