/// The corners of a search and the points that it tries, in one block of memory.
struct Simplex {
    typealias Function = (UnsafeBufferPointer<Double>) -> Double

    /// What stands for a value that is not finite.
    private static let forbidden = 1e35

    private let settings: NelderMead
    private let size: Int
    private let function: Function
    private let memory: UnsafeMutablePointer<Double>

    /// Corners, one after the other; their values; centre; four trial points.
    private let corners: UnsafeMutablePointer<Double>
    private let heights: UnsafeMutablePointer<Double>
    private let centre: UnsafeMutablePointer<Double>
    private let trials: UnsafeMutablePointer<Double>

    private var evaluations = 0
    private var lowest = 0
    private var highest = 0
    private var extent = 0.0

    init(settings: NelderMead, start: [Double], function: @escaping Function) {
        self.settings = settings
        self.function = function
        size = start.count
        let count = (size + 1) * size + (size + 1) + size + 4 * size
        memory = .allocate(capacity: count)
        memory.initialize(repeating: 0, count: count)
        corners = memory
        heights = corners + (size + 1) * size
        centre = heights + size + 1
        trials = centre + size
        for axis in 0..<size { corners[axis] = start[axis] }
        clamp(corners)
    }

    func free() { memory.deallocate() }

    mutating func descend() -> Minimum {
        heights[0] = ask(corners)
        guard heights[0] < Self.forbidden else { return end(false) }
        let slack = settings.tolerance * (abs(heights[0]) + settings.tolerance)
        spread()
        measure()
        while true {
            rank()
            if heights[highest] <= heights[lowest] + slack { return end(true) }
            guard advance() else { return end(false) }
            if evaluations > settings.maximumEvaluations { return end(false) }
        }
    }

    private func end(_ converged: Bool) -> Minimum {
        let place = corners + lowest * size
        return Minimum(
            point: Array(UnsafeBufferPointer(start: place, count: size)),
            value: heights[lowest], evaluations: evaluations, hasConverged: converged)
    }

    /// Sets a corner off along each axis.
    private mutating func spread() {
        var step = settings.step ?? 0
        if settings.step == nil {
            for axis in 0..<size { step = max(step, 0.1 * abs(corners[axis])) }
        }
        if step == 0 { step = 0.1 }
        for axis in 0..<size {
            let corner = corners + (axis + 1) * size
            corner.update(from: corners, count: size)
            var reach = step
            while corner[axis] == corners[axis] {
                corner[axis] = corners[axis] + reach
                reach *= 10
            }
            extent += reach
            clamp(corner)
            // A bound on the step's way would leave a corner upon the start.
            if corner[axis] == corners[axis] {
                corner[axis] = corners[axis] - step
                clamp(corner)
            }
        }
    }

    /// Asks for the values of all corners but the lowest.
    private mutating func measure() {
        for corner in 0...size where corner != lowest {
            heights[corner] = ask(corners + corner * size)
        }
    }

    /// Finds the lowest and the highest corner, as Nash compares them.
    private mutating func rank() {
        let first = lowest
        var (low, high) = (heights[lowest], heights[lowest])
        highest = lowest
        for corner in 0...size where corner != first {
            let height = heights[corner]
            if height < low { (lowest, low) = (corner, height) }
            if height > high { (highest, high) = (corner, height) }
        }
    }

    /// Replaces the highest corner, or draws all to the lowest; false where they cannot be drawn.
    private mutating func advance() -> Bool {
        place(corners + highest * size)
        let reflected = ask(trials)
        if reflected < heights[lowest] {
            let stretched = ask(trials + size)
            if stretched < reflected { replace(1, stretched) } else { replace(0, reflected) }
            return true
        }
        let isBetter = reflected < heights[highest]
        if isBetter { replace(0, reflected) }
        let inner = isBetter ? 2 : 3
        let contracted = ask(trials + inner * size)
        if contracted < heights[highest] {
            replace(inner, contracted)
        } else if !isBetter {
            return shrink()
        }
        return true
    }

    /// Sets the trial points: reflected, stretched, contracted from there, contracted from `high`.
    private func place(_ high: UnsafeMutablePointer<Double>) {
        for axis in 0..<size { centre[axis] = -high[axis] }
        for corner in 0...size {
            let point = corners + corner * size
            for axis in 0..<size { centre[axis] += point[axis] }
        }
        for axis in 0..<size {
            let middle = centre[axis] / Double(size)
            let far = 2 * middle - high[axis]
            trials[axis] = far
            trials[size + axis] = 2 * far - middle
            trials[2 * size + axis] = 0.5 * far + 0.5 * middle
            trials[3 * size + axis] = 0.5 * high[axis] + 0.5 * middle
        }
        if !settings.bounds.isEmpty { for trial in 0..<4 { clamp(trials + trial * size) } }
    }

    /// Puts a trial point in the place of the highest corner.
    private func replace(_ trial: Int, _ height: Double) {
        (corners + highest * size).update(from: trials + trial * size, count: size)
        heights[highest] = height
    }

    private mutating func shrink() -> Bool {
        let low = corners + lowest * size
        var reach = 0.0
        for corner in 0...size where corner != lowest {
            let point = corners + corner * size
            for axis in 0..<size {
                point[axis] = 0.5 * (point[axis] - low[axis]) + low[axis]
                reach += abs(point[axis] - low[axis])
            }
        }
        guard reach < extent else { return false }
        extent = reach
        measure()
        return true
    }

    private mutating func ask(_ point: UnsafeMutablePointer<Double>) -> Double {
        evaluations += 1
        let value = function(UnsafeBufferPointer(start: point, count: size))
        return value.isFinite ? value : Self.forbidden
    }

    private func clamp(_ point: UnsafeMutablePointer<Double>) {
        for (axis, range) in settings.bounds.enumerated() {
            point[axis] = min(max(point[axis], range.lowerBound), range.upperBound)
        }
    }
}
