import Costing
import Policy
import Quantities

extension ScenarioResult {
    /// What purses pay by year, account, paying office, purse and quarter, in whole rupiah: the
    /// lines of a regency's work plan and budget (RKA). A line `all` closes each year.
    package func budgetLineTable(in language: Language) -> ResultTable {
        struct Line: Hashable {
            var year: Int
            var account: String
            var office: String
            var purse: String
        }
        var sums: [Line: [Int64]] = [:]
        for entry in costs.entries {
            guard case .purse(let purse) = entry.bearer else { continue }
            let month = costs.month(of: entry)
            let budget = budgetLine(of: entry)
            let own = Line(
                year: month.year, account: budget?.account ?? "", office: budget?.office ?? "",
                purse: policy.purses[purse].name[language])
            let all = Line(year: month.year, account: "all", office: "", purse: "")
            for line in [own, all] {
                sums[line, default: [0, 0, 0, 0]][(month.monthOfYear - 1) / 3] += entry.cost.amount
            }
        }
        let rows = sums.filter { $0.value.contains { $0 != 0 } }.sorted {
            ($0.key.year, $0.key.account, $0.key.office, $0.key.purse)
                < ($1.key.year, $1.key.account, $1.key.office, $1.key.purse)
        }
        return ResultTable("budget_lines", rows) {
            Key("year", \.key.year)
            Key("account", \.key.account)
            Key("office", \.key.office)
            Key("purse", \.key.purse)
            for quarter in 0..<4 {
                Column("quarter_\(quarter + 1)_rp", .rupiah) { Rupiah($0.value[quarter]) }
            }
            Column("paid_rp", .rupiah) { Rupiah($0.value.reduce(0, +)) }
        }
    }
}
