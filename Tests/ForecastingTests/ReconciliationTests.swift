import Forecasting
import LinearAlgebra
import Sampling
import Testing

@Suite("Reconciliation") struct ReconciliationTests {
    /// The tree of `Tests/Reference/forecasting/reconciliation.py`.
    static func tree() throws -> Hierarchy {
        let regions: [(name: String, parent: String?)] = [
            ("nation", nil), ("a", "nation"), ("b", "nation"), ("c", "nation"),
        ]
        let parents = ["a", "a", "a", "a", "b", "b", "b", "c", "c"]
        return try Hierarchy(
            regions + parents.enumerated().map { (name: "v\($0)", parent: $1) })
    }

    static func unit(_ number: Int) -> Double {
        Double((number * 7919 + number * number * 31) % 997) / 997 - 0.5
    }

    static let residuals = Matrix(rows: 30, columns: 13) { step, node in
        let own = unit(step * 13 + node) * Double(1 + node % 4)
        let bias = node % 3 == 0 ? 0.6 : -0.2
        return own + bias + unit(step * 7 + 3) * 2
    }

    static func forecasts(_ structure: SummingStructure) -> Matrix {
        let start: [Double] = [9, 2, 0.3, 7, 14, 5, 1, 12, 0.2]
        let sums = structure.summed(
            Matrix(rows: 2, columns: 9) { start[$1] + Double($0) * 0.5 })
        return Matrix(rows: 2, columns: 13) { step, node in
            sums[step, node] * (node < 4 ? 0.8 : 1) + unit(step * 13 + node) * 2
        }
    }

    static let methods: [(String, ReconciliationWeights)] = [
        ("ols", .equal), ("wls_struct", .structural),
        ("wls_var", .variance(residuals: residuals)),
        ("mint_shrink", .shrunk(residuals: residuals, isCentred: true)),
        ("uncentred", .shrunk(residuals: residuals, isCentred: false)),
    ]

    private func expected(_ name: String) throws -> Matrix {
        let table = try ReferenceTable("reconciliation")
        let rows = (0..<2).map { step in
            table.numbers("value", where: ["method": name, "step": "\(step)"])
        }
        return Matrix(rows: rows)
    }

    @Test("is hierarchicalforecast's, and hts's where residuals are not centred (F7)")
    func reference() throws {
        let structure = try Self.tree().structure
        for (name, weights) in Self.methods {
            let found = try Reconciliation(structure, weights: weights)
                .reconciled(Self.forecasts(structure))
            let apart = (found - (try expected(name))).maximumAbsolute
            #expect(apart < 1e-6, "\(name): \(apart)")
            #expect(structure.excess(found).maximumAbsolute < 1e-12)
        }
    }

