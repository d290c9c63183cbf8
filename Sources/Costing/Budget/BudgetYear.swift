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
    /// flows and person-months are years of them; a sum of stocks means nothing, so those of
    /// `closing` stay 0.
    package let people: WorldBlocks
    /// The same of ``BudgetPack/paidRecord(_:)``: the funded without those nobody pays for.
    package let paidPeople: WorldBlocks
    /// By segment, `[purses + 3][8]`: rupiah that purses, nobody (the gap), workers and employers
    /// pay.
    package let money: WorldBlocks
    /// `[purses + 3][8]`: the same of all segments, added up in their order.
    package let moneyOfAll: WorldBuffer
    /// By segment, `[2][8]`: rupiah that purses, workers and employers pay for JKK and for JKM.
    package let contributions: WorldBlocks
    /// `[2][8]`: the same of all segments, added up in their order.
    package let contributionsOfAll: WorldBuffer
    /// By segment, `[8]`: person-months of which some programme is unpaid. A month counts with its
    /// largest gap of any programme, and not once for each.
    package let gapPersonMonths: WorldBlocks
    /// By segment, `[lines][purses + 1][2][8]`: what was paid in the year, over months.
    private let payments: WorldBlocks
    /// `[8]`: what one payer is charged for one line.
    private let charged = WorldBuffer(rows: 1)
    let privatePayers: [PrivatePayer]
    private let purses: Int
    private let segmentCount: Int

    /// Who pays besides the public, and for which exposed persons.
    struct PrivatePayer {
        let bearer: Bearer
        /// Among the payers of bills.
        let position: Int
        /// Rows of ``PackRecord``.
        let exposed: Range<Int>
    }

    /// Room for the years of packs like this one.
    package init(_ pack: BudgetPack) {
        let purses = pack.rules.policy.purses.count
        self.purses = purses
        segmentCount = pack.segments.count
        people = WorldBlocks(segmentCount, rows: PackRecord.rows)
        paidPeople = WorldBlocks(segmentCount, rows: PackRecord.rows)
        money = WorldBlocks(segmentCount, rows: purses + 3)
        moneyOfAll = WorldBuffer(rows: purses + 3)
        contributions = WorldBlocks(segmentCount, rows: 2)
        contributionsOfAll = WorldBuffer(rows: 2)
        gapPersonMonths = WorldBlocks(segmentCount, rows: 1)
        payments = WorldBlocks(segmentCount, rows: pack.bills.map(\.paymentRows).max() ?? 0)
        let statuses: [(Bearer, Payer, Status, Int)] = [
            (.worker, .`self`, .selfFirst, Status.selfPaid.count),
            (.employer, .employer, .employer, 1),
        ]
        privatePayers = statuses.compactMap { bearer, payer, status, count in
            let first = PackRecord.exposed + status.rawValue
            return pack.rules.payers.firstIndex(of: payer).map {
                PrivatePayer(bearer: bearer, position: $0, exposed: first..<first + count)
            }
        }
    }

    /// The position of a bearer in `money`.
    package func position(of bearer: Bearer) -> Int { bearer.order(of: purses) }

    /// Adds up the year that a pack has just gone through.
    ///
    /// Months are added up for each programme, then programmes in their order, as in
    /// ``YearlyBill``: the order of summation is part of the result.
    ///
    /// - Parameter year: its months, counted from the start of the horizon.
    package func record(_ pack: BudgetPack, _ year: Range<Int>) {
        moneyOfAll.fill(0)
        contributionsOfAll.fill(0)
        for segment in 0..<segmentCount {
            recordPeople(pack, year, segment)
            recordMoney(pack, year, segment)
            moneyOfAll.base.add(money[segment], count: money.size)
            contributionsOfAll.base.add(contributions[segment], count: contributions.size)
        }
    }

    private func recordPeople(_ pack: BudgetPack, _ year: Range<Int>, _ segment: Int) {
        let (all, paid) = (people[segment], paidPeople[segment])
        func add(_ record: UnsafePointer<Double>, _ sums: UnsafeMutablePointer<Double>) {
            sums.update(repeating: 0, count: people.size)
            for rows in [
                PackRecord.exposed..<PackRecord.closing, PackRecord.exits..<PackRecord.rows,
            ] {
                lk_sum_months(
                    Int32(year.count), record, Int32(rows.lowerBound), Int32(rows.count),
                    sums + rows.lowerBound * worldCount)
            }
        }
        add(pack.records[segment], all)
        if pack.isShort(segment) {
            add(pack.paidRecord(segment), paid)
        } else {
            paid.update(from: all, count: people.size)
        }
    }

    /// What purses pay, members who pay for themselves, and employers:
    ///
    ///     rupiah = sum over programmes and months of price(payer) x exposed person-months
    ///     self       the price of `self`,       exposed S1, S2, S
    ///     employer   the price of `employer`,   exposed E
    private func recordMoney(_ pack: BudgetPack, _ year: Range<Int>, _ segment: Int) {
        let (bill, months) = (pack.bills[segment], Int32(year.count))
        let (lines, bearers) = (Int32(bill.lines.count), Int32(purses + 1))
        let (paid, payments) = (self.payments[segment], pack.payments[segment])
        let (money, contributions) = (self.money[segment], self.contributions[segment])
        money.update(repeating: 0, count: self.money.size)
        contributions.update(repeating: 0, count: self.contributions.size)
        lk_sum_blocks(months, Int32(bill.paymentRows * worldCount), payments, paid)
        lk_sum_lines(lines, bearers, paid, money)
        lk_sum_gaps(months, lines, bearers, payments, gapPersonMonths[segment])
        for line in 0..<Int(lines) {
            let row: Int? =
                switch bill.lines[line] {
                case .jkk: 0
                case .jkm: 1
                case .jht, .jp, .jkp: nil
                }
            let contribution = row.map { contributions + $0 * worldCount }
            for bearer in 0..<purses {
                contribution?.add(
                    paid + ((line * (purses + 1) + bearer) * 2 + 1) * worldCount,
                    count: worldCount)
            }
            for payer in privatePayers {
                charged.fill(0)
                lk_sum_prices(
                    months, bill.price(year.lowerBound, line, payer.position),
                    Int32(bill.priceStride), pack.records[segment],
                    Int32(payer.exposed.lowerBound), Int32(payer.exposed.count), charged.base)
                let sums = money + position(of: payer.bearer) * worldCount
                sums.add(charged.base, count: worldCount)
                contribution?.add(charged.base, count: worldCount)
            }
        }
    }
}

extension UnsafeMutablePointer<Double> {
    /// Adds as many numbers, each to its own.
    @inline(__always) package func add(_ other: UnsafePointer<Double>, count: Int) {
        for place in 0..<count { self[place] += other[place] }
    }

    /// The same from memory that may be written elsewhere.
    @inline(__always) package func add(_ other: UnsafeMutablePointer<Double>, count: Int) {
        add(UnsafePointer(other), count: count)
    }
}
