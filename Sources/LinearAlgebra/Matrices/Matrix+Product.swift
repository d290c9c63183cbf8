extension Matrix {
    /// Sets `out` to the product `a b`, or adds the product to it.
    ///
    ///     out[rows, :] <- a[rows, :] b  (+ out[rows, :])
    ///
    /// - Parameters:
    ///   - a: m x k, on the left; the population, lanes x statuses.
    ///   - b: k x n, on the right; the transition operator.
    ///   - out: m x n; other shapes trap. Its other rows are not touched.
    ///   - rows: The rows of `a` and `out` that are used; all of them when absent. Lanes that
    ///     share an operator lie in one block of rows, and blocks are advanced one by one.
    ///   - adding: Whether what `out` holds is kept and added to.
    ///
    /// The bits of a row of the product depend on that row and on `b` only, not on which other
    /// rows are multiplied with it: a run split into shards or blocks gives the bits of the
    /// whole. 2 m k n floating-point operations on one thread.
    package static func multiply(
        _ a: Matrix, _ b: Matrix, into out: inout Matrix, rows: Range<Int>? = nil,
        adding: Bool = false
    ) {
        precondition(a.columns == b.rows, "product of \(a.shape) and \(b.shape)")
        precondition(
            out.rows == a.rows && out.columns == b.columns,
            "product of \(a.shape) and \(b.shape) into \(out.shape)")
        let block = rows ?? 0..<a.rows
        precondition(
            block.lowerBound >= 0 && block.upperBound <= a.rows,
            "rows \(block) of a matrix of \(a.shape)")
        guard a.columns > 0 else {
            if !adding { out.clear(block) }
            return
        }
        let (inner, columns) = (a.columns, b.columns)
        a.elements.withUnsafeBufferPointer { left in
            b.elements.withUnsafeBufferPointer { right in
                out.elements.withUnsafeMutableBufferPointer { target in
                    guard let left = left.baseAddress, let right = right.baseAddress,
                        let target = target.baseAddress
                    else { return }
                    RowProduct(
                        left: left, right: right, target: target, height: a.rows, inner: inner,
                        columns: columns, adding: adding
                    ).run(block)
                }
            }
        }
    }

    /// Sets the entries of some rows to zero.
    private mutating func clear(_ rows: Range<Int>) {
        for column in 0..<columns {
            for row in rows { self[row, column] = 0 }
        }
    }

    /// Distance between the starts of two columns, as BLAS wants it: never 0.
    var stride: Int32 { Int32(max(1, rows)) }

    /// The product of two matrices, in new storage.
    public static func * (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.columns == b.rows, "product of \(a.shape) and \(b.shape)")
        var out = Matrix(rows: a.rows, columns: b.columns)
        multiply(a, b, into: &out)
        return out
    }
}
