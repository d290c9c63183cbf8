import Quantities

/// Every parameter that a scenario may set, besides the law tree.
///
/// A key is declared in one of the files `Parameters+….swift` and nowhere else: its path, role,
/// scope, unit, range, standard value, names, and what it decides. Levers are what the planner
/// decides; assumptions are what is believed. Where there is no standard value, a scenario or a
/// catalogue must give one.
public enum Parameters {
    /// All definitions, in the order in which documents list them. Differences between policies
    /// are listed in this order too.
    public static let catalogue: [ParameterDefinition] =
        ofQuota + ofRegistrationLevers + ofPurses + ofSegment + ofRegistration
        + [employed.definition] + ofMoves + ofBenefits + ofBudget + ofWelfare

    /// The definition with that path.
    public static func definition(_ path: String) -> ParameterDefinition? { byPath[path] }

    /// Also proves that no two definitions share a path: a second one stops the program.
    private static let byPath = Dictionary(
        uniqueKeysWithValues: catalogue.map { ($0.path, $0) })

    /// The longest parameter path that a name begins with, and what follows it.
    ///
    /// `quota.petani` gives `quota` and `petani`; `quota` gives no member; a name that begins with
    /// no path gives nil. Whether the member exists is not asked here.
    package static func definition(in name: String) -> (ParameterDefinition, member: String?)? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        for length in stride(from: parts.count, through: 1, by: -1) {
            let path = parts[..<length].joined(separator: ".")
            guard let definition = definition(path) else { continue }
            let rest = parts[length...].joined(separator: ".")
            return (definition, length == parts.count ? nil : rest)
        }
        return nil
    }

    // MARK: What declarations are made with

    /// Persons; the upper end only catches numbers in another unit.
    static let persons: ClosedRange<Double> = 0...1e9
    static let unitInterval: ClosedRange<Double> = 0...1

    /// A key for plain numbers in one unit.
    static func number(
        _ path: String, _ role: ParameterDefinition.Role, _ scope: ParameterDefinition.Scope,
        _ unit: Unit, _ range: ClosedRange<Double>, standard: Double? = nil, id: String,
        en: String, short: Phrase? = nil, usual: UsualRange? = nil, isMean: Bool = false,
        _ bindings: ParameterBinding...
    ) -> ParameterKey<Double> {
        let definition = ParameterDefinition(
            path, role, scope, .number(units: [unit], range),
            standard: standard.map(SettingValue.number), id: id, en: en, short: short,
            usual: usual, isMean: isMean, bindings)
        return ParameterKey(definition) { $0.number }
    }

    /// A key for yes or no of a segment.
    static func flag(
        _ path: String, _ role: ParameterDefinition.Role, standard: Bool, id: String, en: String,
        short: Phrase, _ bindings: ParameterBinding...
    ) -> ParameterKey<Bool> {
        let definition = ParameterDefinition(
            path, role, .segment, .flag, standard: .flag(standard), id: id, en: en, short: short,
            bindings)
        return ParameterKey(definition) { if case .flag(let on) = $0 { on } else { nil } }
    }

    static func word<Value: RawRepresentable<String> & Sendable & Equatable>(
        _ path: String, _ role: ParameterDefinition.Role, _ choices: [Value],
        standard: Value? = nil, id: String, en: String, short: Phrase,
        _ bindings: ParameterBinding...
    ) -> ParameterKey<Value> {
        let definition = ParameterDefinition(
            path, role, .segment, .word(choices.map(\.rawValue)),
            standard: standard.map { .word($0.rawValue) }, id: id, en: en, short: short, bindings)
        return ParameterKey(definition) {
            if case .word(let word) = $0 { Value(rawValue: word) } else { nil }
        }
    }
}
