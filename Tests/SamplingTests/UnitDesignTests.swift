import Sampling
import Testing

@Suite struct UnitDesignTests {
    private static let names = ["ump", "rate.lapse.ojek", "harga", "purse.ceiling.dbh-cht"]

    private func design(
        _ kind: DesignKind, names: [String] = names, count: Int = 64, seed: UInt64 = 7
    ) throws -> UnitDesign {
        try UnitDesign(kind, names: names, count: count, seed: seed)
    }

    @Test(arguments: DesignKind.allCases)
    func `coordinates do not depend on the order or on the parts they are made in`(
        kind: DesignKind
    ) throws {
        let all = try design(kind)
        for dimension in Self.names.indices {
            let column = all.column(dimension)
            #expect(column == (0..<64).reversed().map { all.value($0, dimension) }.reversed())
            #expect(
                column == all.column(dimension, points: 0..<23)
                    + all.column(dimension, points: 23..<64))
            #expect(column.allSatisfy { $0 > 0 && $0 < 1 })
        }
        #expect(all.row(9) == Self.names.indices.map { all.value(9, $0) })
    }

    @Test(arguments: [DesignKind.monteCarlo, .latinHypercube])
    func `an input's numbers do not depend on the other inputs`(kind: DesignKind) throws {
        let all = try design(kind)
        let some = try design(kind, names: ["harga", "new", "ump"])
        #expect(some.column(0) == all.column(2))
        #expect(some.column(2) == all.column(0))
        #expect(some.column(1) != all.column(1))
    }

    @Test func `a Sobol input keeps its numbers when inputs are added behind it`() throws {
        let all = try design(.sobol)
        let more = try design(.sobol, names: Self.names + ["new"])
        for dimension in Self.names.indices {
            #expect(more.column(dimension) == all.column(dimension))
        }
        // Another name in the same place has the same net under another scramble.
        let renamed = try design(.sobol, names: ["x"] + Self.names.dropFirst())
        #expect(renamed.column(0) != all.column(0))
        #expect(renamed.column(1) == all.column(1))
    }

    @Test(arguments: [DesignKind.monteCarlo, .sobol])
    func `more points begin with the same points`(kind: DesignKind) throws {
        let few = try design(kind)
        let many = try design(kind, count: 1000)
        #expect(many.column(1, points: 0..<64) == few.column(1))
    }

    @Test func `Monte Carlo draws are those of the input's stream`() throws {
        let all = try design(.monteCarlo)
        let stream = RandomStream(seed: 7, name: "harga")
        #expect(all.column(2) == (0..<64).map { stream.uniform($0) })
    }

    @Test(arguments: DesignKind.allCases)
    func `another seed gives other points`(kind: DesignKind) throws {
        let first = try design(kind)
        let second = try design(kind, seed: 8)
        #expect(first.column(0) != second.column(0))
    }

    @Test(arguments: DesignKind.allCases)
    func `a mean over points is near that of the cube`(kind: DesignKind) throws {
        // f = product of 2 u: mean 1, variance (4/3)^4 - 1.
        let all = try design(kind, count: 1 << 14, seed: 3)
        let values = (0..<all.count).map { all.row($0).reduce(1) { $0 * 2 * $1 } }
        let error = ((4.0 / 3) * (4.0 / 3) * (4.0 / 3) * (4.0 / 3) - 1).squareRoot() / 128
        let factor = kind == .sobol ? 0.02 : 4
        #expect(abs(SampleStatistics.mean(values) - 1) < factor * error, "\(kind)")
    }

    @Test func `designs that cannot be are refused`() {
        #expect(throws: DesignFault.badCount(0, most: 1 << 32)) {
            try UnitDesign(.sobol, names: ["a"], count: 0, seed: 1)
        }
        #expect(throws: DesignFault.badCount(1 << 33, most: 1 << 32)) {
            try UnitDesign(.monteCarlo, names: ["a"], count: 1 << 33, seed: 1)
        }
        #expect(throws: DesignFault.duplicateName("a")) {
            try UnitDesign(.monteCarlo, names: ["a", "b", "a"], count: 4, seed: 1)
        }
        #expect(throws: DesignFault.badDimensions(1025, most: 1024)) {
            try UnitDesign(.sobol, names: (0...1024).map { "\($0)" }, count: 4, seed: 1)
        }
    }

    @Test func `a design of nothing has empty rows`() throws {
        #expect(try UnitDesign(.sobol, names: [], count: 3, seed: 1).row(2).isEmpty)
    }
}
