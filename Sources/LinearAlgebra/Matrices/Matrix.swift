/// A dense matrix of doubles, stored by columns in one contiguous block.
///
/// Entry (i, j) of an m x n matrix lies at place `i + j m`, so one column, such as the lanes of
/// one status, lies side by side. The row-vector convention `x' = x P` of the whole package
/// makes a population of lanes x statuses times a transition operator one product.
///
/// Rows and columns count from 0. Shapes that do not fit are programming errors and trap,
/// naming both shapes; bad numbers are reported where a matrix is factorized or checked.
public struct Matrix: Sendable, Equatable {
    /// Number of rows and of columns, printed as `3x4`.
    public struct Shape: Sendable, Hashable, CustomStringConvertible {
        /// Number of rows.
        public let rows: Int
        /// Number of columns.
        public let columns: Int

        /// The shape of a matrix of `rows` rows and `columns` columns.
        public init(rows: Int, columns: Int) {
            self.rows = rows
            self.columns = columns
        }

        /// Whether it has as many rows as columns.
        public var isSquare: Bool { rows == columns }
        /// Rows, then columns: `3x4`.
        public var description: String { "\(rows)x\(columns)" }
    }

    /// Number of rows.
    public let rows: Int
    /// Number of columns.
    public let columns: Int

    /// The entries, column after column; always `rows * columns` of them.
    @usableFromInline package internal(set) var elements: [Double]

    /// Takes entries that already lie column after column.
    public init(rows: Int, columns: Int, columnMajor elements: [Double]) {
        precondition(rows >= 0 && columns >= 0, "a matrix of \(rows)x\(columns)")
        precondition(
            elements.count == rows * columns,
            "\(elements.count) elements for a matrix of \(rows)x\(columns)")
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    /// A matrix with the same value everywhere.
    public init(rows: Int, columns: Int, repeating value: Double = 0) {
        precondition(rows >= 0 && columns >= 0, "a matrix of \(rows)x\(columns)")
        self.rows = rows
        self.columns = columns
        self.elements = [Double](repeating: value, count: rows * columns)
    }

    /// A matrix written as in print, row by row; the rows must be of one length.
    public init(rows table: [[Double]]) {
        let columns = table.first?.count ?? 0
        precondition(
            table.allSatisfy { $0.count == columns },
            "rows of lengths \(table.map(\.count)) in one matrix")
        self.init(rows: table.count, columns: columns) { table[$0][$1] }
    }

    /// A matrix whose entry (row, column) is what `entry(row, column)` returns.
    ///
    /// `entry` is called column after column.
    public init<E: Error>(
        rows: Int, columns: Int, generating entry: (_ row: Int, _ column: Int) throws(E) -> Double
    ) throws(E) {
        self.init(rows: rows, columns: columns)
        for column in 0..<columns {
            for row in 0..<rows {
                elements[row + column * rows] = try entry(row, column)
            }
        }
    }

    /// The identity matrix of order `order`.
    public static func identity(_ order: Int) -> Matrix {
        diagonal(Vector(repeating: 1, count: order))
    }

    /// The square matrix with `entries` on its diagonal and zeros elsewhere.
    public static func diagonal(_ entries: Vector) -> Matrix {
        var result = Matrix(rows: entries.count, columns: entries.count)
        for index in 0..<entries.count { result[index, index] = entries[index] }
        return result
    }

    /// Rows and columns together, for messages and comparisons.
    public var shape: Shape { Shape(rows: rows, columns: columns) }
    /// Whether it has as many rows as columns.
    public var isSquare: Bool { rows == columns }

    /// The entry in `row` and `column`, both from 0; an index out of range traps.
    @inlinable
    public subscript(row: Int, column: Int) -> Double {
        get {
            checkIndex(row, column)
            return elements[row &+ column &* rows]
        }
        set {
            checkIndex(row, column)
            elements[row &+ column &* rows] = newValue
        }
    }

    @inlinable
    func checkIndex(_ row: Int, _ column: Int) {
        precondition(
            row >= 0 && row < rows && column >= 0 && column < columns,
            "entry (\(row), \(column)) of a matrix of \(rows)x\(columns)")
    }

    /// The matrix with rows and columns exchanged.
    public var transpose: Matrix {
        Matrix(rows: columns, columns: rows) { self[$1, $0] }
    }

    /// A copy of the given row.
    public func row(_ row: Int) -> Vector {
        Vector((0..<columns).map { self[row, $0] })
    }

    /// A copy of the given column.
    public func column(_ column: Int) -> Vector {
        Vector(Array(elements[columnRange(column)]))
    }
}

extension Matrix {
    /// The sum of two matrices of one shape.
    public static func + (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.shape == b.shape, "sum of \(a.shape) and \(b.shape)")
        var result = a
        for index in result.elements.indices { result.elements[index] += b.elements[index] }
        return result
    }

