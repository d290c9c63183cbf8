import Sampling
import Testing

@Suite struct DirichletRowTests {
    @Test func `shares sum to 1, whatever the shapes and uniforms`() throws {
        for shapes in [[2, 3, 5], [1e-3, 1e-3], [1e-6, 40, 1e5], [0, 1, 0.2]] {
            let row = try DirichletRow(shapes)
            for u in [0x1p-53, 0.001, 0.5, 0.999, 1 - 0x1p-53] {
                let shares = row.shares(shapes.indices.map { $0 == 0 ? u : 0.4 })
                #expect(abs(shares.reduce(0, +) - 1) < 1e-15)
                #expect(shares.allSatisfy { $0 >= 0 && $0 <= 1 })
            }
        }
        #expect(try DirichletRow([0, 1, 0.2]).shares([0.9, 0.5, 0.5])[0] == 0)
    }

    @Test func `means and deviations equal the closed forms`() throws {
        let shapes = [2.0, 3, 5]
        let row = try DirichletRow(shapes)
        let design = try UnitDesign(
            .sobol, names: ["share 1", "share 2", "share 3"], count: 1 << 13, seed: 1)
        let sample = (0..<design.count).map { row.shares(design.row($0)) }
        for (place, shape) in shapes.enumerated() {
            let values = sample.map { $0[place] }
            let mean = shape / 10
            #expect(abs(SampleStatistics.mean(values) - mean) < 1e-3)
            let deviation = (mean * (1 - mean) / 11).squareRoot()
            #expect(relativeError(SampleStatistics.deviation(values), deviation) < 5e-3)
        }
    }

    @Test func `a uniform moves its own share`() throws {
        let row = try DirichletRow([1, 1, 1])
        let (low, high) = (row.shares([0.5, 0.2, 0.5]), row.shares([0.5, 0.8, 0.5]))
        #expect(high[1] > low[1] && high[0] < low[0] && high[2] < low[2])
        #expect(low[0] == low[2])
    }

    @Test func `shapes are checked`() {
        #expect(throws: DistributionFault.noValues) { try DirichletRow([]) }
        #expect(throws: DistributionFault.noWeight) { try DirichletRow([0, 0]) }
        #expect(throws: DistributionFault.badWeight(position: 1, weight: -1)) {
            try DirichletRow([1, -1])
        }
    }
}
