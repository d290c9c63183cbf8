import Analysis
import Foundation
import Optimization
import Policy
import Quantities

extension Measure {
    /// Where the money of three purses goes in all regions over ten years: the programme is built,
    /// solved and proven, the most even of equal plans is taken, persons are made whole, and prices
    /// of limits are read.
    static let allocation = Measure(name: "allocation", repetitions: 3) {
        let allocation = AllocationCase()
        return {
            let answer = try allocation.problem.answer()
            return { [answer.relaxed] }
        }
    }

    /// The solver's part of it, on the programme as other solvers read it.
    static let allocationSolver = Measure(name: "allocation-solver", repetitions: 3) {
        let programme = try MPSReader(AllocationCase().problem.mps()).programme
        return {
            let objective = try programme.solution().objective
            return { [-objective] }
        }
    }
}

/// Plain numbers in the shape of an allocation over all of Indonesia; the README has the formulas.
struct AllocationCase {
    private static let (years, regions, segments) = (10, 514, 12)
    /// Segments that the purse of tobacco excise may pay.
    private static let tobacco = [2, 7]

    let problem: AllocationProblem

    init() {
        let data = Self.data
        let (regions, segments) = (Array(data.regions.indices), Array(data.segments.indices))
        let years = Array(data.years.indices)
        let place = Provenance(file: "", line: 1, column: 1, layer: "benchmark")
        func rule(
            _ name: String, _ demand: AllocationRule.Demand, _ segments: [Int], together: Bool
        ) -> AllocationRule {
            AllocationRule(
                name, demand, regions: regions, segments: segments, years: years,
                addsRegions: together, provenance: place)
        }
        problem = AllocationProblem(
            data, objective: .protectedPersonMonths,
            rules: [
                rule("floor", .share(.atLeast, 0.05), [0, 5], together: false),
                rule("floor-together", .share(.atLeast, 0.2), [3], together: true),
                rule("cap", .share(.atMost, 0.6), [1, 4, 8], together: false),
                rule("growth", .growth(.atMost, 0.25), segments, together: false),
                rule(
                    "earmark", .earmark(purse: 2, .atLeast, share: 0.4), [Self.tobacco[0]],
                    together: false),
            ], pooled: [1])
    }

    private static var data: AllocationData {
        let places = (0..<years).flatMap { year in (0..<regions).map { (y: year, r: $0) } }
        let cells = places.flatMap { place in (0..<segments).map { (y: place.y, r: place.r, s: $0) }
        }
        let workers = places.map { y, r in
            (0..<segments).reduce(0.0) { $0 + Self.workers($1, r, y) }
        }
        let prices = cells.map { price($0.s, $0.r, $0.y) }
        return AllocationData(
            years: (0..<years).map { 2026 + $0 }, months: Array(repeating: 12, count: years),
            regions: (0..<regions).compactMap {
                RegionCode(String(format: "%02d.%02d", 11 + $0 / 40, 1 + $0 % 40))
            },
            segments: (0..<segments).map { SegmentID("s\($0)") },
            purses: ["apbd", "pusat", "dbh-cht"].map { PurseID($0) },
            eligible: cells.map { 0.7 * Self.workers($0.s, $0.r, $0.y) }, workers: workers,
            protected: workers.map { 0.1 * $0 },
            prices: [
                prices, prices,
                zip(cells, prices).map { tobacco.contains($0.s) ? $1 : 0 },
            ],
            ceilings: [
                places.map { apbd($0.r, $0.y) }, places.map { national($0.r, $0.y) },
                places.map { excise($0.r, $0.y) },
            ],
            shares: Array(repeating: Array(repeating: 1, count: places.count), count: 3))
    }

    private static func workers(_ s: Int, _ r: Int, _ y: Int) -> Double {
        Double(2000 + 1000 * ((7 * s + 13 * r) % 101) + 20 * y * (1 + (s + r) % 5))
    }

    /// Rupiah of a year of protection.
    private static func price(_ s: Int, _ r: Int, _ y: Int) -> Double {
        Double(12 * (16_800 + 400 * ((5 * s + 3 * r) % 17) + 150 * y))
    }

    /// Ceilings, rupiah.
    private static func apbd(_ r: Int, _ y: Int) -> Double {
        2e9 + 25e6 * Double((17 * r + 5 * y) % 211) + 3e8 * Double(y)
    }

    private static func national(_ r: Int, _ y: Int) -> Double {
        1e9 + 1e7 * Double((11 * r + 3 * y) % 97)
    }

    private static func excise(_ r: Int, _ y: Int) -> Double {
        r % 5 < 2 ? 4e8 + 1e7 * Double((7 * r + y) % 53) : 0
    }
}

/// Reads the free MPS that Lindung writes, as far as an allocation goes:
/// no variable has bounds of its own, and no row two that differ.
struct MPSReader {
    private(set) var programme = LinearProgramme(.minimise)

    init(_ text: String) throws {
        var (section, kinds) = (Substring(), [Substring]())
        var (costs, terms) = ([Double](), [[(LinearProgramme.Variable, Double)]]())
        var sides: [Int: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("*") {
            let words = line.split(separator: " ")
            guard line.first == " " else {
                section = words[0]
                continue
            }
            switch section {
            case "ROWS": kinds.append(words[0])
            case "COLUMNS":
                let column = Self.index(words[0])
                if words[1] == "cost" {
                    costs.append(try Self.number(words[2]))
                    continue
                }
                if terms.isEmpty { terms = Array(repeating: [], count: kinds.count - 1) }
                terms[Self.index(words[1])].append(
                    (LinearProgramme.Variable(index: column), try Self.number(words[2])))
            case "RHS": sides[Self.index(words[1])] = try Self.number(words[2])
            default: throw MPSFault(line: String(line))
            }
        }
        for cost in costs { programme.addVariable(cost: cost) }
        for (row, kind) in kinds.dropFirst().enumerated() {
            let side = sides[row] ?? 0
            programme.addRow(
                terms[row], lower: kind == "L" ? -.infinity : side,
                upper: kind == "G" ? .infinity : side)
        }
    }

    private static func index(_ name: Substring) -> Int { Int(name.dropFirst()) ?? -1 }

    private static func number(_ word: Substring) throws -> Double {
        guard let number = Double(word) else { throw MPSFault(line: String(word)) }
        return number
    }
}

/// What the reader does not know.
struct MPSFault: Error {
    let line: String
}
