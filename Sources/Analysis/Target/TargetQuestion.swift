import Quantities

package struct TargetQuestion: Sendable {
    package let name: String
    package let title: Phrase
    /// As messages name it; the scenario's own where the question stands in options.
    package let file: String
    package let problem: TargetProblem
    /// Nil computes with written values only.
    package let plan: EnsemblePlan?

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
