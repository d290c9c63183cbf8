import Exploration
import Foundation
import Testing

@testable import Exploration

/// Boxes against those of the EMA Workbench 2.5.3, from `Tests/Reference/prim.csv`.
@Suite struct PrimReferenceTests {
    /// The settings of each run of the script.
    private static let runs: [(name: String, shape: String, settings: PrimSettings)] = [
        ("nine", "nine", settings(boxes: 2)),
        ("nine-tenth", "nine", settings(boxes: 2, peel: 0.1, paste: 0.1)),
        ("nine-fine", "nine", settings(peel: 0.02, mass: 0.2)),
        ("nine-lenient2", "nine", settings(objective: .lenient2)),
        ("nine-original", "nine", settings(objective: .original)),
        ("switches", "switches", settings(boxes: 2)),
        ("mixed", "mixed", settings(boxes: 3)),
        ("mixed-original", "mixed", settings(objective: .original)),
        ("ties", "ties", settings(boxes: 2, paste: 0.2)),
    ]

    private static func settings(
        boxes: Int = 1, peel: Double = 0.05, paste: Double = 0.05, mass: Double = 0.05,
        objective: PrimSettings.Objective = .lenient1
    ) -> PrimSettings {
        var settings = PrimSettings()
        settings.boxCount = boxes
        settings.peelAlpha = peel
        settings.pasteAlpha = paste
        settings.minimumMass = mass
        settings.objective = objective
        return settings
    }

    /// The rows of a run, by box and step.
    private static let expected: [String: [[[[Substring]]]]] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Reference/prim.csv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let rows = text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        return Dictionary(grouping: rows) { String($0[0]) }.mapValues { rows in
            grouped(rows, by: 1).map { grouped($0, by: 2) }
        }
    }()

    /// Rows by a whole number in a column, in its order.
    private static func grouped(_ rows: [[Substring]], by column: Int) -> [[[Substring]]] {
        Dictionary(grouping: rows) { Int($0[column]) ?? 0 }.sorted { $0.key < $1.key }.map(\.value)
    }

    @Test("Every box of every trajectory: points, cases, limits, quasi-p-values", arguments: 0..<9)
    func boxes(run: Int) throws {
        let (name, shape, settings) = Self.runs[run]
        let expected = try #require(Self.expected[name])
        let found = try PrimMadePoints(shape).points().discover(settings)
        #expect(found.rounds.map(\.trajectory.count) == expected.map(\.count))
        for (box, (round, steps)) in zip(found.rounds, expected).enumerated() {
            #expect(steps.count > 3)
            for (step, (value, rows)) in zip(round.trajectory, steps).enumerated() {
                compare(value, rows, "\(name), box \(box + 1), step \(step + 1)")
            }
        }
    }

    private func compare(_ step: PrimStep, _ rows: [[Substring]], _ place: String) {
        #expect([step.points, step.cases] == [Int(rows[0][3]), Int(rows[0][4])], "\(place)")
        let limited = rows.filter { !$0[5].isEmpty }
        #expect(step.box.limits.map(\.input) == limited.map { String($0[5]) }, "\(place)")
        for ((limit, luck), row) in zip(zip(step.box.limits, step.significance), limited) {
            switch limit.allowed {
            case .range(let lower, let upper):
                #expect(lower == Double(row[6]) && upper == Double(row[7]), "\(place)")
                #expect(isNear(luck.lower, Double(row[9])), "\(place) \(luck)")
                #expect(isNear(luck.upper, Double(row[10])), "\(place) \(luck)")
            case .categories(let labels):
                #expect(labels.joined(separator: "|") == String(row[8]), "\(place)")
                #expect(isNear(luck.whole, Double(row[9])), "\(place) \(luck)")
            }
        }
    }

    /// Both missing, or equal to nine digits.
    private func isNear(_ found: Double?, _ expected: Double?) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return abs(found - expected) <= 1e-9 * expected + 1e-300
    }
}
