import Exploration
import Policy

package struct TargetDraw: Sendable {
    /// From 0.
    package let number: Int
    /// The smallest part of the dial that meets the target; nil where none does or nothing has a
    /// result.
    package let needed: TargetPoint?
    /// The scenario without the dial.
    package let base: TargetPoint
    /// At the solution of the written values; nil where there is none.
    package let atSolution: TargetPoint?
    /// Why the draw has no result anywhere on the dial.
    package let failure: (any Error)?
}

/// A target solved in every draw of what is uncertain.
///
/// A draw is the one that `run --draws` takes: a function of seed, name and number, so that the
/// scenario with and without the dial share it, and no result depends on threads.
package struct TargetDraws: Sendable {
    /// How many even steps of the dial a draw is looked at where the curve at written values does
    /// not turn; otherwise as many as that curve had.
    static let intervals = 8
    /// How far apart the two sides of a change may stay: a hundred thousandth of the dial.
    static let width = 1.0 / Double(1 << 17)
    static let chunk = 16

    /// In order.
    package let draws: [TargetDraw]
    /// Whether any draw was asked at the written values' solution.
    package let hasSolution: Bool
    private let aim: TargetAim

    /// Draws that were solved, in order of number.
    init(_ draws: [TargetDraw], of aim: TargetAim, hasSolution: Bool) {
        self.draws = draws
        self.aim = aim
        self.hasSolution = hasSolution
    }

    package var solved: [TargetDraw] { draws.filter { $0.failure == nil } }

    /// The share of solved draws in which no place of the dial meets the target.
    package var unreachableShare: Double {
        share { $0.needed == nil }
    }

    /// The share of solved draws in which the written values' solution meets the target; nil
    /// without one, and for `equals`, which no draw meets to the last digit.
    package var meetingShare: Double? {
        hasSolution && aim.bound != .equals
            ? share { $0.atSolution.map { aim.margin($0.value) >= 0 } ?? false }
            : nil
    }

    /// Of the draws that have a result, the share for which something holds; NaN without any.
    private func share(_ holds: (TargetDraw) -> Bool) -> Double {
        solved.isEmpty ? .nan : Double(solved.count(where: holds)) / Double(solved.count)
    }

    /// A quantile of the needed number of a key, a draw that does not reach the target counting as
    /// farther than any number; nil where the quantile falls on such a draw.
    ///
    /// - Parameter place: in (0, 1]; the smallest draw with at least that share at or before it.
    package func dial(at place: Double) -> Double? {
        Self.quantile(solved.map { $0.needed?.dial ?? .infinity }, place)
            .flatMap { $0.isFinite ? $0 : nil }
    }

    /// A quantile of a figure over the draws that reach the target; nil without one.
    package func quantile(_ place: Double, _ figure: (TargetPoint, TargetDraw) -> Double) -> Double?
    {
        Self.quantile(solved.compactMap { draw in draw.needed.map { figure($0, draw) } }, place)
    }

    /// The inverse of the empirical distribution: a value that some draw has.
    private static func quantile(_ values: [Double], _ place: Double) -> Double? {
        let sorted = values.filter { !$0.isNaN }.sorted()
        guard !sorted.isEmpty else { return nil }
        let rank = (place * Double(sorted.count)).rounded(.up)
        return sorted[min(sorted.count - 1, max(0, Int(rank) - 1))]
    }
}

extension TargetProblem {
    /// Solves every draw.
    ///
    /// - Parameters:
    ///   - answer: at the written values.
    ///   - progress: gets how many draws are done.
    /// - Throws: ``Sampling`` faults of distributions and correlations; as
    ///   ``answer(law:threads:progress:)``.
    package func draws(
        _ plan: EnsemblePlan, around answer: TargetAnswer, law: LawTree, threads: Int,
        progress: ((Int) -> Void)? = nil
    ) async throws -> TargetDraws {
        let inputs = scenario.uncertainInputs
        let isPlain = if case .turning = answer.shape { false } else { true }
        let work = DrawnTargets(
            problem: self,
            sample: try InputSample(inputs, correlations: scenario.correlations, plan: plan),
            model: try model(varying: inputs, law: law),
            base: try PointModel(scenario, inputs: inputs, outcomes: outcomes, law: law),
            grid: dial.grid(isPlain ? TargetDraws.intervals : intervals),
            solution: answer.solution?.place)
        let size = TargetDraws.chunk
        let count = (plan.draws + size - 1) / size
        var draws: [TargetDraw] = []
        try await OrderedChunks(count: count, concurrency: threads).run { chunk in
            work.solve(chunk * size..<min(plan.draws, (chunk + 1) * size))
        } take: { _, found in
            draws += found
            progress?(draws.count)
        }
        return TargetDraws(draws, of: aim, hasSolution: answer.solution != nil)
    }
}

