internal import RealModule

/// Least squares of the last of several columns on those before it, by their inner products.
struct LeastSquares {
    private let columns: Int
    private var products: [Double]

    init(columns: Int) {
        self.columns = columns
        products = [Double](repeating: 0, count: columns * columns)
    }

    /// The sum of squares that is left, and the logarithm of the determinant of the products of the
    /// first `gaps` columns; nil where a column adds nothing to those before it.
    mutating func solve(
        _ data: UnsafePointer<Double>, count: Int, gaps: Int
    ) -> (squares: Double, logDeterminant: Double)? {
        let last = columns - 1
        guard factorize(data, count, last) else { return nil }
        var determinant = 0.0
        for place in 0..<gaps { determinant += 2 * .log(products[place * (columns + 1)]) }
        return (products[last * (columns + 1)], determinant)
    }

    /// The coefficients with `(X'X)^-1`.
    mutating func estimates(
        _ data: UnsafePointer<Double>, count: Int
    ) -> (coefficients: [Double], covariance: [Double], squares: Double)? {
        let last = columns - 1
        guard factorize(data, count, last) else { return nil }
        var inverse = [Double](repeating: 0, count: last * last)
        // The inverse of the factor, lower triangular, by columns.
        for column in 0..<last {
            for row in column..<last {
                var sum = row == column ? 1.0 : 0
                for k in column..<row {
                    sum -= products[row * columns + k] * inverse[k * last + column]
                }
                inverse[row * last + column] = sum / products[row * (columns + 1)]
            }
        }
        var coefficients = [Double](repeating: 0, count: last)
        var covariance = [Double](repeating: 0, count: last * last)
        for a in 0..<last {
            for k in a..<last {
                coefficients[a] += inverse[k * last + a] * products[last * columns + k]
            }
            for b in 0...a {
                var sum = 0.0
                for k in a..<last { sum += inverse[k * last + a] * inverse[k * last + b] }
                covariance[a * last + b] = sum
                covariance[b * last + a] = sum
            }
        }
        return (coefficients, covariance, products[last * (columns + 1)])
    }

    /// The rows of the Cholesky factor; the last diagonal entry is left as the square of itself.
    private mutating func factorize(
        _ data: UnsafePointer<Double>, _ count: Int, _ last: Int
    ) -> Bool {
        let columns = columns
        return products.withUnsafeMutableBufferPointer { factor in
            for row in 0..<columns {
                for column in 0...row {
                    var sum = Self.product(data + row * count, data + column * count, count)
                    let whole = sum
                    for k in 0..<column {
                        sum -= factor[row * columns + k] * factor[column * columns + k]
                    }
                    if row > column {
                        factor[row * columns + column] = sum / factor[column * (columns + 1)]
                    } else if row == last {
                        factor[row * (columns + 1)] = max(sum, 0)
                    } else {
                        guard sum > 1e-13 * whole else { return false }
                        factor[row * (columns + 1)] = sum.squareRoot()
                    }
                }
            }
            return true
        }
    }

    @inline(__always)
    private static func product(
        _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int
    ) -> Double {
        var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
        var step = 0
        while step + 3 < count {
            first += a[step] * b[step]
            second += a[step + 1] * b[step + 1]
            third += a[step + 2] * b[step + 2]
            fourth += a[step + 3] * b[step + 3]
            step += 4
        }
        while step < count {
            first += a[step] * b[step]
            step += 1
        }
        return (first + second) + (third + fourth)
    }
}
