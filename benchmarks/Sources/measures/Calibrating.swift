import Forecasting
import LinearAlgebra

extension Measure {
    /// Rates out of a monitoring table of 12 segments, 38 regions and 36 months; the check is the
    /// mean of each segment's regions.
    static let calibration = Measure(name: "calibrate", repetitions: 3) {
        let segments = (0..<12).map { MadeMonitoring(segment: $0).regions }
        return {
            let fits = try segments.map {
                try PooledRates(MadeMonitoring.model, $0, start: MadeMonitoring.start)
            }
            return { fits.flatMap(\.mean) }
        }
    }
}

/// Monthly counts of the unprotected, funded, self-paying, employed and lapsed of a segment.
private struct MadeMonitoring {
    static let start = [0.1, 0.1, 0.1, 0.3, 0.2, 0.1, 0.05, 0.3]
    static let model = CountModel(
        family: family, entry: 0, funded: 1, drawnFrom: (0, 4), kept: 2, dropped: 4)
    /// Self-enrolment, employer enrolment, employer loss, lapse, return, graduation, leaving.
    private static let rates = [0.06, 0.1, 0.25, 0.45, 0.3, 0.08, 0.04]
    private static let family: GeneratorFamily = {
        let moves = [
            [(0, 2)], [(0, 3), (2, 3), (4, 3)], [(3, 0)], [(2, 4)], [(4, 2)], [(1, 2)],
        ]
        let directions = moves.map { moves in
            moves.reduce(into: Matrix(rows: 5, columns: 5)) { direction, move in
                direction[move.0, move.1] += 1
                direction[move.0, move.0] -= 1
            }
        }
        return GeneratorFamily(directions + [-1 * Matrix.identity(5)])
    }()

    private(set) var regions: [[CountPair]] = []
    private var place: Int

    init(segment: Int) {
        place = segment * 1_000_000
        for region in 0..<38 { regions.append(months(of: region, segment)) }
    }

    private mutating func shock() -> Double {
        place += 1
        return MonthlySeries.shock(place, kind: 0)
    }

    private mutating func months(of region: Int, _ segment: Int) -> [CountPair] {
        let rates = Self.rates.map { $0 * (1 + 0.3 * shock()).magnitude }
        let moved = Self.family.transition(rates, over: 1.0 / 12).probabilities
        let people = Double(1500 + 400 * ((13 * region + 7 * segment) % 23))
        var stock = [0.7, 0.12, 0.06, 0.07, 0.05].map { ($0 * people).rounded() }
        let quota = stock[1]
        return (1..<36).map { month in
            var next = moves(stock, moved)
            let entrants = (people / 240).rounded()
            next[0] += entrants
            let flow = (month % 12 < 9 ? quota : 0) - next[1]
            if flow > 0 {
                let first = (flow * next[0] / (next[0] + next[4])).rounded()
                (next[0], next[4]) = (next[0] - first, next[4] - flow + first)
            } else {
                let kept = (-0.2 * flow).rounded()
                (next[2], next[4]) = (next[2] + kept, next[4] - flow - kept)
            }
            next[1] += flow
            defer { stock = next }
            return CountPair(
                before: stock, after: next, entrants: entrants,
                flows: .init(enrolled: max(0, flow), released: max(0, -flow)))
        }
    }

    /// Where people are a month later: each number its mean and its deviation times a shock.
    private mutating func moves(_ stock: [Double], _ moved: Matrix) -> [Double] {
        var next = [Double](repeating: 0, count: 5)
        for origin in 0..<5 {
            var (left, mass) = (stock[origin], 1.0)
            for target in (0..<5).filter({ $0 != origin }) + [origin] {
                let share = min(1, moved[origin, target] / mass)
                let spread = (left * share * (1 - share)).squareRoot()
                let count = min(left, max(0, (left * share + spread * shock()).rounded()))
                next[target] += count
                left -= count
                mass -= moved[origin, target]
            }
        }
        return next
    }
}
