import Policy
import Quantities

/// One key of a dial: a setting whose number goes from one end to the other.
///
///     quota.petani: { scale: 1 .. 5 }        1 at dial 0, 3 at dial 0.5, 5 at dial 1
///     funding.months: 4 .. 12                whole months: 8 at dial 0.5, and at 0.55 too
public struct DialKey: Sendable, Hashable {
    /// What is set, with the number at dial 0.
    public let setting: Setting
    /// The number at dial 0, in the setting's unit.
    public let from: Double
    /// The number at dial 1; it may be the smaller one.
    public let to: Double

    /// - Parameters:
    ///   - setting: with one point, which holds `from`.
    public init(_ setting: Setting, from: Double, to: Double) {
        self.setting = setting
        self.from = from
        self.to = to
    }

    /// The key as inputs are named: `quota.petani scale 2027-01`.
    public var name: String { setting.inputName }

    /// Whether it takes whole numbers only, such as months of a year.
    public var isWhole: Bool { setting.isCount }

    /// The number at a place of the dial: `from + dial (to - from)`, rounded where only whole
    /// numbers make sense, halves away from zero. Beyond the dial's ends the line goes on.
    public func value(at dial: Double) -> Double {
        let exact = dial == 1 ? to : from + dial * (to - from)
        return isWhole ? exact.rounded() : exact
    }

    /// The first place of the dial at which each further whole number stands; empty for other keys.
    ///
    /// Exact to the last bit: one step before, the number before it stands.
    var steps: [Double] {
        guard isWhole, from != to else { return [] }
        let way: Double = to > from ? 1 : -1
        return stride(from: from + way, through: to, by: way).map { number in
            var dial = (number - way / 2 - from) / (to - from)
            while value(at: dial) != number { dial = dial.nextUp }
            while value(at: dial.nextDown) == number { dial = dial.nextDown }
            return dial
        }
    }

    /// A number rounded to twelve digits, so that it is written as people write numbers, and to
    /// whole persons or rupiah away from `from`, as far as the end allows.
    public func settled(_ number: Double, rising: Bool) -> Double {
        guard !isWhole else { return number }
        guard isWholeWhenSettled else { return number.decimal(digits: 12) }
        let up = rising == (to > from)
        let whole = up ? number.settled.rounded(.up) : number.settled.rounded(.down)
        return min(max(whole, min(from, to)), max(from, to))
    }

    /// Whether a decision about it is a whole number: persons, rupiah.
    public var isWholeWhenSettled: Bool {
        guard setting.verb != .scale, case .parameter(let definition) = setting.address.subject,
            let value = setting.points.first?.value
        else { return false }
        switch value {
        case .heads: return true
        case .number:
            return [.person, .rupiah, .rupiahPerMonth, .rupiahPerYear].contains(
                definition.standardUnit)
        default: return false
        }
    }
}

extension Double {
    /// The nearest number of so many decimal digits.
    func decimal(digits: Int) -> Double {
        guard isFinite, self != 0 else { return self }
        var scale = 1.0
        var size = magnitude
        var left = digits
        while size >= 1, left > 0 { (size, left) = (size / 10, left - 1) }
        for _ in 0..<left { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
