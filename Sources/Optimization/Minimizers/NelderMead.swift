/// The simplex search of Nelder and Mead: a least value without derivatives.
///
/// Steps, order of comparisons and stopping rule are those of Nash, which R's `optim` and the
/// exponential smoothing of R's package forecast use, so that both end at the same point. A
/// function keeps a search inside its domain by answering infinity outside, or `bounds` moves
/// points to the nearest allowed one before they are asked.
///
/// References: J. A. Nelder and R. Mead, A simplex method for function minimization, Computer
/// Journal 7 (1965), doi:10.1093/comjnl/7.4.308; J. C. Nash, Compact Numerical Methods for
/// Computers, 1990, algorithm 19.
public struct NelderMead: Sendable {
    /// The search ends where the highest and the lowest corner differ by less than
    /// `tolerance (|f0| + tolerance)`, with f0 the value at the start.
    public var tolerance: Double

    /// The search ends after the step in which it passes this number of values.
    public var maximumEvaluations: Int

    /// The first step along each axis; nil takes a tenth of the largest coordinate for all axes.
    public var step: Double?

    /// Where each coordinate may lie; empty where anywhere.
    public var bounds: [ClosedRange<Double>]

    /// A search; by default to the square root of the precision, within 2,000 values.
    public init(
        tolerance: Double = 0x1p-26, maximumEvaluations: Int = 2000, step: Double? = nil,
        bounds: [ClosedRange<Double>] = []
    ) {
        self.tolerance = tolerance
        self.maximumEvaluations = maximumEvaluations
        self.step = step
        self.bounds = bounds
    }

    /// The least value of a function of at least one number.
    ///
    /// Nothing is allocated per value. A start whose value is not finite is handed back as it is,
    /// not converged.
    public func minimum(
        from start: [Double], of function: (UnsafeBufferPointer<Double>) -> Double
    ) -> Minimum {
        precondition(!start.isEmpty, "a function of no numbers")
        precondition(bounds.isEmpty || bounds.count == start.count, "bounds of another length")
        return withoutActuallyEscaping(function) { function in
            var simplex = Simplex(settings: self, start: start, function: function)
            defer { simplex.free() }
            return simplex.descend()
        }
    }
}
