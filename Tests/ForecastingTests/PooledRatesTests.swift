import LinearAlgebra
import RealModule
import Sampling
import Testing

@testable import Forecasting

/// Rates out of monthly counts.
@Suite struct PooledRatesTests {
    /// Unprotected, funded, self-paying, employer, lapsed.
    private static let family: GeneratorFamily = {
        let moves = [
            [(0, 2)], [(0, 3), (2, 3), (4, 3)], [(3, 0)], [(2, 4)], [(4, 2)], [(1, 2)],
        ]
        var directions = moves.map { moves in
            var direction = Matrix(rows: 5, columns: 5)
            for (from, to) in moves {
                direction[from, to] += 1
                direction[from, from] -= 1
            }
            return direction
        }
        directions.append(-1 * Matrix.identity(5))
        return GeneratorFamily(directions)
    }()
    static let model = CountModel(
        family: family, entry: 0, funded: 1, drawnFrom: (0, 4), kept: 2, dropped: 4)
    static let rates = [0.06, 0.1, 0.25, 0.45, 0.3, 0.08, 0.04]
    static let start = [0.1, 0.1, 0.1, 0.3, 0.2, 0.1, 0.05, 0.3]

    /// Months of made-up regions whose rates lie around ``rates``; the truth beside them.
    static func counts(
        regions: Int, months: Int, seed: UInt64, hasFlows: Bool, employed: Double = 0.1
    ) -> (truth: [[Double]], pairs: [[CountPair]]) {
        var draws = SeededCounts(seed: seed)
        var (truth, all): ([[Double]], [[CountPair]]) = ([], [])
        for _ in 0..<regions {
            let point = rates.map { Double.log($0) + 0.3 * draws.normal() } + [-1.2]
            truth.append(point)
            let moved = family.transition(point.dropLast().map { Double.exp($0) }, over: 1.0 / 12)
                .probabilities
            let kept = 1 / (1 + Double.exp(-point[7]))
            var stock = [12_000.0, 2000, 1500, 20_000 * employed, 1500]
            let quota = stock[1]
            var pairs: [CountPair] = []
            for month in 1..<months {
                var next = draws.moved(stock, moved)
                next[0] += 60
                let wanted = month % 12 < 9 ? quota : 0
                let flow = wanted - next[1]
                var flows = CountPair.Flows(enrolled: 0, released: 0)
                if flow > 0 {
                    let first = draws.drawn(flow, next[0], next[4])
                    (next[0], next[4]) = (next[0] - first, next[4] - flow + first)
                    flows.enrolled = flow
                } else {
                    let stays = draws.binomial(-flow, kept)
                    (next[2], next[4]) = (next[2] + stays, next[4] - flow - stays)
                    flows.released = -flow
                }
                next[1] = wanted
                pairs.append(
                    CountPair(
                        before: stock, after: next, entrants: 60, flows: hasFlows ? flows : nil))
                stock = next
            }
            all.append(pairs)
        }
        return (truth, all)
    }

    /// Four regions tell little of how far regions lie apart: what is lent has Student's tails. The
    /// part that comes from the region's own counts has none.
    @Test("Fewer regions that tell of the spread make what is lent less sure")
    func tails() throws {
        let (_, pairs) = Self.counts(regions: 4, months: 20, seed: 8, hasFlows: true)
        var fit = PooledFit(Self.model, pairs, start: Self.start)
        try fit.fitTogether()
        try fit.fitApart()
        let before = fit.regions
        let after = try fit.result().regions
        for parameter in 0..<8 {
            let regions =
                2
                + before.reduce(0) {
                    $0 + $1.weights[parameter] * $1.weights[parameter]
                }
            // Between 2 and 6 regions the quantile is at least 1.943 (6) in place of 1.645.
            #expect(regions < 6.001)
            for (one, other) in zip(before, after) {
                let lent = 1 - one.weights[parameter]
                let least = 1 + lent * ((1.943 / 1.645) * (1.943 / 1.645) - 1)
                let ratio =
                    other.covariance[parameter, parameter] / one.covariance[parameter, parameter]
                #expect(ratio > 0.999 * least, "\(parameter): \(ratio), \(least)")
            }
        }
    }

    @Test("True rates lie where they are said to lie", arguments: [true, false])
    func intervals(_ hasFlows: Bool) throws {
        let (truth, pairs) = Self.counts(regions: 12, months: 30, seed: 5, hasFlows: hasFlows)
        let fit = try PooledRates(Self.model, pairs, start: Self.start)
        #expect(fit.hasConverged)
        #expect(fit.usesCovariance)
        #expect(fit.open.isEmpty)
        var (inside, count, square) = (0, 0, 0.0)
        for (region, point) in zip(fit.regions, truth) {
            for rate in 0..<7 {
                let z =
                    (region.mean[rate] - point[rate]) / region.covariance[rate, rate].squareRoot()
                if abs(z) < 1.645 { inside += 1 }
                count += 1
                square += z * z
                #expect(region.covariance[rate, rate].squareRoot() < 0.6)
                #expect((0...1).contains(region.weights[rate]))
            }
        }
        #expect((0.82...0.97).contains(Double(inside) / Double(count)), "\(inside) of \(count)")
        #expect((0.4...1.5).contains(square / Double(count)), "\(square / Double(count))")
    }

