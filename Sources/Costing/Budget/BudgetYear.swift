import Coverage
import Policy
import Quantities
internal import _LindungKernels

/// What a budget year comes to in eight worlds, by segment: people and money added up over months.
///
/// Runs and draws both read their yearly figures here, so that a draw with no spread equals the run
/// to the last digit.
package final class BudgetYear {
    /// By segment, `[32][8]`: the rows of ``PackRecord`` added up over the year's months. Sums of
    /// flows and person-months are years of them; sums of stocks (`closing`, `quota`) mean nothing
    /// and are not read.
    package let people: [WorldBuffer]
    /// The same of ``BudgetPack/paidRecord(_:)``: the funded without those nobody pays for.
    package let paidPeople: [WorldBuffer]
    /// By segment, `[purses + 3][8]`: rupiah that purses, nobody (the gap), workers and employers
    /// pay.
    package let money: [WorldBuffer]
    /// By segment, `[2][8]`: rupiah that purses, workers and employers pay for JKK and for JKM.
    package let contributions: [WorldBuffer]
    /// By segment, `[8]`: person-months of which some programme is unpaid. A month counts with its
    /// largest gap of any programme, and not once for each.
    package let gapPersonMonths: [WorldBuffer]
    /// By segment, `[lines][purses + 1][2][8]`: what was paid in the year, over months.
    private let payments: [WorldBuffer]
    private let purses: Int

    /// Room for the years of packs like this one.
    package init(_ pack: BudgetPack) {
        purses = pack.rules.policy.purses.count
        let bearers = purses + 3
        people = pack.segments.map { _ in WorldBuffer(rows: PackRecord.rows) }
        paidPeople = pack.segments.map { _ in WorldBuffer(rows: PackRecord.rows) }
        money = pack.segments.map { _ in WorldBuffer(rows: bearers) }
        contributions = pack.segments.map { _ in WorldBuffer(rows: 2) }
        gapPersonMonths = pack.segments.map { _ in WorldBuffer(rows: 1) }
        payments = pack.bills.map { WorldBuffer(rows: $0.paymentRows) }
    }

    /// The position of a bearer in `money`.
    package func position(of bearer: Bearer) -> Int {
        switch bearer {
        case .purse(let purse): purse
        case .gap: purses
        case .worker: purses + 1
        case .employer: purses + 2
        }
    }

    /// Adds up the year that a pack has just gone through.
    ///
    /// Months are added up for each programme, then programmes in their order, as in
    /// ``YearlyBill``: the order of summation is part of the result.
    ///
    /// - Parameter year: its months, counted from the start of the horizon.
    package func record(_ pack: BudgetPack, _ year: Range<Int>) {
        for segment in people.indices {
            lk_sum_blocks(
                Int32(year.count), Int32(PackRecord.rows * worldCount),
                pack.records[segment].base, people[segment].base)
            lk_sum_blocks(
                Int32(year.count), Int32(PackRecord.rows * worldCount),
                pack.paidRecord(segment), paidPeople[segment].base)
            let bill = pack.bills[segment]
            lk_sum_blocks(
                Int32(year.count), Int32(bill.paymentRows * worldCount),
                pack.payments[segment].base, payments[segment].base)
            money[segment].fill(0)
            lk_sum_lines(
                Int32(bill.lines.count), Int32(purses + 1), payments[segment].base,
                money[segment].base)
            addPrivate(pack, year, segment)
            addContributions(pack, year, segment)
            lk_sum_gaps(
                Int32(year.count), Int32(bill.lines.count), Int32(purses + 1),
                pack.payments[segment].base, gapPersonMonths[segment].base)
        }
    }

    /// Who pays besides the public, and for which exposed persons.
    private static let privateBearers: [(payer: Payer, first: Status, rows: Int)] = [
        (.`self`, .selfFirst, Status.selfPaid.count), (.employer, .employer, 1),
    ]

    /// What is paid for JKK and for JKM: by purses, members, employers, in this order.
    private func addContributions(_ pack: BudgetPack, _ year: Range<Int>, _ segment: Int) {
        let (bill, sums) = (pack.bills[segment], contributions[segment])
        sums.fill(0)
        for (row, programme) in [Programme.jkk, .jkm].enumerated() {
            guard let line = bill.lines.firstIndex(of: programme) else { continue }
            for bearer in 0..<purses {
                let paid = payments[segment].row((line * (purses + 1) + bearer) * 2 + 1)
                for world in 0..<worldCount { sums.row(row)[world] += paid[world] }
            }
            for bearer in Self.privateBearers {
                add(bearer, line, to: sums.row(row), pack, year, segment)
            }
        }
    }

    private func add(
        _ bearer: (payer: Payer, first: Status, rows: Int), _ line: Int,
        to sum: UnsafeMutablePointer<Double>, _ pack: BudgetPack, _ year: Range<Int>,
        _ segment: Int
    ) {
        let bill = pack.bills[segment]
        guard let payer = bill.payers.firstIndex(of: bearer.payer) else { return }
        lk_sum_prices(
            Int32(year.count), bill.price(year.lowerBound, line, payer),
            Int32(bill.priceStride), pack.records[segment].base,
            Int32(PackRecord.exposed + bearer.first.rawValue), Int32(bearer.rows), sum)
    }

    /// What members who pay for themselves, and employers, pay.
    ///
    ///     rupiah = sum over programmes and months of price(payer) x exposed person-months
    ///     self       the price of `self`,       exposed S1, S2, S
    ///     employer   the price of `employer`,   exposed E
    private func addPrivate(_ pack: BudgetPack, _ year: Range<Int>, _ segment: Int) {
        for (position, bearer) in Self.privateBearers.enumerated() {
            for line in pack.bills[segment].lines.indices {
                add(
                    bearer, line, to: money[segment].row(purses + 1 + position), pack, year,
                    segment)
            }
        }
    }
}
