import Analysis
import Foundation
import Policy
import Quantities

extension Measure {
    /// A best allocation over all regions of the nation: 514 regions x 12 segments x 10 years, five
    /// purses, one of them a pot for all regions, and six rules. The programme is built, solved,
    /// proven and rounded to whole persons; the rival is the solver alone on the same programme,
    /// which is written to `LINDUNG_BENCHMARK_MPS` outside the clock.
    static let allocation = Measure(name: "allocation", repetitions: 3) {
        let problem = nation()
        if let path = ProcessInfo.processInfo.environment["LINDUNG_BENCHMARK_MPS"] {
            try problem.mps().write(toFile: path, atomically: true, encoding: .utf8)
        }
        return {
            let answer = try problem.answer()
            return {
                [
                    answer.relaxed, answer.gap, answer.roundingLoss, Double(answer.size.variables),
                    Double(answer.size.rows), Double(answer.size.iterations),
                ]
            }
        }
    }

    /// Numbers by formula, of the size that regions of Indonesia have.
    private static func nation() -> AllocationProblem {
        let (years, regions, segments) = (10, 514, 12)
        let places = years * regions
        /// From 0 to 1, scattered, the same in every run.
        func scattered(_ a: Int, _ b: Int, _ c: Int) -> Double {
            Double((a * 7919 + b * 104_729 + c * 1_299_709 + 17) % 10_007) / 10_007
        }
        let cells = (0..<places * segments).map { ($0 / segments, $0 % segments) }
        let reach = [Set(0...5), Set(6...9), Set(0..<segments), Set(0..<segments), Set(4...11)]
        let prices = reach.enumerated().map { purse, mayPay in
            cells.map { place, segment -> Double in
                guard mayPay.contains(segment) else { return 0 }
                let month = segment < 4 ? 8400 + 600 * Double(segment) : 16_800
                return 12 * (purse == 3 && place / regions < 3 ? (month / 2).rounded() : month)
            }
        }
        let ceilings = [1.0, 0.6, 2, 0.2, 0.4].enumerated().map { purse, size in
            (0..<places).map { place in
                let region = place % regions
                guard purse != 1 || region % 3 == 0 else { return 0.0 }
                return (1e9 * size * (0.3 + scattered(purse, region, place / regions))).rounded()
            }
        }
        let data = AllocationData(
            years: (0..<years).map { 2026 + $0 }, months: Array(repeating: 12, count: years),
            regions: (0..<regions).compactMap { RegionCode("\(11 + $0 / 99).\(10 + $0 % 90)") },
            segments: (0..<segments).map { SegmentID("s\($0)") },
            purses: (0..<reach.count).map { FundingSourceID("p\($0)") },
            eligible: cells.map { place, segment in
                (200 + 12_000 * scattered(place % regions, segment, 3)).rounded()
            },
            workers: (0..<places).map { 150_000 + 100_000 * scattered($0 % regions, 5, 1) },
            protected: (0..<places).map { 20_000 * scattered($0 % regions, 2, 2) },
            prices: prices, ceilings: ceilings,
            shares: reach.map { _ in Array(repeating: 1, count: places) })
        return AllocationProblem(
            data, objective: .protectedPersonMonths, rules: rules(over: data), pooled: [4])
    }

    private static func rules(over data: AllocationData) -> [AllocationRule] {
        func rule(
            _ name: String, _ demand: AllocationRule.Demand, _ segments: [Int],
            addsRegions: Bool = false
        ) -> AllocationRule {
            AllocationRule(
                name, demand, regions: Array(data.regions.indices), segments: segments,
                years: Array(data.years.indices), addsRegions: addsRegions, addsSegments: false,
                provenance: Provenance(file: "bench.yaml", line: 1, column: 1, layer: "bench"))
        }
        return [
            rule("floor", .share(.atLeast, 0.02), [0, 1]), rule("cap", .share(.atMost, 0.8), [9]),
            rule("steady", .growth(.atLeast, 0), [2, 3], addsRegions: true),
            rule("slow", .growth(.atMost, 0.5), [4]),
            rule("earmark", .earmark(purse: 1, .atLeast, share: 0.3), [6, 7]),
            rule("equity", .equity(0.3), Array(data.segments.indices)),
        ]
    }
}
