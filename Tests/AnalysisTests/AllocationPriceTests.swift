import Testing

@testable import Analysis

/// What a rule's price says, against the same problem with a little more and a little less of it.
@Suite struct AllocationPriceTests {
    /// A rule with its number, and what one unit of the number adds to each of its rows.
    private struct Case: Sendable {
        let demand: @Sendable (Double) -> AllocationRule.Demand
        let number: Double
        /// By row of the rule: persons for one unit of the number.
        let persons: @Sendable (AllocationData, AllocationLimit) -> Double
    }

    private static let cases = [
        Case(demand: { .persons(.atMost, $0) }, number: 5.31, persons: { _, _ in 1 }),
        Case(demand: { .persons(.atLeast, $0) }, number: 3.17, persons: { _, _ in 1 }),
        Case(demand: { .share(.atMost, $0) }, number: 0.431, persons: eligible),
        Case(demand: { .share(.atLeast, $0) }, number: 0.173, persons: eligible),
    ]

    @Sendable private static func eligible(_ data: AllocationData, _ limit: AllocationLimit)
        -> Double
    {
        guard let year = limit.year, let region = limit.region, let segment = limit.segment else {
            return .nan
        }
        return data.eligible[data.cell(year, region, segment)]
    }

    /// The best is concave in a rule's number, or convex where it is a least cost: the price lies
    /// between what a step up brings and what a step down costs.
    @Test(arguments: 0..<4, 1...25) func rulesOfPersons(kind: Int, seed: Int) throws {
        let item = Self.cases[kind]
        var random = RandomAllocation(seed: UInt64(seed + 100 * kind) + 7000)
        let data = random.data(
            regions: 2, segments: 3, purses: 2, prices: 1...9, eligible: 4...30,
            ceilings: 20...90)
        func best(_ number: Double) throws -> AllocationAnswer {
            let rule = RandomAllocation.rule(
                "r", item.demand(number), over: data, segments: [0, 1])
            return try AllocationProblem(
                data, objective: .protectedPersonMonths, rules: [rule]
            ).answer()
        }
        guard let answer = try? best(item.number) else { return }
        let price = answer.prices.reduce(0.0) { sum, price in
            guard case .rule = price.limit.source else { return sum }
            return sum + price.price * item.persons(data, price.limit)
        }
        let step = 1e-4
        let gain = (try best(item.number + step).relaxed - answer.relaxed) / step
        let loss = (answer.relaxed - (try best(item.number - step).relaxed)) / step
        #expect(gain <= price + 1e-4 && price <= loss + 1e-4, "\(gain) \(price) \(loss)")
    }

    @Test("The price of a coverage path is the cost of one person more", arguments: 1...25)
    func coverage(seed: Int) throws {
        var random = RandomAllocation(seed: UInt64(seed) + 8000)
        let data = random.data(
            regions: 3, segments: 2, purses: 2, prices: 1...9, eligible: 4...30,
            ceilings: 20...90)
        func best(_ share: Double) throws -> AllocationAnswer {
            try AllocationProblem(data, objective: .cost, coverage: [0: share]).answer()
        }
        guard let answer = try? best(0.371) else { return }
        let price = answer.prices.first { $0.limit.source == .coverage }?.price ?? 0
        let workers = data.workers.reduce(0, +)
        let step = 1e-4
        let gain = (try best(0.371 + step).relaxed - answer.relaxed) / step / workers
        let loss = (answer.relaxed - (try best(0.371 - step).relaxed)) / step / workers
        #expect(price > 0)
        #expect(loss <= price + 1e-9 && price <= gain + 1e-9, "\(loss) \(price) \(gain)")
    }

    @Test("The rules of the trials have prices, and not only zeros")
    func reach() throws {
        for (kind, item) in Self.cases.enumerated() {
            let prices = (1...25).flatMap { seed -> [Double] in
                var random = RandomAllocation(seed: UInt64(seed + 100 * kind) + 7000)
                let data = random.data(
                    regions: 2, segments: 3, purses: 2, prices: 1...9, eligible: 4...30,
                    ceilings: 20...90)
                let rule = RandomAllocation.rule(
                    "r", item.demand(item.number), over: data, segments: [0, 1])
                let problem = AllocationProblem(
                    data, objective: .protectedPersonMonths, rules: [rule])
                return ((try? problem.answer())?.prices ?? []).compactMap {
                    if case .rule = $0.limit.source { $0.price } else { nil }
                }
            }
            #expect(prices.filter { abs($0) > 1e-6 }.count > 5, "\(kind)")
        }
    }
}
