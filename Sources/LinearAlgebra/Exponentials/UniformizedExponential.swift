internal import _LindungKernels

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
/// Eight processes run side by side in a vector unit, each with the bits it has alone: a single
/// one takes as long as eight.
///
/// References: A. Jensen, Markoff chains as an aid in the study of Markoff processes, Skand.
/// Aktuarietidskr. 36 (1953), doi:10.1080/03461238.1953.10419459; J. Xue and Q. Ye, Computing
/// exponentials of essentially non-negative matrices entrywise to high relative accuracy, Math.
/// Comp. 82 (2013), doi:10.1090/S0025-5718-2013-02677-4.
struct UniformizedExponential {
    /// How many processes run side by side.
    static let width = Int(LK_WORLDS)

    /// Rows of the rates, and of the result: the states, and gone where any process has exits.
    private let states: Int
    /// Whether some state loses people to outside.
    private let hasExits: Bool
    /// `[states][states][8]`.
    private var result: [Double]

    /// Probabilities of being in each state, or gone, after `duration`, from each state.
    ///
    /// - Parameter generators: at most ``width`` of them, all of one order.
    init(of generators: [GeneratorMatrix], over duration: Double) {
        precondition(generators.count <= Self.width, "\(generators.count) generators at once")
        hasExits = generators.contains(where: \.hasExits)
        states = (generators.first?.order ?? 0) + (hasExits ? 1 : 0)
        var rates = [Double](repeating: 0, count: states * states * Self.width)
        result = rates
        for (world, generator) in generators.enumerated() {
            Self.write(generator, over: duration, states, world, &rates)
        }
        if states > 0 { lk_generator_exponential(Int32(states), rates, &result) }
    }

    /// Writes `Q t` of one process.
    ///
    /// The diagonal is taken from the rates off it, not from the rounded diagonal of Q.
    private static func write(
        _ generator: GeneratorMatrix, over duration: Double, _ states: Int, _ world: Int,
        _ rates: inout [Double]
    ) {
        let order = generator.order
        for row in 0..<order {
            var leaving = 0.0
            for column in 0..<states where column != row {
                let yearly =
                    column < order
                    ? generator.matrix.elements[column * order + row] : generator.exits[row]
                let rate = yearly * duration
                rates[(row * states + column) * width + world] = rate
                leaving += rate
            }
            precondition(leaving.isFinite, "rates over \(duration) years add up to \(leaving)")
            rates[(row * states + row) * width + world] = -leaving
        }
    }

    /// The probabilities of one process, n x n.
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

    /// The probabilities of being gone.
    func exits(_ world: Int, order: Int) -> Vector {
        guard hasExits else { return Vector(repeating: 0, count: order) }
        return Vector((0..<order).map { result[($0 * states + order) * Self.width + world] })
    }
}
