import Testing

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
}
