import Coverage
import Policy
import Quantities

/// What everybody paid in one region, in whole rupiah.
struct RegionBill: Sendable {
    /// In order of year, bearer, then month, segment, programme.
    var entries: [CostTable.Entry] = []
    /// By year, then purse, the gap last: the sum of its entries.
    var paid: [Rupiah] = []
}

/// Tables what a pack's years cost in whole rupiah, as they go by; see ``CostTable`` for the rule.
///
/// A segment's bill with a bearer is that of ``BudgetYear``, which adds up months and keeps none:
/// runs and draws come to the same rupiah.
struct CostRecorder {
    /// By region of the pack.
    private(set) var bills: [RegionBill]
    /// Of one region, year and bearer: by segment, then month, then programme.
    private var cells: [Cell] = []
    /// By segment: which of the cells are its own.
    private var places: [Range<Int>] = []

    private struct Cell {
        let month: Int
        let programme: Programme
        let personMonths: Double
        /// Rupiah, not rounded.
        let amount: Double
    }

    /// - Parameter live: how many of the eight worlds stand for a region of their own.
    init(live: Int) { bills = Array(repeating: RegionBill(), count: live) }

    /// Takes a year that is over.
    ///
    /// - Parameter year: its months, counted from the start of the horizon.
    mutating func record(_ pack: BudgetPack, _ budget: BudgetYear, _ year: Range<Int>) {
        for world in bills.indices {
            for purse in 0...pack.purses {
                collect(pack) { cells, segment in
                    Self.addPayments(pack, segment, purse, world, year, to: &cells)
                }
                table(pack, budget, purse < pack.purses ? .purse(purse) : .gap, world, year)
            }
            for payer in budget.privatePayers {
                collect(pack) { cells, segment in
                    Self.addPrivate(pack, segment, payer, world, year, to: &cells)
                }
                table(pack, budget, payer.bearer, world, year)
            }
        }
    }

    private mutating func collect(_ pack: BudgetPack, _ add: (inout [Cell], Int) -> Void) {
        cells.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        for segment in pack.segments.indices {
            let first = cells.count
            add(&cells, segment)
            places.append(first..<cells.count)
        }
    }

    /// What a purse, or behind them the gap, pays for a segment.
    private static func addPayments(
        _ pack: BudgetPack, _ segment: Int, _ purse: Int, _ world: Int, _ year: Range<Int>,
        to cells: inout [Cell]
    ) {
        for (offset, month) in year.enumerated() {
            for (line, programme) in pack.bills[segment].lines.enumerated() {
                let paid = pack.payment(segment, offset, line, purse)
                guard paid[world] > 0 else { continue }
                cells.append(
                    Cell(
                        month: month, programme: programme, personMonths: paid[world],
                        amount: paid[worldCount + world]))
            }
        }
    }

    /// What members who pay for themselves or employers pay. They come out of no purse and know no
    /// ceiling.
    ///
    ///     self-paid   (S1 + S2 + S) person-months x price(self)
    ///     employer    E person-months x price(employer)
    private static func addPrivate(
        _ pack: BudgetPack, _ segment: Int, _ payer: BudgetYear.PrivatePayer, _ world: Int,
        _ year: Range<Int>, to cells: inout [Cell]
    ) {
        let bill = pack.bills[segment]
        for (offset, month) in year.enumerated() {
            var exposed = 0.0
            for row in payer.exposed {
                exposed += pack.records.row(segment, offset * PackRecord.rows + row)[world]
            }
            guard exposed > 0 else { continue }
            for (line, programme) in bill.lines.enumerated()
            where bill.isActive(month, line, world) {
                cells.append(
                    Cell(
                        month: month, programme: programme, personMonths: exposed,
                        amount: bill.price(month, line, payer.position)[world] * exposed))
            }
        }
    }

    /// Rounds what was collected of one region, year and bearer.
    private mutating func table(
        _ pack: BudgetPack, _ budget: BudgetYear, _ bearer: Bearer, _ world: Int,
        _ year: Range<Int>
    ) {
        guard !cells.isEmpty else {
            if bearer.isPublic { bills[world].paid.append(.zero) }
            return
        }
        let row = budget.position(of: bearer) * worldCount + world
        let shares = YearlyBill.shares(pack.segments.indices.map { budget.money[$0][row] })
        if bearer.isPublic { bills[world].paid.append(shares.reduce(.zero, +)) }
        let costs = zip(places, shares).flatMap { places, share in
            let own = cells[places]
            return apportionedInOrder(
                own.map(\.amount), series: own.map(\.programme.position), total: share,
                last: own.count { $0.month == own.last?.month })
        }
        var next = places.map(\.lowerBound)
        for month in year {
            for segment in places.indices {
                while next[segment] < places[segment].upperBound,
                    cells[next[segment]].month == month
                {
                    let (cell, cost) = (cells[next[segment]], costs[next[segment]])
                    bills[world].entries.append(
                        CostTable.Entry(
                            segment: segment, region: pack.regions[world], month: month,
                            programme: cell.programme, bearer: bearer,
                            personMonths: cell.personMonths, cost: cost))
                    next[segment] += 1
                }
            }
        }
    }
}
