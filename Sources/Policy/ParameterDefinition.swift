import Quantities

/// What a scenario may set: declared once, checked everywhere.
public struct ParameterDefinition: Sendable, Hashable {
    /// Whether a value is decided, believed or enacted.
    public enum Role: String, Sendable, CaseIterable {
        case law, lever, assumption
    }

    /// What a value belongs to, besides the region that any address may name.
    public enum Scope: String, Sendable {
        case region, segment, purse
    }

    /// What values are accepted.
    public enum Domain: Sendable, Hashable {
        /// A number in one of these units, inside the range.
        case number(units: [Unit], ClosedRange<Double>)
        case flag
        /// One of these words.
        case word([String])
        /// Some of these words.
        case words([String])
        /// Purses of the scenario, in the order in which they pay.
        case purses
    }

    /// The key as scenarios write it: `rate.lapse`.
    public let path: String
    public let role: Role
    public let scope: Scope
    public let domain: Domain
    /// The value where no layer sets one; nil where a gap is a fault.
    public let standard: SettingValue?
    public let meaning: BilingualText

    init(
        _ path: String, _ role: Role, _ scope: Scope, _ domain: Domain,
        standard: SettingValue? = nil, id: String, en: String
    ) {
        self.path = path
        self.role = role
        self.scope = scope
        self.domain = domain
        self.standard = standard
        meaning = BilingualText(indonesian: id, english: en)
    }

    /// The unit that a number has when its setting names none; the first accepted one.
    public var standardUnit: Unit {
        switch domain {
        case .number(let units, _): units.first ?? .factor
        case .flag: .flag
        case .word, .words, .purses: .word
        }
    }
}

/// A parameter with the type of its value; after resolution there are no strings.
public struct ParameterKey<Value: Sendable & Equatable>: Sendable {
    public let definition: ParameterDefinition
    let decode: @Sendable (SettingValue) -> Value?

    init(_ definition: ParameterDefinition, _ decode: @escaping @Sendable (SettingValue) -> Value?)
    {
        self.definition = definition
        self.decode = decode
    }
}
