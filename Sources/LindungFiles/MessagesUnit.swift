import Policy
import Quantities

/// The names of units, roles and scopes, for use inside other messages.
extension Messages {
    /// What a unit is called in a sentence.
    public static func name(_ unit: Unit) -> Phrase { unit.name }

    /// Whether a key is decided, believed or enacted.
    ///
    /// A lever is decided, an assumption believed, law enacted.
    public static func role(_ role: ParameterDefinition.Role) -> Phrase { role.name }

    /// The role with its English article, for sentences.
    static func article(_ role: ParameterDefinition.Role) -> String {
        switch role {
        case .law: "law"
        case .lever: "a lever"
        case .assumption: "an assumption"
        }
    }

    /// What a parameter belongs to.
    public static func name(_ scope: ParameterDefinition.Scope) -> Phrase { scope.name }

    /// Several of what a parameter belongs to, in English; Indonesian has no plural.
    static func plural(_ scope: ParameterDefinition.Scope) -> String { name(scope).english + "s" }
}
