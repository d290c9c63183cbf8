import Testing
import _LindungKernels
import _TestSupport

/// Bills that a seed fixes; worlds of even seeds ask purses each in an order of its own.
private func billCase(_ seed: UInt64, other: Bool = false) -> BillCase {
    var shape = SeededDraws(seed)
    var draws = SeededDraws(seed + (other ? 2_000 : 1_000))
    return BillCase(shape: &shape, &draws, sameOrder: seed % 2 == 1)
}

@Suite struct SettlementTests {
    @Test(arguments: UInt64(1)...40)
    func equalsPlainLoop(seed: UInt64) {
        let bill = billCase(seed)
        let result = bill.run()
        // A month's bill is below 15,000 persons at 20,000 rupiah.
        let bound = 1e-12 * 3e8 * Double(bill.months)
        for world in 0..<8 {
            var plain = PlainSettlement(bill, world: world)
            plain.run()
            var rupiah = Discrepancy()
            var persons = Discrepancy()
            rupiah.note(result.gap[world], plain.gap, "gap")
            for purse in 0..<bill.purses {
                let left = result.available[row: purse, world: world]
                rupiah.note(left, plain.available[purse], "purse \(purse)")
            }
            for (row, part) in plain.payments.joined().joined().enumerated() {
                let paid = result.payments[row: 2 * row, world: world]
                persons.note(paid, part.personMonths, "part \(row)")
                let cost = result.payments[row: 2 * row + 1, world: world]
                rupiah.note(cost, part.rupiah, "part \(row)")
            }
            #expect(rupiah.size < bound, "seed \(seed), world \(world), \(rupiah.place)")
            #expect(persons.size < bound / 1_000, "seed \(seed), \(world), \(persons.place)")
        }
    }

    @Test(arguments: UInt64(1)...20)
    func listingChangesNothing(seed: UInt64) {
        let bill = billCase(seed)
        let listed = bill.run()
        let silent = bill.run(listed: false)
        #expect(silent.available.bits == listed.available.bits, "seed \(seed)")
        #expect(silent.gap.bits == listed.gap.bits, "seed \(seed)")
        #expect(silent.payments.allSatisfy { $0.isNaN }, "seed \(seed)")
    }

    @Test(arguments: UInt64(1)...20)
    func worldsDoNotTouchEachOther(seed: UInt64) {
        let bill = billCase(seed)
        let result = bill.run()
        for world in 0..<8 {
            let mixed = billCase(seed, other: true).replacing(world: world, from: bill)
            #expect(
                mixed.run().bits(world: world) == result.bits(world: world),
                "seed \(seed), world \(world)")
        }
    }

    @Test(arguments: UInt64(1)...20)
    func everyProcessorGivesTheSameBits(seed: UInt64) {
        let bill = billCase(seed)
        let plainest = bill.run(level: 0).bits
        for level in 0...lk_processor_level() {
            #expect(bill.run(level: level).bits == plainest, "seed \(seed), level \(level)")
        }
    }

    /// A window that begins later reads its own months of prices, plans and shares.
    @Test(arguments: UInt64(1)...20)
    func laterWindowReadsItsMonths(seed: UInt64) {
        var bill = billCase(seed)
        let first = bill.months / 2
        let late = bill.run(first: first)
        for cell in 0..<(first * 32 * 8) { bill.record[cell] = 0 }
        let whole = bill.run()
        #expect(whole.available.bits == late.available.bits, "seed \(seed)")
        #expect(whole.gap.bits == late.gap.bits, "seed \(seed)")
        #expect(whole.payments.suffix(late.payments.count).bits == late.payments.bits)
    }

    @Test func gapOfRoundingIsNotCounted() {
        var shape = SeededDraws(1)
        var draws = SeededDraws(1)
        var bill = BillCase(shape: &shape, &draws, sameOrder: true)
        bill.available = bill.available.map { _ in 0 }
        bill.price = bill.price.map { _ in 1 }
        bill.active = bill.active.map { _ in 1 }
        bill.gapPrice = bill.gapPrice.map { _ in 1 }
        bill.record = bill.record.indices.map { $0 % 8 < 4 ? 0.9e-3 / 3 : 1.1e-3 / 3 }
        let gap = bill.run().gap
        for world in 0..<8 {
            let expected = world < 4 ? 0 : 1.1e-3 * Double(bill.months * bill.lines)
            #expect(abs(gap[world] - expected) < 1e-9, "world \(world)")
        }
    }
}
