import Policy
import Quantities

/// Who pays a part of a bill.
///
/// Public money and private money are kept apart: only purses and the gap make the public bill.
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
///
/// A budget run makes those of purses and gap; those of workers and employers are added when costs
/// are tabled, since no ceiling depends on them.
struct Charge: Sendable {
    let segment: Int
    let region: Int
    let month: Int
    let programme: Programme
    let bearer: Bearer
    let personMonths: Double
    let amount: ExpectedRupiah
}

/// Settles bills out of purses. Knows nothing of quotas or cuts: it is asked what a number of
/// person-months costs and who pays it.
struct Settlement: Sendable {
    let rules: PurseRules
    let tariffs: TariffBook

    /// Gaps below this many rupiah are rounding. A thousandth of a rupiah: far above rounding of
    /// sums, far below what anyone is owed.
    static let tolerance = 1e-3

    /// Pays a segment's funded person-months, month by month, out of what purses have left.
    ///
    /// For each month and programme the purses pay in order: each takes as many person-months, at
    /// its own payer's price, as its share of the bill and its ceiling allow.
    ///
    ///     paid(purse) = min(unpaid, share(purse) x bill, available(purse) / price(purse's payer))
    ///
    /// Prices differ by purse, since discounts depend on the payer; the gap is priced as the first
    /// purse would have paid, or as APBD where there is none.
    ///
    /// - Parameters:
    ///   - exposure: funded person-months of a month.
    ///   - available: what each purse has left; reduced by what is paid.
    ///   - charges: where the parts go, gap included; nil where only the gap matters.
    /// - Returns: the unfunded gap in rupiah.
    /// - Complexity: O(months x programmes x purses).
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
        /// Place among the person's programmes, as prices are listed.
        let position: Int
        let personMonths: Double

        /// The part that a bearer pays, at a price for each person-month.
        func charge(_ bearer: Bearer, _ personMonths: Double, _ price: Double) -> Charge {
            Charge(
                segment: segment, region: region, month: month, programme: programme,
                bearer: bearer, personMonths: personMonths,
                amount: ExpectedRupiah(personMonths * price))
        }
    }

    /// One programme of one month; the gap in rupiah.
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

    /// The contribution of a person-month when a payer pays.
    private func price(_ item: BillItem, _ payer: Payer) -> Double {
        let contributions = tariffs.contributions(
            segment: item.segment, region: item.region, month: item.month, payer: payer)
        return contributions[item.position].expected.amount
    }
}
