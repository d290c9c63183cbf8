import Policy
import Quantities
import Sampling

@testable import Analysis

/// Small problems with whole numbers, from a seed.
struct RandomAllocation {
    static let place = Provenance(file: "alokasi.yaml", line: 1, column: 1, layer: "alokasi")
    var random: SystemRandom

    /// A generator of whole numbers that repeats: the constants of MMIX.
    struct SystemRandom: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }

    init(seed: UInt64) { random = SystemRandom(state: seed &* 7919 &+ 17) }

    mutating func whole(_ range: ClosedRange<Int>) -> Double {
        Double(Int.random(in: range, using: &random))
    }

    /// Numbers of a problem.
    ///
    /// - Parameter prices: of a person; one price makes a problem whose corners are whole.
    mutating func data(
        years: Int = 1, regions: Int = 2, segments: Int = 2, purses: Int = 2,
        prices: ClosedRange<Int> = 1...1, eligible: ClosedRange<Int> = 0...3,
        ceilings: ClosedRange<Int> = 0...5, shares: [Double] = [1]
    ) -> AllocationData {
        let places = years * regions
        let cells = places * segments
        let codes = (0..<regions).compactMap { RegionCode("35.0\($0 + 1)") }
        return AllocationData(
            years: (0..<years).map { 2026 + $0 }, months: (0..<years).map { $0 == 0 ? 12 : 12 },
            regions: codes, segments: (0..<segments).map { SegmentID("s\($0)") },
            purses: (0..<purses).map { PurseID("p\($0)") },
            eligible: (0..<cells).map { _ in whole(eligible) },
            workers: (0..<places).map { _ in whole(8...12) },
            protected: (0..<places).map { _ in whole(0...2) },
            prices: (0..<purses).map { _ in (0..<cells).map { _ in whole(prices) } },
            ceilings: (0..<purses).map { _ in (0..<places).map { _ in whole(ceilings) } },
            shares: (0..<purses).map { _ in
                (0..<places).map { _ in shares.randomElement(using: &random) ?? 1 }
            })
    }

    /// A rule of a kind about everything.
    static func rule(
        _ name: String, _ demand: AllocationRule.Demand, over data: AllocationData,
        segments: [Int]? = nil, regions: [Int]? = nil, addsRegions: Bool = false,
        addsSegments: Bool = false
    ) -> AllocationRule {
        AllocationRule(
            name, demand, regions: regions ?? Array(data.regions.indices),
            segments: segments ?? Array(data.segments.indices),
            years: Array(data.years.indices), addsRegions: addsRegions,
            addsSegments: addsSegments, provenance: place)
    }
}
