import Testing

@testable import Analysis

@Suite struct AttributionTests {
    /// People times price, each changed or not.
    private static func cost(_ subset: Int) -> [Double] {
        let people = subset & 1 == 1 ? 150.0 : 100.0
        let price = subset & 2 == 2 ? 20.0 : 16.8
        return [people * price]
    }

    @Test("G24: 100 people at 16.8 to 150 at 20 is 920 of coverage and 400 of price")
    func goldenCase24() async throws {
        let result = try await Attribution(changes: 2) { Self.cost($0) }
        #expect(abs(result.parts[0][0] - 920) < 1e-9)
        #expect(abs(result.parts[1][0] - 400) < 1e-9)
        #expect(abs(result.after[0] - result.before[0] - 1320) < 1e-9)
    }

    @Test("Parts sum to the difference, equals get equal parts, dummies get nothing")
    func laws() async throws {
        // Change 0 and 1 enter alike, change 2 never matters, change 3 acts alone.
        let value: @Sendable (Int) -> [Double] = { subset in
            let alike = Double((subset & 3).nonzeroBitCount)
            let alone = Double(subset >> 3 & 1)
            return [alike * alike + 5 * alone * alike, 7 * alone]
        }
        let result = try await Attribution(changes: 4) { value($0) }
        let difference = zip(result.after, result.before).map { $0 - $1 }
        for output in difference.indices {
            let sum = result.parts.reduce(0) { $0 + $1[output] }
            #expect(abs(sum - difference[output]) < 1e-12)
            #expect(abs(result.parts[0][output] - result.parts[1][output]) < 1e-12)
            #expect(abs(result.parts[2][output]) < 1e-12)
        }
        #expect(abs(result.parts[3][1] - 7) < 1e-12)
    }

    @Test("The average over all orders of three changes gives the same parts")
    func againstOrders() async throws {
        let value: @Sendable (Int) -> Double = { subset in
            let a = Double(subset & 1)
            let b = Double(subset >> 1 & 1)
            let c = Double(subset >> 2 & 1)
            return 3 * a + 2 * b * c + 11 * a * b * c - c
        }
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        var averages = [0.0, 0.0, 0.0]
        for order in orders {
            var subset = 0
            for change in order {
                let grown = subset | 1 << change
                averages[change] += (value(grown) - value(subset)) / Double(orders.count)
                subset = grown
            }
        }
        let result = try await Attribution(changes: 3) { [value($0)] }
        for change in 0..<3 { #expect(abs(result.parts[change][0] - averages[change]) < 1e-12) }
    }

    @Test("No change has no parts")
    func noChange() async throws {
        let result = try await Attribution(changes: 0) { _ in [4] }
        #expect(result.parts.isEmpty)
        #expect(result.before == result.after)
    }

    @Test("Whole parts stay near the exact ones and sum to the whole difference")
    func rounding() {
        let parts = ScenarioAttribution.rounded([10.4, -3.6, 0.2], to: 7)
        #expect(parts.reduce(0, +) == 7)
        #expect(zip(parts, [10.4, -3.6, 0.2]).allSatisfy { abs($0 - $1) < 1 })
    }
}
