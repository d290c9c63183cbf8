import Optimization
import Testing

@Suite struct QuasiNewtonTests {
    @Test("Rosenbrock's valley, its gradient by differences")
    func differences() {
        let found = QuasiNewton().minimum(from: [-1.2, 1], of: NelderMeadTests.valley)
        #expect(found.hasConverged)
        #expect(found.point.allSatisfy { abs($0 - 1) < 1e-6 })
    }

    @Test("A quadratic of twelve numbers with its own gradient, by its normal equations")
    func quadratic() {
        let target = (0..<12).map { Double($0) - 4.5 }
        let found = QuasiNewton().minimum(from: [Double](repeating: 0, count: 12)) { x, slope in
            var value = 0.0
            for axis in x.indices {
                let weight = Double(1 + axis * axis)
                value += weight * (x[axis] - target[axis]) * (x[axis] - target[axis])
                slope?[axis] = 2 * weight * (x[axis] - target[axis])
            }
            return value
        }
        #expect(found.hasConverged)
        #expect(zip(found.point, target).allSatisfy { abs($0 - $1) < 1e-5 })
        #expect(found.evaluations < 400)
    }

    @Test("A domain with an edge is kept")
    func domain() {
        let found = QuasiNewton().minimum(from: [5]) { x in
            x[0] <= 0 ? .infinity : x[0] + 1 / x[0]
        }
        #expect(abs(found.point[0] - 1) < 1e-5)
    }
}
