import Quantities

/// What a scenario may set: declared once, checked everywhere.
///
/// Readers, resolution, templates, comparison and draws all take what they know of a key from its
/// definition. Two definitions are equal where their paths are.
///
/// A class, because each is made once and every setting and cell names one.
public final class ParameterDefinition: Sendable {
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
    /// What a sentence calls it.
    public let shortName: Phrase
    /// Where its numbers usually lie; nil where any is as usual as another.
    public let usual: UsualRange?
    /// Whether it counts persons or rupiah without being a total of its region: a mean holds for a
    /// part as it does for the whole.
    public let isMean: Bool
    /// What its values decide.
    public let bindings: [ParameterBinding]

    /// Declares a parameter; `id` and `en` say what it is, in both languages.
    ///
    /// - Parameters:
    ///   - standard: nil where a scenario must give a value.
    ///   - short: nil where the title does as it stands within a sentence.
    init(
        _ path: String, _ role: Role, _ scope: Scope, _ domain: Domain,
        standard: SettingValue? = nil, id: String, en: String, short: Phrase? = nil,
        usual: UsualRange? = nil, isMean: Bool = false, _ bindings: [ParameterBinding]
    ) {
        self.path = path
        self.role = role
        self.scope = scope
        self.domain = domain
        self.standard = standard
        self.usual = usual
        self.isMean = isMean
        self.bindings = bindings
        let meaning = Phrase(id: id, en: en)
        self.meaning = meaning
        shortName =
            short
            ?? Phrase { language in
                let title = meaning[language]
                // An abbreviation keeps its capitals.
                let isWord = title.dropFirst().first?.isLowercase == true
                return isWord ? title.prefix(1).lowercased() + title.dropFirst() : title
            }
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

extension ParameterDefinition: Hashable {
    public static func == (left: ParameterDefinition, right: ParameterDefinition) -> Bool {
        left === right || left.path == right.path
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(path) }
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
    @usableFromInline let decode: @Sendable (SettingValue) -> Value?

    /// A definition with how its values become typed ones; nil from `decode` is a value out of
    /// domain.
    init(_ definition: ParameterDefinition, _ decode: @escaping @Sendable (SettingValue) -> Value?)
    {
        self.definition = definition
        self.decode = decode
    }
}

extension ParameterDefinition.Role {
    /// In the order in which files have their sections.
    package static let inFileOrder: [Self] = [.law, .lever, .assumption]

    /// The section of a file that such keys stand in.
    package var section: String {
        switch self {
        case .law: "law"
        case .lever: "levers"
        case .assumption: "assumptions"
        }
    }

    /// A lever is decided, an assumption believed, law enacted.
    public var name: Phrase {
        switch self {
        case .law: Phrase(id: "hukum", en: "law")
        case .lever: Phrase(id: "tuas", en: "lever")
        case .assumption: Phrase(id: "asumsi", en: "assumption")
        }
    }
}

extension ParameterDefinition.Scope {
    /// What a parameter belongs to.
    public var name: Phrase {
        switch self {
        case .region: Phrase(id: "daerah", en: "region")
        case .segment: Phrase(id: "segmen", en: "segment")
        case .purse: Phrase(id: "sumber dana", en: "purse")
        }
    }
}
