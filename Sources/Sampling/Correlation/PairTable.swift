internal import LinearAlgebra

/// Pairs of inputs with their rank correlations, checked one by one.
struct PairTable {
    /// The inputs of any pair, in the order of all inputs.
    let names: [String]
    /// Spearman's correlation by places in `names`, the lower place first; others are 0.
    private let given: [[Int]: Double]

    /// Checks names and numbers of all pairs, in their order.
    ///
    /// - Throws: `unknownName`, `selfPair`, `outOfRange`, `duplicatePair`.
    init(names all: [String], pairs: [(String, String, Double)]) throws(CorrelationFault) {
        let known = Set(all)
        let used = Set(pairs.flatMap { [$0.0, $0.1] })
        let names = all.filter { used.contains($0) }
        var given: [[Int]: Double] = [:]
        for (first, second, correlation) in pairs {
            for name in [first, second] where !known.contains(name) { throw .unknownName(name) }
            if first == second { throw .selfPair(first) }
            guard abs(correlation) <= 1 else { throw .outOfRange(first, second, correlation) }
            let places = [first, second].compactMap { names.firstIndex(of: $0) }.sorted()
            if given.updateValue(correlation, forKey: places) != nil {
                throw .duplicatePair(first, second)
            }
        }
        self.names = names
        self.given = given
    }

    /// The correlations of the normals behind the ranks: one row and column for each name, ones
    /// on the diagonal.
    ///
    ///     normals(i, j) = 2 sin(pi spearman(i, j) / 6)
    ///
    /// It need not be positive definite: whoever factors it finds out.
    var normals: Matrix {
        Matrix(rows: names.count, columns: names.count) { row, column in
            row == column ? 1 : NormalCorrelation.ofRanks(spearman(row, column))
        }
    }

    /// What was asked for, 0 for pairs that were not given.
    private func spearman(_ row: Int, _ column: Int) -> Double {
        given[[min(row, column), max(row, column)]] ?? 0
    }

    /// What is wrong where definiteness ends at the input in place `pivot`.
    ///
    /// The nearest matrix is sought among those of the normals, where definiteness matters, and
    /// given back as ranks. It is moved a 1e-9th towards no correlation, so that it has a Cholesky
    /// factor when it is asked for.
    func inconsistency(at pivot: Int) -> InconsistentCorrelations {
        let rows = NearestCorrelation.matrix(to: normals, inside: 1e-9)
        let nearest = (0..<names.count).map { row in
            (0..<names.count).map { row == $0 ? 1 : NormalCorrelation.ranks(rows[row, $0]) }
        }
        // Of pairs that move alike the last is named, whatever rounding makes of the tie.
        let partners = (0..<pivot).filter { given[[$0, pivot]] != nil }
        let moves = partners.map { abs(nearest[$0][pivot] - spearman($0, pivot)) }
        let farthest = (moves.max() ?? 0) - 1e-8
        let partner = moves.lastIndex { $0 >= farthest }.map { partners[$0] }
        let place = partner ?? 0
        return InconsistentCorrelations(
            first: names[place], second: names[pivot], given: spearman(place, pivot),
            nearest: nearest[place][pivot], names: names, nearestRows: nearest,
            roundedRows: Self.rounded(nearest))
    }

    /// Possible rank correlations in hundredths: rounded towards none, and moved there in steps of
    /// a hundredth until their normals have a Cholesky factor.
    private static func rounded(_ rows: [[Double]]) -> [[Double]] {
        let order = rows.count
        for step in 0..<100 {
            let keep = Double(100 - step)
            let inside = (0..<order).map { row in
                (0..<order).map { column in
                    // A hair is added so that 0.3 x 100 stays 30.
                    let scaled = rows[row][column] * keep
                    let whole = (abs(scaled) + 1e-6).rounded(.down) / 100
                    return row == column ? 1 : scaled < 0 ? 0 - whole : whole
                }
            }
            let normals = Matrix(rows: order, columns: order) {
                $0 == $1 ? 1 : NormalCorrelation.ofRanks(inside[$0][$1])
            }
            if (try? CholeskyFactorization(normals)) != nil { return inside }
        }
        return (0..<order).map { row in (0..<order).map { row == $0 ? 1 : 0 } }
    }
}