private struct DrawnTargets: Sendable {
    /// What is asked, without the draws.
    let problem: TargetProblem
    /// Drawn inputs, a row for each draw.
    let sample: InputSample
    let model: PointModel
    let base: PointModel
    /// Places of the dial to look at first.
    let grid: [Double]
    /// The place that the written values need.
    let solution: DialPoint?

    /// Solves some draws side by side: whatever they want to know next is evaluated together.
    func solve(_ numbers: Range<Int>) -> [TargetDraw] {
        let rows = numbers.map(sample.row)
        var solvers = rows.map { _ in TargetSolver(grid: grid, width: TargetDraws.width) }
        var known: [[Double: TargetPoint]] = rows.map { _ in [:] }
        while solvers.contains(where: { !$0.wanted.isEmpty }) {
            let wanted = solvers.map { $0.wanted.map(problem.dial.point) }
            let points = zip(rows, wanted).flatMap { row, places in
                places.map { row + $0.values }
            }
            var results = model.results(at: points)[...]
            for (index, places) in wanted.enumerated() where !places.isEmpty {
                let found = zip(places, results.prefix(places.count)).map { TargetPoint($0, $1) }
                results = results.dropFirst(places.count)
                for point in found { known[index][point.dial] = point }
                solvers[index].take(found.map { problem.aim.margin($0.value) })
            }
        }
        let bases = base.results(at: rows).map { TargetPoint(nil, $0) }
        let fixed = solution.map { place in
            model.results(at: rows.map { $0 + place.values }).map { TargetPoint(place, $0) }
        }
        return numbers.enumerated().map { index, number in
            let solver = solvers[index]
            let needed = needed(solver, known[index], rows[index])
            let isLost = known[index].values.allSatisfy { $0.value.isNaN }
            return TargetDraw(
                number: number, needed: needed, base: bases[index], atSolution: fixed?[index],
                failure: isLost ? known[index][grid[0]]?.failure ?? TargetFault.noValue : nil)
        }
    }

    /// The smallest place that meets the target, of a dial of persons or rupiah the smallest whole
    /// number next to such a place; for `equals` the nearer side of the first change.
    ///
    /// - Parameters:
    ///   - known: every place of the draw that was looked at.
    ///   - row: the draw's inputs.
    private func needed(
        _ solver: TargetSolver, _ known: [Double: TargetPoint], _ row: [Double]
    ) -> TargetPoint? {
        guard problem.dial.isOneWhole else { return place(solver).flatMap { known[$0] } }
        if problem.aim.bound == .equals {
            guard let point = place(solver).flatMap({ known[$0] }) else { return nil }
            let numbers = [false, true].compactMap { problem.dial.whole(at: point, rising: $0) }
            return evaluated(numbers, row).min {
                problem.aim.distance($0.value) < problem.aim.distance($1.value)
            }
        }
        let met =
            [solver.first?.dial].compactMap(\.self) + solver.brackets.map(\.met.dial)
            + solver.touches.map(\.dial)
        for dial in met.sorted() {
            guard let point = known[dial],
                let number = problem.dial.whole(at: point, rising: true)
            else { continue }
            let whole = evaluated([number], row)[0]
            if problem.aim.isMet(by: whole.value) { return whole }
        }
        return nil
    }

    /// The results of a draw at whole numbers of the only key.
    private func evaluated(_ numbers: [Double], _ row: [Double]) -> [TargetPoint] {
        let places = numbers.map(problem.dial.place)
        return zip(places, model.results(at: places.map { row + $0.values })).map {
            TargetPoint($0, $1)
        }
    }

    /// The first place that meets the target; for `equals` the nearer side of the first change.
    private func place(_ solver: TargetSolver) -> Double? {
        guard problem.aim.bound == .equals else {
            return [solver.first?.dial, solver.touches.first?.dial].compactMap { $0 }.min()
        }
        return solver.brackets.first.map { bracket in
            abs(bracket.met.margin) <= abs(bracket.unmet.margin)
                ? bracket.met.dial : bracket.unmet.dial
        } ?? solver.touches.first?.dial
    }
}

/// Why a target has no answer.
package enum TargetFault: Error, Sendable, Equatable {
    /// The outcome has no value anywhere on the dial.
    case noValue
}
