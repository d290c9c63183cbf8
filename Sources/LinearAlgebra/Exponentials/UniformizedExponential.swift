internal import _LindungKernels

/// Transition probabilities of a Markov process from its rates, without cancellation.
///
/// With q the largest rate of leaving a state, `B = Q + q I` is non-negative, and so are all
/// terms of
///
///     e^Q = (e^(-x) sum_(k=0..20) (B / 2^s)^k / k!)^(2^s),   x = q / 2^s <= 1
///
/// The first omitted term is below 1/21! < 2e-20. Nothing is subtracted, so no entry comes out
/// negative and small probabilities keep their digits. Exits are one more, absorbing, state, so
/// every row must sum to 1; each squaring would double the rounding error of those sums, and so
/// each row is divided by its sum after each step. That uses an identity of the exact result
/// against rounding (a few units in the last place); it does not touch the input.
///
/// Eight processes run side by side in a vector unit, each with the bits it has alone: a single
/// one takes as long as eight.
///
/// References: A. Jensen, Markoff chains as an aid in the study of Markoff processes, Skand.
/// Aktuarietidskr. 36 (1953), doi:10.1080/03461238.1953.10419459; J. Xue and Q. Ye, Computing
/// exponentials of essentially non-negative matrices entrywise to high relative accuracy, Math.
/// Comp. 82 (2013), doi:10.1090/S0025-5718-2013-02677-4.
struct UniformizedExponential {
    static let width = Int(LK_WORLDS)

    /// Rows of the rates, and of the result: the states, and gone where any process has exits.
    private let states: Int
    /// `[states][states][8]`.
    private var result: [Double]

    /// Probabilities of being in each state, or gone, after a year, from each state.
    ///
    /// - Parameter generators: at most ``width`` of them, all of one order.
    init(of generators: [GeneratorMatrix]) {
        precondition(generators.count <= Self.width, "\(generators.count) generators at once")
        let hasExits = generators.contains(where: \.hasExits)
        states = (generators.first?.order ?? 0) + (hasExits ? 1 : 0)
        var rates = [Double](repeating: 0, count: states * states * Self.width)
        result = rates
        for (world, generator) in generators.enumerated() {
            Self.write(generator, states, world, &rates)
        }
        if states > 0 { lk_generator_exponential(Int32(states), rates, &result) }
    }

    /// Writes the rates of one process.
    ///
    /// The diagonal is taken from the rates off it, not from the rounded diagonal of Q.
    private static func write(
        _ generator: GeneratorMatrix, _ states: Int, _ world: Int, _ rates: inout [Double]
    ) {
        let order = generator.order
        for row in 0..<order {
            var leaving = 0.0
            for column in 0..<states where column != row {
                let rate =
                    column < order
                    ? generator.matrix.elements[column * order + row] : generator.exits[row]
                rates[(row * states + column) * width + world] = rate
                leaving += rate
            }
            rates[(row * states + row) * width + world] = -leaving
        }
    }

    func matrix(_ world: Int, order: Int) -> Matrix {
        var elements = [Double](repeating: 0, count: order * order)
        for column in 0..<order {
            for row in 0..<order {
                elements[column * order + row] =
                    result[(row * states + column) * Self.width + world]
            }
        }
        return Matrix(rows: order, columns: order, columnMajor: elements)
    }
}

/// The rates of a Markov process in continuous time, per year.
///
/// Entry (i, j) off the diagonal is the rate of moving from state i to state j and is not
/// negative. The diagonal holds the opposite of all leaving, so a row sums to 0, or to less,
/// where what is missing is the rate of leaving the system from that state.
struct GeneratorMatrix: Equatable {
    /// The rates as they were given, n x n, per year.
    let matrix: Matrix
    /// The rate of leaving the system from each state, per year; exactly 0 where the row sums to
    /// 0 within the tolerance.
    let exits: Vector

    var order: Int { matrix.rows }
    var hasExits: Bool { exits.contains { $0 > 0 } }

    /// A square matrix of finite numbers as rates; nil where one off the diagonal is negative or a
    /// row sums to more than 0.
    ///
    /// A row sum may be off 0 by rounding, which grows with the row's length: by 5e-15 (the floor
    /// of QuantEcon's Markov chains), or four units in the last place per entry, never by more
    /// than 1e-10, times the row's largest rate.
    init?(_ matrix: Matrix) {
        guard let largest = Self.largestRates(matrix) else { return nil }
        let relative = min(1e-10, max(5e-15, 4 * Double(matrix.columns) * Double.ulpOfOne))
        var exits = Vector(repeating: 0, count: matrix.rows)
        for (row, sum) in Self.rowSums(matrix).enumerated() {
            // Also refuses a sum that has overflowed.
            guard sum <= relative * largest[row] else { return nil }
            if sum < -relative * largest[row] { exits[row] = -sum }
        }
        self.matrix = matrix
        self.exits = exits
    }

    /// The largest entry of each row, whatever its sign; nil where a rate is negative.
    private static func largestRates(_ matrix: Matrix) -> [Double]? {
        var largest = [Double](repeating: 0, count: matrix.rows)
        for column in 0..<matrix.columns {
            for row in 0..<matrix.rows {
                let rate = matrix.elements[column * matrix.rows + row]
                guard rate >= 0 || row == column else { return nil }
                largest[row] = max(largest[row], abs(rate))
            }
        }
        return largest
    }

    /// The row sums, each as if added exactly and rounded once (Neumaier's compensated sum).
    private static func rowSums(_ matrix: Matrix) -> [Double] {
        var sums = [Double](repeating: 0, count: matrix.rows)
        var lost = sums
        for column in 0..<matrix.columns {
            for row in 0..<matrix.rows {
                let (old, value) = (sums[row], matrix[row, column])
                let sum = old + value
                lost[row] += abs(old) >= abs(value) ? (old - sum) + value : (value - sum) + old
                sums[row] = sum
            }
        }
        for row in sums.indices { sums[row] += lost[row] }
        return sums
    }
}
