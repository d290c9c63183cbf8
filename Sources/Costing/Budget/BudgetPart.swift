import Coverage
import Policy
import Quantities

/// What up to eight consecutive regions did: people and money.
///
/// Regions run as the worlds of a ``BudgetPack``, which holds one year; here the years come
/// together. A region's budget depends on that region alone, so parts may be run in any order, on
/// any thread.
package struct BudgetPart: Sendable {
    /// By segment: what happened to its people.
    package private(set) var segments: [SegmentRecorder]
    /// The positions of its regions.
    let regions: Range<Int>
    /// What purses paid and what is left as gap, a charge for each month, programme and bearer that
    /// pays anything. In no order that may be relied on; ``CostTable`` sorts them, in little time
    /// where months come one after another.
    private(set) var charges: [Charge] = []
    /// What plans cut.
    private(set) var planned: [BudgetCut] = []
    /// By segment, `[months][regions of the part]`: what was kept of its quota.
    private(set) var kept: [[Double]] = []

    /// Runs a pack through the horizon.
    ///
    /// - Parameters:
    ///   - regions: of a pack: eight positions among the policy's regions, and how many of them
    ///     stand for a region of their own.
    ///   - book: given the pack and the sums of a year that is over, with its months.
    package init(
        _ inputs: BudgetInputs, _ regions: (padded: [Int], live: Int),
        book: (BudgetPack, BudgetYear, Range<Int>) -> Void
    ) {
        let first = regions.padded[0]
        self.regions = first..<first + regions.live
        let own = self.regions
        segments = inputs.models.map { SegmentRecorder($0, regions: own) }
        let pack = inputs.run(regions) { pack, budget, months in
            record(pack, months)
            book(pack, budget, months)
        }
        takeCuts(pack)
    }

    /// Forgets the charges, once they are tabled: of many regions they are most of the memory.
    package mutating func forgetCharges() { charges = [] }

    /// Takes a year of the pack.
    ///
    /// - Parameter year: its months, counted from the start of the horizon.
    private mutating func record(_ pack: BudgetPack, _ year: Range<Int>) {
        for segment in segments.indices {
            segments[segment].record(
                pack.segments[segment], year, pack.records[segment], live: regions.count)
        }
        // Months first, as ``CostTable`` orders them: what is in order is sorted fast.
        for (offset, month) in year.enumerated() {
            for segment in segments.indices {
                for (line, programme) in pack.bills[segment].lines.enumerated() {
                    for bearer in 0...pack.bills[segment].purses {
                        let paid = pack.payment(segment, offset, line, bearer)
                        for world in 0..<regions.count where paid[world] > 0 {
                            charges.append(
                                Charge(
                                    segment: segment,
                                    region: pack.segments[segment].regions[world], month: month,
                                    programme: programme,
                                    bearer: bearer < pack.bills[segment].purses
                                        ? .purse(bearer) : .gap,
                                    personMonths: paid[world],
                                    amount: ExpectedRupiah(paid[worldCount + world])))
                        }
                    }
                }
            }
        }
    }

    /// Takes what was kept of the quotas, once the pack has gone through the whole horizon: plans
    /// of later years do not touch those of earlier ones.
    private mutating func takeCuts(_ pack: BudgetPack) {
        let live = regions.count
        planned = pack.planned.filter { $0.world < live }.map(\.cut)
        kept = segments.indices.map { segment in
            (0..<pack.segments[segment].model.monthCount).flatMap { month in
                (0..<live).map { pack.cuts.row(segment, month)[$0] }
            }
        }
    }
}

extension BudgetPart {
    /// What members who pay for themselves and employers pay. They come out of no purse and know
    /// no ceiling.
    ///
    ///     self-paid   (S1 + S2 + S) person-months x price(self)
    ///     employer    E person-months x price(employer)
    func privateCharges(_ tariffs: TariffBook) -> [Charge] {
        var charges: [Charge] = []
        let months = segments.map(\.months)
        for month in 0..<(months.first?.count ?? 0) {
            for segment in segments.indices {
                let record = months[segment][month]
                for (place, region) in regions.enumerated() {
                    let cell = PricedCell(segment: segment, region: region, month: month)
                    let paid = record.exposure(Status.selfPaid, region: place)
                    let employed = record.exposure([.employer], region: place)
                    charges += tariffs.privateCharges(cell, .`self`, .worker, paid)
                    charges += tariffs.privateCharges(cell, .employer, .employer, employed)
                }
            }
        }
        return charges
    }
}

/// A segment, region and month, by their positions.
private struct PricedCell {
    let segment, region, month: Int
}

extension TariffBook {
    /// A part for each programme of the segment, at the payer's price; nothing for nobody.
    fileprivate func privateCharges(
        _ cell: PricedCell, _ payer: Payer, _ bearer: Bearer, _ personMonths: Double
    ) -> [Charge] {
        guard personMonths > 0 else { return [] }
        let (segment, region, month) = (cell.segment, cell.region, cell.month)
        let programmes = programmes(segment: segment, region: region, month: month)
        let prices = contributions(segment: segment, region: region, month: month, payer: payer)
        return zip(programmes, prices).map { programme, price in
            Charge(
                segment: segment, region: region, month: month, programme: programme,
                bearer: bearer, personMonths: personMonths,
                amount: price.expected * personMonths)
        }
    }
}
