import Testing

@testable import Sampling

@Suite struct RankCorrelationTests {
    private static let names = ["a", "b", "c", "d"]
    private static let pairs = [("a", "c", 0.7), ("c", "d", -0.4)]

    private func design(
        _ kind: DesignKind, count: Int, pairs: [(String, String, Double)] = pairs
    ) throws -> UnitDesign {
        let correlation = try RankCorrelation(names: Self.names, pairs: pairs)
        return try UnitDesign(
            kind, names: Self.names, count: count, seed: 21, correlation: correlation)
    }

    @Test(arguments: DesignKind.allCases)
    func `samples have the rank correlations, and none elsewhere`(kind: DesignKind) throws {
        let sample = try design(kind, count: 1 << 14)
        let columns = Self.names.indices.map { sample.column($0) }
        let wanted = [[0, 2]: 0.7, [2, 3]: -0.4, [0, 1]: 0, [0, 3]: 0, [1, 2]: 0, [1, 3]: 0]
        for (pair, correlation) in wanted {
            let found = SampleStatistics.spearman(columns[pair[0]], columns[pair[1]])
            // 4 standard errors of a rank correlation of 0.
            #expect(abs(found - correlation) < 4.0 / 128, "\(kind) \(pair)")
        }
    }

    @Test(arguments: DesignKind.allCases)
    func `every input stays uniform`(kind: DesignKind) throws {
        let sample = try design(kind, count: 20_000)
        for dimension in Self.names.indices {
            let column = sample.column(dimension)
            // 99 degrees of freedom.
            #expect(SampleStatistics.chiSquare(column, cells: 100) < 170, "\(kind)")
            #expect(abs(SampleStatistics.mean(column) - 0.5) < 0.01)
        }
    }

    @Test func `a correlated Latin hypercube keeps its layers`() throws {
        let sample = try design(.latinHypercube, count: 777)
        for dimension in Self.names.indices {
            let layers = sample.column(dimension).map { Int($0 * 777) }
            #expect(layers.sorted() == Array(0..<777))
        }
    }

    @Test(arguments: DesignKind.allCases)
    func `correlation touches only what it names`(kind: DesignKind) throws {
        let sample = try design(kind, count: 128)
        let plain = try UnitDesign(kind, names: Self.names, count: 128, seed: 21)
        #expect(sample.column(0) == plain.column(0))
        #expect(sample.column(1) == plain.column(1))
        #expect(sample.column(2) != plain.column(2))
        #expect(sample.column(3) != plain.column(3))
    }

    @Test(arguments: DesignKind.allCases)
    func `correlated points do not depend on the parts they are made in`(
        kind: DesignKind
    ) throws {
        let sample = try design(kind, count: 100)
        for dimension in [2, 3] {
            let column = sample.column(dimension)
            #expect(column == (0..<100).map { sample.value($0, dimension) })
            var parts: [Double] = []
            for points in [0..<1, 1..<60, 60..<100] {
                parts += sample.column(dimension, points: points)
            }
            #expect(column == parts)
        }
    }

    @Test(arguments: DesignKind.allCases)
    func `G8 correlation of two lognormals, by sampling`(kind: DesignKind) throws {
        let spearman = NormalCorrelation.ranks(0.5)
        let sample = try design(kind, count: 1 << 14, pairs: [("a", "b", spearman)])
        let value = try Distribution.lognormal(median: 100, deviation: 0.6)
        let columns = [0, 1].map { sample.column($0).map(value.quantile) }
        let found = SampleStatistics.pearson(columns[0], columns[1])
        // (exp(0.5 s^2) - 1) / (exp(s^2) - 1) with s = 0.6. The standard error of independent
        // points is about 0.011, by repeated samples.
        #expect(abs(found - 0.455121) < (kind == .sobol ? 0.005 : 0.044), "\(kind)")
    }

    @Test(arguments: [-1, -0.6, 0, 0.25, 1])
    func `ranks and normals convert into one another`(spearman: Double) {
        let normal = NormalCorrelation.ofRanks(spearman)
        #expect(abs(NormalCorrelation.ranks(normal) - spearman) < 1e-15)
        #expect(abs(normal) >= abs(spearman) && abs(normal) <= 1)
    }

    @Test(arguments: [1.0, -1])
    func `inputs may move as one`(correlation: Double) throws {
        let sample = try design(.monteCarlo, count: 500, pairs: [("b", "d", correlation)])
        let found = SampleStatistics.spearman(sample.column(1), sample.column(3))
        #expect(abs(found - correlation) < 1e-4)
    }

    @Test func `a design without a correlated input is refused`() throws {
        let correlation = try RankCorrelation(names: Self.names, pairs: Self.pairs)
        #expect(throws: DesignFault.unknownName("d")) {
            try UnitDesign(
                .sobol, names: ["a", "b", "c"], count: 8, seed: 1, correlation: correlation)
        }
    }
}
