/// The state of a quasi-Newton search.
struct Descent {
    typealias Function = (
        UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>?
    ) -> Double

    private let function: Function
    private var point: [Double]
    private var gradient: [Double]
    private var value = Double.infinity
    private var inverse: [Double]
    private var direction: [Double]
    private var trial: [Double]
    private var trialGradient: [Double]
    private var change: [Double]
    private var evaluations = 0
    private var isFresh = true

    init(start: [Double], function: @escaping Function) {
        self.function = function
        point = start
        let zeros = [Double](repeating: 0, count: start.count)
        (gradient, direction, trial, trialGradient, change) = (zeros, zeros, zeros, zeros, zeros)
        inverse = [Double](repeating: 0, count: start.count * start.count)
    }

    mutating func run(_ settings: QuasiNewton) -> Minimum {
        evaluations = 1
        value = Self.ask(function, point, &gradient)
        guard value.isFinite else { return end(false) }
        reset()
        var stalls = 0
        for _ in 0..<settings.maximumSteps {
            let slope = aim()
            guard slope < 0, let next = lower(slope) else {
                if isFresh { return end(true) }
                reset()
                continue
            }
            let gain = value - next
            learn()
            value = next
            let isStalled = gain <= settings.tolerance * (abs(value) + settings.tolerance)
            stalls = isStalled ? stalls + 1 : 0
            if stalls == 2 { return end(true) }
        }
        return end(false)
    }

    private func end(_ converged: Bool) -> Minimum {
        Minimum(point: point, value: value, evaluations: evaluations, hasConverged: converged)
    }

    private static func ask(
        _ function: Function, _ place: [Double], _ slope: inout [Double]
    ) -> Double {
        place.withUnsafeBufferPointer { place in
            slope.withUnsafeMutableBufferPointer { function(place, $0) }
        }
    }

    private mutating func reset() {
        let size = point.count
        for place in inverse.indices { inverse[place] = place % (size + 1) == 0 ? 1 : 0 }
        isFresh = true
    }

    /// Sets the direction; returns the slope along it.
    private mutating func aim() -> Double {
        let size = point.count
        var slope = 0.0
        for row in 0..<size {
            var sum = 0.0
            for column in 0..<size { sum -= inverse[row * size + column] * gradient[column] }
            direction[row] = sum
            slope += sum * gradient[row]
        }
        return slope
    }

    /// Halves the step until the value is low enough; nil where no step lowers it.
    private mutating func lower(_ slope: Double) -> Double? {
        var step = 1.0
        if isFresh {
            let length = direction.reduce(0) { max($0, abs($1)) }
            let reach = point.reduce(1) { max($0, abs($1)) }
            step = min(1, 0.1 * reach / length)
        }
        for attempt in 0..<40 {
            var hasMoved = false
            for axis in point.indices {
                trial[axis] = point[axis] + step * direction[axis]
                hasMoved = hasMoved || trial[axis] != point[axis]
            }
            guard hasMoved else { return nil }
            evaluations += 1
            // The first trial is mostly good: its slopes come along.
            var next =
                attempt == 0
                ? Self.ask(function, trial, &trialGradient)
                : trial.withUnsafeBufferPointer { function($0, nil) }
            if next.isFinite && next <= value + 1e-4 * step * slope {
                if attempt > 0 {
                    evaluations += 1
                    next = Self.ask(function, trial, &trialGradient)
                }
                return next
            }
            let bend = next - value - step * slope
            let guess = bend.isFinite && bend > 0 ? -slope * step * step / (2 * bend) : 0
            step = min(max(guess, 0.1 * step), 0.5 * step)
        }
        return nil
    }

    /// Moves to the trial and updates the inverse Hessian where the curvature is positive.
    private mutating func learn() {
        let size = point.count
        var curvature = 0.0
        for axis in 0..<size {
            point[axis] = trial[axis] - point[axis]
            change[axis] = trialGradient[axis] - gradient[axis]
            curvature += point[axis] * change[axis]
        }
        if curvature > 0 {
            if isFresh {
                let weight = curvature / change.reduce(0) { $0 + $1 * $1 }
                for axis in 0..<size { inverse[axis * (size + 1)] = weight }
            }
            update(curvature)
            isFresh = false
        }
        swap(&point, &trial)
        swap(&gradient, &trialGradient)
    }

    /// `H + (1 + y'Hy / s'y) ss' / s'y - (Hy s' + s y'H) / s'y`; s lies in `point`.
    private mutating func update(_ curvature: Double) {
        let size = point.count
        var bend = 0.0
        for row in 0..<size {
            var sum = 0.0
            for column in 0..<size { sum += inverse[row * size + column] * change[column] }
            direction[row] = sum
            bend += sum * change[row]
        }
        let weight = (1 + bend / curvature) / curvature
        for row in 0..<size {
            for column in 0..<size {
                inverse[row * size + column] +=
                    weight * point[row] * point[column]
                    - (direction[row] * point[column] + point[row] * direction[column]) / curvature
            }
        }
    }
}
