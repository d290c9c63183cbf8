import Policy
import Quantities

/// Who pays a part of a bill.
public enum Bearer: Sendable, Hashable {
    /// A purse, by its position in the scenario.
    case purse(Int)
    /// No purse: the unfunded gap, at the price of the segment's first purse.
    case gap
    /// The worker.
    case worker
    /// The worker's employer.
    case employer
}

/// A part of a month's bill before rounding to rupiah.
struct Charge: Sendable {
    let segment: Int
    let region: Int
    let month: Int
    let programme: Programme
    let bearer: Bearer
    let personMonths: Double
    let amount: ExpectedRupiah
}

/// Settles bills out of purses.
struct Settlement: Sendable {
    let rules: PurseRules
    let tariffs: TariffBook

    /// Gaps below this many rupiah are rounding.
    static let tolerance = 1e-3

    /// Pays a segment's funded person-months, month by month, out of what purses have left.
    ///
    /// For each month and programme the purses pay in order: each takes as many person-months, at
    /// its own payer's price, as its share of the bill and its ceiling allow.
    ///
    /// - Parameters:
    ///   - exposure: funded person-months of a month.
    ///   - available: what each purse has left; reduced by what is paid.
    ///   - charges: where the parts go, gap included; nil where only the gap matters.
    /// - Returns: the unfunded gap in rupiah.
    func pay(
        segment: Int, region: Int, months: Range<Int>, exposure: (Int) -> Double,
        available: inout [Double], charges: ((Charge) -> Void)? = nil
    ) -> Double {
        var gap = 0.0
        for month in months {
            let bill = exposure(month)
            guard bill > 0 else { continue }
            let programmes = tariffs.programmes(segment: segment, region: region, month: month)
            for (position, programme) in programmes.enumerated() {
                let item = BillItem(
                    segment: segment, region: region, month: month, programme: programme,
                    position: position, personMonths: bill)
                gap += pay(item, &available, charges)
            }
        }
        return gap
    }

    /// One programme of one month's bill.
    private struct BillItem {
        let segment: Int
        let region: Int
        let month: Int
        let programme: Programme
        let position: Int
        let personMonths: Double

        func charge(_ bearer: Bearer, _ personMonths: Double, _ price: Double) -> Charge {
            Charge(
                segment: segment, region: region, month: month, programme: programme,
                bearer: bearer, personMonths: personMonths,
                amount: ExpectedRupiah(personMonths * price))
        }
    }

    private func pay(
        _ item: BillItem, _ available: inout [Double], _ charges: ((Charge) -> Void)?
    ) -> Double {
        var unpaid = item.personMonths
        let order = rules.order(segment: item.segment, region: item.region, month: item.month)
        for purse in order where unpaid > 0 {
            guard rules.mayPay(purse, item.programme, segment: item.segment) else { continue }
            let price = price(item, rules.policy.fundingSources[purse].payer)
            let share = rules.share(purse, region: item.region, month: item.month)
            let allowed = min(unpaid, share * item.personMonths)
            let paid = price > 0 ? min(allowed, available[purse] / price) : allowed
            guard paid > 0 else { continue }
            unpaid -= paid
            available[purse] = max(0, available[purse] - paid * price)
            charges?(item.charge(.purse(purse), paid, price))
        }
        guard unpaid > 0 else { return 0 }
        let payer = order.first.map { rules.policy.fundingSources[$0].payer } ?? .apbd
        let price = price(item, payer)
        guard unpaid * price > Self.tolerance else { return 0 }
        charges?(item.charge(.gap, unpaid, price))
        return unpaid * price
    }

    private func price(_ item: BillItem, _ payer: Payer) -> Double {
        let contributions = tariffs.contributions(
            segment: item.segment, region: item.region, month: item.month, payer: payer)
        return contributions[item.position].expected.amount
    }
}
