import Exploration
import Testing

@testable import Exploration
@testable import Quantities

/// Tables of futures that are no tables.
@Suite struct RobustFaultTests {
    private let gain = RobustIndicator("gain", unit: .factor, .higherIsBetter)

    private func fault(
        _ policies: [String] = ["a", "b"], _ indicators: [RobustIndicator]? = nil,
        _ payoffs: [[[Double]]] = [[[1, 2], [3, 4]]], _ weights: [Double]? = nil
    ) -> RobustFault? {
        do throws(RobustFault) {
            _ = try RobustFutures(
                policies: policies, indicators: indicators ?? [gain], payoffs: payoffs,
                weights: weights)
            return nil
        } catch { return error }
    }

    @Test("Names that are missing or repeated")
    func names() {
        #expect(fault() == nil)
        #expect(fault([], nil, [[]]) == .noPolicies)
        #expect(fault(["a", "b"], []) == .noIndicators)
        #expect(fault(["a", "a"]) == .duplicatePolicy("a"))
        #expect(fault(["a", "b"], [gain, gain]) == .duplicateIndicator("gain"))
    }

    @Test("Rows that are missing, short or infinite")
    func rows() {
        #expect(
            fault(["a", "b"], nil, [[[1, 2]]])
                == .policyCount(indicator: "gain", 1, expected: 2))
        #expect(fault(["a", "b"], nil, []) == .policyCount(indicator: "gain", 0, expected: 2))
        #expect(
            fault(["a", "b"], nil, [[[1, 2], [3]]])
                == .futureCount(indicator: "gain", policy: "b", 1, expected: 2))
        #expect(
            fault(["a", "b"], nil, [[[1, 2], [3, -.infinity]]])
                == .infinite(indicator: "gain", policy: "b", future: 1))
        #expect(fault(["a"], nil, [[[.nan, .nan]]]) == .noFutureLeft(given: 2))
        #expect(fault(["a"], nil, [[[]]]) == .noFutureLeft(given: 0))
    }

    @Test("Weights that are no weights")
    func weights() {
        #expect(fault(["a"], nil, [[[1, 2]]], [1]) == .weightCount(1, expected: 2))
        #expect(fault(["a"], nil, [[[1, 2]]], [1, -1]) == .weight(future: 1, -1))
        #expect(fault(["a"], nil, [[[1, 2]]], [0, 0]) == .weightsSum(0))
        #expect(
            fault(["a"], nil, [[[1, .nan]]], [0, 1]) == .weightsSum(0),
            "the only future with a weight is one that failed")
    }
}
