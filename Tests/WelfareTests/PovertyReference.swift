import Foundation
import Testing

/// The figures of `Tests/Reference/poverty.csv`, by case and quantity.
enum PovertyReference {
    private static let values: [String: [String: Double]] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Reference/poverty.csv")
        var values: [String: [String: Double]] = [:]
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            values[cells[0], default: [:]][cells[1]] = Double(cells[2])
        }
        return values
    }()

    /// Compares some figures of a case, each to a share of itself.
    static func expect(
        _ figures: [String: Double], of name: String, within tolerance: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (quantity, value) in figures {
            guard let expected = values[name]?[quantity] else {
                Issue.record("no \(quantity) of \(name)", sourceLocation: sourceLocation)
                continue
            }
            #expect(
                abs(value - expected) <= tolerance * abs(expected),
                "\(quantity) of \(name): \(value), not \(expected)",
                sourceLocation: sourceLocation)
        }
    }
}
