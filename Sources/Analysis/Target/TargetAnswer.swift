import Exploration
import Policy
import Quantities

/// A place where an outcome changes between meeting a target and missing it.
package struct TargetCrossing: Sendable {
    package enum Kind: String, Sendable {
        case crossing
        /// It leaps over it: no place of the dial has the target's own number.
        case jump
        case touch
    }

    package let kind: Kind
    package let met: TargetPoint
    /// The side that does not, a thousand millionth of the dial away; the same for a touch.
    package let unmet: TargetPoint

    package var isEntry: Bool { met.dial >= unmet.dial }
}

package enum TargetShape: Sendable, Equatable {
    /// No reading differs; none is below an earlier one; none is above.
    case constant, rising, falling
    /// The places where it turns.
    case turning([Double])

    /// A way back of less than a thousandth of the outcome's span is no turn: quotas that are cut
    /// to whole persons make such waves.
    ///
    /// - Parameter points: in order of the dial; those without a value are passed over.
    init(_ points: [TargetPoint]) {
        let known = points.filter { $0.value.isFinite }
        let values = known.map(\.value)
        let span = (values.max() ?? 0) - (values.min() ?? 0)
        guard let first = known.first, !values.isConstant else {
            self = .constant
            return
        }
        var turns: [Double] = []
        var (low, high) = (first, first)
        var way = 0.0
        for point in known {
            if point.value >= high.value { high = point }
            if point.value <= low.value { low = point }
            if way >= 0, high.value - point.value > span / 1000 {
                if way > 0 { turns.append(high.dial) }
                (way, low) = (-1, point)
            } else if way <= 0, point.value - low.value > span / 1000 {
                if way < 0 { turns.append(low.dial) }
                (way, high) = (1, point)
            }
        }
        self = !turns.isEmpty ? .turning(turns) : way > 0 ? .rising : .falling
    }
}

package struct TargetAnswer: Sendable {
    package let base: TargetPoint
    /// Every place that was looked at, in order.
    package let curve: [TargetPoint]
    package let gridCount: Int
    package let shape: TargetShape
    /// Every change found, in order.
    package let roots: [TargetCrossing]
    /// The smallest part of the dial that meets the target, as a planner would write it down; nil
    /// where none does.
    package let solution: TargetPoint?
    /// The place that comes nearest to the target, the first of equals; the solution where one is.
    package let best: TargetPoint

    /// Whether the target is met at dial 0 already.
    package var isMetAtStart: Bool { solution.map { $0.dial == 0 } ?? false }
}

extension TargetProblem {
    /// Looks along the dial at the written values of all inputs.
    ///
    /// - Parameter progress: gets how many places were looked at.
    /// - Throws: ``PolicyFaults`` where the scenario does not resolve at dial 0, what its law is
    ///   refused for.
    package func answer(
        law: LawTree, threads: Int, progress: ((Int) -> Void)? = nil
    ) async throws -> TargetAnswer {
        let model = try model(varying: [], law: law)
        let grid = dial.grid(intervals)
        var solver = TargetSolver(grid: grid, width: Self.width)
        var known: [Double: TargetPoint] = [:]
        while !solver.wanted.isEmpty {
            let places = solver.wanted.map(dial.point)
            let points = try await Self.points(places, model, threads)
            for point in points { known[point.dial] = point }
            solver.take(points.map { aim.margin($0.value) })
            progress?(known.count)
        }
        let base = try PointModel(scenario, inputs: [], outcomes: outcomes, law: law)
        let curve = known.values.sorted { $0.dial < $1.dial }
        let roots = roots(of: solver, known)
        let solution = solution(roots, curve, model)
        return TargetAnswer(
            base: TargetPoint(nil, base.results(at: [[]])[0]), curve: curve,
            gridCount: grid.count, shape: TargetShape(curve), roots: roots, solution: solution,
            best: solution ?? nearest(curve, model))
    }

    private static func points(
        _ places: [DialPoint], _ model: PointModel, _ threads: Int
    ) async throws -> [TargetPoint] {
        let size = max(1, min(8, (places.count + threads - 1) / max(1, threads)))
        var points: [TargetPoint] = []
        let chunks = OrderedChunks(
            count: (places.count + size - 1) / size, concurrency: threads)
        try await chunks.run { chunk in
            let part = Array(places[chunk * size..<min(places.count, (chunk + 1) * size)])
            return zip(part, model.results(at: part.map(\.values))).map { TargetPoint($0, $1) }
        } take: { _, found in
            points += found
        }
        return points
    }

