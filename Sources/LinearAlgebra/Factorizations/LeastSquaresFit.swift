/// A linear regression `b = A x + e` by least squares.
public struct LeastSquaresFit: Sendable, Equatable {
    /// The x that minimizes `|b - A x|`, one for each column of A.
    public let coefficients: Vector
    /// `b - A x`, one for each row of A.
    public let residuals: Vector
    /// Rows less columns.
    public let degreesOfFreedom: Int
    private let coefficientVariances: Vector

    /// Regresses `response` (m) on the columns of `design` (m x n).
    ///
    /// - Throws: What `QRFactorization` throws: `underdetermined`, `notFinite`, `rankDeficient`;
    ///   for a bad response `notFinite` with the column after the last one of the design.
    public init(_ response: Vector, on design: Matrix) throws(LinearAlgebraError) {
        if let row = response.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(row: row, column: design.columns)
        }
        let factorization = try QRFactorization(design)
        coefficients = factorization.solve(response)
        residuals = factorization.residual(response)
        degreesOfFreedom = design.rows - design.columns
        coefficientVariances = factorization.coefficientVariances
    }

    /// Sum of the squared residuals.
    public var residualSumOfSquares: Double { residuals.norm * residuals.norm }

    /// `sqrt(sum e^2 / (m - n))`; nil without degrees of freedom.
    public var residualStandardDeviation: Double? {
        guard degreesOfFreedom > 0 else { return nil }
        return residuals.norm / Double(degreesOfFreedom).squareRoot()
    }

    /// The standard deviations of the coefficients, `s sqrt(diag (A'A)^-1)`; nil without degrees
    /// of freedom.
    public var standardErrors: Vector? {
        residualStandardDeviation.map { deviation in
            Vector(coefficientVariances.map { deviation * $0.squareRoot() })
        }
    }
}
