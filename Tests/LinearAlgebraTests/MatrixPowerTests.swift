import LinearAlgebra
import Testing
import _TestSupport

@Suite struct MatrixPowerTests {
    private let fibonacci = Matrix(rows: [[1, 1], [1, 0]])

    @Test func `powers in whole numbers are exact`() {
        #expect(fibonacci.power(0) == .identity(2))
        #expect(fibonacci.power(1) == fibonacci)
        #expect(fibonacci.power(50)[0, 1] == 12_586_269_025)
    }

    @Test func `sums of powers in whole numbers are exact`() {
        // F(0) + ... + F(49) = F(51) - 1.
        let (power, sum) = fibonacci.powerWithSum(50)
        #expect(power == fibonacci.power(50))
        #expect(sum[0, 1] == 20_365_011_073)
    }

    @Test(arguments: [0, 1, 2, 3, 7, 12, 60])
    func `sums equal adding one by one`(exponent: Int) {
        var random = SeededDraws(17)
        let p = random.stochastic(6)
        var (power, sum) = (Matrix.identity(6), Matrix(rows: 6, columns: 6))
        for _ in 0..<exponent {
            sum.add(power)
            power = power * p
        }
        let result = p.powerWithSum(exponent)
        #expect(isClose(result.power, power, 1e-14))
        #expect(isClose(result.sum, sum, 1e-13))
    }

    @Test func `both are blocks of one larger power`() {
        var random = SeededDraws(23)
        let p = random.stochastic(4)
        let block = Matrix(rows: 8, columns: 8) { row, column in
            if row < 4 { return column < 4 ? p[row, column] : (column == row + 4 ? 1 : 0) }
            return row == column ? 1 : 0
        }
        let (whole, parts) = (block.power(13), p.powerWithSum(13))
        let joined = Matrix(rows: 8, columns: 8) { row, column in
            if row >= 4 { return row == column ? 1 : 0 }
            return column < 4 ? parts.power[row, column] : parts.sum[row, column - 4]
        }
        #expect(isClose(whole, joined, 1e-14))
    }

    @Test func `a power of a matrix that is not square traps`() async {
        await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 3).power(2) }
    }
}
