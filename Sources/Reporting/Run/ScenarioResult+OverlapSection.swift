import Analysis
import Costing
import Quantities

extension ScenarioResult {
    /// What would be paid twice if lists of purses overlapped, the whole horizon; nothing where no
    /// two purses pay for workers of one segment.
    var overlapSection: [Report.Section] {
        let rows = overlapRows
        guard !rows.isEmpty else { return [] }
        let sums = PayerOverlap.allCases.map { overlap in rows.filter { $0.overlap == overlap } }
        let table = ResultTable.trusted(
            name: "overlap", keys: [("overlap", .text(PayerOverlap.allCases.map(\.rawValue)))],
            measures: [
                (
                    "paid_person_months", .personMonth,
                    .number(sums.map { $0.reduce(0) { $0 + $1.paid } })
                ),
                (
                    "twice_person_months", .personMonth,
                    .number(sums.map { $0.reduce(0) { $0 + $1.twice } })
                ),
                ("twice_rp", .rupiah, .rupiah(sums.map { $0.reduce(.zero) { $0 + $1.cost } })),
            ])
        return [
            Report.Section(
                heading: Phrase.overlap, note: Phrase.overlapNote, .table(table))
        ]
    }
}
