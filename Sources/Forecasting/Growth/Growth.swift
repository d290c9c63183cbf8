internal import LinearAlgebra
internal import Optimization
internal import RealModule

/// Growth towards a ceiling, by nonlinear least squares.
///
/// Missing observations are skipped. Outcomes scatter about the curve normally, cut off at 0 and at
/// the ceiling.
///
/// References: V. Srinivasan and C. Mason, Nonlinear least squares estimation of new product
/// diffusion models, Marketing Science 5 (1986), doi:10.1287/mksc.5.2.169; F. Richards, A flexible
/// growth function for empirical use, J. Experimental Botany 10 (1959), doi:10.1093/jxb/10.2.290.
public struct Growth: ForecastMethod, Equatable {
    /// The form of the curve.
    public var curve: GrowthCurve

    /// The ceiling, where it is known, such as the number of those who are eligible; nil where it
    /// is estimated.
    public var ceiling: Double?

    /// Growth along a curve.
    public init(_ curve: GrowthCurve, ceiling: Double? = nil) {
        precondition(ceiling.map { $0 > 0 && $0.isFinite } ?? true, "a ceiling not above 0")
        self.curve = curve
        self.ceiling = ceiling
    }

    /// Estimates the curve.
    ///
    /// - Throws: `outOfRange` for a value below 0 or above the given ceiling; `falling` for one
    ///   below the last, where the curve counts all adopters so far (Bass); `tooShort` with fewer
    ///   observations than two more than there are parameters; `constant`; `notConverged` where the
    ///   observations do not tell the parameters, such as a ceiling far beyond the last of them.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedGrowth {
        let known = series.values.indices.filter { !series.values[$0].isNaN }
        for step in known
        where series.values[step] < 0 || series.values[step] > ceiling ?? .infinity {
            throw .outOfRange(step: step)
        }
        if curve == .bass {
            for (before, step) in zip(known, known.dropFirst())
            where series.values[step] < series.values[before] {
                throw .falling(step: step)
            }
        }
        let parameters = curve.parameterCount + (ceiling == nil ? 1 : 0)
        if known.count < parameters + 2 {
            throw .tooShort(needed: parameters + 2, have: known.count)
        }
        let values = known.map { series.values[$0] }
        let times = known.map(Double.init)
        let largest = values.max() ?? 0
        if values.allSatisfy({ $0 == values[0] }) { throw .constant }
        var best: LevenbergMarquardt.Result?
        for start in starts(times, values, largest) {
            let found = search(from: start, times, values, largest)
            guard let found, found.sumOfSquares < best?.sumOfSquares ?? .infinity else { continue }
            best = found
        }
        guard let best, best.hasConverged else { throw .notConverged }
        // A ceiling that was not seen, not even nearly, is not told by the data.
        if ceiling == nil && best.point[0] > .log(100) { throw .notConverged }
        guard
            let fitted = FittedGrowth(
                self, series: series, known: known, scale: largest, result: best)
        else { throw .notConverged }
        return fitted
    }

    /// Free numbers to begin with: the logarithm of the ceiling in parts of the largest observation
    /// where it is estimated, then those of the curve.
    private func starts(
        _ times: [Double], _ values: [Double], _ largest: Double
    ) -> [[Double]] {
        if let ceiling {
            return curve.starts(times, values.map { $0 / ceiling })
        }
        return [1.02, 1.3, 2, 5].flatMap { factor in
            curve.starts(times, values.map { $0 / (factor * largest) })
                .map { [Double.log(factor)] + $0 }
        }
    }

    private func search(
        from start: [Double], _ times: [Double], _ values: [Double], _ largest: Double
    ) -> LevenbergMarquardt.Result? {
        LevenbergMarquardt(maximumSteps: 200).minimum(from: start, count: values.count) {
            point, residuals in
            for (place, time) in times.enumerated() {
                let expected = value(time, point, largest)
                residuals[place] = (expected - values[place]) / largest
            }
        }
    }

    /// The curve at a time from free numbers.
    func value(_ time: Double, _ free: UnsafeBufferPointer<Double>, _ scale: Double) -> Double {
        guard let first = free.baseAddress else { return .nan }
        if let ceiling { return curve.value(time, ceiling: ceiling, first) }
        return curve.value(time, ceiling: scale * GrowthCurve.power(first[0]), first + 1)
    }
}
