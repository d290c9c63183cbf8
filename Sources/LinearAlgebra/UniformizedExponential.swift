#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Transition probabilities of a Markov process from its rates, without cancellation.
///
/// With q the largest rate of leaving a state, `B = Q t + q t I` is non-negative, and so are all
/// terms of
///
///     e^(Qt) = (e^(-x) sum_(k=0..20) (B / 2^s)^k / k!)^(2^s),   x = q t / 2^s <= 1
///
/// The first omitted term is below 1/21! < 2e-20. Nothing is subtracted, so no entry comes out
/// negative and small probabilities keep their digits. Exits are one more, absorbing, state, so
/// every row must sum to 1; each squaring would double the rounding error of those sums, and so
/// each row is divided by its sum after each step. That uses an identity of the exact result
/// against rounding (a few units in the last place); it does not touch the input.
///
/// References: A. Jensen, Markoff chains as an aid in the study of Markoff processes, Skand.
/// Aktuarietidskr. 36 (1953), doi:10.1080/03461238.1953.10419459; J. Xue and Q. Ye, Computing
/// exponentials of essentially non-negative matrices entrywise to high relative accuracy, Math.
/// Comp. 82 (2013), doi:10.1090/S0025-5718-2013-02677-4.
enum UniformizedExponential {
    /// Probabilities of being in each state, or gone, after `duration`, from each state.
    static func transition(
        of generator: GeneratorMatrix, over duration: Double
    ) -> SubstochasticMatrix {
        let states = generator.order
        let (shifted, rate) = uniformized(generator, duration)
        precondition(rate.isFinite, "rates over \(duration) years add up to \(rate)")
        guard rate > 0 else { return SubstochasticMatrix(unchecked: .identity(states)) }
        let halvings = rate > 1 ? Int(log2(rate).rounded(.up)) : 0
        let scale = Double(sign: .plus, exponent: -halvings, significand: 1)
        var result = series(scale * shifted)
        result = exp(-rate * scale) * result
        StochasticRows.normalize(&result)
        for _ in 0..<halvings {
            result = result * result
            StochasticRows.normalize(&result)
        }
        StochasticRows.settle(&result)
        guard generator.hasExits else { return SubstochasticMatrix(unchecked: result) }
        return SubstochasticMatrix(
            unchecked: Matrix(rows: states, columns: states) { result[$0, $1] },
            exits: Vector((0..<states).map { result[$0, states] }))
    }

    /// `Q t + q t I` with the absorbing exit state last (if there are exits), and `q t`.
    ///
    /// The diagonal is taken from the rates off it, not from the rounded diagonal of Q.
    private static func uniformized(
        _ generator: GeneratorMatrix, _ duration: Double
    ) -> (shifted: Matrix, rate: Double) {
        let states = generator.order
        let size = generator.hasExits ? states + 1 : states
        var rates = Matrix(rows: size, columns: size)
        var leaving = [Double](repeating: 0, count: size)
        for column in 0..<size {
            for row in 0..<states where row != column {
                let yearly =
                    column < states ? generator.matrix[row, column] : generator.exits[row]
                rates[row, column] = yearly * duration
                leaving[row] += rates[row, column]
            }
        }
        let rate = leaving.max() ?? 0
        for row in 0..<size { rates[row, row] = rate - leaving[row] }
        return (rates, rate)
    }

    /// `sum_(k=0..20) X^k / k!` in four blocks of five powers, seven products in all.
    private static func series(_ x: Matrix) -> Matrix {
        let x2 = x * x
        let x3 = x2 * x
        let powers = [x, x2, x3, x2 * x2]
        let x5 = x3 * x2
        var inverseFactorials = [1.0]
        for k in 1...20 { inverseFactorials.append(inverseFactorials[k - 1] / Double(k)) }
        func block(_ first: Int) -> Matrix {
            let one = Vector(repeating: inverseFactorials[first], count: x.rows)
            var sum = Matrix.diagonal(one)
            for k in 1...4 { sum.add(powers[k - 1], times: inverseFactorials[first + k]) }
            return sum
        }
        var result = block(15)
        result.add(x5, times: inverseFactorials[20])
        for first in [10, 5, 0] { result = x5 * result + block(first) }
        return result
    }
}
