import Exploration
import _TestSupport

@testable import Exploration

/// Points made by the rule of `Tests/Reference/prim.py`, double for double.
struct PrimMadePoints {
    let names: [String]
    var numbers: [[Double]]
    var labels: [[String]]
    var isCase: [Bool]

    /// Seed, points, levels of each number, how many categories each further input has.
    private static let shapes: [String: (UInt64, Int, [Int], [Int])] = [
        "nine": (11, 882, [250, 250, 101, 200, 249, 250, 200, 200, 250], []),
        "switches": (12, 700, [2, 3, 5, 1000, 1000], []),
        "mixed": (13, 800, [1000, 1000, 40, 7], [4, 3]),
        "ties": (14, 500, [4, 6, 9, 5], [5]),
    ]

    init(_ shape: String) {
        let (seed, count, levels, categories) = Self.shapes[shape]!
        var draws = SeededDraws(seed)
        func unit() -> Double { Double(draws.next() >> 11) * 0x1p-53 }
        func level(_ count: Int) -> Int { Int(unit() * Double(count)) }
        names =
            levels.indices.map { "x\($0)" } + categories.indices.map { "k\($0)" }
        numbers = levels.map { _ in [] }
        labels = categories.map { _ in [] }
        isCase = []
        for _ in 0..<count {
            let x = levels.map { Double(level($0)) / Double($0) }
            let k = categories.map { level($0) }
            var score = x[0] + x[1] * x[2] - 0.5 * x[3]
            if let first = k.first {
                score = score + (first == 1 ? 0.35 : 0) + (first == 3 ? 0.2 : 0)
            }
            score = score + 0.25 * unit()
            isCase.append(score > 1 || (x[3] > 0.7 && x[1] < 0.35))
            for column in x.indices { numbers[column].append(3 * x[column] - 1) }
            for column in k.indices { labels[column].append("c\(k[column])") }
        }
    }

    /// The same for the module under test.
    func points() throws -> PrimPoints {
        let inputs =
            zip(names, numbers).map { PrimInput($0, .numbers($1)) }
            + zip(names.dropFirst(numbers.count), labels).map { PrimInput($0, .categories($1)) }
        return try PrimPoints(inputs, isCase: isCase)
    }
}
