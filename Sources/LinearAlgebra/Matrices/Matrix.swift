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
