/// The corners of a search and the points that it tries, in one block of memory.
struct Simplex {
    typealias Values = (UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void

    /// What stands for a value that is not finite.
    private static let forbidden = 1e35

    private let settings: NelderMead
    private let size: Int
    private let lanes: Int
    private let function: Values
    private let memory: UnsafeMutablePointer<Double>

    /// Corners, one after the other; their values; centre; trial points; trial values.
    private let corners: UnsafeMutablePointer<Double>
    private let heights: UnsafeMutablePointer<Double>
    private let centre: UnsafeMutablePointer<Double>
    private let trials: UnsafeMutablePointer<Double>
    private let answers: UnsafeMutablePointer<Double>

    private var evaluations = 0
    private var lowest = 0
    private var highest = 0
    private var extent = 0.0

    init(settings: NelderMead, start: [Double], lanes: Int, function: @escaping Values) {
        self.settings = settings
        self.lanes = lanes
        self.function = function
        size = start.count
        let count = (size + 1) * size + (size + 1) + size + 4 * size + 4
        memory = .allocate(capacity: count)
        memory.initialize(repeating: 0, count: count)
        corners = memory
        heights = corners + (size + 1) * size
        centre = heights + size + 1
        trials = centre + size
        answers = trials + 4 * size
        for axis in 0..<size { corners[axis] = start[axis] }
        clamp(corners)
    }

    func free() { memory.deallocate() }

    mutating func descend() -> Minimum {
        trials.update(from: corners, count: size)
        ask(0, 1)
        heights[0] = answers[0]
        evaluations = 1
        guard answers[0] < Self.forbidden else { return end(false) }
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
        var next = 0
        while next <= size {
            var asked = 0
            var first = next
            while next <= size && asked < lanes {
                if next == lowest {
                    if asked > 0 { break }
                    next += 1
                    first = next
                    continue
                }
                (trials + asked * size).update(from: corners + next * size, count: size)
                asked += 1
                next += 1
            }
            if asked == 0 { return }
            ask(0, asked)
            for place in 0..<asked { heights[first + place] = answers[place] }
            evaluations += asked
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
        let high = corners + highest * size
        place(high)
        if lanes == 4 { ask(0, 4) } else { ask(0, 1) }
        evaluations += 1
        let reflected = answers[0]
        if reflected < heights[lowest] {
            if lanes == 1 { ask(1, 1) }
            evaluations += 1
            replace(high, by: answers[1] < reflected ? 1 : 0)
            return true
        }
        let better = reflected < heights[highest]
        if better { replace(high, by: 0) }
        let inner = better ? 2 : 3
        if lanes == 1 { ask(inner, 1) }
        evaluations += 1
        if answers[inner] < heights[highest] {
            replace(high, by: inner)
        } else if !better {
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

    private func replace(_ corner: UnsafeMutablePointer<Double>, by trial: Int) {
        corner.update(from: trials + trial * size, count: size)
        heights[highest] = answers[trial]
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

    private func ask(_ first: Int, _ count: Int) {
        function(
            UnsafeBufferPointer(start: trials + first * size, count: count * size),
            UnsafeMutableBufferPointer(start: answers + first, count: count))
        for place in first..<first + count where !answers[place].isFinite {
            answers[place] = Self.forbidden
        }
    }

    private func clamp(_ point: UnsafeMutablePointer<Double>) {
        for (axis, range) in settings.bounds.enumerated() {
            point[axis] = min(max(point[axis], range.lowerBound), range.upperBound)
        }
    }
}
