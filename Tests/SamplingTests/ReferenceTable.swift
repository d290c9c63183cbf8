import Foundation

/// A table of `Tests/Reference`, without its header line.
enum ReferenceTable {
    static func rows(_ name: String) -> [[Substring]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = folder.appending(path: "Reference/\(name)")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
    }
}

/// How far a value is from the expected one, against the latter's size.
func relativeError(_ value: Double, _ expected: Double) -> Double {
    value == expected ? 0 : abs(value - expected) / abs(expected)
}

/// The statistics that the tests read off samples.
enum SampleStatistics {
    static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(values.count)
    }

    static func deviation(_ values: [Double]) -> Double {
        let mean = mean(values)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count)).squareRoot()
    }

    static func pearson(_ x: [Double], _ y: [Double]) -> Double {
        let (meanX, meanY) = (mean(x), mean(y))
        let products = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
        return products / Double(x.count) / deviation(x) / deviation(y)
    }

    static func ranks(_ values: [Double]) -> [Double] {
        var ranks = [Double](repeating: 0, count: values.count)
        for (rank, place) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
            ranks[place] = Double(rank)
        }
        return ranks
    }

    static func spearman(_ x: [Double], _ y: [Double]) -> Double {
        pearson(ranks(x), ranks(y))
    }

    /// Pearson's statistic of numbers of (0, 1) in equal cells; about `cells` when uniform.
    static func chiSquare(_ values: [Double], cells: Int) -> Double {
        var counts = [Double](repeating: 0, count: cells)
        for value in values { counts[Int(value * Double(cells))] += 1 }
        let expected = Double(values.count) / Double(cells)
        return counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    }
}
