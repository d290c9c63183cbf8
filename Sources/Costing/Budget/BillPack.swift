import Coverage
import Policy
import Quantities
internal import _LindungKernels

/// Who pays one segment's bills in eight worlds, as the settlement kernel reads it.
///
/// Belongs to one thread, like the pack of the segment.
///
/// A price for every payer and not only for those who pay: the law may ask less of one payer than
/// of another, and an order of purses that is drawn then needs no new price.
package final class BillPack {
    /// The programmes of the segment over all worlds and months, in order: one line each.
    package let lines: [Programme]
    /// Who may be asked for a price; positions are those of the kernel.
    package let payers: [Payer]
    /// `[months][lines][8]`: 1 where members have the programme. Who lacks it is not billed for it.
    private let active: WorldBuffer
    /// `[months][lines][payers][8]`, rupiah per person-month.
    private let prices: WorldBuffer
    /// `[months][lines][8]`. Rupiah per person-month that no purse pays.
    private let gapPrices: WorldBuffer
    /// By purse: the position of its payer.
    private let payerOf: [Int32]
    /// `[lines][purses]`: 1 where a purse may pay a programme for the segment, in all worlds alike.
    private let mayPay: [UInt8]
    /// By purse: the position of the purse that it matches, or -1.
    private let partners: [Int32]
    /// `[purses][8]`: what purses have paid of the line at hand. Read by purses that match another.
    private let lineCosts: WorldBuffer
    private var plans = PaymentPlans()
    /// By world, then by month: positions of purses, first to pay first.
    private var orders: [[[Int]]]
    /// By world, then by month: the position of the payer who would have to close the gap.
    private var gapPayers: [[Int]]
    private let months: Int
    /// Purses of the scenario; the bearer behind the last one is the gap.
    let purses: Int

    /// Reads prices and orders of a segment.
    ///
    /// - Parameters:
    ///   - lines: every programme that any world may have.
    ///   - regions: by world, the position of its region.
    /// - Complexity: O(months x lines x payers) for each world.
    package init(
        _ rules: PurseRules, _ tariffs: TariffBook, segment: Int, lines: [Programme],
        regions: [Int]
    ) {
        self.lines = lines
        let policy = rules.policy
        months = policy.monthCount
        purses = policy.purses.count
        partners = rules.partners
        lineCosts = WorldBuffer(rows: policy.purses.count)
        payers = rules.payers
        active = WorldBuffer(rows: months * lines.count)
        prices = WorldBuffer(rows: months * lines.count * payers.count)
        gapPrices = WorldBuffer(rows: months * lines.count)
        let payers = payers
        payerOf = policy.purses.map { Int32(payers.firstIndex(of: $0.payer) ?? 0) }
        mayPay = lines.flatMap { line in
            policy.purses.indices.map { purse in
                rules.mayPay(purse, line, segment: segment) ? 1 : 0
            }
        }
        let closing = rules.gapPayers[segment]
        (orders, gapPayers) = ([], [])
        for (world, region) in regions.enumerated() {
            let twin = regions.twin(of: world)
            guard twin == world else {
                orders.append(orders[twin])
                gapPayers.append(gapPayers[twin])
                continue
            }
            orders.append(
                (0..<months).map { rules.order(segment: segment, region: region, month: $0) })
            gapPayers.append(
                (0..<months).map { closing[$0 * policy.regions.count + region] })
        }
        plans.make(orders, months: months)
        readPrices(tariffs, segment, regions)
    }

    private func readPrices(_ tariffs: TariffBook, _ segment: Int, _ regions: [Int]) {
        for (world, region) in regions.enumerated() {
            let twin = regions.twin(of: world)
            guard twin == world else {
                for buffer in [active, prices, gapPrices] { buffer.copyWorld(twin, to: world) }
                continue
            }
            for month in 0..<months {
                let has = tariffs.programmes(segment: segment, region: region, month: month)
                let amounts = payers.map {
                    tariffs.contributions(
                        segment: segment, region: region, month: month, payer: $0)
                }
                price(world, month, programmes: has, amounts: amounts)
            }
        }
    }

    /// Writes the prices of one world in one month.
    ///
    /// A programme that members do not have in the month gets the price 0 and is not billed.
    ///
    /// - Parameter amounts: by payer, then by programme in the order of `programmes`.
    package func price(
        _ world: Int, _ month: Int, programmes: [Programme], amounts: [[Rupiah]]
    ) {
        for (line, programme) in lines.enumerated() {
            let place = month * lines.count + line
            let position = programmes.firstIndex(of: programme)
            active.row(place)[world] = position == nil ? 0 : 1
            for payer in payers.indices {
                prices.row(place * payers.count + payer)[world] =
                    position.map { amounts[payer][$0].expected.amount } ?? 0
            }
            setGapPrice(world, month, line)
        }
    }

    /// Writes the prices of the month before once more.
    package func repeatPrice(_ world: Int, _ month: Int) {
        for line in lines.indices {
            let place = month * lines.count + line
            active.row(place)[world] = active.row(place - lines.count)[world]
            for payer in payers.indices {
                let row = prices.row(place * payers.count + payer) + world
                row[0] = (row - priceStride)[0]
            }
            setGapPrice(world, month, line)
        }
    }

    /// The gap costs what the payer who would have to close it is charged; see
    /// ``Parameters/gapPayer``.
    private func setGapPrice(_ world: Int, _ month: Int, _ line: Int) {
        let place = month * lines.count + line
        gapPrices.row(place)[world] =
            prices.row(place * payers.count + gapPayers[world][month])[world]
    }

    /// Writes who would have to close the gap of one world over some months.
    package func setGapPayer(_ world: Int, _ months: Range<Int>, _ payer: Payer) {
        for month in months {
            gapPayers[world][month] = payers.firstIndex(of: payer) ?? 0
            for line in lines.indices { setGapPrice(world, month, line) }
        }
    }

    /// Writes the order of purses of one world over some months; ``replan()`` follows.
    ///
    /// - Parameter order: positions of purses, first to pay first; empty where none may.
    package func setOrder(_ world: Int, _ months: Range<Int>, _ order: [Int]) {
        for month in months { orders[world][month] = order }
    }

    /// Makes the payment plans anew after orders were written. Months with the same orders share a
    /// plan.
    package func replan() { plans.make(orders, months: months) }

    /// What a payer is charged for a person-month; `[8]`, 0 where members lack the programme.
    package func price(_ month: Int, _ line: Int, _ payer: Int) -> UnsafePointer<Double> {
        UnsafePointer(prices.row((month * lines.count + line) * payers.count + payer))
    }

    /// Whether members of a world have a programme in a month.
    func isActive(_ month: Int, _ line: Int, _ world: Int) -> Bool {
        active.row(month * lines.count + line)[world] != 0
    }

    /// How many numbers lie between the prices of one month and the next.
    package var priceStride: Int { lines.count * payers.count * worldCount }

    /// How many vectors a month's payments take: person-months and rupiah by line and bearer.
    package var paymentRows: Int { lines.count * (purses + 1) * 2 }

    /// Pays a window's bills out of what purses have left.
    ///
    /// For each month and programme the purses pay in order: each takes as many person-months, at
    /// its own payer's price, as its share of the bill and its ceiling allow.
    ///
    ///     paid(purse) = min(unpaid, share(purse) x bill, available(purse) / price(purse's payer))
    ///
    /// and, where it matches a partner, no more than `match` rupiah for each rupiah that the
    /// partner has paid of the same month and programme.
    ///
    /// - Parameters:
    ///   - record: the window's months of the segment's pack.
    ///   - shares, matches: `[months][purses][8]` of the horizon.
    ///   - available: `[purses][8]`, reduced by what is paid.
    ///   - payments: `[months][lines][purses + 1][2][8]`, the gap last; nil where only it matters.
    ///   - gap: `[8]`, rupiah.
    /// - Complexity: O(months x lines x steps of a plan), for all eight worlds at once.
    func settle(
        _ window: Range<Int>, record: UnsafePointer<Double>, shares: WorldBuffer,
        matches: WorldBuffer, available: WorldBuffer, payments: UnsafeMutablePointer<Double>?,
        gap: WorldBuffer
    ) {
        plans.withKernel { planOf, planStart, stepPurse, stepMask in
            payerOf.withUnsafeBufferPointer { payerOf in
                mayPay.withUnsafeBufferPointer { mayPay in
                    partners.withUnsafeBufferPointer { partners in
                        var bill = lk_bill(
                            lines: Int32(lines.count), payers: Int32(payers.count),
                            purses: Int32(purses), active: active.base, price: prices.base,
                            gap_price: gapPrices.base, share: shares.base, match: matches.base,
                            partner: partners.baseAddress,
                            paid: partners.contains { $0 >= 0 } ? lineCosts.base : nil,
                            payer_of: payerOf.baseAddress, may_pay: mayPay.baseAddress,
                            plan_of: planOf, plan_start: planStart, step_purse: stepPurse,
                            step_mask: stepMask)
                        lk_settle(
                            &bill, Int32(window.lowerBound), Int32(window.count), record,
                            available.base, Self.tolerance, payments, gap.base)
                    }
                }
            }
        }
    }

    /// Gaps below this many rupiah are rounding. A thousandth of a rupiah: far above rounding of
    /// sums, far below what anyone is owed.
    static let tolerance = 1e-3
}

