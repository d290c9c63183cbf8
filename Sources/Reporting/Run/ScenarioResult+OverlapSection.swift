import Analysis
import Costing
import Quantities

extension ScenarioResult {
    /// What would be paid twice if lists of purses overlapped, the whole horizon; nothing where no
    /// two purses pay for workers of one segment.
    var overlapSection: [Report.Section] {
        let rows = overlapRows
        guard !rows.isEmpty else { return [] }
        let sums = PayerOverlap.allCases.map { overlap in
            (overlap: overlap, rows: rows.filter { $0.overlap == overlap })
        }
        let table = ResultTable("overlap", sums) {
            Key("overlap", \.overlap.rawValue)
            Column("paid_person_months", .personMonth) { $0.rows.reduce(0) { $0 + $1.paid } }
            Column("twice_person_months", .personMonth) { $0.rows.reduce(0) { $0 + $1.twice } }
            Column("twice_rp", .rupiah) { $0.rows.reduce(.zero) { $0 + $1.cost } }
        }
        return [
            Report.Section(
                heading: Phrase.overlap, note: Phrase.overlapNote, .table(table))
        ]
    }
}
