internal import COpenBLAS

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

/// A product of matrices whose every row has the same bits in whatever company it is computed.
///
/// BLAS kernels take rows in groups and finish a remainder by other code, which rounds otherwise;
/// so the last digits of a row would depend on how many rows a call has and where it stands among
/// them. Here BLAS only ever sees whole groups of rows: the remainder is copied into one group
/// filled up with zeros. Sixteen rows were found to be whole groups for the kernels of
/// Sandybridge, Haswell, Zen, SkylakeX and Cooperlake; the tests ask the installed one.
struct RowProduct {
    let left: UnsafePointer<Double>
    let right: UnsafePointer<Double>
    let target: UnsafeMutablePointer<Double>
    /// Rows of the product.
    let height: Int
    /// Columns of the left matrix, rows of the right.
    let inner: Int
    /// Columns of the product.
    let columns: Int
    let adding: Bool

    /// Rows that are multiplied together, so that the right matrix is read once for all.
    private static let group = 16

    func run(_ rows: Range<Int>) {
        let end = rows.upperBound - rows.count % Self.group
        if rows.lowerBound < end {
            gemm(
                end - rows.lowerBound, left + rows.lowerBound, target + rows.lowerBound,
                stride: height)
        }
        if end < rows.upperBound { runPadded(end..<rows.upperBound) }
    }

    private func runPadded(_ rows: Range<Int>) {
        let (leftSize, targetSize) = (Self.group * inner, Self.group * columns)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: leftSize + targetSize) { tile in
            guard let first = tile.baseAddress else { return }
            tile.initialize(repeating: 0)
            let product = first + leftSize
            for column in 0..<inner {
                let source = left + column * height
                for row in rows { first[row - rows.lowerBound + column * Self.group] = source[row] }
            }
            if adding { copy(rows) { product[$0] = target[$1] } }
            gemm(Self.group, first, product, stride: Self.group)
            copy(rows) { target[$1] = product[$0] }
        }
    }

    private func copy(_ rows: Range<Int>, _ body: (_ tile: Int, _ target: Int) -> Void) {
        for column in 0..<columns {
            for row in rows {
                body(row - rows.lowerBound + column * Self.group, row + column * height)
            }
        }
    }

    /// The BLAS call; columns of the left side and of the target lie `stride` apart.
    private func gemm(
        _ rowCount: Int, _ left: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>,
        stride: Int
    ) {
        SingleThread.require()
        cblas_dgemm(
            CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(rowCount), Int32(columns),
            Int32(inner), 1, left, Int32(stride), right, Int32(inner), adding ? 1 : 0, target,
            Int32(stride))
    }
}
