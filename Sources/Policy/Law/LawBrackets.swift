import Quantities

/// A table that puts a declared income in a band and gives the band's base.
///
/// The base is that of the first row whose upper bound is not below the income, the bound
/// included; the last row has no bound. Annex II of PP 44/2015 is such a table.
///
/// Not a ``MarginalScale``: crossing a bound changes the base of the whole income, not of the part
/// beyond it, so the contribution jumps there.
///
///     base(x) = base of the first row with x <= upTo
public struct LawBrackets: Sendable, Hashable {
    /// A band: incomes up to a bound, and the base that stands for them.
    public struct Row: Sendable, Hashable {
        /// The highest income in the band; nil in the last row.
        public let upTo: Rupiah?
        /// What contributions of the band are computed on.
        public let base: Rupiah
        /// How well this row is known, where it differs from the rest of the table.
        public let mark: EvidenceMark?

        /// A band; without `upTo` it must be the last.
        public init(upTo: Rupiah?, base: Rupiah, mark: EvidenceMark? = nil) {
            self.upTo = upTo
            self.base = base
            self.mark = mark
        }
    }

    /// Why rows make no table; positions count from 0.
    public enum Fault: Error, Equatable, Sendable {
        /// There is no row.
        case empty
        /// The bound is not above the one before it, or a row before the last has none.
        case outOfOrder(position: Int)
        /// The last row has a bound, so some incomes have no band.
        case lastIsBounded
        /// The base is negative or lower than the one before it.
        case baseFalls(position: Int)
    }

    /// In rising order of bound, the last without one.
    public let rows: [Row]

    /// A table from its rows, lowest band first.
    ///
    /// - Throws: ``Fault`` when the rows do not cover all incomes in order.
    public init(_ rows: [Row]) throws(Fault) {
        guard let last = rows.last else { throw .empty }
        guard last.upTo == nil else { throw .lastIsBounded }
        var (bound, base) = (Rupiah(-1), Rupiah.zero)
        for (position, row) in rows.enumerated() {
            guard row.base >= base else { throw .baseFalls(position: position) }
            base = row.base
            guard position < rows.count - 1 else { break }
            guard let next = row.upTo, next > bound else { throw .outOfOrder(position: position) }
            bound = next
        }
        self.rows = rows
    }

    /// The band of an income. An income below zero falls in the first band.
    ///
    /// - Complexity: O(log rows).
    public func row(for income: Rupiah) -> Row {
        var (low, high) = (0, rows.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if let bound = rows[middle].upTo, bound < income {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return rows[low]
    }
}
