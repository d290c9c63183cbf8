import Coverage
import Policy
import Quantities

@testable import Costing

/// A part of a month's bill before rounding to rupiah.
struct PlainCharge {
    let segment, region, month: Int
    let programme: Programme
    let bearer: Bearer
    let personMonths: Double
    /// Rupiah.
    let amount: Double
}

extension BudgetFixture {
    /// What everybody pays, charge by charge, as packs of regions leave it: purses and gap read off
    /// payments, members and employers priced by exposed person-months and the book of tariffs.
    func charges() throws -> [PlainCharge] {
        let inputs = try BudgetInputs(policy(), pricing: Self.pricing)
        var charges: [PlainCharge] = []
        for regions in inputs.packs {
            inputs.run(regions) { pack, _, year in
                for segment in pack.segments.indices {
                    for (offset, month) in year.enumerated() {
                        for world in 0..<regions.live {
                            charges += Self.paid(pack, segment, world, (offset, month))
                            charges += Self.priced(
                                pack, inputs.tariffs, segment, world, (offset, month))
                        }
                    }
                }
            }
        }
        return charges
    }

    private static func paid(
        _ pack: BudgetPack, _ segment: Int, _ world: Int, _ time: (offset: Int, month: Int)
    ) -> [PlainCharge] {
        let purses = pack.rules.policy.purses.count
        return pack.bills[segment].lines.enumerated().flatMap { line, programme in
            (0...purses).compactMap { bearer in
                let paid = pack.payment(segment, time.offset, line, bearer)
                guard paid[world] > 0 else { return nil }
                return PlainCharge(
                    segment: segment, region: pack.regions[world], month: time.month,
                    programme: programme, bearer: bearer < purses ? .purse(bearer) : .gap,
                    personMonths: paid[world], amount: paid[worldCount + world])
            }
        }
    }

    private static func priced(
        _ pack: BudgetPack, _ tariffs: TariffBook, _ segment: Int, _ world: Int,
        _ time: (offset: Int, month: Int)
    ) -> [PlainCharge] {
        let region = pack.regions[world]
        func exposed(_ statuses: [Status]) -> Double {
            statuses.reduce(0) {
                let row = time.offset * PackRecord.rows + PackRecord.exposed + $1.rawValue
                return $0 + pack.records.row(segment, row)[world]
            }
        }
        let payers: [(Bearer, Payer, Double)] = [
            (.worker, .`self`, exposed(Status.selfPaid)),
            (.employer, .employer, exposed([.employer])),
        ]
        return payers.flatMap { bearer, payer, months -> [PlainCharge] in
            guard months > 0 else { return [] }
            let programmes = tariffs.programmes(
                segment: segment, region: region, month: time.month)
            let prices = tariffs.contributions(
                segment: segment, region: region, month: time.month, payer: payer)
            return zip(programmes, prices).map { programme, price in
                PlainCharge(
                    segment: segment, region: region, month: time.month, programme: programme,
                    bearer: bearer, personMonths: months, amount: price.expected.amount * months)
            }
        }
    }

    /// The table of costs as its rule says it: charges sorted, a group of region, year and bearer
    /// rounded, its rupiah shared over segments, and over each segment's months as they come.
    func plainEntries() throws -> [CostTable.Entry] {
        let policy = try policy()
        func year(_ charge: PlainCharge) -> Int {
            policy.horizon.lowerBound.advanced(by: charge.month).year
        }
        let groups = Dictionary(grouping: try charges()) {
            [$0.region, year($0), $0.bearer.order(of: policy.purses.count)]
        }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, charges in
            let charges = charges.sorted {
                ($0.month, $0.segment, $0.programme) < ($1.month, $1.segment, $1.programme)
            }
            let own = policy.segments.indices.map { segment in
                charges.indices.filter { charges[$0].segment == segment }
            }
            let bills = own.map { places in
                Programme.allCases.reduce(0.0) { sum, programme in
                    sum
                        + places.filter { charges[$0].programme == programme }
                        .reduce(0) { $0 + charges[$1].amount }
                }
            }
            var costs = charges.map { _ in Rupiah.zero }
            for (places, share) in zip(own, YearlyBill.shares(bills)) {
                let last = places.last.map { charges[$0].month }
                let parts = apportionedInOrder(
                    places.map { charges[$0].amount },
                    series: places.map { charges[$0].programme.position }, total: share,
                    last: places.count { charges[$0].month == last })
                for (place, part) in zip(places, parts) { costs[place] = part }
            }
            return zip(charges, costs).map { charge, cost in
                CostTable.Entry(
                    segment: charge.segment, region: charge.region, month: charge.month,
                    programme: charge.programme, bearer: charge.bearer,
                    personMonths: charge.personMonths, cost: cost)
            }
        }
    }
}
