public import LinearAlgebra
internal import RealModule

/// Generators of a Markov process that are linear in their rates.
///
///     Q(q) = sum over p of q[p] D[p]
///
/// `D[p]` is the generator with that rate 1 and all others 0, n x n, rows are origins. A rate of
/// leaving has `-1` on the diagonal and nothing beside it: who leaves stands in no state.
public struct GeneratorFamily: Sendable, Equatable {
    /// States that people stand in.
    public let states: Int
    /// The generator of each rate, per year.
    public let directions: [Matrix]

    /// A family of at least one rate, whose generators have one shape.
    public init(_ directions: [Matrix]) {
        precondition(
            !directions.isEmpty
                && directions.allSatisfy { $0.isSquare && $0.rows == directions[0].rows },
            "generators of one square shape")
        self.directions = directions
        states = directions[0].rows
    }

    /// A family in which each rate moves people from one state to another.
    public init(states: Int, moves: [(from: Int, to: Int)]) {
        self.init(
            moves.map { move in
                Matrix(rows: states, columns: states) { row, column in
                    guard row == move.from else { return 0 }
                    return column == move.to ? 1 : column == move.from ? -1 : 0
                }
            })
    }

    /// `Q(q)`.
    public func generator(_ rates: [Double]) -> Matrix {
        var sum = Matrix(rows: states, columns: states)
        for (rate, direction) in zip(rates, directions) { sum.add(direction, times: rate) }
        return sum
    }

    /// `expm(t Q)` and its derivatives in the logarithms of the rates.
    ///
    /// The derivative is the upper right block of `expm(t [[Q, q D], [0, Q]])`.
    ///
    /// Reference: C. Van Loan, Computing integrals involving the matrix exponential, IEEE
    /// Transactions on Automatic Control 23 (1978), doi:10.1109/TAC.1978.1101743.
    public func transition(
        _ rates: [Double], over time: Double
    ) -> (probabilities: Matrix, slopes: [Matrix]) {
        let room = TransitionSlopes(self)
        room.set(rates, over: time)
        func matrix(_ part: Int) -> Matrix {
            Matrix(rows: states, columns: states) { room.values[part][$0 * states + $1] }
        }
        return (matrix(0), directions.indices.map { matrix($0 + 1) })
    }
}

/// Room for `expm(t Q)` and its derivatives, kept between evaluations.
///
/// The exponentials of all block matrices `[[Q, q D[p]], [0, Q]]` share their diagonal, so one
/// series and one run of squarings serve them: Taylor's, of degree 14 at a norm of at most 1/2.
final class TransitionSlopes {
    private static let degree = 14

    private let states: Int
    private let directions: [[Double]]
    /// The exponential, then its derivative in each rate's logarithm; row-major.
    private(set) var values: [[Double]]
    private var scaled: [[Double]]
    private var term: [[Double]]
    private var next: [[Double]]

    init(_ family: GeneratorFamily) {
        states = family.states
        let count = family.states
        directions = family.directions.map { matrix in
            (0..<count * count).map { matrix[$0 / count, $0 % count] }
        }
        let zero = [[Double]](
            repeating: [Double](repeating: 0, count: count * count), count: directions.count + 1)
        (values, scaled, term, next) = (zero, zero, zero, zero)
    }

    /// Sets the values of `expm(t Q(q))` and of its derivatives.
    func set(_ rates: [Double], over time: Double) {
        let squarings = scale(rates, time)
        for part in values.indices {
            for entry in 0..<states * states {
                values[part][entry] = scaled[part][entry]
                term[part][entry] = scaled[part][entry]
            }
        }
        for row in 0..<states { values[0][row * states + row] += 1 }
        for power in 2...Self.degree {
            multiply(term, scaled, by: 1 / Double(power))
            swap(&term, &next)
            for part in values.indices {
                for entry in 0..<states * states { values[part][entry] += term[part][entry] }
            }
        }
        for _ in 0..<squarings {
            multiply(values, values, by: 1)
            swap(&values, &next)
        }
    }

    /// Sets `t Q / 2^s` and its derivatives; returns `s`.
    private func scale(_ rates: [Double], _ time: Double) -> Int {
        for entry in 0..<states * states {
            var sum = 0.0
            for part in directions.indices {
                scaled[part + 1][entry] = time * rates[part] * directions[part][entry]
                sum += scaled[part + 1][entry]
            }
            scaled[0][entry] = sum
        }
        var norm = 0.0
        for row in 0..<states {
            var sum = 0.0
            for column in 0..<states { sum += abs(scaled[0][row * states + column]) }
            norm = max(norm, sum)
        }
        let squarings = norm > 0.5 && norm.isFinite ? Int(Double.log2(norm / 0.5).rounded(.up)) : 0
        guard squarings > 0 else { return 0 }
        let factor = Double.exp2(-Double(squarings))
        for part in scaled.indices {
            for entry in 0..<states * states { scaled[part][entry] *= factor }
        }
        return squarings
    }

    /// `next = factor a b`, with `next' = factor (a' b + a b')` in the other parts.
    private func multiply(_ a: [[Double]], _ b: [[Double]], by factor: Double) {
        for part in next.indices {
            next[part].withUnsafeMutableBufferPointer { result in
                for entry in result.indices { result[entry] = 0 }
                if part == 0 {
                    add(a[0], b[0], factor, to: result)
                } else {
                    add(a[part], b[0], factor, to: result)
                    add(a[0], b[part], factor, to: result)
                }
            }
        }
    }

    private func add(
        _ a: [Double], _ b: [Double], _ factor: Double,
        to result: UnsafeMutableBufferPointer<Double>
    ) {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                for row in 0..<states {
                    for middle in 0..<states {
                        let weight = factor * a[row * states + middle]
                        guard weight != 0 else { continue }
                        for column in 0..<states {
                            result[row * states + column] += weight * b[middle * states + column]
                        }
                    }
                }
            }
        }
    }
}
