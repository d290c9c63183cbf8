import Sampling
import Testing

@testable import Forecasting

@Suite("A structural model") struct StructuralModelTests {
    static let nile: [Double] = [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960,
        1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694,
        940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764,
        821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822,
        1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ]

    static var nileWithGaps: [Double] {
        nile.enumerated().map { (20..<40).contains($0) || (60..<80).contains($0) ? .nan : $1 }
    }

    static var seasons: [Double] {
        (0..<40).map { step in
            if [0, 9, 30].contains(step) { return .nan }
            let wave = Double((step * 37) % 23 - 11) / 5
            return 50 + 0.8 * Double(step) + [6.0, -3, 1, -4][step % 4] + wave
        }
    }

    @Test("finds the variances of the Nile (F4)") func golden() throws {
        let fitted = try StructuralModel().fit(TimeSeries(Self.nile))
        #expect(abs(fitted.levelVariance / 1469.1466 - 1) < 1e-4)
        #expect(abs(fitted.irregularVariance / 15098.577 - 1) < 1e-4)
        #expect(abs(fitted.logLikelihood + 632.5456) < 1e-3)
    }

    @Test(
        "filters and smooths over gaps as statsmodels does",
        arguments: ["nile", "trend", "season"])
    func reference(_ name: String) throws {
        let table = try ReferenceTable("structural")
        let (system, values): (StructuralSystem, [Double]) =
            switch name {
            case "nile":
                (
                    StructuralSystem(
                        hasSlope: false, period: 1, variances: [15098.577, 1469.1466]),
                    Self.nileWithGaps
                )
            case "trend":
                (
                    StructuralSystem(hasSlope: true, period: 1, variances: [15000, 1000, 10]),
                    Self.nileWithGaps
                )
            default:
                (
                    StructuralSystem(hasSlope: true, period: 4, variances: [2, 0.5, 0.01, 0.1]),
                    Self.seasons
                )
            }
        let fitted = FittedStructural(
            system: system, series: TimeSeries(values, period: system.period))
        func expected(_ quantity: String) -> [Double] {
            table.numbers("value", where: ["case": name, "quantity": quantity])
        }
        let smoothed = fitted.smoothed
        #expect(worst(smoothed.mean, expected("smoothed")) < 1e-8)
        #expect(worst(smoothed.deviation.map { $0 * $0 }, expected("variance")) < 1e-8)
        #expect(worst(fitted.smoothedLevel, expected("level")) < 1e-8)
        let ahead = fitted.forecast(steps: 5, level: 0.6826894921370859)
        #expect(worst(ahead.mean, expected("forecast")) < 1e-8)
        let reach = zip(ahead.upper, ahead.mean).map { ($0 - $1) * ($0 - $1) }
        #expect(worst(reach, expected("forecastVariance")) < 1e-8)
    }

    @Test("draws paths whose mean and spread are the forecast's") func paths() throws {
        let fitted = try StructuralModel(hasSlope: true, hasSeason: true).fit(
            TimeSeries(Self.seasons, period: 4))
        let ahead = fitted.forecast(steps: 4, level: 0.6826894921370859)
        let draws = fitted.simulate(
            steps: 4, paths: 4000, stream: RandomStream(seed: 1, name: "paths"))
        for step in 0..<4 {
            let column = Array(draws.column(step))
            let mean = column.reduce(0, +) / 4000
            let reach = ahead.upper[step] - ahead.mean[step]
            #expect(abs(mean - ahead.mean[step]) < 4 * reach / 63)
            let square = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4000
            #expect(abs(square.squareRoot() / reach - 1) < 0.06)
        }
        let fewer = fitted.simulate(
            steps: 4, paths: 2, stream: RandomStream(seed: 1, name: "paths"))
        #expect(fewer.row(1) == draws.row(1))
    }

    @Test("puts a slope's variance at exactly 0 where the series is a line with noise")
    func snapped() throws {
        let line = (0..<30).map { Double($0) + Double(($0 * 7) % 5) / 5 }
        let fitted = try StructuralModel(hasSlope: true).fit(TimeSeries(line))
        #expect(fitted.slopeVariance == 0)
        #expect(fitted.levelVariance == 0)
        #expect(abs(fitted.forecast(steps: 1, level: 0.9).mean[0] - 30.4) < 0.2)
    }

    @Test("refuses what it cannot learn from") func faults() {
        #expect(throws: FitFault.tooShort(needed: 4, have: 3)) {
            try StructuralModel().fit(TimeSeries([1, 2, .nan, 3]))
        }
        #expect(throws: FitFault.constant) {
            try StructuralModel().fit(TimeSeries([2, 2, 2, 2, 2]))
        }
        // Every fourth step missing: one season is never seen.
        #expect(throws: FitFault.notConverged) {
            try StructuralModel(hasSeason: true).fit(
                TimeSeries((0..<24).map { $0 % 4 == 3 ? .nan : Double($0) }, period: 4))
        }
    }
}
