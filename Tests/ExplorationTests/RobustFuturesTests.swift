import Exploration
import Quantities
import Testing
import _TestSupport

@testable import Exploration

/// Robustness figures from one table of policies and futures.
@Suite struct RobustFuturesTests {
    private let gain = RobustIndicator("gain", unit: .factor, .higherIsBetter)
    private let cost = RobustIndicator("cost", unit: .rupiah, .lowerIsBetter)
    private let acts = ["first", "second", "third"]
    private let golden: [[Double]] = [[-4, 4, 12], [-2, 3, 8], [3, 2, 1]]

    @Test("G10: three acts in three futures: maximin, maximax, regret")
    func golden10() throws {
        let futures = try RobustFutures(policies: acts, indicators: [gain], payoffs: [golden])
        let measures = try futures.measures(of: "gain")
        #expect(measures.regrets.maximum == [7, 5, 11])
        #expect(measures.regrets.values == [[7, 0, 0], [5, 1, 4], [0, 2, 11]])
        #expect(measures.worst == [-4, -2, 1] && measures.best == [12, 8, 3])
        #expect(measures.best(by: .maximin) == ["third"])
        #expect(measures.best(by: .maximax) == ["first"])
        #expect(measures.best(by: .minimaxRegret) == ["second"])
        #expect(measures.best(by: .expected) == ["first"])
        #expect(abs(measures.expected[1] - 3) < 1e-12)
    }

