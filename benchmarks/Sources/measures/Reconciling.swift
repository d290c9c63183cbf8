import Forecasting
import LinearAlgebra

extension Measure {
    /// MinT-shrink of 525 series, residuals of 228 steps, 12 steps ahead.
    static let shrinkage = Measure(name: "mint-shrink") {
        let tree = MadeTree(regions: 20, districts: 200, villages: 304, steps: 228)
        return {
            let method = try Reconciliation(
                tree.structure, weights: .shrunk(residuals: tree.residuals, isCentred: true))
            let found = method.reconciled(tree.forecasts)
            return { (0..<221).map { found[0, $0] } }
        }
    }

    /// Weights by variance for 80,000 leaves under 553 upper nodes; a point is a leaf.
    static let wideTree = Measure(name: "wide-tree", points: 80_000) {
        let tree = MadeTree(regions: 46, districts: 506, villages: 80_000, steps: 5)
        return {
            let method = try Reconciliation(
                tree.structure, weights: .variance(residuals: tree.residuals))
            let found = method.reconciled(tree.forecasts)
            return { [found[0, 0]] }
        }
    }
}

/// The tree of `rivals/inputs.py`: districts take turns over regions, villages over districts.
private struct MadeTree {
    let structure: SummingStructure
    let residuals: Matrix
    let forecasts: Matrix

    init(regions: Int, districts: Int, villages: Int, steps: Int) {
        var upper = [[Int]](repeating: [], count: 1 + regions + districts)
        for village in 0..<villages {
            let district = village % districts
            upper[0].append(village)
            upper[1 + district % regions].append(village)
            upper[1 + regions + district].append(village)
        }
        structure = SummingStructure(leafCount: villages, upper: upper)
        let nodes = upper.count + villages
        residuals = Matrix(rows: steps, columns: nodes) { step, node in
            let own = Double(1 + node % 5) * MonthlySeries.shock(node * steps + step, kind: 0)
            return MonthlySeries.shock(step, kind: 1) + own
        }
        forecasts = Matrix(rows: 12, columns: nodes) { step, node in
            Double(100 + step) + 10 * MonthlySeries.shock(node * 12 + step, kind: 1)
        }
    }
}
