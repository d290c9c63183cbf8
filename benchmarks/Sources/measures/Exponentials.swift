import LinearAlgebra

extension Measure {
    /// The exponentials of 10,000 generators of order six.
    static let exponentials = Measure(name: "expm") {
        let generators = (0..<10_000).map(smallGenerator)
        return {
            let results = try matrixExponentials(generators)
            return {
                stride(from: 0, to: results.count, by: 1000).flatMap { number in
                    (0..<6).flatMap { row in (0..<6).map { results[number][row, $0] } }
                }
            }
        }
    }

    /// Rates per year between six states, with leavers; the README has the formula.
    private static func smallGenerator(_ m: Int) -> Matrix {
        var rates = Matrix(rows: 6, columns: 6) { i, j in
            i == j ? 0 : Double((3 * i + 5 * j + 7 * i * j + m * (i + 2 * j + 1)) % 101) / 500
        }
        for i in 0..<6 {
            let moving = (0..<6).reduce(0) { $0 + rates[i, $1] }
            rates[i, i] = -(moving + Double((m + i) % 11) / 1000)
        }
        return rates
    }
}
