/// The value of a setting as a scenario gives it, before it becomes a typed parameter.
///
/// The case carries the unit where one key accepts two: `0.4` persons and a share of `0.4` are
/// different values, and a later layer may replace one by the other.
public enum SettingValue: Sendable, Hashable {
    /// A number in the unit of its setting.
    case number(Double)
    /// A quota in persons.
    case heads(Double)
    /// A quota as a share of the eligible.
    case share(Double)
    /// People who join per month.
    case perMonth(Double)
    /// A rate per year.
    case perYear(Double)
    /// Yes or no.
    case flag(Bool)
    /// A choice, such as a route.
    case word(String)
    /// A set of choices, such as programmes, in catalogue order.
    case words([String])

    /// The number inside; nil for flags and words.
    @inlinable public var number: Double? {
        switch self {
        case .number(let x), .heads(let x), .share(let x), .perMonth(let x), .perYear(let x): x
        case .flag, .word, .words: nil
        }
    }

    /// The word inside; nil for anything but a choice.
    public var word: String? { if case .word(let word) = self { word } else { nil } }

    /// The same kind of value with its number changed; flags and words stay. So a quota in persons
    /// that is scaled stays one in persons.
    public func mapNumber(_ change: (Double) -> Double) -> SettingValue {
        switch self {
        case .number(let x): .number(change(x))
        case .heads(let x): .heads(change(x))
        case .share(let x): .share(change(x))
        case .perMonth(let x): .perMonth(change(x))
        case .perYear(let x): .perYear(change(x))
        case .flag, .word, .words: self
        }
    }
}
