import Sampling
import Testing

@Suite struct DistributionFaultTests {
    private func refused(
        _ fault: DistributionFault, location: SourceLocation = #_sourceLocation,
        _ make: () throws -> Distribution
    ) {
        #expect(throws: fault, sourceLocation: location, performing: make)
    }

    @Test func `numbers that are not finite are named`() {
        refused(.notFinite(.value, .infinity)) { try .point(.infinity) }
        refused(.notFinite(.low, -.infinity)) { try .uniform(low: -.infinity, high: 1) }
        refused(.notFinite(.mean, .infinity)) { try .normal(mean: .infinity, deviation: 1) }
        refused(.notFinite(.value, .infinity)) { try .empirical([1, .infinity]) }
    }

    @Test func `numbers that must be above 0 are named`() {
        refused(.notPositive(.deviation, 0)) { try .normal(mean: 0, deviation: 0) }
        refused(.notPositive(.median, -1)) { try .lognormal(median: -1, deviation: 1) }
        refused(.notPositive(.alpha, 0)) { try .beta(alpha: 0, beta: 1) }
        refused(.notPositive(.beta, -2)) { try .beta(alpha: 1, beta: -2) }
        refused(.notPositive(.shape, 0)) { try .gamma(shape: 0, scale: 1) }
        refused(.notPositive(.scale, 0)) { try .gamma(shape: 1, scale: 0) }
        refused(.notPositive(.lambda, 0)) { try .pert(low: 0, mode: 1, high: 2, lambda: 0) }
    }

    @Test func `ranges in the wrong order and numbers outside them are named`() {
        refused(.emptyRange(low: 2, high: 1)) { try .uniform(low: 2, high: 1) }
        refused(.outside(.mode, 3, range: 0...2, isOpen: false)) {
            try .triangular(low: 0, mode: 3, high: 2)
        }
        refused(.emptyRange(low: 3, high: 2)) { try .range90(low: 3, high: 2) }
        refused(.outside(.low, -1, range: 0...5, isOpen: false)) {
            try .range90(low: -1, high: 2, domain: 0...5)
        }
        refused(.outside(.high, 7, range: 0...5, isOpen: false)) {
            try .range90(low: 1, high: 7, domain: 0...5)
        }
    }

    @Test(arguments: [1.0, 2, 0.5, 2.5, .infinity])
    func `a central value must lie strictly inside`(median: Double) {
        refused(.outside(.median, median, range: 1...2, isOpen: true)) {
            try .range90(low: 1, high: 2, median: median)
        }
    }

    @Test func `values and weights are checked`() {
        refused(.noValues) { try .empirical([]) }
        refused(.unequalCounts(values: 2, weights: 1)) { try .discrete([1, 2], weights: [1]) }
        refused(.badWeight(position: 1, weight: -1)) { try .discrete([1, 2], weights: [1, -1]) }
        refused(.noWeight) { try .discrete([1, 2], weights: [0, 0]) }
    }
}
