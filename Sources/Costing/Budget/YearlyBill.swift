import Policy
import Quantities

/// What one bearer pays in a region and year, by segment.
///
/// One rule for whole rupiah, whether months are kept (a run) or only their sums (a draw).
///
/// A year and not a month is rounded, because ceilings are of a year: rounded months could add up
/// to more than the purse was found able to pay.
package enum YearlyBill {
    /// The whole rupiah of each segment: the total, rounded, shared by largest remainder.
    ///
    ///     total = round(sum over segments of bill),   sum over segments of share = total
    ///
    /// Shares differ from their bills by less than a rupiah, give or take the rounding of the
    /// total.
    ///
    /// - Parameter bills: rupiah by segment, none negative.
    package static func shares(_ bills: [Double]) -> [Rupiah] {
        apportioned(bills, total: ExpectedRupiah(bills.reduce(0, +)).rounded())
    }
}
