import Analysis
import Policy
import Quantities

/// The tables of an allocation.
extension AllocationResult {
    private var data: AllocationData { answer.problem.data }

    /// `allocation`, `allocation-balance`, `allocation-prices`, and `allocation-futures` where the
    /// plan was to stand up to any.
    package var tables: [ResultTable] {
        [allocationTable, balanceTable, priceTable] + [futuresTable].compactMap(\.self)
    }

    /// Keys: year, region, segment, purse; what is paid for, and what it costs in whole rupiah.
    var allocationTable: ResultTable {
        let rows = zip(answer.problem.options, answer.persons).filter { $0.1 > 0 }
            .map { (option: $0, persons: $1) }
        return ResultTable("allocation", rows) {
            Key("year") { data.years[$0.option.year] }
            Key("region") { data.regions[$0.option.region].code }
            Key("segment") { data.segments[$0.option.segment].name }
            Key("purse") { data.purses[$0.option.purse].name }
            Column("persons", .person, \.persons)
            Column("person_months", .personMonth) {
                $0.persons * Double(data.months[$0.option.year])
            }
            Column("cost_rp", .rupiah) { Rupiah(Int64($0.option.price * $0.persons)) }
        }
    }

    /// Keys: year, purse. `needs` is what protecting every eligible person whom some purse may pay
    /// for costs: who is paid for at the price of their purse, the others at the cheapest one. Then
    /// what each purse pays of it, and the gap; in whole rupiah needs = purses + gap.
    var balanceTable: ResultTable {
        let rows = data.years.indices.flatMap { year in
            balance(year: year).map { (year: data.years[year], purse: $0) }
        }
        return ResultTable("allocation-balance", rows) {
            Key("year", \.year)
            Key("purse", \.purse.name)
            Column("ceiling_rp", .rupiah, \.purse.ceiling)
            Column("amount_rp", .rupiah, \.purse.amount)
        }
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
        return ResultTable("allocation-prices", prices.enumerated()) {
            Key("number") { $0.offset + 1 }
            Column("limit", .word) { words.words($0.element.limit)[.english] }
            Column("unit_of_limit", .word) {
                isMoney($0.element.limit.source) ? "Rp 1,000,000" : "1"
            }
            Column("price", .factor, \.element.price)
            Column("up_to", .factor) { upTo($0.element) }
        }
    }
}
