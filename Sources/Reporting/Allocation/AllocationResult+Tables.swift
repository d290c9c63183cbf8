import Analysis
import Policy
import Quantities

/// The tables of an allocation.
extension AllocationResult {
    private var data: AllocationData { answer.problem.data }

    /// `allocation`, `allocation-segments`, `allocation-balance`, `allocation-prices`, and
    /// `allocation-futures` where the plan was to stand up to any.
    package var tables: [ResultTable] {
        [allocationTable, spanTable, balanceTable, priceTable]
            + [futuresTable].compactMap(\.self)
    }

    /// What a purse pays for in a cell, all pieces of outreach together.
    struct Payment {
        let option: AllocationOption
        var persons: Double
        /// Rupiah, outreach included.
        var cost: Double
        var outreach: Double
    }

    /// By cell, then by rank of the purse; those who pay for nobody are left out.
    var payments: [Payment] {
        var payments: [Payment] = []
        for (option, count) in zip(answer.problem.options, answer.persons) where count > 0 {
            let next = Payment(
                option: option, persons: count, cost: option.price * count,
                outreach: option.outreach * count)
            guard let last = payments.last, last.option.cell == option.cell,
                last.option.purse == option.purse
            else {
                payments.append(next)
                continue
            }
            payments[payments.count - 1].persons += next.persons
            payments[payments.count - 1].cost += next.cost
            payments[payments.count - 1].outreach += next.outreach
        }
        return payments
    }

    /// Keys: year, region, segment, purse; what is paid for, and what it costs in whole rupiah, of
    /// which outreach where any costs something.
    var allocationTable: ResultTable {
        ResultTable("allocation", payments) {
            Key("year") { data.years[$0.option.year] }
            Key("region") { data.regions[$0.option.region].code }
            Key("segment") { data.segments[$0.option.segment].name }
            Key("purse") { data.purses[$0.option.purse].name }
            Column("persons", .person, \.persons)
            Column("person_months", .personMonth) {
                $0.persons * Double(data.months[$0.option.year])
            }
            Column("cost_rp", .rupiah) { Rupiah(Int64($0.cost)) }
            if !question.outreach.isEmpty {
                Column("outreach_rp", .rupiah) { Rupiah(Int64($0.outreach)) }
            }
        }
    }

    /// Keys: year, purse. `needs` is what protecting every eligible person whom some purse may pay
    /// for costs at the price of whoever would have to close a gap (`gap.payer`), so that it is
    /// the same whoever is paid for by whom. Then what each purse pays of it, by how much less than
    /// that price, and the gap; in whole rupiah needs = purses + discount + gap.
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

    /// Needs, purses by rank, the discount and the gap of a year.
    ///
    ///     needs    = sum of eligible x need price + outreach to all who can be reached
    ///     discount = sum of persons x (need price - contribution)  below 0 where purses pay more
    ///     gap      = needs of those who are not paid for
    ///     needs    = sum of purses + discount + gap                whole rupiah, exactly
    func balance(year: Int) -> [(name: String, ceiling: Rupiah, amount: Rupiah)] {
        var (needs, discount, outreach) = (0.0, 0.0, 0.0)
        var unpaid: [Int: Double] = [:]
        for (option, count) in zip(answer.problem.options, answer.persons)
        where option.year == year {
            let eligible = data.eligible[option.cell].rounded(.down)
            unpaid[option.cell, default: eligible] -= count
            discount += (data.needPrices[option.cell] - option.contribution) * count
            outreach += option.outreach * count
        }
        var gap = -outreach
        for (cell, left) in unpaid {
            let reaching = self.reaching(cell)
            needs += data.eligible[cell].rounded(.down) * data.needPrices[cell] + reaching
            gap += left * data.needPrices[cell] + reaching
        }
        let purses = data.purses.indices.map { purse in
            let ceiling = data.regions.indices.reduce(0) {
                $0 + data.ceilings[purse][data.place(year, $1)]
            }
            return (
                name: data.purses[purse].name, ceiling: Rupiah(Int64(ceiling)),
                amount: spent(year: year, purse: purse)
            )
        }
        func row(
            _ name: String, _ amount: Double
        ) -> (name: String, ceiling: Rupiah, amount: Rupiah) {
            (name, .zero, Rupiah(Int64(amount)))
        }
        return [row("needs", needs)] + purses + [row("discount", discount), row("gap", gap)]
    }

