import Quantities

@testable import Policy

/// Small pieces of law for tests.
enum TestLaw {
    static let place = Provenance(file: "law.yaml", line: 7, column: 5, layer: "law")
    static let scenario = Provenance(file: "rise.yaml", line: 3, column: 3, layer: "rise")

    static func entry(_ value: LawValue, mark: EvidenceMark = .secondary) -> LawEntry {
        LawEntry(
            value: value, mark: mark, legal: Phrase(same: "PP 1/2000"), source: "outlet",
            checked: Month(2026, 4))
    }

    static func period(_ from: Month, _ value: LawValue, until: Month? = nil) -> LawParameter.Period
    {
        .init(from: from, until: until, entry: entry(value), provenance: place)
    }

    static func parameter(
        _ path: String, unit: Unit = .share, range: ClosedRange<ExactDecimal>? = .share,
        _ periods: [LawParameter.Period]
    ) throws(LawFault) -> LawParameter {
        try LawParameter(
            path: path, unit: unit, range: range,
            doc: Phrase(id: path, en: path), periods: periods)
    }

    /// A rate of 1 % from 2020-01 that rises to 2 % in 2023-01.
    static func rising() throws(LawFault) -> LawTree {
        try LawTree(parameters: [
            parameter(
                "a.rate",
                [
                    period(Month(2020, 1), .decimal(number("0.01"))),
                    period(Month(2023, 1), .decimal(number("0.02"))),
                ])
        ])
    }

    static func number(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? ExactDecimal(-1) }

    static func scale(_ rows: [(Int64, String)]) throws -> MarginalScale {
        try MarginalScale(rows.map { .init(above: Rupiah($0.0), rate: number($0.1)) })
    }
}