    @Test("A region with few months borrows from the others")
    func borrows() throws {
        var (_, pairs) = Self.counts(regions: 8, months: 30, seed: 9, hasFlows: true)
        let whole = try PooledRates(Self.model, pairs, start: Self.start)
        pairs[0] = Array(pairs[0].prefix(2))
        pairs.append([])
        let fit = try PooledRates(Self.model, pairs, start: Self.start)
        #expect(fit.regions[0].weights[0] < whole.regions[0].weights[0] - 0.05)
        #expect(fit.regions[8].weights.allSatisfy { $0 < 1e-6 })
        #expect(abs(fit.regions[8].mean[3] - fit.mean[3]) < 1e-6)
    }

    @Test("Without anybody with an employer the loss of that cover is open")
    func open() throws {
        let pairs = Self.counts(regions: 4, months: 20, seed: 3, hasFlows: true).pairs.map { cell in
            cell.map { pair in
                var pair = pair
                (pair.before[3], pair.after[3]) = (0, 0)
                return pair
            }
        }
        let fit = try PooledRates(Self.model, pairs, start: Self.start)
        let named = Set(
            fit.open.flatMap { direction in
                direction.loadings.indices.filter { abs(direction.loadings[$0]) > 0.5 }
            })
        #expect(named.contains(2))
        #expect(!named.contains(3) && !named.contains(6))
    }

    @Test("Where months spread more than people do, means alone count")
    func dispersed() throws {
        var (_, pairs) = Self.counts(regions: 6, months: 30, seed: 4, hasFlows: true)
        var draws = SeededCounts(seed: 8)
        for region in pairs.indices {
            for month in pairs[region].indices {
                let shift = 0.05 * draws.normal() * pairs[region][month].after[2]
                pairs[region][month].after[2] += shift
                pairs[region][month].after[4] -= shift
            }
        }
        let fit = try PooledRates(Self.model, pairs, start: Self.start)
        #expect(!fit.usesCovariance)
        #expect(fit.dispersion > 5)
        #expect(abs(Double.exp(fit.mean[6]) / 0.04 - 1) < 0.5)
    }

    @Test("No pair of months at all is refused")
    func empty() {
        #expect(throws: FitFault.tooShort(needed: 2, have: 0)) {
            try PooledRates(Self.model, [[], []], start: Self.start)
        }
    }
}

/// Whole persons drawn from a stream of Sampling: normal where there are many, and rounded.
struct SeededCounts {
    private let stream: RandomStream
    private var next = 0

    init(seed: UInt64) { stream = RandomStream(seed: seed, name: "counts") }

    mutating func uniform() -> Double {
        next += 1
        return stream.uniform(next)
    }

    mutating func normal() -> Double {
        (-2 * Double.log(1 - uniform())).squareRoot() * Double.cos(2 * .pi * uniform())
    }

    mutating func binomial(_ people: Double, _ share: Double) -> Double {
        guard people >= 1, share > 0 else { return 0 }
        guard share < 1 else { return people }
        let mean = people * share
        if mean > 40 && people - mean > 40 {
            let count = mean + (mean * (1 - share)).squareRoot() * normal()
            return min(max(count.rounded(), 0), people)
        }
        return (0..<Int(people)).reduce(0.0) { sum, _ in sum + (uniform() < share ? 1 : 0) }
    }

    /// Of those drawn without putting back, who come from the first of two groups.
    mutating func drawn(_ count: Double, _ first: Double, _ second: Double) -> Double {
        let (all, share) = (first + second, first / (first + second))
        let variance = count * share * (1 - share) * (all - count) / (all - 1)
        return min(max((count * share + variance.squareRoot() * normal()).rounded(), 0), count)
    }

    /// Where people stand a month later.
    mutating func moved(_ stock: [Double], _ shares: Matrix) -> [Double] {
        var next = [Double](repeating: 0, count: stock.count)
        for origin in stock.indices {
            var (people, rest) = (stock[origin], 1.0)
            let order = [origin] + stock.indices.filter { $0 != origin }
            for column in order {
                let count = binomial(people, min(1, shares[origin, column] / rest))
                next[column] += count
                people -= count
                rest -= shares[origin, column]
            }
        }
        return next
    }
}
