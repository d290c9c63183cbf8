import Foundation
import LinearAlgebra
import Testing

/// One case of `Tests/Reference/expm.csv`: a matrix and its exponential to 20 digits.
struct ReferenceExponential: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: Substring
    var matrix: Matrix
    var exponential: Matrix

    var testDescription: String { name }

    static let all: [ReferenceExponential] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = folder.appending(path: "Reference/expm.csv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let lines = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
        let groups = Dictionary(grouping: lines) { $0[0] }
        return groups.values.compactMap(make).sorted { $0.name < $1.name }
    }()

    private static func make(_ lines: [[Substring]]) -> ReferenceExponential? {
        let order = Int(Double(lines.count).squareRoot())
        let zero = Matrix(rows: order, columns: order)
        guard let first = lines.first, order * order == lines.count else { return nil }
        var result = ReferenceExponential(
            name: String(first[0]), kind: first[1], matrix: zero, exponential: zero)
        for line in lines {
            guard let row = Int(line[2]), let column = Int(line[3]), let entry = Double(line[4]),
                let value = Double(line[5])
            else { return nil }
            result.matrix[row, column] = entry
            result.exponential[row, column] = value
        }
        return result
    }
}
