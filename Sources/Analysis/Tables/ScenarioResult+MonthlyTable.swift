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
    package var stockTable: ResultTable {
        ResultTable("stocks", monthlyCells) {
            monthlyKeys
            for status in Status.allCases {
                Column("\(status.symbol)_persons", .person, meaning: status.name) {
                    projection.segments[$0.segment]
                        .stock([status], month: $0.month, region: $0.region)
                }
            }
        }
    }

    /// What moves within each month, by region and segment.
    ///
    /// Keys as ``stockTable``; quota in force, enrolled, released, entrants, unfilled quota, and
    /// leavers by cause, in persons.
    ///
    /// Stocks and flows of a month give the stocks of the next:
    ///
    ///     all(t+1) = all(t) + entrants(t) - exits(t)
    package var flowTable: ResultTable {
        ResultTable("flows", monthlyCells) {
            monthlyKeys
            flow("quota") { $0.quota[$1] }
            flow("enrolled") { $0.enrolled[$1] }
            flow("released") { $0.released[$1] }
            flow("unfilled") { $0.unfilled[$1] }
            flow("entrants") { $0.entrants[$1] }
            for cause in ExitCause.allCases {
                flow("exit_" + cause.symbol, cause.name) { $0.exits(cause, region: $1) }
            }
        }
    }

    /// A column of the persons that move in a month and region, the latter by position.
    private func flow(
        _ name: String, _ meaning: Phrase? = nil, _ persons: @escaping (MonthRecord, Int) -> Double
    ) -> Column<MonthlyCell> {
        Column("\(name)_persons", .person, meaning: meaning) {
            persons(projection.segments[$0.segment].months[$0.month], $0.region)
        }
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
    package var costTable: ResultTable {
        let rows = costs.entries.map { (entry: $0, line: budgetLine(of: $0)) }
        return ResultTable("costs", rows) {
            Key("month") { costs.month(of: $0.entry).description }
            Key("region") { policy.regions[$0.entry.region].code }
            Key("segment") { policy.segments[$0.entry.segment].id.name }
            Key("programme", \.entry.programme.rawValue)
            Key("purse") { costs.name(of: $0.entry.bearer) }
            Column("account", .word, \.line?.account)
            Column("office", .word, \.line?.office)
            Column("exposure_person_months", .personMonth, \.entry.personMonths)
            Column("cost_rp", .rupiah, \.entry.cost)
        }
    }

    /// The account and office that a purse's part is booked on. Nil for what no purse pays.
    package func budgetLine(of entry: CostTable.Entry) -> Purse.BudgetLine? {
        guard case .purse(let purse) = entry.bearer else { return nil }
        return policy.purses[purse]
            .budgetLine(for: entry.programme, at: costs.month(of: entry))
    }

    private typealias MonthlyCell = (month: Int, region: Int, segment: Int)

    /// All cells, in the order of rows: month, then region, then segment.
    private var monthlyCells: [MonthlyCell] {
        (0..<policy.monthCount).flatMap { month in
            policy.regions.indices.flatMap { region in
                policy.segments.indices.map { (month, region, $0) }
            }
        }
    }

    @ColumnList<MonthlyCell> private var monthlyKeys: [Column<MonthlyCell>] {
        let months = policy.horizon.map(\.description)
        Key("month") { months[$0.month] }
        Key("region") { policy.regions[$0.region].code }
        Key("segment") { policy.segments[$0.segment].id.name }
    }
}
