internal import COpenBLAS

/// A vector of doubles.
///
/// A type of its own rather than an array, because `+` on arrays joins them.
/// Lengths that do not fit trap, naming both.
public struct Vector: Sendable, Equatable {
    /// The entries, first to last.
    public internal(set) var elements: [Double]

    /// Takes the entries of an array.
    public init(_ elements: [Double]) { self.elements = elements }

    /// The same value `count` times.
    public init(repeating value: Double, count: Int) {
        elements = [Double](repeating: value, count: count)
    }

    /// The inner product `sum_i x_i y_i`.
    public func dot(_ other: Vector) -> Double {
        precondition(count == other.count, "inner product of lengths \(count), \(other.count)")
        SingleThread.require()
        return cblas_ddot(Int32(count), elements, 1, other.elements, 1)
    }

    /// The Euclidean length `sqrt(sum_i x_i^2)`, safe from overflow on the way.
    public var norm: Double {
        SingleThread.require()
        return cblas_dnrm2(Int32(count), elements, 1)
    }

    /// The largest absolute entry, 0 for an empty vector.
    public var maximumAbsolute: Double { Matrix(self).maximumAbsolute }

    /// Adds a multiple of another vector in place: `y <- y + factor x`.
    public mutating func add(_ other: Vector, times factor: Double = 1) {
        precondition(count == other.count, "sum of lengths \(count), \(other.count)")
        SingleThread.require()
        let length = Int32(count)
        elements.withUnsafeMutableBufferPointer {
            cblas_daxpy(length, factor, other.elements, 1, $0.baseAddress, 1)
        }
    }

    /// The sum of two vectors of one length.
    public static func + (a: Vector, b: Vector) -> Vector {
        var result = a
        result.add(b)
        return result
    }

    /// The difference of two vectors of one length.
    public static func - (a: Vector, b: Vector) -> Vector {
        var result = a
        result.add(b, times: -1)
        return result
    }

    /// Every entry times `factor`.
    public static func * (factor: Double, a: Vector) -> Vector {
        Vector(a.elements.map { factor * $0 })
    }

    /// A matrix times a column vector, `A x`.
    public static func * (a: Matrix, x: Vector) -> Vector {
        precondition(a.columns == x.count, "product of \(a.shape) and length \(x.count)")
        return gemv(CblasNoTrans, a, x, count: a.rows)
    }

    /// A row vector times a matrix, `x A`: one step of a population.
    public static func * (x: Vector, a: Matrix) -> Vector {
        precondition(a.rows == x.count, "product of length \(x.count) and \(a.shape)")
        return gemv(CblasTrans, a, x, count: a.columns)
    }

    /// `A x`, or `A' x` with `CblasTrans`; lengths are the caller's to check.
    ///
    /// - Parameter count: of the result; zeros where the matrix has no entries.
    private static func gemv(
        _ side: CBLAS_TRANSPOSE, _ a: Matrix, _ x: Vector, count: Int
    ) -> Vector {
        var result = [Double](repeating: 0, count: count)
        guard !a.elements.isEmpty else { return Vector(result) }
        SingleThread.require()
        cblas_dgemv(
            CblasColMajor, side, Int32(a.rows), Int32(a.columns), 1, a.elements, a.stride,
            x.elements, 1, 0, &result, 1)
        return Vector(result)
    }
}

extension Vector: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    /// A vector written out, `[1, 2, 3]`.
    public init(arrayLiteral elements: Double...) { self.init(elements) }

    /// The position of the first entry, 0.
    public var startIndex: Int { 0 }
    /// One past the last entry, the length.
    public var endIndex: Int { elements.count }

    /// The entry at a position from 0; beyond the end it traps.
    public subscript(index: Int) -> Double {
        get { elements[index] }
        set { elements[index] = newValue }
    }
}

extension Matrix {
    /// The vector as a matrix of one column.
    public init(_ column: Vector) {
        self.init(rows: column.count, columns: 1, columnMajor: column.elements)
    }
}
