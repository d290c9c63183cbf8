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

    /// A segment's bill: months added up for each programme, then programmes in their order. The
    /// order of summation is part of the result. It is that of ``BudgetYear``, which keeps sums and
    /// no months.
    static func sum(_ charges: [Charge]) -> Double {
        var byProgramme = Array(repeating: 0.0, count: Programme.allCases.count)
        for charge in charges {
            byProgramme[charge.programme.position] += charge.amount.amount
        }
        var sum = 0.0
        for amount in byProgramme { sum += amount }
        return sum
    }
}
