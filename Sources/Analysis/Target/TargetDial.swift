import Policy
import Quantities

package struct DialPoint: Sendable, Hashable {
    /// From 0 to 1.
    package let dial: Double
    /// By key.
    package let values: [Double]

    /// A place with its numbers, one for each key; they may be rounded for people.
    package init(dial: Double, values: [Double]) {
        self.dial = dial
        self.values = values
    }
}

/// Several keys that move together on one dial from 0 to 1.
///
/// What a planner turns: one lever, or a bundle in fixed proportions. It lies on a scenario as a
/// layer of its own, above all others.
package struct TargetDial: Sendable, Hashable {
    package static let layerName = "dial"

    /// At least one.
    package let keys: [DialledLever]

    /// A dial that moves these keys together: all at their start at 0, all at their end at 1.
    package init(_ keys: [DialledLever]) {
        self.keys = keys
    }

    package func point(_ dial: Double) -> DialPoint {
        DialPoint(dial: dial, values: keys.map { $0.value(at: dial) })
    }

    /// A scenario with the dial on top, at 0, and the keys as its inputs.
    package func laid(on scenario: Scenario) -> (scenario: Scenario, inputs: [VariedInput]) {
        let inputs = keys.enumerated().map { position, key in
            VariedInput(
                name: key.name, layer: scenario.layers.count, position: position,
                setting: key.setting,
                spread: .uniform(min(key.from, key.to)...max(key.from, key.to)))
        }
        let layer = Layer(name: Self.layerName, settings: keys.map(\.setting))
        return (scenario.adding(layer), inputs)
    }

    package func laid(on scenario: Scenario, at values: [Double]) -> Scenario {
        let (dialled, inputs) = laid(on: scenario)
        return dialled.taking(values, for: inputs) ?? dialled
    }

    /// Whether all keys take whole numbers only, so that the dial has a finite number of places.
    package var isWhole: Bool { keys.allSatisfy(\.isWhole) }

    /// Places to look at first: even steps, and both sides of every step of a whole number.
    ///
    /// Between two neighbours every whole number stands still. A dial of whole numbers alone needs
    /// no even steps.
    ///
    /// - Parameter intervals: how many even steps.
    package func grid(_ intervals: Int) -> [Double] {
        let even = isWhole ? [0, 1] : (0...intervals).map { Double($0) / Double(intervals) }
        let steps = keys.flatMap(\.steps).flatMap { [$0.nextDown, $0] }
        return Set(even + steps).sorted()
    }

    /// Whether it is one key of which only whole persons or rupiah can be decided.
    package var isOneWhole: Bool { keys.count == 1 && keys[0].isWholeWhenSettled }

    /// The whole number at a place of the only key, or next to it: towards the end of the dial
    /// where `rising`, else towards its start; nil beyond both.
    func whole(at point: TargetPoint, rising: Bool) -> Double? {
        guard let number = point.place?.values.first?.settled else { return nil }
        let key = keys[0]
        let whole = rising == (key.to > key.from) ? number.rounded(.up) : number.rounded(.down)
        return (min(key.from, key.to)...max(key.from, key.to)).contains(whole) ? whole : nil
    }

    /// The place of a number of the only key.
    func place(of number: Double) -> DialPoint {
        let key = keys[0]
        return DialPoint(dial: (number - key.from) / (key.to - key.from), values: [number])
    }

    /// A place with its numbers to twelve digits, which is nearer than any can be decided.
    func short(_ point: TargetPoint) -> DialPoint {
        let values = point.place?.values ?? []
        return DialPoint(dial: point.dial, values: values.map { $0.decimal(digits: 12) })
    }

    /// The place that a planner would write down: rounded to four decimals of the dial, or to
    /// whole persons and rupiah, towards more of the lever or towards less.
    ///
    /// - Parameter rising: whether the rounded place is not below `dial`.
    package func settled(_ dial: Double, rising: Bool) -> DialPoint {
        let widest =
            keys.filter(\.isWholeWhenSettled).map { abs($0.to - $0.from) }.max() ?? 0
        var scale = 1e4
        while scale < widest, scale < 1e9 { scale *= 10 }
        let place = (dial * scale).rounded(rising ? .up : .down) / scale
        let settled = min(1, max(0, place))
        return DialPoint(
            dial: settled,
            values: keys.map { $0.settled($0.value(at: settled), rising: rising) })
    }
}

/// One key of a dial: a setting whose number goes from one end to the other.
///
///     quota.petani: { scale: 1 .. 5 }        1 at dial 0, 3 at dial 0.5, 5 at dial 1
///     funding.months: 4 .. 12                whole months: 8 at dial 0.5, and at 0.55 too
package struct DialledLever: Sendable, Hashable {
    /// What is set, with the number at dial 0.
    package let setting: Setting
    /// The number at dial 0, in the setting's unit.
    package let from: Double
    /// The number at dial 1; it may be the smaller one.
    package let to: Double

    /// - Parameters:
    ///   - setting: with one point, which holds `from`.
    package init(_ setting: Setting, from: Double, to: Double) {
        self.setting = setting
        self.from = from
        self.to = to
    }

    /// The key as inputs are named: `quota.petani scale 2027-01`.
    package var name: String { setting.inputName }

    /// Whether it takes whole numbers only, such as months of a year.
    package var isWhole: Bool { setting.isCount }

    /// The number at a place of the dial: `from + dial (to - from)`, rounded where only whole
    /// numbers make sense, halves away from zero. Beyond the dial's ends the line goes on.
    package func value(at dial: Double) -> Double {
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
    package func settled(_ number: Double, rising: Bool) -> Double {
        guard !isWhole else { return number }
        guard isWholeWhenSettled else { return number.decimal(digits: 12) }
        let up = rising == (to > from)
        let whole = up ? number.settled.rounded(.up) : number.settled.rounded(.down)
        return min(max(whole, min(from, to)), max(from, to))
    }

    /// Whether a decision about it is a whole number: persons, rupiah.
    package var isWholeWhenSettled: Bool {
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
