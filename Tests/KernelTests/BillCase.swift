import _LindungKernels
import _TestSupport

/// Random bills of eight worlds and the purses that pay them, in the kernel's layout.
struct BillCase {
    let months: Int
    let lines: Int
    let payers: Int
    let purses: Int
    var record: Lanes
    var active: Lanes
    var price: Lanes
    var gapPrice: Lanes
    var share: Lanes
    var match: Lanes
    /// Whom a purse matches, or -1; in some orders the partner comes later and has paid nothing.
    let partner: [Int32]
    let payerOf: [Int32]
    let mayPay: [UInt8]
    let planOf: [Int32]
    /// The purses of each plan and world, in order.
    var orders: [[[Int]]]
    var available: Lanes

    /// Draws bills: some purses run dry, some prices are nil, some months have no bill.
    ///
    /// - Parameter sameOrder: whether all eight worlds ask purses in the same order.
    init(shape: inout SeededDraws, _ draws: inout SeededDraws, sameOrder: Bool) {
        let (months, lines) = (shape.whole(1...24), shape.whole(1...4))
        let (payers, purses) = (shape.whole(1...3), shape.whole(0...6))
        func lanes(_ rows: Int, _ draw: (inout SeededDraws) -> Double) -> Lanes {
            (0..<rows * 8).map { _ in draw(&draws) }
        }
        (self.months, self.lines, self.payers, self.purses) = (months, lines, payers, purses)
        record = lanes(months * 32) { $0.chance(0.2) ? 0 : $0.real(0...5_000) }
        active = lanes(months * lines) { $0.chance(0.9) ? 1 : 0 }
        price = lanes(months * lines * payers) { $0.chance(0.1) ? 0 : $0.real(1_000...20_000) }
        gapPrice = lanes(months * lines) { $0.real(1_000...20_000) }
        share = lanes(months * purses) { $0.chance(0.6) ? 1 : $0.real(0...1) }
        match = lanes(months * purses) { $0.chance(0.3) ? 0 : $0.real(0...1.5) }
        let matching = shape.chance(0.6)
        partner = (0..<purses).map { purse in
            let other = Int32(shape.whole(0...purses - 1))
            return matching && other != purse && shape.chance(0.5) ? other : -1
        }
        payerOf = (0..<purses).map { _ in Int32(shape.whole(0...payers - 1)) }
        mayPay = (0..<lines * purses).map { _ in shape.chance(0.85) ? 1 : 0 }
        let plans = shape.whole(1...3)
        planOf = (0..<months).map { _ in Int32(shape.whole(0...plans - 1)) }
        orders = (0..<plans).map { _ in
            let order = Array(0..<purses).shuffled(using: &draws)
            return (0..<8).map { _ in
                sameOrder
                    ? order : Array(order.shuffled(using: &draws).dropLast(draws.whole(0...1)))
            }
        }
        available = lanes(purses) { $0.chance(0.1) ? 0 : $0.real(0...1e8) }
    }

    /// The bills in which one world is that of other bills of the same shape.
    func replacing(world: Int, from other: BillCase) -> BillCase {
        var copy = self
        for path in [
            \BillCase.record, \.active, \.price, \.gapPrice, \.share, \.match, \.available,
        ] as [WritableKeyPath<BillCase, Lanes>] {
            copy[keyPath: path] = self[keyPath: path].replacing(
                world: world, from: other[keyPath: path])
        }
        for plan in orders.indices { copy.orders[plan][world] = other.orders[plan][world] }
        return copy
    }
}

/// What settling leaves behind.
struct BillRun {
    var available: Lanes
    /// Months x lines x (purses + 1) x 2 x 8.
    var payments: Lanes
    var gap: Lanes

    /// Everything of one world, as bits.
    func bits(world: Int) -> [UInt64] { (available + payments + gap).bits(world: world) }

    /// Everything, as bits.
    var bits: [UInt64] { (available + payments + gap).bits }
}

extension BillCase {
    /// Runs the kernel for months `first ..< months`.
    ///
    /// - Parameters:
    ///   - level: the kind of processor, or nil for that of this machine.
    ///   - listed: whether payments are written.
    func run(level: Int32? = nil, listed: Bool = true, first: Int = 0) -> BillRun {
        let memory = CMemory()
        var bill = kernelBill(memory)
        let count = months - first
        var result = BillRun(
            available: available,
            payments: Lanes(repeating: .nan, count: count * lines * (purses + 1) * 16),
            gap: Lanes(repeating: .nan, count: 8))
        result.payments.withUnsafeMutableBufferPointer { payments in
            lk_settle_at(
                level ?? lk_processor_level(), &bill, Int32(first), Int32(count),
                Array(record.dropFirst(first * 32 * 8)), &result.available, 1e-3,
                listed ? payments.baseAddress : nil, &result.gap)
        }
        return result
    }

    private func kernelBill(_ memory: CMemory) -> lk_bill {
        var starts: [Int32] = [0]
        var stepPurse: [Int32] = []
        var masks: Lanes = []
        for plan in orders {
            for rank in 0..<purses {
                for purse in 0..<purses {
                    let mask = plan.map { $0.count > rank && $0[rank] == purse ? 1.0 : 0 }
                    guard mask.contains(1) else { continue }
                    stepPurse.append(Int32(purse))
                    masks += mask
                }
            }
            starts.append(Int32(stepPurse.count))
        }
        return lk_bill(
            lines: Int32(lines), payers: Int32(payers), purses: Int32(purses),
            active: memory.copy(active), price: memory.copy(price),
            gap_price: memory.copy(gapPrice), share: memory.copy(share),
            match: memory.copy(match), partner: memory.copy(partner),
            paid: partner.contains { $0 >= 0 } ? memory.copy(share) : nil,
            payer_of: memory.copy(payerOf), may_pay: memory.copy(mayPay),
            plan_of: memory.copy(planOf), plan_start: memory.copy(starts),
            step_purse: memory.copy(stepPurse), step_mask: memory.copy(masks))
    }
}
