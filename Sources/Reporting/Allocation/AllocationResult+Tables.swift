import Analysis
import Policy
import Quantities

/// The tables of an allocation.
extension AllocationResult {
    /// What the problem started from.
    private var data: AllocationData { answer.problem.data }

    /// `allocation`, `allocation-balance`, `allocation-prices`, and `allocation-futures` where the
    /// plan was to stand up to any.
    public var tables: [ResultTable] {
        [allocationTable, balanceTable, priceTable] + [futuresTable].compactMap(\.self)
    }

    /// Keys: year, region, segment, purse; what is paid for, and what it costs in whole rupiah.
    var allocationTable: ResultTable {
        let rows = zip(answer.problem.options, answer.persons).filter { $0.1 > 0 }
        return .trusted(
            name: "allocation",
            keys: [
                ("year", .whole(rows.map { data.years[$0.0.year] })),
                ("region", .text(rows.map { data.regions[$0.0.region].code })),
                ("segment", .text(rows.map { data.segments[$0.0.segment].name })),
                ("purse", .text(rows.map { data.purses[$0.0.purse].name })),
            ],
            measures: [
                ("persons", .person, .number(rows.map(\.1))),
                (
                    "person_months", .personMonth,
                    .number(rows.map { $0.1 * Double(data.months[$0.0.year]) })
                ),
                ("cost_rp", .rupiah, .rupiah(rows.map { Rupiah(Int64($0.0.price * $0.1)) })),
            ])
    }

    /// Keys: year, purse. `needs` is what protecting every eligible person whom some purse may pay
    /// for costs: who is paid for at the price of their purse, the others at the cheapest one. Then
    /// what each purse pays of it, and the gap; in whole rupiah needs = purses + gap.
    var balanceTable: ResultTable {
        let rows = data.years.indices.flatMap { year in
            balance(year: year).map { (year: data.years[year], $0.name, $0.ceiling, $0.amount) }
        }
        return .trusted(
            name: "allocation-balance",
            keys: [("year", .whole(rows.map(\.0))), ("purse", .text(rows.map(\.1)))],
            measures: [
                ("ceiling_rp", .rupiah, .rupiah(rows.map(\.2))),
                ("amount_rp", .rupiah, .rupiah(rows.map(\.3))),
            ])
    }

    /// Needs, purses by rank and the gap of a year.
    ///
    ///     needs = sum of purses + gap      whole rupiah, exactly
    func balance(year: Int) -> [(name: String, ceiling: Rupiah, amount: Rupiah)] {
        let purses = data.purses.indices.map { purse in
            let ceiling = data.regions.indices.reduce(0) {
                $0 + data.ceilings[purse][data.place(year, $1)]
            }
            return (
                name: data.purses[purse].name, ceiling: Rupiah(Int64(ceiling)),
                amount: spent(year: year, purse: purse)
            )
        }
        let parts = purses + [(name: "gap", ceiling: .zero, amount: gap(year: year))]
        return [(name: "needs", ceiling: .zero, amount: parts.map(\.amount).reduce(.zero, +))]
            + parts
    }

    /// What a purse pays in a year, whole rupiah.
    func spent(year: Int, purse: Int) -> Rupiah {
        let sum = zip(answer.problem.options, answer.persons).reduce(0.0) { sum, pair in
            pair.0.year == year && pair.0.purse == purse ? sum + pair.0.price * pair.1 : sum
        }
        return Rupiah(Int64(sum))
    }

    /// What the eligible who are not paid for would cost, each at the cheapest purse.
    private func gap(year: Int) -> Rupiah {
        var paid: [Int: Double] = [:]
        var price: [Int: Double] = [:]
        for (option, count) in zip(answer.problem.options, answer.persons)
        where option.year == year {
            paid[option.cell, default: 0] += count
            price[option.cell] = min(price[option.cell] ?? .infinity, option.price)
        }
        let sum = price.reduce(0.0) { sum, entry in
            let left = max(0, data.eligible[entry.key].rounded(.down) - (paid[entry.key] ?? 0))
            return sum + left * entry.value
        }
        return Rupiah(Int64(sum))
    }

    /// How much more of its limit brings a price: whole rupiah, or persons to a millionth.
    func upTo(_ price: AllocationAnswer.Price) -> Double {
        guard let reach = price.upTo, reach.isFinite else { return .nan }
        let isMoney = isMoney(price.limit.source)
        return isMoney ? (reach * 1e6).rounded() : (reach * 1e6).rounded() / 1e6
    }

    /// Keys: number; what one more unit of each binding limit brings to the objective, and up to
    /// how many more rupiah or persons: 0 where another limit binds first, blank where it is not
    /// known or nothing ends it.
    var priceTable: ResultTable {
        let prices = answer.prices.filter { $0.limit.isDecided }
        func text(_ value: (AllocationLimit) -> String) -> ResultTable.Cells {
            .text(prices.map { value($0.limit) })
        }
        return .trusted(
            name: "allocation-prices",
            keys: [("number", .whole(Array(prices.indices.map { $0 + 1 })))],
            measures: [
                ("limit", .word, text { words.words($0)[.english] }),
                ("unit_of_limit", .word, text { isMoney($0.source) ? "Rp 1,000,000" : "1" }),
                ("price", .factor, .number(prices.map(\.price))),
                ("up_to", .factor, .number(prices.map(upTo))),
            ])
    }
}