    @Test("keeps leaves in bounds at the least cost, as bounded least squares do")
    func bounded() throws {
        let structure = try Self.tree().structure
        let bounds = LeafBounds(
            lower: [Double](repeating: 0, count: 9), upper: [Double](repeating: 14, count: 9))
        for (name, weights) in Self.methods {
            let found = try Reconciliation(structure, weights: weights)
                .reconciled(Self.forecasts(structure), bounds: bounds)
            let apart = (found - (try expected(name + "_bounded"))).maximumAbsolute
            #expect(apart < 1e-5, "\(name): \(apart)")
            #expect(structure.excess(found).maximumAbsolute < 1e-12)
            #expect((4..<13).allSatisfy { found[0, $0] >= 0 && found[1, $0] <= 14 })
        }
        let tight = LeafBounds(
            lower: [Double](repeating: 2, count: 9), upper: [Double](repeating: 2, count: 9))
        let fixed = try Reconciliation(structure, weights: .structural)
            .reconciled(Self.forecasts(structure), bounds: tight)
        #expect(fixed[0, 0] == 18)
        #expect(throws: HierarchyFault.emptyBounds(leaf: 0)) {
            try Reconciliation(structure, weights: .equal).reconciled(
                Self.forecasts(structure),
                bounds: LeafBounds(
                    lower: [Double](repeating: 3, count: 9),
                    upper: [Double](repeating: 2, count: 9)))
        }
    }

    @Test("leaves alone what adds up, and many leaves at a time on their bounds")
    func laws() throws {
        let structure = SummingStructure(
            leafCount: 400, upper: [Array(0..<400)] + (0..<20).map { Array($0 * 20..<$0 * 20 + 20) }
        )
        var draws = (0..<400).map { Self.unit($0) + 0.2 }
        let sums = structure.summed(Matrix(rows: 1, columns: 400, columnMajor: draws))
        let method = try Reconciliation(structure, weights: .structural)
        #expect((method.reconciled(sums) - sums).maximumAbsolute < 1e-12)
        var off = sums
        off[0, 0] -= 150
        let free = try method.reconciled(off, bounds: .nonNegative(400))
        draws = (0..<400).map { free[0, 21 + $0] }
        #expect(draws.allSatisfy { $0 >= 0 })
        #expect(draws.contains(0))
        // No feasible direction lowers the cost: moving any leaf a little raises it.
        func cost(_ leaves: [Double]) -> Double {
            let table = structure.summed(Matrix(rows: 1, columns: 400, columnMajor: leaves))
            return (0..<421).reduce(0) { sum, node in
                let weight = node < 21 ? Double(structure.upper[node].count) : 1
                let apart = table[0, node] - off[0, node]
                return sum + apart * apart / weight
            }
        }
        let least = cost(draws)
        for leaf in stride(from: 0, to: 400, by: 13) {
            for step in [-1e-3, 1e-3] where draws[leaf] + step >= 0 {
                var moved = draws
                moved[leaf] += step
                #expect(cost(moved) >= least)
            }
        }
    }

    @Test("shares a total by history and by forecasts") func topDown() throws {
        let tree = try Hierarchy([("t", nil), ("x", "t"), ("y", "t"), ("x1", "x"), ("x2", "x")])
        #expect(tree.names == ["t", "x", "y", "x1", "x2"])
        let structure = tree.structure
        let history = structure.summed(
            Matrix(rows: [[1, 1, 2], [3, 1, 4]]))
        let forecasts = Matrix(rows: [[100, 30, 10, 5, 15]])
        let means = try tree.topDown(forecasts, shares: .meanOfShares(history: history))
        #expect(abs(means[0, 2] - 100 * (0.25 + 0.375) / 2) < 1e-12)
        let share = try tree.topDown(forecasts, shares: .shareOfMeans(history: history))
        #expect(abs(share[0, 2] - 100 * 4 / 12) < 1e-12)
        let own = try tree.topDown(forecasts, shares: .forecasts)
        #expect(own == Matrix(rows: [[100, 75, 25, 18.75, 56.25]]))
        #expect(structure.bottomUp(forecasts) == Matrix(rows: [[30, 20, 10, 5, 15]]))
        let two = try Hierarchy([("t", nil), ("s", nil), ("x", "t")])
        #expect(throws: HierarchyFault.severalRoots(node: "s")) {
            try two.topDown(Matrix(rows: 1, columns: 3), shares: .forecasts)
        }
    }

    @Test("crosses regions with segments") func crossed() throws {
        let regions = SummingStructure(leafCount: 3, upper: [[0, 1, 2], [0, 1]])
        let segments = SummingStructure(leafCount: 2, upper: [[0, 1]])
        let both = regions.crossed(with: segments)
        #expect(both.leafCount == 6)
        #expect(both.upperCount == 5 * 3 - 6)
        let sums = both.summed(Matrix(rows: [[1, 2, 4, 8, 16, 32]]))
        #expect(sums[0, 0] == 63)
        // All regions by segment, then the upper region by both and each segment.
        #expect(Array(sums.row(0))[1..<6] == [21, 42, 15, 5, 10])
    }

    @Test("draws samples that add up, keep each leaf's values and rank together as before")
    func samples() throws {
        let structure = SummingStructure(leafCount: 2, upper: [[0, 1]])
        let stream = RandomStream(seed: 3, name: "leaf")
        let samples = Matrix(rows: 1000, columns: 2) { stream.uniform($0, $1) }
        let template = Matrix(rows: 50, columns: 2) { row, column in
            Self.unit(row) * (column == 0 ? 1 : -1)
        }
        let joint = structure.coherentSamples(samples, template: template, stream: stream)
        #expect(joint.column(1).sorted() == samples.column(0).sorted())
        #expect((0..<1000).allSatisfy { joint[$0, 0] == joint[$0, 1] + joint[$0, 2] })
        let quantiles = SummingStructure.quantiles(of: joint, at: [0.05, 0.5, 0.95])
        // Leaves move against one another, so the total hardly moves.
        #expect(quantiles[2, 0] - quantiles[0, 0] < 0.2)
        #expect(quantiles[2, 1] - quantiles[0, 1] > 0.85)
    }

    @Test("names what is wrong with a tree") func faults() throws {
        #expect(throws: HierarchyFault.empty) { try Hierarchy([]) }
        #expect(throws: HierarchyFault.duplicate(node: "a")) {
            try Hierarchy([("a", nil), ("a", nil)])
        }
        #expect(throws: HierarchyFault.orphan(node: "b", parent: "z")) {
            try Hierarchy([("a", nil), ("b", "z")])
        }
        #expect(throws: HierarchyFault.cycle(node: "a")) {
            try Hierarchy([("a", "b"), ("b", "a"), ("c", "a")])
        }
        let tree = try Self.tree()
        #expect(throws: HierarchyFault.tooFewResiduals(complete: 1)) {
            try Reconciliation(
                tree.structure,
                weights: .shrunk(
                    residuals: Matrix(rows: 2, columns: 13) { $0 == 0 ? .nan : Double($1) },
                    isCentred: true))
        }
        #expect(throws: HierarchyFault.undetermined(node: 0)) {
            try Reconciliation(
                tree.structure, weights: .variance(residuals: Matrix(rows: 5, columns: 13)))
        }
    }
}