    @Test("Costs are gains with the other sign: same order, same regrets")
    func orientation() throws {
        var draws = SeededDraws(21)
        for _ in 0..<50 {
            let (policies, count) = (draws.whole(1...5), draws.whole(2...12))
            let rows = (0..<policies).map { _ in (0..<count).map { _ in draws.real(-9...9) } }
            let weights = (0..<count).map { _ in draws.real(0.1...3) }
            let names = (0..<policies).map { "p\($0)" }
            let futures = try RobustFutures(
                policies: names, indicators: [gain, cost],
                payoffs: [rows, rows.map { $0.map { -$0 } }], weights: weights)
            let (gains, costs) = try (
                futures.measures(of: "gain"), futures.measures(of: "cost")
            )
            #expect(gains.regrets == costs.regrets)
            #expect(gains.worst == costs.worst.map { -$0 })
            for criterion in RobustCriterion.allCases {
                #expect(gains.best(by: criterion) == costs.best(by: criterion))
            }
            #expect(
                try futures.perfectInformation(of: "gain")
                    == futures.perfectInformation(of: "cost"))
        }
    }

    @Test("Futures in which any policy lacks any figure are dropped for all, and counted")
    func missing() throws {
        let payoffs: [[[Double]]] = [
            [[1, .nan, 3, 4], [5, 6, 7, 8]], [[1, 2, 3, 4], [1, 2, .nan, 4]],
        ]
        let futures = try RobustFutures(
            policies: ["a", "b"], indicators: [gain, cost], payoffs: payoffs,
            weights: [1, 5, 5, 3])
        #expect(futures.futures == [0, 3] && futures.droppedCount == 2 && futures.givenCount == 4)
        #expect(futures.weights == [0.25, 0.75])
        #expect(try futures.measures(of: "gain").expected == [3.25, 7.25])
        #expect(try futures.figures(of: "cost").payoffs[1] == [1, 4])
    }

    @Test("A whole-numbered weight is the same as so many futures")
    func weights() throws {
        var draws = SeededDraws(8)
        let rows = (0..<3).map { _ in (0..<6).map { _ in draws.real(-1...1) } }
        let times = [1, 4, 2, 7, 3, 3]
        let repeated = rows.map { row in
            zip(row, times).flatMap { [Double](repeating: $0, count: $1) }
        }
        let one = try RobustFutures(
            policies: acts, indicators: [gain], payoffs: [rows], weights: times.map(Double.init))
        let many = try RobustFutures(policies: acts, indicators: [gain], payoffs: [repeated])
        let (weighted, plain) = try (one.measures(of: "gain"), many.measures(of: "gain"))
        for policy in acts.indices {
            #expect(abs(weighted.expected[policy] - plain.expected[policy]) < 1e-12)
            #expect(weighted.regrets.ninetieth == plain.regrets.ninetieth)
            #expect(weighted.worst == plain.worst)
        }
    }

    @Test("The ninetieth regret is not exceeded in nine futures of ten, and no smaller one is")
    func ninetieth() throws {
        for count in 1...60 {
            var draws = SeededDraws(UInt64(count))
            let rows = [(0..<count).map { _ in draws.real(0...1) }, (0..<count).map { _ in 2 }]
            let futures = try RobustFutures(
                policies: ["a", "b"], indicators: [gain], payoffs: [rows])
            let regrets = try futures.regrets(of: "gain")
            let limit = regrets.ninetieth[0]
            let within = regrets.values[0].count { $0 <= limit }
            let below = regrets.values[0].count { $0 < limit }
            #expect(10 * within >= 9 * count && 10 * below < 9 * count, "\(count) futures")
            #expect(regrets.ninetieth[1] == 0)
        }
    }

    @Test("Differences of pairs: what is common to both policies has no error")
    func pairs() throws {
        var draws = SeededDraws(4)
        let common = (0..<200).map { _ in draws.real(-100...100) }
        let futures = try RobustFutures(
            policies: ["base", "more", "less"], indicators: [gain, cost],
            payoffs: [
                [common, common.map { $0 + 3 }, common.map { $0 - 1 }],
                [common, common.map { $0 + 3 }, common.map { $0 - 1 }],
            ])
        let pairs = try futures.pairs(of: "gain", against: "base")
        #expect(pairs.map(\.policy) == ["more", "less"] && pairs[0].reference == "base")
        #expect(abs(pairs[0].mean - 3) < 1e-9 && pairs[0].standardError < 1e-9)
        #expect(abs(pairs[0].median - 3) < 1e-9)
        #expect(pairs.map(\.betterShare) == [1, 0] && pairs.map(\.worseShare) == [0, 1])
        let costs = try futures.pairs(of: "cost", against: "base")
        #expect(costs.map(\.mean) == pairs.map(\.mean), "a difference keeps the figure's sign")
        #expect(costs.map(\.betterShare) == [0, 1])
        #expect(try futures.measures(of: "gain").expectedError[0] > 1)
    }

    @Test("The standard error is s over the root of n")
    func standardError() throws {
        let futures = try RobustFutures(
            policies: ["a"], indicators: [gain], payoffs: [[[2, 4, 4, 4, 5, 5, 7, 9]]])
        let error = try futures.measures(of: "gain").expectedError[0]
        #expect(abs(error - (32.0 / 7 / 8).squareRoot()) < 1e-14)
        let single = try RobustFutures(policies: ["a"], indicators: [gain], payoffs: [[[2]]])
        #expect(try single.measures(of: "gain").expectedError[0].isNaN)
    }

    @Test("A rule of several thresholds is met where all of them are")
    func rules() throws {
        let futures = try RobustFutures(
            policies: ["a", "b"], indicators: [gain, cost],
            payoffs: [[[1, 2, 3, 4], [4, 4, 4, 4]], [[10, 20, 30, 40], [5, 15, 25, 35]]],
            weights: [1, 1, 1, 3])
        let rule = [
            RobustThreshold("gain", .atLeast(2)), RobustThreshold("cost", .atMost(30)),
        ]
        #expect(
            try futures.meets(rule) == [[false, true, true, false], [true, true, true, false]])
        let shares = try futures.shareMeeting(rule)
        #expect(abs(shares[0] - 2.0 / 6) < 1e-15 && abs(shares[1] - 0.5) < 1e-15)
        #expect(try futures.shareMeeting([rule[0]])[1] == 1)
        #expect(throws: RobustFault.emptyRule) { try futures.shareMeeting([]) }
        #expect(throws: RobustFault.unknownIndicator("x", known: ["gain", "cost"])) {
            try futures.meets([RobustThreshold("x", .atMost(1))])
        }
        #expect(throws: RobustFault.self) {
            try futures.meets([RobustThreshold("gain", .atMost(.nan))])
        }
    }

    @Test("Tables name who is best by what; money is whole rupiah")
    func tables() throws {
        let futures = try RobustFutures(
            policies: acts, indicators: [gain, cost],
            payoffs: [golden, golden.map { $0.map { 1000 - $0 } }])
        let table = try futures.table(of: "gain", rule: [RobustThreshold("gain", .atLeast(2))])
        #expect(
            table[column: "best_by"]?.cells
                == .text(["expected maximax", "minimax-regret regret-90", "maximin"]))
        #expect(table[column: "maximum_regret"]?.cells == .number([7, 5, 11]))
        #expect(
            table[column: "meets_rule_share"]?.cells
                == .number([2.0 / 3, 2.0 / 3, 2.0 / 3].map { $0 }))
        let money = try futures.table(of: "cost")
        #expect(
            money[column: "worst_case_rp"]?.cells
                == .rupiah([Rupiah(1004), Rupiah(1002), Rupiah(999)]))
        let pairs = try futures.pairTable(of: "cost", against: "third")
        #expect(pairs.rowCount == 2 && pairs[column: "difference_rp"] != nil)
        #expect(throws: RobustFault.unknownPolicy("zero", known: acts)) {
            try futures.pairTable(of: "cost", against: "zero")
        }
    }
}
