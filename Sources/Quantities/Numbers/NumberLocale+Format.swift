import RealModule

extension NumberLocale {
    /// Whole numbers with thousands marks: `16.800`.
    public func format(_ whole: Int64) -> String {
        (whole < 0 ? "-" : "") + grouped(String(whole.magnitude))
    }

    /// Money: `Rp 16.800`.
    ///
    /// The sign stands before the currency: `-Rp 16.800`.
    public func format(_ money: Rupiah) -> String {
        (money.amount < 0 ? "-" : "") + "Rp " + grouped(String(money.amount.magnitude))
    }

    /// A number with a fixed count of decimals (0...9), halves away from zero: `12,5`. NaN, which
    /// stands for "no value", is a dash; a number that rounds to zero carries no sign.
    public func format(_ number: Double, decimals: Int = 0) -> String {
        guard number.isFinite else { return number.isNaN ? "–" : number < 0 ? "-∞" : "∞" }
        let scale = Double.pow(10, decimals)
        let scaled = (number.magnitude * scale).rounded()
        guard scaled < 9e18 else { return "\(number)" }
        var digits = String(Int64(scaled))
        digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let split = digits.index(digits.endIndex, offsetBy: -decimals)
        let sign = number < 0 && scaled > 0 ? "-" : ""
        let whole = sign + grouped(String(digits[..<split]))
        return decimals == 0 ? whole : whole + String(decimal) + digits[split...]
    }

    /// A share as a percentage: `12,5 %`. The blank before the sign is kept in both locales.
    public func percent(_ share: Double, decimals: Int = 1) -> String {
        format(share * 100, decimals: decimals) + " %"
    }

    /// The digits in groups of three from the right, divided by the locale's mark.
    private func grouped(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(grouping) }
            result.append(digit)
        }
        return result
    }
}
