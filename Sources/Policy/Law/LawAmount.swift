import Quantities

/// An exact amount of money before it is rounded: `coefficient x 10^-scale` rupiah.
///
/// Sums of rates times bases are kept here so that a contribution is rounded once, at its end.
/// The arithmetic is checked: what does not fit in 128 bits is a fault, never a crash. A scenario
/// chooses the rates, and bad input must have an answer.
///
/// The scale is at most 36 decimals. No ``ExactDecimal``, whose 64 bits can be too few for the
/// product of a statutory rate and the value of a construction contract times a relief.
public struct LawAmount: Sendable {
    private let coefficient: Int128
    private let scale: Int

    /// Nothing.
    public static let zero = LawAmount(coefficient: 0, scale: 0)

    /// A whole amount.
    public init(_ whole: Rupiah) {
        self.init(coefficient: Int128(whole.amount), scale: 0)
    }

    /// The amount `coefficient x 10^-scale`, scale in 0...36.
    private init(coefficient: Int128, scale: Int) {
        self.coefficient = coefficient
        self.scale = scale
    }

    /// This amount plus `rate x base`.
    ///
    /// - Throws: ``LawFault/tooLarge``.
    public func adding(_ rate: ExactDecimal, of base: Rupiah) throws(LawFault) -> LawAmount {
        let (term, overflow) = Int128(rate.coefficient).multipliedReportingOverflow(
            by: Int128(base.amount))
        guard !overflow else { throw .tooLarge }
        return try adding(LawAmount(coefficient: term, scale: rate.scale))
    }

    /// This amount less `rate x base`.
    ///
    /// - Throws: ``LawFault/tooLarge``.
    public func subtracting(_ rate: ExactDecimal, of base: Rupiah) throws(LawFault) -> LawAmount {
        guard base.amount > .min else { throw .tooLarge }
        return try adding(rate, of: Rupiah(-base.amount))
    }

    /// This amount times a factor.
    ///
    /// Scales add; beyond 36 decimals a factor is refused even where its digits would fit.
    ///
    /// - Throws: ``LawFault/tooLarge``.
    public func times(_ factor: ExactDecimal) throws(LawFault) -> LawAmount {
        let (product, overflow) = coefficient.multipliedReportingOverflow(
            by: Int128(factor.coefficient))
        guard !overflow, scale + factor.scale <= 36 else { throw .tooLarge }
        return LawAmount(coefficient: product, scale: scale + factor.scale)
    }

    /// The nearest whole rupiah, halves away from zero.
    ///
    ///     sign x floor(|amount| + 1/2)
    ///
    /// - Throws: ``LawFault/tooLarge`` beyond the range of ``Rupiah``.
    public func rounded() throws(LawFault) -> Rupiah {
        let divisor = Self.powerOfTen(scale)
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
        let up = remainder.magnitude >= divisor.magnitude - remainder.magnitude
        let nearest = up ? quotient + (coefficient < 0 ? -1 : 1) : quotient
        guard let amount = Int64(exactly: nearest) else { throw .tooLarge }
        return Rupiah(amount)
    }

    /// The largest multiple of `unit` rupiah that is not above this amount, which is not negative.
    ///
    ///     unit x floor(amount / unit)
    ///
    /// - Throws: ``LawFault/tooLarge`` beyond the range of ``Rupiah``.
    public func rounded(downToMultipleOf unit: Int64) throws(LawFault) -> Rupiah {
        let units = coefficient / Self.powerOfTen(scale) / Int128(unit)
        guard let amount = Int64(exactly: units * Int128(unit)) else { throw .tooLarge }
        return Rupiah(amount)
    }

    private func adding(_ other: LawAmount) throws(LawFault) -> LawAmount {
        let common = max(scale, other.scale)
        let left = coefficient.multipliedReportingOverflow(by: Self.powerOfTen(common - scale))
        let right = other.coefficient.multipliedReportingOverflow(
            by: Self.powerOfTen(common - other.scale))
        let sum = left.partialValue.addingReportingOverflow(right.partialValue)
        guard !left.overflow, !right.overflow, !sum.overflow else { throw .tooLarge }
        return LawAmount(coefficient: sum.partialValue, scale: common)
    }

    /// `10^exponent`, exponent in 0...36.
    private static func powerOfTen(_ exponent: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}
