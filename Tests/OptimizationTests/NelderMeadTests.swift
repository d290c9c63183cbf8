import Optimization
import Testing

@Suite struct NelderMeadTests {
    static func valley(_ x: UnsafeBufferPointer<Double>) -> Double {
        let (a, b) = (1 - x[0], x[1] - x[0] * x[0])
        return a * a + 100 * b * b
    }

    /// R 4.2.2: `optim(c(-1.2, 1), function(x) (1-x[1])^2 + 100*(x[2]-x[1]^2)^2)`.
    @Test("The path is that of R's optim")
    func sameAsR() {
        var search = NelderMead(maximumEvaluations: 500)
        search.tolerance = 0x1p-26
        let found = search.minimum(from: [-1.2, 1], of: Self.valley)
        #expect(found.hasConverged)
        #expect(found.evaluations == 195)
        #expect(abs(found.point[0] - 1.000260138726) < 1e-12)
        #expect(abs(found.point[1] - 1.000505999304) < 1e-12)
    }

    @Test("Bounds hold, and the least value on a bound is found")
    func bounds() {
        let search = NelderMead(bounds: [-2...0.5, -1...3])
        let found = search.minimum(from: [0.5, 3]) { x in
            #expect(x[0] <= 0.5 && x[1] >= -1 && x[1] <= 3)
            return Self.valley(x)
        }
        #expect(abs(found.point[0] - 0.5) < 1e-3 && abs(found.point[1] - 0.25) < 1e-3)
    }

    @Test("A start outside the domain is handed back")
    func outside() {
        let found = NelderMead().minimum(from: [-1]) { x in x[0] < 0 ? .infinity : x[0] }
        #expect(!found.hasConverged && found.point == [-1] && found.evaluations == 1)
    }
}
