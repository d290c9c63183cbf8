extension Matrix {
    /// The power `A^k`, by repeated squaring; `A^0` is the identity.
    public func power(_ exponent: Int) -> Matrix {
        precondition(isSquare, "power of a matrix of \(shape)")
        precondition(exponent >= 0, "power \(exponent) of a matrix")
        var result: Matrix?
        var square = self
        var remaining = exponent
        while remaining > 0 {
            if remaining & 1 == 1 { result = result.map { $0 * square } ?? square }
            remaining >>= 1
            if remaining > 0 { square = square * square }
        }
        return result ?? .identity(rows)
    }

    /// The power `A^k` together with the sum of the powers before it,
    /// `S_k = I + A + ... + A^(k-1)`.
    ///
    /// Both are blocks of one power, and are found from its halves:
    ///
    ///     [A I]^k   [A^k S_k]
    ///     [0 I]   = [ 0   I ],    S_(a+b) = S_a + A^a S_b
    ///
    /// A population x that starts a period k times spends `x S_k` state-periods, counted at the
    /// start of each. O(log k) products, where adding one by one takes k.
    public func powerWithSum(_ exponent: Int) -> (power: Matrix, sum: Matrix) {
        precondition(isSquare, "power of a matrix of \(shape)")
        precondition(exponent >= 0, "power \(exponent) of a matrix")
        var result = (power: Matrix.identity(rows), sum: Matrix(rows: rows, columns: rows))
        var square = (power: self, sum: Matrix.identity(rows))
        var remaining = exponent
        while remaining > 0 {
            if remaining & 1 == 1 { result = Self.joined(result, square) }
            remaining >>= 1
            if remaining > 0 { square = Self.joined(square, square) }
        }
        return result
    }

    /// The block product of two (power, sum) pairs of the same matrix.
    private static func joined(
        _ a: (power: Matrix, sum: Matrix), _ b: (power: Matrix, sum: Matrix)
    ) -> (power: Matrix, sum: Matrix) {
        (a.power * b.power, a.sum + a.power * b.sum)
    }
}
