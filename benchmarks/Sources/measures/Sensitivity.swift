import Exploration

extension Measure {
    /// Sobol indices of the G function: design, model, indices and their intervals.
    ///
    /// Plain Monte Carlo base points, because their intervals come from 100 resamples as the
    /// rival's do. The numbers are estimates; the rival has another estimator and other points.
    static let sobol = Measure(name: "sobol", repetitions: 7) {
        let names = coefficients.indices.map { "x\($0)" }
        return {
            let design = try SobolDesign(names: names, base: 16_384, seed: 7, points: .monteCarlo)
            var points: [Double] = []
            design.fill(0..<design.count, into: &points)
            let outputs = (0..<design.count).map { gFunction(points, $0 * coefficients.count) }
            let found = try design.indices(of: [outputs], named: ["g"], resamples: 100).outputs[0]
            return {
                found.first.map(\.value) + found.total.map(\.value)
                    + found.pairs.map(\.estimate.value)
            }
        }
    }

    private static let coefficients: [Double] = [0, 1, 4.5, 9, 99, 99, 99, 99]

    private static func gFunction(_ points: [Double], _ first: Int) -> Double {
        var product = 1.0
        for (input, a) in coefficients.enumerated() {
            product *= (abs(4 * points[first + input] - 2) + a) / (1 + a)
        }
        return product
    }
}

extension Measure {
    /// One PRIM box over 882 points of nine inputs; the README has the formula.
    static let discovery = Measure(name: "prim") {
        let points = 882
        let columns = [1009, 2003, 3001, 4001, 5003, 6007, 7001, 8009, 9001].map { multiplier in
            (1...points).map { Double($0 * multiplier % 10_007) / 10_007 }
        }
        let isCase = (0..<points).map { i in
            let inside =
                columns[0][i] > 0.55 && columns[3][i] < 0.6
                && columns[5][i] + 0.25 * columns[7][i] > 0.45
            return inside != ((i + 1) % 11 == 0)
        }
        return {
            let inputs = columns.enumerated().map { PrimInput("x\($0)", .numbers($1)) }
            let found = try PrimPoints(inputs, isCase: isCase).discover()
            return {
                guard let last = found.rounds.first?.trajectory.last else { return [] }
                return [last.coverage, last.density, last.mass]
            }
        }
    }
}