    /// The difference of two matrices of one shape.
    public static func - (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.shape == b.shape, "difference of \(a.shape) and \(b.shape)")
        var result = a
        for index in result.elements.indices { result.elements[index] -= b.elements[index] }
        return result
    }

    /// Every entry times `factor`.
    public static func * (factor: Double, a: Matrix) -> Matrix {
        var result = a
        for index in result.elements.indices { result.elements[index] *= factor }
        return result
    }

    /// Every entry with the opposite sign.
    public static prefix func - (a: Matrix) -> Matrix { -1 * a }

    /// Adds `factor` times `other` in place: `self <- self + factor other`.
    package mutating func add(_ other: Matrix, times factor: Double = 1) {
        precondition(shape == other.shape, "sum of \(shape) and \(other.shape)")
        for index in elements.indices { elements[index] += factor * other.elements[index] }
    }

    /// Adds `value` to every entry of the diagonal.
    package mutating func addToDiagonal(_ value: Double) {
        for index in 0..<min(rows, columns) { self[index, index] += value }
    }
}

extension Matrix {
    /// Largest column sum of absolute values, `max_j sum_i |a_ij|`.
    public var oneNorm: Double {
        largest(
            of: (0..<columns).map { column in
                elements[columnRange(column)].reduce(0) { $0 + abs($1) }
            })
    }

    /// Largest row sum of absolute values, `max_i sum_j |a_ij|`.
    public var infinityNorm: Double {
        var sums = [Double](repeating: 0, count: rows)
        for column in 0..<columns {
            for row in 0..<rows { sums[row] += abs(self[row, column]) }
        }
        return largest(of: sums)
    }

    /// Root of the sum of squares, `sqrt(sum_ij a_ij^2)`, safe from overflow on the way.
    public var frobeniusNorm: Double { Vector(elements).norm }

    /// Largest absolute entry, `max_ij |a_ij|`; not a submultiplicative norm.
    public var maximumAbsolute: Double {
        var largest = 0.0
        for element in elements where !(abs(element) <= largest) {
            if element.isNaN { return .nan }
            largest = abs(element)
        }
        return largest
    }

    /// Sum of the diagonal, as far as it goes.
    public var trace: Double { (0..<min(rows, columns)).reduce(0) { $0 + self[$1, $1] } }

    /// The largest of non-negative values; 0 of none, and not a number if any is.
    private func largest(of values: [Double]) -> Double {
        values.contains { $0.isNaN } ? .nan : values.max() ?? 0
    }

    /// The first entry, by columns, that is infinite or not a number.
    package var firstNonFinite: (row: Int, column: Int)? {
        elements.firstIndex { !$0.isFinite }.map { (row: $0 % rows, column: $0 / rows) }
    }

    /// Throws unless every entry is a finite number.
    package func requireFinite() throws(LinearAlgebraError) {
        if let place = firstNonFinite {
            throw .notFinite(row: place.row, column: place.column)
        }
    }

    /// Throws unless the matrix is square.
    package func requireSquare() throws(LinearAlgebraError) {
        if !isSquare { throw .notSquare(shape) }
    }
}

extension Matrix {
    /// Throws unless the matrix is square and equals its transpose within rounding.
    ///
    /// Mirror images may differ by `4 n u` times the largest entry, u = 2.2e-16: what a product
    /// such as A'A can leave. Routines for symmetric matrices read one triangle only, so a
    /// matrix that is not symmetric would be misread in silence.
    package func requireSymmetric() throws(LinearAlgebraError) {
        try requireSquare()
        let tolerance = 4 * Double(rows) * Double.ulpOfOne * maximumAbsolute
        for column in 0..<columns {
            for row in column..<rows {
                let difference = self[row, column] - self[column, row]
                if abs(difference) > tolerance {
                    throw .notSymmetric(row: row, column: column, difference: difference)
                }
            }
        }
    }
}

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
