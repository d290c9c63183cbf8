import Testing

@testable import Exploration
@testable import LinearAlgebra
@testable import Sampling

/// Sobol indices of functions whose indices are known.
@Suite struct SobolIndicesTests {
    @Test("The known functions have the published indices: G1, G3")
    func published() {
        func agree(_ a: [Double], _ b: [Double]) -> Bool {
            zip(a, b).allSatisfy { abs($0 - $1) < 6e-7 }
        }
        let (ishigami, g) = (KnownFunction.ishigami, KnownFunction.sobolG)
        #expect(abs(ishigami.variance - 13.844588) < 1e-6)
        #expect(agree(ishigami.first, [0.313905, 0.442411, 0]))
        #expect(agree(ishigami.total, [0.557589, 0.442411, 0.243684]))
        #expect(abs(g.variance - 0.465424) < 1e-6)
        #expect(agree(g.first, [0.716192, 0.179048, 0.023676, 0.007162, 0.0000716]))
        #expect(agree(g.total, [0.787144, 0.242198, 0.034317, 0.010460, 0.000105]))
    }

    /// Nominal rates are `SobolCoverageReferenceTests`; here one seed with all of them inside.
    @Test(
        "Exact first-order and total indices lie inside the 95 % intervals: G1, G3",
        arguments: [true, false])
    func golden(_ secondOrder: Bool) throws {
        for function in [KnownFunction.ishigami, .sobolG] {
            let design = try SobolDesign(
                names: function.names, base: 2048, seed: 2, secondOrder: secondOrder)
            let indices = try design.indices(of: [function.outputs(of: design)], named: ["y"])
            let output = try #require(indices.outputs.first)
            let exact = function.indices(secondOrder: secondOrder)
            #expect(output.estimates.count == exact.count)
            for (estimate, exact) in zip(output.first + output.total, exact) {
                #expect(estimate.low <= exact && exact <= estimate.high, "\(estimate) of \(exact)")
            }
            for (estimate, exact) in zip(output.estimates, exact) {
                #expect(abs(estimate.value - exact) < (secondOrder ? 0.03 : 0.06))
                #expect(abs(estimate.value - exact) < 5 * estimate.standardError)
            }
            #expect(abs(output.variance / function.variance - 1) < 0.03)
        }
    }

    /// A gap where one input is high and the other low: exactly, the first explains little alone.
    ///
    ///     f = max(0, x - y - 0.8); at 64 points a handful of runs differ from zero
    @Test(
        "Shares that rest on a handful of rows may be anything, and say so", arguments: [64, 128])
    func rareCases(_ base: Int) throws {
        func output(_ base: Int) throws -> SobolIndices.Output {
            let design = try SobolDesign(names: ["x", "y", "idle"], base: base, seed: 2)
            let values = (0..<design.count).map { run in
                let point = design.unitRow(run)
                return max(0, point[0] - point[1] - 0.8)
            }
            return try design.indices(of: [values], named: ["y"]).outputs[0]
        }
        let few = try output(base)
        #expect(few.restsOnFew && few.variance > 0)
        #expect(few.differing > 0 && few.differing < base / 8)
        for estimate in few.first[..<2] + few.total[..<2] {
            #expect(estimate.low == 0 && estimate.high == 1)
            #expect(estimate.verdict.decidingBase.map { $0 > base } == true)
        }
        #expect(few.total[2].verdict == .zero)
        let many = try output(8192)
        #expect(!many.restsOnFew && many.total[0].verdict == .distinct)
        // A row's two points, or its two mixtures, differ in 0.0697 of all for x and y
        // (400,000 rows by NumPy), in 0.0392 for the idle input, whose mixtures are the points.
        #expect(abs(Double(many.differing) / 8192 - (2 * 0.0697 + 0.0392) / 3) < 0.005)
        #expect(many.total[0].rows > 0 && many.total[0].rows < many.differing * 2)
        // E f^2 = 2 x 0.2^4 / 24, (E f)^2 = (0.2^3 / 6)^2.
        #expect(abs(many.mean / (0.008 / 6) - 1) < 0.1)
    }

    @Test("An input that moves nothing is exactly zero, alone and in pairs")
    func inert() throws {
        for secondOrder in [true, false] {
            for points in SobolDesignTests.kinds {
                let design = try SobolDesign(
                    names: ["a", "idle", "b"], base: 64, seed: 2, secondOrder: secondOrder,
                    points: points)
                let values = (0..<design.count).map { run in
                    let point = design.unitRow(run)
                    return 1e9 + point[0] * (1 + point[2])
                }
                let output = try design.indices(of: [values], named: ["y"]).outputs[0]
                #expect(output.first[1].verdict == .zero)
                #expect(output.total[1].verdict == .zero)
                #expect(output.first[0].verdict == .distinct)
                #expect(output.pairs.count == (secondOrder ? 3 : 0))
                for pair in output.pairs where pair.first == 1 || pair.second == 1 {
                    #expect(pair.estimate.verdict == .zero)
                }
            }
        }
    }

