import Policy
import Quantities

@testable import Costing

/// A tariff with the numbers of the law as they were known in 2026, written in code for tests.
enum ContributionTestLaw {
    static let place = Provenance(file: "law.yaml", line: 1, column: 1, layer: "law")

    static func tree(_ overlays: [LawOverlay] = []) throws(LawFault) -> LawTree {
        var parameters = [
            try parameter(
                "pu.jkp.rate", [(Month(2021, 2), "0.0046"), (Month(2025, 2), "0.0036")]),
            try parameter("pu.jkp.rate.state", [(Month(2021, 2), "0.0022")]),
            try parameter("pu.jkp.rate.from_jkk", [(Month(2021, 2), "0.0014")]),
            try parameter(
                "pu.jkp.rate.from_jkm", [(Month(2021, 2), "0.001"), (Month(2025, 2), "0")]),
            try parameter("pu.jkp.ceiling", [(Month(2021, 2), "5000000")]),
        ]
        for (path, value) in constants {
            parameters.append(try parameter(path, [(Month(2015, 7), value)]))
        }
        parameters.append(try parameter("bpu.bands", .brackets(bands())))
        parameters.append(
            try parameter("jakon.jkk.scale", .scale(scale("0.0021", "0.0017", "0.0013"))))
        parameters.append(
            try parameter("jakon.jkm.scale", .scale(scale("0.0003", "0.0002", "0.0002"))))
        return try LawTree(parameters: parameters, overlays: overlays)
    }

    static func tariff(
        _ month: Month, _ overlays: [LawOverlay] = []
    ) throws(LawFault) -> ContributionTariff {
        try ContributionTariff(law: tree(overlays), month: month)
    }

    /// A rule that leaves half due, in 2026-04 to 2026-12, for BPU outside transport.
    static func halving(
        kind: LawOverlay.Kind = .cut, factor: String = "0.5",
        exclusions: [LawOverlay.Exclusion] = []
    ) throws(LawFault) -> LawOverlay {
        try LawOverlay(
            id: "half", doc: Phrase(id: "separuh", en: "half"),
            entry: entry(.decimal(number(factor)), .secondary),
            clauses: [
                .init(
                    name: "others", kind: kind, programmes: [.jkk, .jkm], routes: [.bpu],
                    scope: .except(.transport), months: Month(2026, 4)...Month(2026, 12))
            ], exclusions: exclusions, provenance: place)
    }

    static func number(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? ExactDecimal(-1) }

    private static let constants = [
        ("pu.jkk.rate.1", "0.0024"), ("pu.jkk.rate.2", "0.0054"), ("pu.jkk.rate.3", "0.0089"),
        ("pu.jkk.rate.4", "0.0127"), ("pu.jkk.rate.5", "0.0174"), ("pu.jkm.rate", "0.003"),
        ("pu.jht.rate.employer", "0.037"), ("pu.jht.rate.worker", "0.02"),
        ("pu.jp.rate.employer", "0.02"), ("pu.jp.rate.worker", "0.01"),
        ("pu.jp.ceiling", "11086300"), ("bpu.jkk.rate", "0.01"), ("bpu.jkm.amount", "6800"),
        ("bpu.jht.rate", "0.02"), ("jakon.jkk.rate", "0.0174"), ("jakon.jkm.rate", "0.003"),
        ("pmi.package.6", "108000"), ("pmi.package.24", "370000"),
        ("pmi.extension.amount", "13500"), ("pmi.jht.minimum", "50000"),
        ("pmi.jht.maximum", "600000"),
    ]

    private static func bands() -> LawBrackets {
        let rows: [LawBrackets.Row] = [
            .init(upTo: Rupiah(1_099_000), base: Rupiah(1_000_000), mark: .secondary),
            .init(upTo: Rupiah(1_299_000), base: Rupiah(1_200_000)),
            .init(upTo: nil, base: Rupiah(20_700_000), mark: .secondary),
        ]
        guard let bands = try? LawBrackets(rows) else { preconditionFailure("bands in order") }
        return bands
    }

    private static func scale(_ rates: String...) -> MarginalScale {
        let floors: [Int64] = [0, 100_000_000, 500_000_000]
        let brackets = zip(floors, rates).map {
            MarginalScale.Bracket(above: Rupiah($0), rate: number($1))
        }
        guard let scale = try? MarginalScale(brackets) else { preconditionFailure("in order") }
        return scale
    }

    private static func parameter(
        _ path: String, _ values: [(Month, String)]
    ) throws(LawFault) -> LawParameter {
        try parameter(path, values.map { ($0.0, LawValue.decimal(number($0.1))) })
    }

    private static func parameter(
        _ path: String, _ value: LawValue
    ) throws(LawFault) -> LawParameter {
        try parameter(path, [(Month(2015, 7), value)])
    }

    private static func parameter(
        _ path: String, _ values: [(Month, LawValue)]
    ) throws(LawFault) -> LawParameter {
        try LawParameter(
            path: path, unit: .factor, range: ExactDecimal(0)...ExactDecimal(100_000_000),
            doc: Phrase(id: path, en: path),
            periods: values.map {
                let mark: EvidenceMark = path == "bpu.bands" ? .memory : .secondary
                return .init(from: $0.0, entry: entry($0.1, mark), provenance: place)
            })
    }

    private static func entry(_ value: LawValue, _ mark: EvidenceMark) -> LawEntry {
        LawEntry(
            value: value, mark: mark, legal: Phrase(same: "PP"), source: "outlet",
            checked: Month(2026, 4))
    }
}
