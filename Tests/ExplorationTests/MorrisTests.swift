import Testing

@testable import Exploration

/// Elementary effects.
@Suite struct MorrisTests {
    @Test("All base points of the grid give the exact effects: G5")
    func grid() throws {
        let grid = try MorrisGrid(names: ["x1", "x2", "x3"], levels: 4)
        #expect(grid.count == 64)
        let values = KnownFunction.ishigami.outputs(of: grid)
        let effects = try grid.effects(of: [values], named: ["y"]).outputs[0].effects
        let expected: [(star: Double, mean: Double, deviation: Double)] = [
            (7.704054, 7.704054, 6.248796), (7.875, 0, 7.875), (6.248796, 0, 8.837132),
        ]
        for (effect, expected) in zip(effects, expected) {
            let (mean, deviation) = try (
                #require(effect.mean), #require(effect.standardDeviation)
            )
            #expect(abs(effect.meanAbsolute.value - expected.star) < 6e-7)
            #expect(abs(mean - expected.mean) < 6e-7)
            #expect(abs(deviation - expected.deviation) < 6e-7)
            #expect(effect.meanAbsolute.verdict == .distinct)
        }
    }

    static let paths: [MorrisDesign.Path] = [
        .radial, .trajectory(levels: 4), .trajectory(levels: 10),
    ]

    @Test("A linear model's effects are its coefficients, each time", arguments: paths)
    func linear(_ path: MorrisDesign.Path) throws {
        let slopes = [3.0, -2, 0, 0.5]
        let design = try MorrisDesign(
            names: ["a", "b", "c", "d"], repetitions: 20, seed: 3, path: path)
        let values = (0..<design.count).map { run in
            zip(design.unitRow(run), slopes).reduce(10) { $0 + $1.0 * $1.1 }
        }
        let effects = try design.effects(of: [values], named: ["y"]).outputs[0].effects
        for (effect, slope) in zip(effects, slopes) {
            #expect(abs(effect.meanAbsolute.value - abs(slope)) < 1e-12)
            #expect(abs((effect.mean ?? .nan) - slope) < 1e-12)
            #expect((effect.standardDeviation ?? .nan) < 1e-12)
        }
        #expect(effects[0].meanAbsolute.verdict == .distinct)
        // Not a single bit of the output depends on c.
        #expect(effects[2].meanAbsolute.value < 1e-14)
    }

    @Test("Runs of a repetition differ by one input, by a quarter at least", arguments: paths)
    func steps(_ path: MorrisDesign.Path) throws {
        let design = try MorrisDesign(
            names: ["a", "b", "c"], repetitions: 50, seed: 8, path: path)
        var moved: Set<[Int]> = []
        for repetition in 0..<50 {
            let runs = (0..<4).map { design.unitRow(repetition * 4 + $0) }
            var order: [Int] = []
            for place in 1..<4 {
                let before = path == .radial ? runs[0] : runs[place - 1]
                let changed = (0..<3).filter { before[$0] != runs[place][$0] }
                try #require(changed.count == 1)
                order.append(changed[0])
                #expect(abs(before[changed[0]] - runs[place][changed[0]]) >= 0.25)
            }
            #expect(order.sorted() == [0, 1, 2])
            #expect(runs.joined().allSatisfy { 0 <= $0 && $0 <= 1 })
            moved.insert(order)
        }
        #expect(moved.count == (path == .radial ? 1 : 6))
    }

    @Test("Groups move together and have no direction", arguments: paths)
    func groups(_ path: MorrisDesign.Path) throws {
        let design = try MorrisDesign(
            names: ["a", "b", "c"], repetitions: 10, seed: 1, path: path,
            groups: [.init(name: "ac", members: [0, 2]), .init(name: "b", members: [1])])
        #expect(design.count == 30)
        let values = (0..<design.count).map { run in
            let point = design.unitRow(run)
            return point[0] + 5 * point[1]
        }
        let effects = try design.effects(of: [values], named: ["y"])
        #expect(effects.inputs == ["ac", "b"])
        let (pair, single) = (effects.outputs[0].effects[0], effects.outputs[0].effects[1])
        #expect(pair.mean == nil && pair.standardDeviation == nil)
        // a moves as far as its group where steps are equal; between 1/3 and sqrt 2 of it else.
        #expect((0.3...1.42).contains(pair.meanAbsolute.value))
        #expect(abs(single.meanAbsolute.value - 5) < 1e-12)
    }

    @Test("A repetition with a failed run is left out")
    func failed() throws {
        let design = try MorrisDesign(names: ["x1", "x2", "x3"], repetitions: 10, seed: 1)
        var values = KnownFunction.ishigami.outputs(of: design)
        values[4 * 3 + 2] = .nan
        let effects = try design.effects(of: [values], named: ["y"])
        #expect(effects.kept == 9 && effects.failures?.droppedRows == 1)
        #expect(effects.outputs[0].effects.allSatisfy { $0.meanAbsolute.value.isFinite })
        for repetition in 0..<7 { values[4 * repetition] = .nan }
        #expect(throws: SensitivityFault.tooFewRows(kept: 3, of: 10, needed: 4)) {
            try design.effects(of: [values], named: ["y"])
        }
    }

    @Test("What cannot be designed is refused, with what it was")
    func refused() {
        func make(_ path: MorrisDesign.Path, _ groups: [[Int]]?) throws {
            _ = try MorrisDesign(
                names: ["a", "b"], repetitions: 10, seed: 1, path: path,
                groups: groups?.enumerated().map { .init(name: "g\($0)", members: $1) })
        }
        #expect(throws: SensitivityFault.levelsNotEven(5)) {
            try make(.trajectory(levels: 5), nil)
        }
        #expect(throws: SensitivityFault.inputGroupedTimes(0, input: "b")) {
            try make(.radial, [[0]])
        }
        #expect(throws: SensitivityFault.inputGroupedTimes(2, input: "a")) {
            try make(.radial, [[0], [0, 1]])
        }
        #expect(throws: SensitivityFault.unknownInput(2, group: "g1")) {
            try make(.radial, [[0, 1], [2]])
        }
        #expect(throws: SensitivityFault.emptyGroup("g1")) { try make(.radial, [[0, 1], []]) }
        #expect(throws: SensitivityFault.sizeOutOfRange(30, least: 1, most: 12)) {
            _ = try MorrisGrid(names: (0..<30).map { "x\($0)" }, levels: 4)
        }
    }
}