    /// Rupiah that reaching everybody in a cell costs who can be reached.
    private func reaching(_ cell: Int) -> Double {
        let plan = answer.problem.outreach[data.parts(of: cell).segment]
        guard let plan else { return 0 }
        return zip(plan.pieces, plan.widths(of: data.eligible[cell])).reduce(0) {
            $0 + $1.0.cost * $1.1
        }
    }

    /// What a purse pays in a year, whole rupiah.
    func spent(year: Int, purse: Int) -> Rupiah {
        let sum = zip(answer.problem.options, answer.persons).reduce(0.0) { sum, pair in
            pair.0.year == year && pair.0.purse == purse ? sum + pair.0.price * pair.1 : sum
        }
        return Rupiah(Int64(sum))
    }

    /// How much more of its limit brings a price: whole rupiah, or persons to a millionth.
    func upTo(_ price: AllocationAnswer.Price) -> Double {
        guard let reach = price.upTo, reach.isFinite else { return .nan }
        let isMoney = isMoney(price.limit.source)
        return isMoney ? (reach * 1e6).rounded() : (reach * 1e6).rounded() / 1e6
    }

    /// Keys: limit, year, region, segment, purse; blank where the limit is one for all of them.
    /// What more of each limit that binds brings to the objective, and up to how much more.
    ///
    ///     column     content
    ///     limit      ceiling, coverage, or rule: and the rule's name
    ///     unit, per  what the limit counts in, and for how much of it the price is
    ///     price      objective for so much more of the limit
    ///     up_to      how many more rupiah or persons bring it: 0 where another limit binds first,
    ///                blank where it is not known or nothing ends it
    var priceTable: ResultTable {
        let rows = answer.prices.filter(\.limit.isDecided).compactMap { price in
            price.limit.year.map { (year: data.years[$0], price: price, limit: price.limit) }
        }
        return ResultTable("allocation-prices", rows) {
            Key("limit") { identifier($0.limit.source) }
            Key("year", \.year)
            Key("region") { $0.limit.region.map { data.regions[$0].code } ?? "" }
            Key("segment") { $0.limit.segment.map { data.segments[$0].name } ?? "" }
            Key("purse") { purse(of: $0.limit.source).map { data.purses[$0].name } ?? "" }
            Column("unit", .word) { (isMoney($0.limit.source) ? Unit.rupiah : .person).rawValue }
            Column("per", .factor) { isMoney($0.limit.source) ? 1_000_000 : 1 }
            Column("price", .factor, \.price.price)
            Column("up_to", .factor) { upTo($0.price) }
        }
    }

    /// What a limit is called in tables: the same in every language.
    private func identifier(_ source: AllocationLimit.Source) -> String {
        switch source {
        case .ceiling: "ceiling"
        case .purseShare: "purse_share"
        case .match: "matching"
        case .outreach: "outreach"
        case .eligible, .definition: "eligible"
        case .coverage: "coverage"
        case .rule(let index): "rule:" + question.rules[index].name
        }
    }

    /// The purse that a limit is about; nil where it is about none or several.
    private func purse(of source: AllocationLimit.Source) -> Int? {
        switch source {
        case .ceiling(let purse), .purseShare(let purse), .match(let purse): purse
        case .eligible, .outreach, .definition, .coverage: nil
        case .rule(let index):
            if case .earmark(let purse, _, _) = question.rules[index].demand { purse } else { nil }
        }
    }
}