    @Test("An output that does not vary has zeros for indices")
    func constant() throws {
        for secondOrder in [true, false] {
            let design = try SobolDesign(
                names: ["a", "b"], base: 64, seed: 2, secondOrder: secondOrder)
            let values = [Double](repeating: 0.1, count: design.count)
            let output = try design.indices(of: [values], named: ["y"]).outputs[0]
            #expect(output.estimates.allSatisfy { $0.verdict == .zero && $0.value == 0 })
            #expect(abs(output.mean - 0.1) < 1e-15)
        }
    }

    @Test("Indices are those of a x + b")
    func affine() throws {
        let design = try SobolDesign(names: ["x1", "x2", "x3"], base: 128, seed: 6)
        let values = KnownFunction.ishigami.outputs(of: design)
        let scaled = values.map { -1e9 * $0 + 4e10 }
        let indices = try design.indices(of: [values, scaled], named: ["y", "z"])
        let pairs = zip(indices.outputs[0].estimates, indices.outputs[1].estimates)
        for (a, b) in pairs {
            #expect(
                abs(a.value - b.value) < 1e-12 && abs(a.standardError - b.standardError) < 1e-12)
        }
        let means = indices.outputs.map(\.mean)
        #expect(abs(means[1] / (-1e9 * means[0] + 4e10) - 1) < 1e-12)
    }

    @Test("All outputs at once are the outputs one by one, bit for bit")
    func together() throws {
        for points in SobolDesignTests.kinds {
            let design = try SobolDesign(names: ["a", "b"], base: 2048, seed: 8, points: points)
            let first = (0..<design.count).map { design.unitRow($0)[0] }
            let second = (0..<design.count).map { run in design.unitRow(run).reduce(1, *) }
            let both = try design.indices(of: [first, second], named: ["p", "q"])
            #expect(try design.indices(of: [first], named: ["p"]).outputs[0] == both.outputs[0])
            #expect(try design.indices(of: [second], named: ["q"]).outputs[0] == both.outputs[1])
        }
    }

    @Test("A pair's index is what its product explains")
    func product() throws {
        // f = u v with u, v uniform on -1...1: all variance is of the pair.
        let design = try SobolDesign(names: ["u", "v"], base: 1024, seed: 12)
        let values = (0..<design.count).map { run in
            let point = design.unitRow(run)
            return (2 * point[0] - 1) * (2 * point[1] - 1)
        }
        let output = try design.indices(of: [values], named: ["y"]).outputs[0]
        #expect(abs(output.pairs[0].estimate.value - 1) < 0.05)
        #expect(output.first.allSatisfy { abs($0.value) < 0.05 && $0.verdict != .distinct })
    }

    @Test("Results of another design are refused")
    func foreign() throws {
        let design = try SobolDesign(names: ["a", "b"], base: 64, seed: 2)
        let other = try SobolDesign(names: ["a", "b"], base: 64, seed: 3)
        let values = [Double](repeating: 1, count: design.count)
        #expect(
            throws: SensitivityFault.wrongDesign(
                given: other.identity, expected: design.identity)
        ) { try design.indices(of: [values], named: ["y"], madeBy: other.identity) }
        #expect(
            throws: SensitivityFault.wrongLength(output: "y", count: 383, expected: 384)
        ) { try design.indices(of: [Array(values.dropLast())], named: ["y"]) }
        #expect(throws: SensitivityFault.countsDiffer(names: 2, values: 1)) {
            try design.indices(of: [values], named: ["y", "z"])
        }
        #expect(throws: SensitivityFault.levelOutOfRange(1)) {
            try design.indices(of: [values], named: ["y"], level: 1)
        }
        #expect(throws: Never.self) {
            try design.indices(of: [values], named: ["y"], madeBy: design.identity)
        }
    }

    @Test("Sums of resampled terms are those of a plain loop")
    func plainLoop() throws {
        let design = try SobolDesign(
            names: ["x1", "x2", "x3"], base: 1500, seed: 31, points: .monteCarlo)
        let values = KnownFunction.ishigami.outputs(of: design)
        let kept = (0..<1500).filter { $0 % 7 != 3 }
        let resampling = try SobolResampling(design, kept: kept, resamples: 20)
        let sums = resampling.sums([values], centres: [3.5])[0]
        let stream = resampling.stream
        for choice in [0, 1, 20] {
            var plain = [Double](repeating: 0, count: resampling.terms.count)
            for row in kept {
                var terms = plain
                values.withUnsafeBufferPointer { runs in
                    resampling.terms.write(
                        runs.baseAddress! + row * 8, centre: 3.5, slack: 0, into: &terms)
                }
                let bit = stream.bits(row / 64, choice) >> UInt64(row % 64) & 1
                let weight = choice == 0 ? 1 : 2 * Double(bit)
                for term in terms.indices { plain[term] += weight * terms[term] }
            }
            for term in plain.indices {
                #expect(abs(sums[term, choice] - plain[term]) <= 1e-11 * (abs(plain[term]) + 1e3))
            }
        }
    }
}
