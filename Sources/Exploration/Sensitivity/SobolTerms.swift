/// What one row of runs adds to the sums that all Sobol indices of an output are made of.
///
/// With y = f(A), z = f(B), a(i) = f(AB(i)), b(i) = f(BA(i)), all less the same centre, the terms
/// of a row of k inputs, or groups of them, are
///
///     1, mean and mean square of the row's y and z        (of all its runs, if mirrored)
///     first(i)   z (a(i) - y)                             (b(i) - z)(y - a(i)) / 2
///     total(i)   (y - a(i))^2 / 2                         ((y - a(i))^2 + (z - b(i))^2) / 4
///     scale(i)   -                                        ((y - z)^2 + (b(i) - a(i))^2) / 4
///     pair(i,j)  -                      ((a(j) - y)(b(i) - z) + (a(i) - y)(b(j) - z)) / 2
///
/// An input that moves nothing makes each of its differences zero, and its indices exactly zero;
/// differences of last bits, within ``Tolerance``, are none.
struct SobolTerms {
    let inputs: Int
    let isMirrored: Bool

    // Where terms stand, each kind input by input.
    /// 1 for each row: its sum is how many were summed.
    static let weight = 0
    /// The mean of the row's runs.
    static let mean = 1
    /// The mean of their squares.
    static let square = 2
    /// First-order terms, one for each input.
    var first: Int { 3 }
    var total: Int { 3 + inputs }
    /// What first and total terms of a mirrored row are measured against, one for each input.
    var scale: Int { 3 + 2 * inputs }
    /// Terms of pairs, mirrored rows only.
    var pair: Int { 3 + 3 * inputs }

    /// Pairs (i, j) with i < j, in order of i, then j.
    var pairCount: Int { isMirrored ? inputs * (inputs - 1) / 2 : 0 }
    /// How many terms a row has: 2k + 3, or k (k + 5) / 2 + 3 mirrored.
    var count: Int { isMirrored ? pair + pairCount : scale }

    /// Where the term of an index stands, indices in the order of ``indices(_:)``.
    func term(of index: Int) -> Int {
        index < 2 * inputs ? first + index : pair + index - 2 * inputs
    }

    /// Where the term stands that an index is measured against.
    func scale(of index: Int) -> Int {
        isMirrored && index < 2 * inputs ? scale + index % inputs : Self.square
    }

    /// Writes the terms of one row.
    ///
    /// - Parameters:
    ///   - runs: the row's values in the order of ``SobolDesign``.
    ///   - slack: up to which two runs are one.
    ///   - terms: `count` numbers.
    func write(
        _ runs: UnsafePointer<Double>, centre: Double, slack: Double,
        into terms: UnsafeMutablePointer<Double>
    ) {
        let length = (isMirrored ? 2 : 1) * inputs + 2
        terms[Self.weight] = 1
        if isMirrored {
            writeMoments(runs, 0..<length, centre, terms)
            writeMirrored(runs, runs[0], runs[length - 1], slack, terms)
            writePairs(runs, runs[0], runs[length - 1], slack, terms + pair)
        } else {
            writeMoments(runs, [0, length - 1], centre, terms)
            writePlain(runs, runs[0], runs[length - 1], centre, slack, terms)
        }
    }

    /// Mean and mean square of the runs at some places of the row.
    private func writeMoments(
        _ runs: UnsafePointer<Double>, _ places: some Collection<Int>, _ centre: Double,
        _ terms: UnsafeMutablePointer<Double>
    ) {
        var (sum, squares) = (0.0, 0.0)
        for place in places {
            let value = runs[place] - centre
            sum += value
            squares += value * value
        }
        terms[Self.mean] = sum / Double(places.count)
        terms[Self.square] = squares / Double(places.count)
    }

    /// First and total terms of a row without mirrored mixtures. Only the first-order term depends
    /// on the centre; near the mean its variance is least.
    private func writePlain(
        _ runs: UnsafePointer<Double>, _ y: Double, _ z: Double, _ centre: Double,
        _ slack: Double, _ terms: UnsafeMutablePointer<Double>
    ) {
        for input in 0..<inputs {
            let change = Self.change(y, runs[1 + input], slack)
            terms[first + input] = (z - centre) * change
            terms[total + input] = change * change / 2
        }
    }

    /// First, total and scale terms of a mirrored row: differences only.
    private func writeMirrored(
        _ runs: UnsafePointer<Double>, _ y: Double, _ z: Double, _ slack: Double,
        _ terms: UnsafeMutablePointer<Double>
    ) {
        let across = Self.change(z, y, slack)
        for input in 0..<inputs {
            let (a, b) = (runs[1 + input], runs[1 + inputs + input])
            let (ofA, ofB) = (Self.change(y, a, slack), Self.change(z, b, slack))
            let apart = Self.change(a, b, slack)
            terms[first + input] = -ofB * ofA / 2
            terms[total + input] = (ofA * ofA + ofB * ofB) / 4
            terms[scale + input] = (across * across + apart * apart) / 4
        }
    }

    /// From one run to another, zero for last bits.
    private static func change(_ from: Double, _ to: Double, _ slack: Double) -> Double {
        let change = to - from
        return abs(change) <= slack ? 0 : change
    }

    private func writePairs(
        _ runs: UnsafePointer<Double>, _ y: Double, _ z: Double, _ slack: Double,
        _ terms: UnsafeMutablePointer<Double>
    ) {
        let (a, b) = (runs + 1, runs + 1 + inputs)
        var place = 0
        for i in 0..<inputs {
            let (ai, bi) = (Self.change(y, a[i], slack), Self.change(z, b[i], slack))
            for j in i + 1..<max(i + 1, inputs) {
                let (aj, bj) = (Self.change(y, a[j], slack), Self.change(z, b[j], slack))
                terms[place] = (aj * bi + ai * bj) / 2
                place += 1
            }
        }
    }

    /// The indices that some sums of terms stand for: first order, total, then pairs.
    ///
    /// An output that does not vary has no indices; zeros stand for them.
    ///
    ///     plain      S_i = first(i) / (V n)        T_i = total(i) / (V n)
    ///     mirrored   S_i = first(i) / scale(i)     T_i = total(i) / scale(i)
    ///     pairs      S_ij = pair(i, j) / (V n)
    ///
    /// with n the sum of weights and V the variance of the same rows.
    func indices(_ sums: some Sequence<Double>) -> [Double] {
        let sums = Array(sums)
        let variance = variance(sums)
        /// A sum of terms over its scale; zero where the scale is not above 0.
        func ratio(_ term: Int, _ scale: Double) -> Double {
            scale > 0 ? sums[term] / scale : 0
        }
        let weight = sums[Self.weight]
        let scales = (0..<inputs).map { isMirrored ? sums[scale + $0] : variance * weight }
        return (0..<inputs).map { ratio(first + $0, scales[$0]) }
            + (0..<inputs).map { ratio(total + $0, scales[$0]) }
            + (0..<pairCount).map { ratio(pair + $0, variance * weight) }
    }

    /// The mean, less the centre.
    func mean(_ sums: [Double]) -> Double { sums[Self.mean] / sums[Self.weight] }

    /// The mean square less the square of the mean, over as many as were summed.
    func variance(_ sums: [Double]) -> Double {
        sums[Self.square] / sums[Self.weight] - mean(sums) * mean(sums)
    }
}
