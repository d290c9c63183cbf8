/// Whole rupiah: the money of law, ledgers and reports.
///
/// Exact; arithmetic traps on overflow, which is beyond two thousand years of the national budget.
///
/// What is owed must agree to the rupiah with the decree or the ledger that states it, and sums of
/// parts with their whole; a binary fraction promises neither.
public struct Rupiah: Hashable, Sendable, Comparable, AdditiveArithmetic {
    /// The amount in whole rupiah.
    public let amount: Int64

    /// A whole amount, of either sign.
    public init(_ amount: Int64) {
        self.amount = amount
    }

    /// Nothing, the sum of no amounts.
    public static let zero = Rupiah(0)

    /// By amount.
    public static func < (left: Rupiah, right: Rupiah) -> Bool { left.amount < right.amount }
    /// The exact sum; traps beyond 64 bits.
    public static func + (left: Rupiah, right: Rupiah) -> Rupiah {
        Rupiah(left.amount + right.amount)
    }
    /// The exact difference, which may be negative; traps beyond 64 bits.
    public static func - (left: Rupiah, right: Rupiah) -> Rupiah {
        Rupiah(left.amount - right.amount)
    }
    /// So many times the amount, exact; traps beyond 64 bits.
    public static func * (left: Rupiah, right: Int64) -> Rupiah { Rupiah(left.amount * right) }

    /// The modelled amount that equals this one.
    public var expected: ExpectedRupiah { ExpectedRupiah(Double(amount)) }
}

/// An expected amount in rupiah: a modelled mean, so fractions are allowed.
///
/// Only this type enters a matrix. The one way to whole rupiah is ``rounded()``, and tables are
/// made with ``apportioned(_:total:)`` so that their parts add to the whole.
///
/// A separate type so that a mean cannot enter a ledger without a decision about its rounding.
public struct ExpectedRupiah: Hashable, Sendable, Comparable, AdditiveArithmetic {
    /// The amount in rupiah.
    public let amount: Double

    /// An amount that need not be whole.
    public init(_ amount: Double) {
        self.amount = amount
    }

    /// Nothing, the sum of no amounts.
    public static let zero = ExpectedRupiah(0)

    /// By amount; a NaN is neither below nor above any amount.
    public static func < (left: ExpectedRupiah, right: ExpectedRupiah) -> Bool {
        left.amount < right.amount
    }
    /// The sum as binary fractions add: its last bit may depend on the order of terms.
    public static func + (left: ExpectedRupiah, right: ExpectedRupiah) -> ExpectedRupiah {
        ExpectedRupiah(left.amount + right.amount)
    }
    /// The difference, rounded to the nearest binary fraction.
    public static func - (left: ExpectedRupiah, right: ExpectedRupiah) -> ExpectedRupiah {
        ExpectedRupiah(left.amount - right.amount)
    }
    /// The amount times a number of persons, a share or another factor.
    public static func * (left: ExpectedRupiah, right: Double) -> ExpectedRupiah {
        ExpectedRupiah(left.amount * right)
    }

    /// The nearest whole rupiah, halves away from zero.
    ///
    /// An amount beyond 2^62 becomes 2^62, so that a sum of two does not trap: results of that size
    /// are refused as a whole, before anything is made of them.
    public func rounded() -> Rupiah {
        let limit = Int64(1) << 62
        guard amount.magnitude < Double(limit) else { return Rupiah(amount < 0 ? -limit : limit) }
        return Rupiah(Int64(amount.rounded()))
    }
}
