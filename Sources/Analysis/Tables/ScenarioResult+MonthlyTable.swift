import Costing
import Coverage
import Policy
import Quantities

extension ScenarioResult {
    /// Stocks at the start of each month, by region, segment and status.
    ///
    /// Keys: `month`, `region`, `segment`; one measure for each status, in persons.
    ///
    /// The state of the model as it is, for whoever checks it by hand; `U` to `LV` sum to all
    /// workers.
    public var stockTable: ResultTable {
        let cells = monthlyCells
        let measures = Status.allCases.map { status in
            let values = cells.map { cell in
                projection.segments[cell.segment]
                    .stock([status], month: cell.month, region: cell.region)
            }
            return ("\(status.symbol)_persons", Unit.person, ResultTable.Cells.number(values))
        }
        return .trusted(name: "stocks", keys: keys(of: cells), measures: measures)
    }

    /// What moves within each month, by region and segment.
    ///
    /// Keys as ``stockTable``; quota in force, enrolled, released, entrants, unfilled quota, and
    /// leavers by cause, in persons.
    ///
    /// Stocks and flows of a month give the stocks of the next:
    ///
    ///     all(t+1) = all(t) + entrants(t) - exits(t)
    public var flowTable: ResultTable {
        /// The stem of a column's name, and its persons in a month and region (by position).
        typealias Flow = (name: String, value: (MonthRecord, Int) -> Double)
        let flows: [Flow] =
            [
                ("quota", { $0.quota[$1] }), ("enrolled", { $0.enrolled[$1] }),
                ("released", { $0.released[$1] }), ("unfilled", { $0.unfilled[$1] }),
                ("entrants", { $0.entrants[$1] }),
            ]
            + ExitCause.allCases.map { cause in
                ("exit_" + cause.symbol, { $0.exits(cause, region: $1) })
            }
        let cells = monthlyCells
        let measures = flows.map { flow in
            let values = cells.map { cell in
                flow.value(projection.segments[cell.segment].months[cell.month], cell.region)
            }
            return ("\(flow.name)_persons", Unit.person, ResultTable.Cells.number(values))
        }
        return .trusted(name: "flows", keys: keys(of: cells), measures: measures)
    }

    /// Every part of every month's bill.
    ///
    /// Keys: `month`, `region`, `segment`, `programme`, `purse` (or `gap`, `self`, `employer`);
    /// account code and paying office in force; whole rupiah that add up.
    ///
    /// A part paid by nobody's purse (gap, worker, employer) has no account and no office.
    ///
    ///     column                   unit           content
    ///     month                                   2026-05
    ///     region                                  Kemendagri code
    ///     segment, programme                      identifiers
    ///     purse                                   identifier, gap, self or employer
    ///     account, office          word           kode rekening and perangkat daerah
    ///     exposure_person_months   person-month   what the part pays for
    ///     cost_rp                  Rp             whole rupiah
    public var costTable: ResultTable {
        let entries = costs.entries
        let lines = entries.map { budgetLine(of: $0) }
        return .trusted(
            name: "costs",
            keys: [
                ("month", .text(entries.map { costs.month(of: $0).description })),
                ("region", .text(entries.map { policy.regions[$0.region].code })),
                ("segment", .text(entries.map { policy.segments[$0.segment].id.name })),
                ("programme", .text(entries.map { $0.programme.rawValue })),
                ("purse", .text(entries.map { costs.name(of: $0.bearer) })),
            ],
            measures: [
                ("account", .word, .text(lines.map { $0?.account ?? "" })),
                ("office", .word, .text(lines.map { $0?.office ?? "" })),
                ("exposure_person_months", .personMonth, .number(entries.map(\.personMonths))),
                ("cost_rp", .rupiah, .rupiah(entries.map(\.cost))),
            ])
    }

    /// The account and office that a purse's part is booked on. Nil for what no purse pays.
    public func budgetLine(of entry: CostTable.Entry) -> FundingSource.BudgetLine? {
        guard case .purse(let purse) = entry.bearer else { return nil }
        return policy.fundingSources[purse]
            .budgetLine(for: entry.programme, at: costs.month(of: entry))
    }

    /// Positions in the horizon, the regions and the segments.
    private typealias MonthlyCell = (month: Int, region: Int, segment: Int)

    /// All cells, in the order of rows: month, then region, then segment.
    private var monthlyCells: [MonthlyCell] {
        (0..<policy.monthCount).flatMap { month in
            policy.regions.indices.flatMap { region in
                policy.segments.indices.map { (month, region, $0) }
            }
        }
    }

    /// The key columns of a monthly table.
    private func keys(of cells: [MonthlyCell]) -> [(String, ResultTable.Cells)] {
        let months = policy.horizon.map(\.description)
        return [
            ("month", .text(cells.map { months[$0.month] })),
            ("region", .text(cells.map { policy.regions[$0.region].code })),
            ("segment", .text(cells.map { policy.segments[$0.segment].id.name })),
        ]
    }
}
