import LinearAlgebra
import Testing
import _TestSupport

@Suite struct RowProductTests {
    private static let shapes = [
        (514, 60, 60), (37, 8, 8), (38, 96, 96), (100, 30, 31), (60, 7, 5), (150, 210, 210),
    ]

    @Test(arguments: shapes)
    func `blocks of any size give the bits of the whole`(_ m: Int, _ k: Int, _ n: Int) {
        var random = SeededDraws(UInt64(m))
        let (a, b) = (random.matrix(m, k), random.matrix(k, n))
        let whole = a * b
        for size in [1, 3, 7, 16, 38] {
            var parts = Matrix(rows: m, columns: n, repeating: .nan)
            for start in stride(from: 0, to: m, by: size) {
                Matrix.multiply(a, b, into: &parts, rows: start..<min(start + size, m))
            }
            #expect(parts == whole, "blocks of \(size)")
        }
    }

    @Test(arguments: shapes)
    func `rows in another order have the same bits`(_ m: Int, _ k: Int, _ n: Int) {
        var random = SeededDraws(UInt64(n))
        let (a, b) = (random.matrix(m, k), random.matrix(k, n))
        let order = Array(0..<m).shuffled(using: &random)
        let shuffled = Matrix(rows: m, columns: k) { a[order[$0], $1] }
        let (whole, other) = (a * b, shuffled * b)
        #expect(other == Matrix(rows: m, columns: n) { whole[order[$0], $1] })
    }

    @Test(arguments: shapes)
    func `adding in blocks gives the bits of the whole`(_ m: Int, _ k: Int, _ n: Int) {
        var random = SeededDraws(UInt64(k))
        let (a, b, before) = (random.matrix(m, k), random.matrix(k, n), random.matrix(m, n))
        var (whole, parts) = (before, before)
        Matrix.multiply(a, b, into: &whole, adding: true)
        for start in stride(from: 0, to: m, by: 11) {
            Matrix.multiply(a, b, into: &parts, rows: start..<min(start + 11, m), adding: true)
        }
        #expect(parts == whole)
        #expect(isClose(whole, before + a * b, 1e-13))
    }
}
