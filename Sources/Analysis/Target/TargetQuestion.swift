import Quantities

/// What `target` asks.
public struct TargetQuestion: Sendable {
    /// As files of results call it.
    public let name: String
    /// As reports call it.
    public let title: Phrase
    /// As messages name it; the scenario's own where the question stands in options.
    public let file: String
    /// The dial, the aim and the limits.
    public let problem: TargetProblem
    /// Nil computes with written values only.
    public let plan: EnsemblePlan?

    package init(
        name: String, title: Phrase, file: String, problem: TargetProblem, plan: EnsemblePlan?
    ) {
        self.name = name
        self.title = title
        self.file = file
        self.problem = problem
        self.plan = plan
    }
}