/// Which purse pays when, for eight worlds that may list their purses in different orders.
///
/// A plan is a list of steps; in a step one purse pays for the worlds that have it in that place.
///
/// Where worlds 0 to 6 list the purses `a b` and world 7 lists `b a`, the steps are
///
///     a for 0...6,   b for 7,   a for 7,   b for 0...6
///
/// so that each world asks its purses in its own order.
private struct PaymentPlans {
    /// By month: the position of its plan.
    private var planOf: [Int32] = []
    /// By plan: its first step; one entry more says where the last plan ends.
    private var planStart: [Int32] = []
    /// By step: who is asked.
    private var stepPurse: [Int32] = []
    /// `[steps][8]`: 1 for the worlds in which it is that purse's turn.
    private var stepMask: [Double] = []

    /// Makes plans out of orders by world, then by month. A month shares the plan of the one before
    /// where no world's order changed.
    mutating func make(_ orders: [[[Int]]], months: Int) {
        (planOf, planStart, stepPurse, stepMask) = ([], [0], [], [])
        for month in 0..<months {
            let isSame = month > 0 && orders.allSatisfy { $0[month] == $0[month - 1] }
            if !isSame { add(orders.map { $0[month] }) }
            planOf.append(Int32(planStart.count - 2))
        }
    }

    private mutating func add(_ orders: [[Int]]) {
        let purses = (orders.compactMap { $0.max() }.max() ?? -1) + 1
        for place in 0..<(orders.map(\.count).max() ?? 0) {
            let here = orders.map { $0.count > place ? $0[place] : -1 }
            for purse in 0..<purses where here.contains(purse) {
                stepPurse.append(Int32(purse))
                stepMask += here.map { $0 == purse ? 1 : 0 }
            }
        }
        planStart.append(Int32(stepPurse.count))
    }

    /// Lends the plans to a kernel. The pointers hold no longer than `body` runs.
    func withKernel(
        _ body: (
            UnsafePointer<Int32>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?,
            UnsafePointer<Double>?
        ) -> Void
    ) {
        planOf.withUnsafeBufferPointer { planOf in
            planStart.withUnsafeBufferPointer { planStart in
                stepPurse.withUnsafeBufferPointer { stepPurse in
                    stepMask.withUnsafeBufferPointer { stepMask in
                        body(
                            planOf.baseAddress, planStart.baseAddress, stepPurse.baseAddress,
                            stepMask.baseAddress)
                    }
                }
            }
        }
    }
}