    /// Brackets and touches as roots.
    ///
    /// A change whose two sides are still apart by a millionth of the curve's span is a leap: on a
    /// line they would be apart by 10^-9 of it. Where an entry and an exit share a place the curve
    /// touches the target there.
    private func roots(
        of solver: TargetSolver, _ known: [Double: TargetPoint]
    ) -> [TargetCrossing] {
        let values = known.values.map(\.value).filter(\.isFinite)
        let span = (values.max() ?? 0) - (values.min() ?? 0)
        var roots: [TargetCrossing] = []
        for bracket in solver.brackets {
            guard let met = known[bracket.met.dial], let unmet = known[bracket.unmet.dial] else {
                continue
            }
            let isLeap = !(abs(met.value - unmet.value) <= 1e-6 * span)
            let root = TargetCrossing(kind: isLeap ? .jump : .crossing, met: met, unmet: unmet)
            if let last = roots.last, last.isEntry, !root.isEntry,
                root.met.dial - last.met.dial < GoldenSection.width
            {
                roots[roots.count - 1] = TargetCrossing(
                    kind: .touch, met: last.met, unmet: last.met)
            } else {
                roots.append(root)
            }
        }
        for touch in solver.touches where !touch.isMet || aim.bound == .equals {
            guard let point = known[touch.dial] else { continue }
            roots.append(TargetCrossing(kind: .touch, met: point, unmet: point))
        }
        return roots.sorted { $0.met.dial < $1.met.dial }
    }

    /// The smallest part of the dial that meets the target, as it can be decided: in whole persons
    /// or rupiah, or on a place with few digits where that one meets it too.
    private func solution(
        _ roots: [TargetCrossing], _ curve: [TargetPoint], _ model: PointModel
    ) -> TargetPoint? {
        if aim.bound == .equals { return equal(roots, curve, model) }
        let met = curve.first { aim.isMet(by: $0.value) }
        let touch = roots.first { $0.kind == .touch }?.met
        guard let first = [met, touch].compactMap({ $0 }).min(by: { $0.dial < $1.dial }) else {
            return nil
        }
        guard first.dial > 0, first.dial < 1 else { return first }
        if dial.isOneWhole {
            let unmet = curve.last { $0.dial < first.dial } ?? first
            return whole(between: unmet, and: first, model) ?? first
        }
        let places = [false, true].map { dial.settled(first.dial, rising: $0) }
        return evaluated(places, model).first { aim.isMet(by: $0.value) } ?? first
    }

    /// The whole number next to the start of the dial that meets the target, between a place that
    /// does not and one that does; nil where none does.
    ///
    /// Both neighbours of the change are evaluated, whatever fraction of a person the change itself
    /// was closed in to, so that where the dial begins does not matter.
    private func whole(
        between unmet: TargetPoint, and met: TargetPoint, _ model: PointModel
    ) -> TargetPoint? {
        guard var low = dial.whole(at: unmet, rising: false),
            var high = dial.whole(at: met, rising: true)
        else { return nil }
        func point(_ number: Double) -> TargetPoint {
            evaluated([dial.place(of: number)], model)[0]
        }
        let first = point(low)
        if aim.isMet(by: first.value) { return first }
        while abs(high - low) > 1 {
            let middle = ((low + high) / 2).rounded()
            if aim.isMet(by: point(middle).value) { high = middle } else { low = middle }
        }
        let last = point(high)
        return aim.isMet(by: last.value) ? last : nil
    }

    /// For `equals` the first crossing or touch; a leap over the number does not have it. Of whole
    /// persons or rupiah the nearer neighbour; else the place with the fewest digits that has the
    /// number.
    private func equal(
        _ roots: [TargetCrossing], _ curve: [TargetPoint], _ model: PointModel
    ) -> TargetPoint? {
        let hit = curve.first { aim.isMet(by: $0.value) }
        let root = roots.first { $0.kind != .jump }.map { root in
            [root.met, root.unmet].min { aim.distance($0.value) < aim.distance($1.value) }
        }
        guard let found = hit ?? root ?? nil else { return nil }
        if dial.isOneWhole { return nearestWhole(to: found, model) }
        let few = [false, true].map { dial.settled(found.dial, rising: $0) } + [dial.short(found)]
        return evaluated(few, model).first { aim.isMet(by: $0.value) } ?? found
    }

    /// The place that comes nearest to the target, in whole persons or rupiah.
    private func nearest(_ curve: [TargetPoint], _ model: PointModel) -> TargetPoint {
        let nearest = curve.min { aim.distance($0.value) < aim.distance($1.value) } ?? curve[0]
        return dial.isOneWhole ? nearestWhole(to: nearest, model) : nearest
    }

    /// The whole number beside a place that comes nearer to the target; the place where it is one.
    private func nearestWhole(to place: TargetPoint, _ model: PointModel) -> TargetPoint {
        let numbers = [false, true].compactMap { dial.whole(at: place, rising: $0) }
        guard numbers.count == 2, place.place?.values != [numbers[0]] else { return place }
        return evaluated(numbers.map(dial.place), model).min {
            aim.distance($0.value) < aim.distance($1.value)
        } ?? place
    }

    private func evaluated(_ places: [DialPoint], _ model: PointModel) -> [TargetPoint] {
        zip(places, model.results(at: places.map(\.values))).map { TargetPoint($0, $1) }
    }
}
