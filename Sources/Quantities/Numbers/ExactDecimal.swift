/// An exact decimal number: `coefficient x 10^-scale`.
///
/// Statutory rates (`0.54 %`, `1.74 %`) have finite decimal forms that binary fractions do not;
/// contributions are computed on this type and rounded once.
///
/// Kept in lowest terms: trailing zeros of the fraction are dropped when a number is made, so
/// equal numbers have equal digits and hash alike. Arithmetic traps where a result needs more than
/// 64 bits or 18 decimals: it is for numbers of the law. Where a scenario chooses the factors,
/// `LawAmount` has checked arithmetic instead.
///
///     ExactDecimal("0.0024")?.times(Rupiah(1_000_000))   // Rp 2,400
public struct ExactDecimal: Hashable, Sendable {
    /// The digits as an integer, with sign.
    public let coefficient: Int64
    /// How many of the digits stand after the decimal point, 0...18.
    public let scale: Int

    /// The number `coefficient x 10^-scale`, in lowest terms; `scale` in 0...18.
    public init(coefficient: Int64, scale: Int) {
        precondition((0...18).contains(scale), "scale \(scale) is not in 0...18")
        var (digits, places) = (coefficient, scale)
        while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
        self.coefficient = digits
        self.scale = places
    }

    /// A whole number.
    public init(_ whole: Int64) {
        self.init(coefficient: whole, scale: 0)
    }

    /// Reads plain digits with at most one decimal point, such as `-0.0024`; nil otherwise. There
    /// must be a digit on both sides of the point, and no plus sign, exponent or blank.
    public init?(_ text: some StringProtocol) {
        let negative = text.hasPrefix("-")
        let digits = negative ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            parts.count == 1 || !parts[1].isEmpty, parts.count == 1 || parts[1].count <= 18,
            let value = Int64(parts.joined())
        else { return nil }
        let scale = parts.count == 2 ? parts[1].count : 0
        self.init(coefficient: negative ? -value : value, scale: scale)
    }

    /// The decimal that a binary fraction prints as; nil beyond 18 decimals or digits.
    ///
    /// Exact for every number that was itself read from a decimal text of up to 15 digits.
    public init?(shortest value: Double) {
        let parts = "\(value)".split(separator: "e")
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        guard value.isFinite, let shifted = ExactDecimal(parts[0])?.shifted(by: exponent) else {
            return nil
        }
        self = shifted
    }

    /// The number times ten to a power; nil beyond 18 decimals or 64 bits.
    func shifted(by power: Int) -> ExactDecimal? {
        if coefficient == 0 { return self }
        let places = scale - power
        guard (-18...18).contains(places) else { return nil }
        let digits = coefficient.multipliedReportingOverflow(by: Self.powerOfTen(max(0, -places)))
        guard !digits.overflow else { return nil }
        return ExactDecimal(coefficient: digits.partialValue, scale: max(0, places))
    }

    /// The nearest binary fraction.
    ///
    /// For formulas that are not exact anyway; money goes through ``times(_:)``.
    public var value: Double {
        Double(coefficient) / Double(Self.powerOfTen(scale))
    }

    /// The rate times an amount, exactly, then rounded to whole rupiah.
    ///
    /// `round(coefficient x amount / 10^scale)` in 128-bit integers. The product needs no more
    /// than 126 bits, so only a result beyond ``Rupiah`` can trap.
    public func times(_ amount: Rupiah) -> Rupiah {
        let product = Int128(coefficient) * Int128(amount.amount)
        let divisor = Int128(Self.powerOfTen(scale))
        // Halves, away from zero, are found in twice the product, so no fraction is ever made.
        let doubled = 2 * product + (product < 0 ? -divisor : divisor)
        return Rupiah(Int64(doubled / (2 * divisor)))
    }

    /// The exact product of two decimals. Traps where it has more than 18 decimals or digits
    /// beyond 64 bits.
    public static func * (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        ExactDecimal(
            coefficient: left.coefficient * right.coefficient, scale: left.scale + right.scale)
    }

    /// The exact sum of two decimals. Traps where its digits, at the finer of the two scales, do
    /// not fit 64 bits.
    public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        let scale = max(left.scale, right.scale)
        return ExactDecimal(
            coefficient: left.coefficient * powerOfTen(scale - left.scale)
                + right.coefficient * powerOfTen(scale - right.scale), scale: scale)
    }

    /// The exact difference of two decimals.
    public static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        left + ExactDecimal(coefficient: -right.coefficient, scale: right.scale)
    }

    /// `10^exponent`, exponent in 0...18.
    static func powerOfTen(_ exponent: Int) -> Int64 {
        var result: Int64 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}

extension ExactDecimal: Comparable {
    /// By value, whatever the scales: cross-multiplied in 128 bits, so nothing is rounded.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        Int128(left.coefficient) * Int128(powerOfTen(right.scale))
            < Int128(right.coefficient) * Int128(powerOfTen(left.scale))
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// Plain digits with a decimal point, such as `0.0024`.
    public var description: String {
        guard scale > 0 else { return String(coefficient) }
        let digits = String(coefficient.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        let split = padded.index(padded.endIndex, offsetBy: -scale)
        return (coefficient < 0 ? "-" : "") + padded[..<split] + "." + padded[split...]
    }
}
