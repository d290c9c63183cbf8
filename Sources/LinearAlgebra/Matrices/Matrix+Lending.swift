extension Matrix {
    /// Lends one column, without copying, to `body`.
    ///
    /// The span cannot outlive the call.
    @inlinable
    public func withColumn<Result, E: Error>(
        _ column: Int, _ body: (Span<Double>) throws(E) -> Result
    ) throws(E) -> Result {
        try body(elements.span.extracting(columnRange(column)))
    }

    /// Lends one column to `body` for changing in place.
    package mutating func withMutableColumn<Result, E: Error>(
        _ column: Int, _ body: (inout MutableSpan<Double>) throws(E) -> Result
    ) throws(E) -> Result {
        let range = columnRange(column)
        return try elements.withUnsafeMutableBufferPointer { all throws(E) in
            var part = MutableSpan(
                _unsafeElements: UnsafeMutableBufferPointer(rebasing: all[range]))
            return try body(&part)
        }
    }

    /// Lends all entries, column after column.
    package func withUnsafeBufferPointer<Result, E: Error>(
        _ body: (UnsafeBufferPointer<Double>) throws(E) -> Result
    ) throws(E) -> Result {
        try elements.withUnsafeBufferPointer(body)
    }

    /// Lends all entries, column after column, for changing in place; their number stays.
    package mutating func withUnsafeMutableBufferPointer<Result, E: Error>(
        _ body: (UnsafeMutableBufferPointer<Double>) throws(E) -> Result
    ) throws(E) -> Result {
        try elements.withUnsafeMutableBufferPointer { buffer throws(E) in try body(buffer) }
    }

    @inlinable
    func columnRange(_ column: Int) -> Range<Int> {
        precondition(
            column >= 0 && column < columns, "column \(column) of a matrix of \(rows)x\(columns)")
        return column * rows..<(column + 1) * rows
    }
}
