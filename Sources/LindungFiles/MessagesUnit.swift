import Policy
import Quantities

/// The names of units, roles and scopes, for use inside other messages.
extension Messages {

    /// The role with its English article, for sentences.
    static func article(_ role: ParameterDefinition.Role) -> String {
        switch role {
        case .law: "law"
        case .lever: "a lever"
        case .assumption: "an assumption"
        }
    }

    /// Several of what a parameter belongs to, in English; Indonesian has no plural.
    static func plural(_ scope: ParameterDefinition.Scope) -> String { scope.name.english + "s" }
}
