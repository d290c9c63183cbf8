import Quantities

/// What a scenario may set: declared once, checked everywhere.
///
/// Readers, resolution, templates and comparison all take what they know of a key from its
/// definition, so a new parameter is one declaration in ``Parameters`` and its place in the
/// catalogue.
public struct ParameterDefinition: Sendable, Hashable {
    /// Whether a value is decided, believed or enacted.
    public enum Role: String, Sendable, CaseIterable {
        /// Enacted, decided by the planner, believed about the world; a file has a section for
        /// each.
        case law, lever, assumption
    }

    /// What a value belongs to, besides the region that any address may name.
    public enum Scope: String, Sendable {
        /// The region's own, a segment's in a region, a purse's in a region.
        case region, segment, purse
    }

    /// What values are accepted.
    public enum Domain: Sendable, Hashable {
        /// A number in one of these units, inside the range.
        case number(units: [Unit], ClosedRange<Double>)
        /// Yes or no.
        case flag
        /// One of these words.
        case word([String])
        /// Some of these words.
        case words([String])
        /// Purses of the scenario, in the order in which they pay.
        case purses
        /// One purse that exists, whether or not the scenario lists it.
        case purse
    }

    /// The key as scenarios write it: `rate.lapse`.
    public let path: String
    /// Who can change it: parliament, the planner, or the evidence.
    public let role: Role
    /// What has a value of it.
    public let scope: Scope
    /// What may be written; the range also holds after shifts.
    public let domain: Domain
    /// The value where no layer sets one; nil where a gap is a fault.
    public let standard: SettingValue?
    /// What it is, for templates and messages.
    public let meaning: Phrase

    /// Declares a parameter; `id` and `en` say what it is, in both languages.
    ///
    /// - Parameter standard: nil where a scenario must give a value.
    init(
        _ path: String, _ role: Role, _ scope: Scope, _ domain: Domain,
        standard: SettingValue? = nil, id: String, en: String
    ) {
        self.path = path
        self.role = role
        self.scope = scope
        self.domain = domain
        self.standard = standard
        meaning = Phrase(id: id, en: en)
    }

    /// The unit that a number has when its setting names none; the first accepted one.
    public var standardUnit: Unit {
        switch domain {
        case .number(let units, _): units.first ?? .factor
        case .flag: .flag
        case .word, .words, .purses, .purse: .word
        }
    }
}

/// A parameter with the type of its value; after resolution there are no strings.
///
/// The type is fixed where the key is declared, so asking for the `quota` of a segment gives a
/// ``Quota`` and never a number that might be a share.
public struct ParameterKey<Value: Sendable & Equatable>: Sendable {
    /// What is known of it without its type.
    public let definition: ParameterDefinition
    /// The typed value; nil for a value that the domain does not accept, which readers have
    /// refused.
    let decode: @Sendable (SettingValue) -> Value?

    /// A definition with how its values become typed ones; nil from `decode` is a value out of
    /// domain.
    init(_ definition: ParameterDefinition, _ decode: @escaping @Sendable (SettingValue) -> Value?)
    {
        self.definition = definition
        self.decode = decode
    }
}
