import Foundation

/// Rows of a table in `Tests/Reference/forecasting`, as text by column.
struct ReferenceTable {
    let rows: [[String: String]]

    init(_ name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Reference/forecasting/\(name).csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let names = lines[0].split(separator: ",").map(String.init)
        rows = lines.dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return Dictionary(uniqueKeysWithValues: zip(names, cells.map(String.init)))
        }
    }

    /// The numbers of a column in the rows whose other columns hold the given texts.
    func numbers(_ column: String, where fixed: [String: String]) -> [Double] {
        rows.filter { row in fixed.allSatisfy { row[$0.key] == $0.value } }
            .map { Double($0[column] ?? "") ?? .nan }
    }
}

/// The largest difference between two rows of numbers, relative to the larger of 1 and the second.
func worst(_ found: [Double], _ expected: [Double]) -> Double {
    guard found.count == expected.count, !found.isEmpty else { return .infinity }
    return zip(found, expected).map { abs($0 - $1) / max(1, abs($1)) }
        .reduce(0) { $1.isNaN ? .infinity : max($0, $1) }
}
