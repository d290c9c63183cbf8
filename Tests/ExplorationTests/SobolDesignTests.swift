import Testing

@testable import Exploration

/// What a Sobol design runs.
@Suite struct SobolDesignTests {
    static let kinds: [SobolDesign.Points] = [
        .replicatedSobol(8), .monteCarlo, .sobol, .latinHypercube,
    ]

    @Test("Each run of a row differs from its base in one input, which is the other base's")
    func mixtures() throws {
        for points in Self.kinds {
            let design = try SobolDesign(
                names: ["a", "b", "c"], base: 64, seed: 5, points: points)
            #expect(design.count == 64 * 8)
            for row in [0, 1, 17, 63] {
                let runs = (0..<8).map { design.unitRow(row * 8 + $0) }
                for input in 0..<3 {
                    var mixed = runs[0]
                    mixed[input] = runs[7][input]
                    #expect(runs[1 + input] == mixed)
                    var mirrored = runs[7]
                    mirrored[input] = runs[0][input]
                    #expect(runs[4 + input] == mirrored)
                }
                #expect(zip(runs[0], runs[7]).allSatisfy { $0 != $1 })
            }
        }
    }

    @Test("Without second order a row has no mirrored mixtures, and its other runs are the same")
    func plain() throws {
        let full = try SobolDesign(names: ["a", "b"], base: 64, seed: 5, points: .monteCarlo)
        let plain = try SobolDesign(
            names: ["a", "b"], base: 64, seed: 5, secondOrder: false, points: .monteCarlo)
        #expect(plain.count == 64 * 4)
        for row in 0..<64 {
            for (place, same) in [0, 1, 2, 5].enumerated() {
                #expect(plain.unitRow(row * 4 + place) == full.unitRow(row * 6 + same))
            }
        }
    }

    @Test("Parts of a design are its runs one by one")
    func parts() throws {
        for points in Self.kinds {
            let design = try SobolDesign(names: ["a", "b"], base: 512, seed: 9, points: points)
            for range in [0..<design.count, 7..<8, 1531..<2900, 40..<40] {
                var block = [Double](repeating: 7, count: 3)
                design.fill(range, into: &block)
                #expect(block == range.flatMap(design.unitRow))
            }
        }
    }

    @Test("A design twice as large begins with the runs of the smaller one")
    func nested() throws {
        for points in [SobolDesign.Points.replicatedSobol(8), .monteCarlo, .sobol] {
            let small = try SobolDesign(names: ["a", "b"], base: 64, seed: 3, points: points)
            let large = try SobolDesign(names: ["a", "b"], base: 128, seed: 3, points: points)
            #expect((0..<small.count).allSatisfy { small.unitRow($0) == large.unitRow($0) })
        }
    }

    @Test("All points lie inside the unit cube, and each input's mean is near a half")
    func inside() throws {
        for points in Self.kinds {
            let design = try SobolDesign(names: ["a", "b"], base: 256, seed: 4, points: points)
            let rows = (0..<design.count).map(design.unitRow)
            #expect(rows.joined().allSatisfy { 0 < $0 && $0 < 1 })
            for input in 0..<2 {
                let mean = rows.reduce(0) { $0 + $1[input] } / Double(rows.count)
                #expect(abs(mean - 0.5) < 0.08, "\(points): \(mean)")
            }
        }
    }

    @Test("Identities differ with everything that makes a design")
    func identities() throws {
        let designs = [
            try SobolDesign(names: ["a", "b"], base: 64, seed: 1),
            try SobolDesign(names: ["a", "b"], base: 64, seed: 2),
            try SobolDesign(names: ["a", "b"], base: 128, seed: 1),
            try SobolDesign(names: ["b", "a"], base: 64, seed: 1),
            try SobolDesign(names: ["a\",\"b"], base: 64, seed: 1),
            try SobolDesign(names: ["a", "b"], base: 64, seed: 1, secondOrder: false),
            try SobolDesign(names: ["a", "b"], base: 64, seed: 1, points: .replicatedSobol(8)),
            try SobolDesign(names: ["a", "b"], base: 64, seed: 1, points: .monteCarlo),
        ]
        #expect(Set(designs.map(\.identity)).count == designs.count)
        #expect(try designs[0] == SobolDesign(names: ["a", "b"], base: 64, seed: 1))
        #expect(designs[0] != designs[1])
    }

    @Test("What cannot be designed is refused, with what it was")
    func refused() {
        func make(_ names: [String], _ base: Int, _ points: SobolDesign.Points) throws {
            _ = try SobolDesign(names: names, base: base, seed: 1, points: points)
        }
        #expect(throws: SensitivityFault.noInputs) { try make([], 64, .sobol) }
        #expect(throws: SensitivityFault.duplicateInput("a")) { try make(["a", "a"], 64, .sobol) }
        #expect(throws: SensitivityFault.baseNotBalanced(base: 100, replicates: 1)) {
            try make(["a"], 100, .sobol)
        }
        #expect(throws: SensitivityFault.baseNotBalanced(base: 96, replicates: 16)) {
            try make(["a"], 96, .replicatedSobol(16))
        }
        #expect(throws: SensitivityFault.sizeOutOfRange(8, least: 32, most: 1 << 26)) {
            try make(["a"], 8, .monteCarlo)
        }
        #expect(throws: SensitivityFault.sizeOutOfRange(2, least: 8, most: 256)) {
            try make(["a"], 64, .replicatedSobol(2))
        }
        #expect(throws: Never.self) { try make(["a"], 100, .monteCarlo) }
    }
}
