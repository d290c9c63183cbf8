/// A calendar month, counted as one integer so that a budget year is twelve steps.
///
/// Stocks stand at the start of a month and flows happen within it. There are no days and no time
/// zones. The difference of two months is an `Int`; adding two months does not compile.
///
/// One integer was chosen over a date: a date would bring a calendar, a time zone and days that
/// mean nothing to a budget.
///
///     Month(2026, 5) - Month(2025, 12)               // 5
///     Array(Month(2026, 11)...Month(2027, 1)).count   // 3
public struct Month: Hashable, Sendable, Strideable {
    /// Months since January of year 0: `year x 12 + month - 1`.
    public let ordinal: Int

    /// The month with that count since January of year 0.
    @inlinable public init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// The given month of a year, `month` in 1...12.
    public init(_ year: Int, _ month: Int) {
        precondition((1...12).contains(month), "month \(month) is not in 1...12")
        ordinal = year * 12 + month - 1
    }

    /// Reads `2026-05`; nil when the text is not a year of four digits and a month in 01...12.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
            text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
        else { return nil }
        self.init(year, month)
    }

    /// The calendar year, which is the budget year.
    @inlinable public var year: Int { ordinal / 12 }

    /// The month of the year, 1...12.
    @inlinable public var monthOfYear: Int { ordinal % 12 + 1 }

    /// Whether this is a January, when age bands advance and a budget year opens.
    @inlinable public var isJanuary: Bool { ordinal % 12 == 0 }

    /// Months from this one to the other: what makes ranges of months countable.
    @inlinable public func distance(to other: Month) -> Int { other.ordinal - ordinal }

    /// The month `n` months later, earlier where `n` is negative.
    @inlinable public func advanced(by n: Int) -> Month { Month(ordinal: ordinal + n) }

    /// Earlier months first.
    @inlinable public static func < (left: Month, right: Month) -> Bool {
        left.ordinal < right.ordinal
    }

    /// Months from `right` to `left`.
    @inlinable public static func - (left: Month, right: Month) -> Int {
        left.ordinal - right.ordinal
    }
}

extension Month: CustomStringConvertible {
    /// `2026-05`.
    public var description: String {
        let digits = String(year)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return padded + (monthOfYear < 10 ? "-0" : "-") + String(monthOfYear)
    }
}
