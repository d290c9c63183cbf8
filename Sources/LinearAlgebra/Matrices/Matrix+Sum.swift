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
