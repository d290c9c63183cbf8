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
