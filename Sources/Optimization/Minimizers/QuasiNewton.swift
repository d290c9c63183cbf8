/// The quasi-Newton search of Broyden, Fletcher, Goldfarb and Shanno for smooth functions.
///
/// The inverse of the Hessian is built from gradients; steps are halved until they lower the value
/// enough (Armijo, 1e-4). A function keeps a search inside its domain by answering infinity
/// outside.
///
/// Reference: J. Nocedal and S. J. Wright, Numerical Optimization, 2006, algorithm 6.1,
/// doi:10.1007/978-0-387-40065-5.
public struct QuasiNewton: Sendable {
    /// The search ends where a step lowers the value by less than `tolerance (|f| + tolerance)`.
    public var tolerance: Double

    /// The search ends after this number of steps.
    public var maximumSteps: Int

    /// A search; by default to 1e-12 of the value within 500 steps.
    public init(tolerance: Double = 1e-12, maximumSteps: Int = 500) {
        self.tolerance = tolerance
        self.maximumSteps = maximumSteps
    }

    /// The least value of a function whose gradient is taken by central differences.
    ///
    /// - Parameter scale: the size of a coordinate that matters; its cube root of precision is the
    ///   distance of the differences. Nil takes `max(1, |x|)`.
    public func minimum(
        from start: [Double], scale: [Double]? = nil,
        of function: (UnsafeBufferPointer<Double>) -> Double
    ) -> Minimum {
        var probe = start
        return minimum(from: start) { point, gradient in
            let value = function(point)
            guard let gradient else { return value }
            for axis in point.indices { probe[axis] = point[axis] }
            for axis in point.indices {
                let reach = 0x1p-17 * (scale?[axis] ?? max(1, abs(point[axis])))
                probe[axis] = point[axis] + reach
                let above = probe.withUnsafeBufferPointer(function)
                probe[axis] = point[axis] - reach
                let below = probe.withUnsafeBufferPointer(function)
                probe[axis] = point[axis]
                gradient[axis] = Self.slope(value, above, below, reach)
            }
            return value
        }
    }

    /// The least value of a function that knows its gradient.
    ///
    /// - Parameter function: the value at a point; sets the gradient too where a buffer is handed
    ///   to it.
    public func minimum(
        from start: [Double],
        of function: (
            UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>?
        ) -> Double
    ) -> Minimum {
        precondition(!start.isEmpty, "a function of no numbers")
        return withoutActuallyEscaping(function) { function in
            var descent = Descent(start: start, function: function)
            return descent.run(self)
        }
    }

    /// The difference of both sides, or of the side that lies in the domain.
    private static func slope(
        _ value: Double, _ above: Double, _ below: Double, _ reach: Double
    ) -> Double {
        switch (above.isFinite, below.isFinite) {
        case (true, true): (above - below) / (2 * reach)
        case (true, false): (above - value) / reach
        case (false, true): (value - below) / reach
        case (false, false): 0
        }
    }
}
