import Foundation
import Optimization
import Testing

/// Certified results of the NIST Statistical Reference Datasets, nonlinear regression:
/// https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml
@Suite("Least squares by Levenberg and Marquardt") struct LevenbergMarquardtTests {
    /// Fits a curve and compares with certified parameters and sum of squares.
    private func certify(
        _ x: [Double], _ y: [Double], starts: [[Double]], certified: [Double], squares: Double,
        _ curve: @escaping (Double, UnsafeBufferPointer<Double>) -> Double
    ) throws {
        for start in starts {
            let found = LevenbergMarquardt(maximumSteps: 1000).minimum(
                from: start, count: x.count
            ) { point, residuals in
                for row in x.indices { residuals[row] = curve(x[row], point) - y[row] }
            }
            let result = try #require(found)
            #expect(result.hasConverged)
            #expect(abs(result.sumOfSquares / squares - 1) < 1e-9)
            for (value, expected) in zip(result.point, certified) {
                #expect(abs(value / expected - 1) < 1e-7, "\(value) for \(expected)")
            }
        }
    }

    @Test("Rat42: logistic growth (G27)") func rat42() throws {
        try certify(
            [9, 14, 21, 28, 42, 57, 63, 70, 79],
            [8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08],
            starts: [[100, 1, 0.1], [75, 2.5, 0.07]],
            certified: [72.462237576, 2.6180768402, 0.067359200066], squares: 8.0565229338
        ) { $1[0] / (1 + exp($1[1] - $1[2] * $0)) }
    }

    @Test("Rat43: Richards growth") func rat43() throws {
        try certify(
            (1...15).map(Double.init),
            [
                16.08, 33.83, 65.80, 97.20, 191.55, 326.20, 386.87, 520.53, 590.03, 651.92, 724.93,
                699.56, 689.96, 637.56, 717.41,
            ], starts: [[100, 10, 1, 1], [700, 5, 0.75, 1.3]],
            certified: [699.6415127, 5.2771253025, 0.75962938329, 1.2792483859],
            squares: 8786.4049080
        ) { $1[0] / pow(1 + exp($1[1] - $1[2] * $0), 1 / $1[3]) }
    }

    @Test("Misra1a: growth to a ceiling from far starts") func misra1a() throws {
        try certify(
            [
                77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1,
                689.1, 760.0,
            ],
            [
                10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40,
                75.47, 81.78,
            ], starts: [[500, 0.0001], [250, 0.0005]],
            certified: [238.94212918, 0.00055015643181], squares: 0.12455138894
        ) { $1[0] * (1 - exp(-$1[1] * $0)) }
    }

    @Test("keeps to where the function is a number") func domain() throws {
        let found = LevenbergMarquardt().minimum(from: [1], count: 1) { point, residuals in
            residuals[0] = point[0] < 0.5 ? .nan : point[0].squareRoot() - 0.8
        }
        #expect(abs(try #require(found).point[0] - 0.64) < 1e-8)
        let none = LevenbergMarquardt().minimum(from: [0], count: 1) { $1[0] = .nan }
        #expect(none?.point == nil)
    }
}
