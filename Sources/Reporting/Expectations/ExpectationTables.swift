import Analysis
import Policy
import Quantities

/// What became of the expectations of scenarios, as tables: in words for people, in numbers for
/// programs.
package struct ExpectationTables: Sendable {
    private let rows: [(scenario: String, finding: ExpectationFinding)]
    private let language: Language

    /// - Parameter findings: of each scenario, under the name that tells it apart.
    package init(
        _ findings: [(scenario: String, findings: [ExpectationFinding])], language: Language
    ) {
        rows = findings.flatMap { item in item.findings.map { (item.scenario, $0) } }
        self.language = language
    }

    package var isEmpty: Bool { rows.isEmpty }

    /// Statement, reason, figure, limit, verdict, by how much it fails.
    package var shown: ResultTable {
        ResultTable("expectations", rows) {
            Key("scenario", \.scenario)
            Key("statement", \.finding.expectation.statement)
            Column("because", .word) { $0.finding.expectation.reason[language] }
            Column("figure", .word) { $0.finding.figure[language] }
            Column("expected", .word) { $0.finding.expected[language] }
            Column("result", .word) { $0.finding.verdictWord[language] }
            Column("off_by", .word) { $0.finding.offBy?[language] ?? "" }
        }
    }

    /// The same with numbers in the unit that each row names; a bound that is none is empty.
    package var whole: ResultTable {
        ResultTable("expectations", rows) {
            Key("scenario", \.scenario)
            Key("statement", \.finding.expectation.statement)
            Column("because", .word) { $0.finding.expectation.reason[language] }
            Column("condition", .word) { $0.finding.expectation.condition?.inputName ?? "" }
            Column("outcome", .word) { $0.finding.outcome.name }
            Column("unit", .word) { $0.finding.outcome.quantity.unit.rawValue }
            Column("without_condition", .factor) { Self.before($0.finding) }
            Column("value", .factor) { $0.finding.value }
            Column("at_least", .factor) { Self.bound($0.finding, \.lowerBound) }
            Column("at_most", .factor) { Self.bound($0.finding, \.upperBound) }
            Column("movement", .word) { Self.movement($0.finding) }
            Column("result", .word) { $0.finding.verdictWord[language] }
            Column("off_by", .factor) { Self.distance($0.finding) }
        }
    }

    private static func distance(_ finding: ExpectationFinding) -> Double {
        finding.distance.isFinite ? finding.distance : .nan
    }

    private static func before(_ finding: ExpectationFinding) -> Double {
        finding.expectation.condition == nil ? .nan : finding.before
    }

    private static func bound(
        _ finding: ExpectationFinding, _ end: KeyPath<ClosedRange<Double>, Double>
    ) -> Double {
        guard case .within(let range) = finding.expectation.claim, range[keyPath: end].isFinite
        else { return .nan }
        return range[keyPath: end]
    }

    private static func movement(_ finding: ExpectationFinding) -> String {
        guard case .moves(let movement) = finding.expectation.claim else { return "" }
        return Phrase.movement(movement)[.english]
    }
}
